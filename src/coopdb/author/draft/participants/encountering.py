"""Tells that a text says of somebody that they were met: traf Präsident Novak; was received by President Novak."""

from coopdb.author.draft.names.names import Names
from coopdb.author.draft.officials.met_by_side import times, without_places
from coopdb.author.draft.officials.said import Said
from coopdb.author.draft.words import cues, telling_words
from coopdb.author.draft.words.parted_verbs import has_parted
from coopdb.author.draft.words.word_list import WordList
from coopdb.pattern import pattern
from coopdb.text import fold

_REACH = 200  # characters before somebody in which the verb stands
_COUNTERPART = 12  # words between the verb and a counterpart: spoke this morning for half an hour with his
_LINKING = 3  # words between the verb and somebody: met in Lima the minister
_LINK = 2  # words among which the "with" of a verb stands before somebody: con el
_AGENT = 2  # words in which `by` stands before somebody: por el
_FROM_PARTICIPLE = 12  # words before somebody in which the participle stands
_BEHIND = 60  # characters behind somebody in which a participle stands
_FAR = 250  # and where a pronoun acts: wird er Ministerin Novak und Minister Berg treffen
_SOON = 3  # words behind somebody before a verb of visiting
_GOAL = 8  # characters between it and the country
_JOURNEY, _MARKS = 90, frozenset(".,;:")  # characters between who travels and the country; marks that end a clause
_CLAUSE = (".", ";", ":")
_LETTERS = pattern(r"(?:\w\.)+")  # U.S.


