"""The country in whose city an official of no country that the text tells received, or was met by, those of another."""

from collections.abc import Sequence

from coopdb.author.draft.names.belonging import is_place
from coopdb.author.draft.names.conflicts import is_onward
from coopdb.author.draft.names.names import NamedParty, Names
from coopdb.author.draft.officials.met_by_side import is_met_by
from coopdb.author.draft.officials.said import Said
from coopdb.author.draft.text.text import LEAD, Passage
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.parted_verbs import has_parted


def received_at(names: Names, guest: str, people: Sequence[Said]) -> str | None:
    """Return the one country that title or lead say somebody of another visits, before they name who received them.

    At the start of a state visit to Kenya, the King of Norway was received in Nairobi by President Odede. Or in whose
    city an official was met: a Norwegian delegation met President Odede in Nairobi.
    """
    article = names.article
    own = [each for each in people if _is_of_none(each)]
    hosts = {each.sentence for each in own if receives(names, each.sentence)}
    met = {each.sentence for each in own if _is_met(names, each, guest)}
    last = max((each.start for each in hosts), default=-1)
    told = [each for each in article.sentences if each.rank <= LEAD and each.start <= last]
    told = [*filter(lambda each: _tells_of_visit(names, each), told), *met]
    found = [each for sentence in told for each in names.in_sentence(sentence)]
    places = {each.keys[0] for each in found if _is_goal(names, each) and guest not in each.keys}
    return places.pop() if len(places) == 1 and any(guest in each.keys for each in found) else None


def receives(names: Names, sentence: Passage) -> bool:
    """Tell a sentence in which somebody receives, also by a verb of two parts: tog i måndags emot."""
    folded = names.article.folded(sentence)
    verbs = cues.word_list("receives", names.language)
    return verbs.is_in(folded) or has_parted(verbs, folded, names.language)


def _is_of_none(each: Said) -> bool:
    """Tell somebody of title or lead with an office of which the text tells no country."""
    person = each.person
    is_near = each.sentence.rank <= LEAD and not person.is_absent and not person.is_counterpart
    return is_near and bool(person.role) and (each.country is None or len(each.country.keys) > 1)  # a Bundeskanzler


def _is_met(names: Names, each: Said, guest: str) -> bool:
    """Tell somebody whom those of a country met that the sentence names before, and not on the margins of an event."""
    if names.article.says(each.sentence, "margins"):
        return False
    before = names.beginning(each.sentence.start, each.person.whole_start)
    own = [mention for mention in before if mention.kind == "country" and guest in mention.keys]
    return bool(own) and is_met_by(names, each.person, own[-1], each.sentence)


def _tells_of_visit(names: Names, sentence: Passage) -> bool:
    folded = names.article.folded(sentence)
    return receives(names, sentence) or cues.word_list("visiting", names.language).is_in(folded)


def _is_goal(names: Names, mention: NamedParty) -> bool:
    """Tell a country or a city that somebody visits, and does not leave for, or come from."""
    is_known = mention.kind in ("country", "city")
    return is_known and is_place(names.article, mention) and not is_onward(names.article, mention, names.language)
