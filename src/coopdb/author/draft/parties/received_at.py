"""The country in whose city an official of no country that the text tells received, or was met by, those of another."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from coopdb.author.draft.names.belonging import is_envoy, is_place
from coopdb.author.draft.names.conflicts import is_onward
from coopdb.author.draft.names.names import NamedParty, Names
from coopdb.author.draft.officials.met_by_side import is_met_by, is_object
from coopdb.author.draft.officials.said import Said
from coopdb.author.draft.text.text import LEAD, Passage
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.name_forms import is_office
from coopdb.author.draft.words.parted_verbs import has_parted

_REACH = 90  # characters before a place in which it stands that somebody goes there
_HEAD = 4  # words of a sentence among which it stands that it goes on: there she met
_TO_PLACE = 6  # words from a journey to its place: flew on Monday morning to


def received_at(names: Names, guest: str, people: Sequence[Said]) -> str | None:
    """Return the one country that title or lead say somebody of another visits, before they name who received them.

    At the start of a state visit to Kenya, the King of Norway was received in Nairobi by President Odede. Or in whose
    city an official was met: a Norwegian delegation met President Odede in Nairobi.
    """
    article = names.article
    own = [each for each in people if _is_of_none(each)]
    hosts = {each.sentence for each in own if receives(names, each.sentence)}
    met = [*_met_behind(names, people, guest), *(each for each in own if _is_met(names, each, guest))]
    own_met = (each for each in met if _is_of_none(each) and not is_envoy(each.person.role))
    there = {each.sentence for each in own_met if not article.says(each.sentence, "margins")}
    stops = [place for each in own if not is_envoy(each.person.role) for place in _goes_on(names, each, guest)]
    last = max((each.start for each in hosts), default=-1)
    told = [each for each in article.sentences if each.rank <= LEAD and each.start <= last]
    told = [*filter(lambda each: _tells_of_visit(names, each), told), *there]
    found = [each for sentence in told for each in names.in_sentence(sentence)]
    goals = [each for each in found if _is_goal(names, each)] if any(guest in each.keys for each in found) else []
    places = {each.keys[0] for each in (*goals, *stops) if guest not in each.keys}
    return places.pop() if len(places) == 1 else None


def receives(names: Names, sentence: Passage) -> bool:
    """Tell a sentence in which somebody receives, also by a verb of two parts: tog i måndags emot."""
    return _has_verb(names, sentence, "receives")


def _has_verb(names: Names, sentence: Passage, name: str) -> bool:
    folded, verbs = names.article.folded(sentence), cues.word_list(name, names.language)
    return verbs.is_in(folded) or has_parted(verbs, folded, names.language)


def _is_of_none(each: Said) -> bool:
    """Tell somebody of title or lead with an office of which the text tells no country."""
    person = each.person
    is_near = each.sentence.rank <= LEAD and not person.is_absent and not person.is_counterpart
    return is_near and bool(person.role) and (each.country is None or len(each.country.keys) > 1)  # a Bundeskanzler


def _is_met(names: Names, each: Said, guest: str) -> bool:
    """Tell somebody whom those of a country met that the sentence names before."""
    before = names.beginning(each.sentence.start, each.person.whole_start)
    own = [mention for mention in before if mention.kind == "country" and guest in mention.keys]
    return bool(own) and is_met_by(names, each.person, own[-1], each.sentence)


def _met_behind(names: Names, people: Sequence[Said], guest: str) -> Iterator[Said]:
    """Yield those of no country who stand right behind one of another who met them: mötte kungen ministern."""
    for before, each in pairwise(people):
        is_guest = before.country is not None and guest in before.country.keys and before.sentence == each.sentence
        if is_guest and is_object(names, before.person, each.person, each.sentence):
            yield each


def _goes_on(names: Names, each: Said, guest: str) -> Sequence[NamedParty]:
    """Return the places where one of a country met somebody, of a sentence that says where, else of the one before.

    Berg of Norway flew to Nairobi. There she met President Otieno.
    """
    article = names.article
    journey = article.sentences[max(article.sentence_number(each.sentence.start) - 1, 0)]
    is_told = journey.rank == each.sentence.rank and any(guest in named.keys for named in names.in_sentence(journey))
    words = [word.folded for word in article.words_in(each.sentence.start, each.person.whole_start)]
    acting = cues.joined(names.language, "pronouns", "there", "actors")
    if acting.isdisjoint(words[:_HEAD]) or any(map(is_office, words)) or not is_told:
        return ()
    is_met = cues.word_list("may_meet", names.language).is_in(" ".join(words))
    if not is_met or not _has_verb(names, journey, "visiting"):
        return ()
    here, before = ([m for m in names.in_sentence(one) if _is_goal(names, m)] for one in (each.sentence, journey))
    return here or before


def _tells_of_visit(names: Names, sentence: Passage) -> bool:
    return any(_has_verb(names, sentence, each) for each in ("receives", "visiting"))


def _is_goal(names: Names, mention: NamedParty) -> bool:
    """Tell a country or a city that somebody visits, and does not leave for, or come from."""
    article, is_known = names.article, mention.kind in ("country", "city")
    is_there = is_known and (_is_toward(names, mention) or is_place(article, mention))
    return is_there and not is_onward(article, mention, names.language)


def _is_toward(names: Names, mention: NamedParty) -> bool:
    """Tell a place that somebody goes to, or visits: flew on Monday to Nairobi; not: received, and aid to Kenya."""
    before = [word.folded for word in names.article.words_in(max(mention.start - _REACH, 0), mention.start)]
    is_journey = cues.word_list("visiting", names.language).is_in(" ".join(before[-_TO_PLACE:]))
    if not cues.spoken("visits_place", names.language).isdisjoint(before[-1:]):
        return True
    written = names.article.plain[max(mention.start - _REACH, 0) : mention.start]
    return is_journey and cues.ending(names.language, "toward").search(written) is not None
