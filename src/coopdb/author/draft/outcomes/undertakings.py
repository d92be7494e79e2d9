"""What the parties undertook to do, who is to do it and until when; and when they agreed to meet again."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from coopdb.author.draft.days.dates import Dated
from coopdb.author.draft.days.day import MeetingDate
from coopdb.author.draft.names.names import NamedParty, Names
from coopdb.author.draft.officials.person import Person
from coopdb.author.draft.text.text import BACKGROUND, TITLE, Passage
from coopdb.author.draft.text.wording import PhraseHit, Phrasing
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.script import is_arabic
from coopdb.pattern import pattern

_NOT = 2  # words before that say that it is not so, or only wished
_SUBJECT = 12  # words before a verb that its subject stands in
_COUPLED = 4  # words between two parties of one subject
_DUE = 3  # words between until and the day
_LONGEST = 300  # characters of an undertaking
_FEWEST = 2  # words of one
_CLOSE = 3  # characters between an Arabic verb and its subject
_YEAR = pattern(r"20\d\d")
_EDGES = " \n\t,:.،؛;–—-"
_STOP = pattern(r"[;؛\n]|\.\s|[”»\"]")


class Undertaking(NamedTuple):
    """What is to be done, where, by which party (None: both, or not known) and until when, with the places.

    `subject` reaches from the beginning of the sentence to the verb, `start` to `end` from the verb on.
    """

    text: str
    subject: tuple[int, int]
    start: int
    end: int
    owner: str | None
    is_owner_known: bool
    due: str | None
    due_at: tuple[int, int] = (0, 0)


class Undertakings:
    """Reads what the parties of a meeting undertook."""

    def __init__(
        self, names: Names, wording: Phrasing, when: MeetingDate, published: str | None, people: Sequence[Person]
    ) -> None:
        self._names, self._wording, self._when = names, wording, when
        self._day = (when.certain.last or when.certain.first) if when.certain else published
        self._published = published
        self._surnames = {each.surname: each.party for each in people if each.party and each.surname}

    def commitments(self, parties: Sequence[str]) -> Iterator[Undertaking]:
        """Yield the commitments of a meeting in the order of the text."""
        for sentence in self._wording.article.sentences:
            if TITLE < sentence.rank < BACKGROUND:
                for name, negation in (("undertakes", "negates"), ("agrees_to", "not_agreed")):
                    for hit in self._wording.hits(sentence, name):
                        if self._is_meant(sentence, hit, negation) and (found := self._read(sentence, hit, parties)):
                            yield found

    def next_meeting(self) -> Dated | None:
        """Return when they agreed to meet again: a day after the meeting that such a sentence gives."""
        is_verb_last = bool(cues.spoken("receives_last", self._wording.language))
        for sentence in self._wording.article.sentences:
            if TITLE < sentence.rank < BACKGROUND and not self._is_of_others(sentence):
                for hit in self._wording.hits(sentence, "meets_again"):
                    dates = self._dated(sentence, sentence.start if is_verb_last else hit.end)
                    later = [each for each in dates if not self._day or each.first > self._day]
                    if later:
                        return later[0]
        return None

    def _is_of_others(self, sentence: Passage) -> bool:
        """Tell the next meeting of an organisation from that of the two."""
        return any(each.kind == "organization" for each in self._names.in_sentence(sentence))

    def _is_meant(self, sentence: Passage, hit: PhraseHit, negation: str) -> bool:
        """Tell an undertaking from what is not, is only asked for, says nothing, or was said years ago."""
        wording = self._wording
        years = (int(each[0]) for each in _YEAR.finditer(wording.article.plain, sentence.start, hit.start))
        return not (
            wording.is_after(sentence, negation, hit, _NOT - 1)
            or any(each.first - hit.last <= 1 and each.last > hit.last for each in wording.hits(sentence, "vague"))
            or wording.is_after(sentence, "no_party", hit, _SUBJECT)
            or any(each.first == hit.last for each in wording.hits(sentence, "no_party"))
            or (self._day and any(year < int(self._day[:4]) for year in years))
            or self._is_view(sentence, hit)
        )

    def _is_view(self, sentence: Passage, hit: PhraseHit) -> bool:
        """Tell what they agreed to be so: they agreed that trade is good; to be done it has a verb that obliges."""
        views = self._wording.hits(sentence, "agrees_that")
        is_that = any(each.start == hit.start for each in views)
        return is_that and not self._wording.is_before(sentence, "obliges", hit, _SUBJECT)

    def _read(self, sentence: Passage, hit: PhraseHit, parties: Sequence[str]) -> Undertaking | None:
        plain = self._wording.article.plain
        stop = _STOP.search(plain, hit.end, sentence.end)
        last = min(stop.start() if stop else sentence.end, hit.end + _LONGEST)
        if last == hit.end + _LONGEST:
            last = max(plain.rfind(" ", hit.end, last), hit.end)
        first = max([hit.end, *(each.end for each in self._behind(hit) if is_arabic(plain[hit.start]))])
        start = first + len(plain[first:last]) - len(plain[first:last].lstrip(_EDGES))
        end = start + len(plain[start:last].rstrip(_EDGES))
        owner, is_known = self._owner(sentence, hit, parties)
        is_vague = any(each.end == end for each in self._wording.hits(sentence, "vague_last"))
        is_vague |= any(each.end == end for each in self._wording.hits(sentence, "meets_again"))  # erneut zu treffen
        if is_vague or len(plain[start:end].split()) < _FEWEST or (owner and owner not in parties):
            return None
        due = self._due(sentence, hit, end)
        text = " ".join(plain[start:end].split())
        return Undertaking(
            text,
            (sentence.start, hit.end),
            hit.start,
            end,
            owner,
            is_known,
            due[0] if due else None,
            due[1:] if due else (0, 0),
        )

    def _owner(self, sentence: Passage, hit: PhraseHit, parties: Sequence[str]) -> tuple[str | None, bool]:
        """Return the party that undertakes, and whether the text says so: None for both of them."""
        wording = self._wording
        low = wording.article.words_in(sentence.start, sentence.end)[max(hit.first - 3 * _SUBJECT, 0)].start
        subjects = sorted(self._subjects(low, hit.start))
        if is_arabic(wording.article.plain[hit.start]) and not subjects:
            subjects = [(each.start, each.keys[0]) for each in self._behind(hit)]
        jointly = [each for each in wording.hits(sentence, "jointly") if low <= each.start < hit.end]
        if jointly and (not subjects or jointly[-1].start > subjects[-1][0]):
            return None, True
        if not subjects:
            return None, False
        place, owner = subjects[-1]
        reach = _SUBJECT * 3 if hit in wording.hits(sentence, "agrees_to") else _COUPLED
        others = [key for start, key in subjects if key != owner and self._count(start, place) <= reach]
        return (None, True) if owner in parties and set(others) & set(parties) else (owner, True)

    def _behind(self, hit: PhraseHit) -> list[NamedParty]:
        """Return the party that is named directly behind a verb, as Arabic has it: تعهدت تشيلي."""
        found = self._names.beginning(hit.end, hit.end + _CLOSE)
        return [each for each in found if each.kind != "city"][:1]

    def _subjects(self, low: int, high: int) -> Iterator[tuple[int, str]]:
        """Yield the parties, and the people of parties, that are named in a part of the text."""
        for each in self._names.beginning(low, high):
            if each.kind != "city" and len(each.keys) == 1:
                yield each.start, each.keys[0]
        for word in self._wording.article.words_in(low, high):
            if party := self._surnames.get(word.folded):
                yield word.start, party

    def _count(self, low: int, high: int) -> int:
        return len(self._wording.article.words_in(low, high))

    def _due(self, sentence: Passage, hit: PhraseHit, end: int) -> tuple[str, int, int] | None:
        """Return until when, with its place."""
        for until in self._wording.hits(sentence, "by_when"):
            if hit.end <= until.start < end:
                for each in self._dated(sentence, until.start):
                    if self._count(until.end, each.start) <= _DUE and each.start < end:
                        return each.last or each.first, until.start, each.end
        return self._relative_due(sentence, hit, end)

    def _relative_due(self, sentence: Passage, hit: PhraseHit, end: int) -> tuple[str, int, int] | None:
        """Return the year of "by the end of the year", which the publication tells."""
        for name, more in (("next_year", 1), ("this_year", 0)):
            for each in self._wording.hits(sentence, name):
                if self._published and hit.end <= each.start < end:
                    return str(int(self._published[:4]) + more), each.start, each.end
        return None

    def _dated(self, sentence: Passage, low: int) -> list[Dated]:
        """Return the dates behind a place in a sentence, years alone too, in order."""
        found = [*self._when.within(low, sentence.end)]
        for match in _YEAR.finditer(self._wording.article.plain, low, sentence.end):
            if not any(each.start <= match.start() < each.end for each in found):
                found.append(Dated(match[0], None, None, *match.span(), "year"))
        return sorted(found, key=lambda each: each.start)


def parties_of(record: Mapping[str, list[dict[str, str]]]) -> tuple[str, ...]:
    """Return the parties of a record, each once."""
    keys = (each.get("country") or each["organization"] for each in record.get("participants", ()))
    return tuple(dict.fromkeys(keys))