class Encounters:
    """Finds in one article who was met by the one who acts in a sentence."""

    def __init__(self, names: Names) -> None:
        language = names.language
        self._titles = cues.spoken("honorifics", language)
        self._names, self._article, self._language = names, names.article, language
        self._is_inverted = cues.has_trait(language, "verb_second")
        self._and = cues.spoken("list_and", language) | telling_words.words("also")
        self._by = cues.joined(language, "by_whom", "of")
        self._pronouns = cues.spoken("pronouns", language)
        self._actors = cues.spoken("actors", language)
        self._links = cues.joined(language, "with", "by_whom", "agents")
        self._agents = cues.spoken("by_whom", language)
        phrases = (each.rpartition(" ") for each in cues.spoken("received_by", language))
        self._received = WordList(said for said, _, agent in phrases if agent in self._agents)
        self._verbs, self._with = cues.word_list("encountering", language), cues.spoken("with", language)
        self._participles = cues.word_list("encountering_behind", language)
        self._also = cues.word_list("encountering_also", language)
        self._meetings = cues.word_list("may_meet", language)
        self._visits = cues.word_list("visits_of", language)
        self._nouns = cues.joined(language, "articles", "of_ours")
        self._counterparts = cues.spoken("counterparts", language)
        self._travels = cues.word_list("visiting", language)
        self._toward = cues.ending(None, "toward", "locatives")
        self._visits_place = cues.spoken("visits_place", language)
        self._times = times(language)
        self._receives = cues.word_list("receives_them", language)
        self._accompanied = cues.word_list("accompanied", language)
        self._together = cues.word_list("accompanying", language)
        self._led_by, self._sides = cues.word_list("led_by", language), cues.spoken("sides", language)

    def is_met(self, each: Said, first: int) -> bool:
        """Tell whether somebody was met by one who acts before them, and whose name ends at a place of the text."""
        words, person = self._before(each, first), each.person
        is_first = first == each.sentence.start
        if not words or (self._is_inverted and is_first and not self._is_linked(words)):
            return False  # heute traf Präsident Novak
        if self._ends_with(self._verbs, words) or self._is_agent(words):
            return True
        is_acting = not is_first or not self._pronouns.isdisjoint(words)  # not: the session was held with her as chair
        if is_acting and self._is_far_object(each, first):
            return True
        last = person.whole_end
        behind = self._article.plain[last : min(last + (_FAR if is_first else _BEHIND), each.sentence.end)]
        return self._participles.is_in(fold(behind if is_first else behind.partition(",")[0]))

    def _is_far_object(self, each: Said, first: int) -> bool:
        """Tell one who was met, where only a place and a time stand between: met on Monday in Nairobi President Ruiz.

        Also where the verb has its "with" right before them: se reunió el lunes en Nairobi con el presidente; or its
        "to": recibió en Nairobi al presidente.
        """
        words = self._before(each, first, has_places=False)
        near = [word for word in words[:-1] if word not in self._times] + words[-1:]
        is_told = self._is_parted(words, _LINK) or self._ends_with(self._verbs, near, 0)
        return is_told or self._ends_with(self._verbs, words, has_times=False)

    def _is_agent(self, words: list[str]) -> bool:
        """Tell who received, behind the place where that was: fue recibida en el palacio por el presidente Novak."""
        if self._agents.isdisjoint(words[-_AGENT:]):
            return False
        before = " ".join(words[-_FROM_PARTICIPLE:])
        return self._received.is_in(before) or has_parted(self._received, before, self._language)

    def is_named(self, each: Said) -> bool:
        """Tell a name right behind the verb that says that they were met, or before one and a counterpart."""
        words = self._before(each, each.sentence.start)
        if self._ends_with(self._verbs, words, 0) or self._is_parted(words):
            return True
        behind = fold(self._article.plain[each.person.end : min(each.person.end + _REACH, each.sentence.end)])
        verb = self._meetings.first(behind)
        return verb is not None and not self._counterparts.isdisjoint(behind[verb[1] :].split()[:_COUNTERPART])

    def _is_parted(self, words: list[str], most: int = 1) -> bool:
        """Tell a verb that stands some words before its with: s'est entretenu jeudi à Paris avec."""
        is_with = not self._with.isdisjoint(words[-most:])
        return is_with and self._meetings.is_in(" ".join(words[-_COUNTERPART:-1]))

    def receives(self, each: Said) -> bool:
        """Tell whether somebody received one who was named before: Le président Ruiz l’a reçu."""
        last = each.person.whole_end
        behind = fold(self._article.plain[last : min(last + _BEHIND, each.sentence.end)])
        hit = self._receives.first(behind)
        return hit is not None and len(behind[: hit[0]].split()) <= _LINKING

    def is_joined(self, each: Said, first: int) -> bool:
        """Tell whether a verb before one who acts says that they met somebody: se reunió el canciller con Novak."""
        words = self._before(each, first)
        if not words or self._with.isdisjoint(words[-_LINKING:]) or len(words) > _LINKING + 1:
            return False
        if not self._and.isdisjoint(words):
            return False
        return self._meetings.is_in(fold(self._article.plain[each.sentence.start : first]))

    def is_next(self, each: Said, first: int) -> bool:
        """Tell somebody else whom one met who met somebody before them: met Ruiz on trade and with Minister Novak."""
        return self._ends_with(self._also, self._before(each, first))

    def is_visitor(self, each: Said) -> bool:
        """Tell whether a text says of somebody that theirs is a visit: the visit of Minister Novak to Malta."""
        return self._ends_with(self._visits, self._before(each, each.sentence.start))

    def travels(self, each: Said, place: int) -> bool:
        """Tell whether somebody is said to visit what stands at a place: King Olav is on a state visit to Malta."""
        between = fold(self._article.plain[each.person.whole_end : place])
        return self._travels.is_in(between) and not self._verbs.is_in(between)

    def goes_to(self, each: Said, place: int) -> bool:
        """Tell a word such as to before what stands at a place, and no end of a clause between somebody and it."""
        between = self._article.plain[each.person.whole_end : place]
        if len(between) > _JOURNEY or not _MARKS.isdisjoint(between):
            return False
        return between.endswith(" ل") or self._toward.search(between) is not None

    def visits(self, each: Said, place: int) -> bool:
        """Tell a verb of visiting between somebody and what stands at a place: King Olav visits Malta."""
        words = fold(self._article.plain[each.person.whole_end : place]).split()
        found = next((number for number, word in enumerate(words[:_SOON]) if word in self._visits_place), None)
        return found is not None and len(" ".join(words[found + 1 :])) < _GOAL

    def is_with(self, each: Said, first: int) -> bool:
        """Tell whether somebody accompanied one who acts before them."""
        words = self._before(each, first)
        return self._ends_with(self._together, words) or self._follows(each, " ".join(words))

    def leads(self, each: Said) -> bool:
        """Tell who leads a delegation: was led by Minister Novak."""
        return self._ends_with(self._led_by, self._before(each, each.sentence.start))

    def is_of_delegation(self, each: Said) -> bool:
        """Tell whom a sentence names first of a delegation: the delegation included Minister Novak."""
        words = self._before(each, each.sentence.start)
        return not self._sides.isdisjoint(words) and self._ends_with(self._together, words)

    def _follows(self, each: Said, before: str) -> bool:
        """Tell whether who accompanied is told further behind: accompagné lors de sa visite du ministre."""
        hits = [*self._accompanied.find(before)]
        rest = before[hits[-1][1] :] if hits else ""
        last = each.person.whole_end
        behind = fold(self._article.plain[last : min(last + _BEHIND, each.sentence.end)])
        is_met = self._verbs.is_in(rest) or self._participles.is_in(behind)
        return not self._by.isdisjoint(rest.split()[-_LINKING:]) and not is_met

    def _before(self, each: Said, first: int, *, has_places: bool = True) -> list[str]:
        """Return the words between one who acts and somebody, none where a clause ends between them."""
        near = each.person.whole_start
        start = max(first, near - _REACH)
        before = self._article.plain[start:near] if has_places else without_places(self._names, start, near)
        words = [word for word in before.split() if fold(word) not in self._titles]
        has_end = "\n\n" in before or any(word.endswith(_CLAUSE) and not _LETTERS.fullmatch(word) for word in words)
        return [] if has_end else fold(" ".join(words)).split()

    def _is_linked(self, words: list[str]) -> bool:
        """Tell a pronoun that acts, or a word for with behind the verb: heute traf er; im Gespräch mit."""
        text = " ".join(words[-_LINKING:])
        hits = [*self._verbs.find(text)]
        from_verb = text[hits[-1][0] :].split() if hits else words[-_LINKING:]
        return not (self._actors.isdisjoint(words[-_LINKING:]) and self._links.isdisjoint(from_verb))

    def _ends_with(self, phrases: WordList, words: list[str], most: int = _LINKING, *, has_times: bool = True) -> bool:
        """Tell words that end with a phrase, and at most so many others, or so many that do not tell when it was."""
        text = " ".join(words)
        hits = [*phrases.find(text)]
        behind = text[hits[-1][1] :].split() if hits else []
        if not has_times:
            behind = [word for word in behind if word not in self._times and not word.isdigit()]
        if not hits or len(behind) > most:
            return False
        start, end = hits[-1]
        before = text[:start].split()[-1:]
        return " " in text[start:end] or self._nouns.isdisjoint(before)  # a assisté à cette rencontre la ministre
