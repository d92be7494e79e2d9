"""Tells who acts in the lead of a text without an office: Lena Novak has met the Norwegian minister; Mrs Novak said."""

from collections.abc import Iterator, Sequence

from coopdb.author.draft.names.names import Names
from coopdb.author.draft.officials.said import Said
from coopdb.author.draft.text.text import LEAD
from coopdb.author.draft.words import cues
from coopdb.text import fold

_NEAR = 4  # words behind a name in which it stands that they met
_REACH = 60  # characters of these


def with_actors(names: Names, said: Sequence[Said]) -> Iterator[Said]:
    """Yield everybody, and mark who begins a sentence of the lead and meets the holder of an office.

    The text calls them by title and surname elsewhere, which no firm or ministry is called by.
    """
    titled = {fold(each.person.name) for each in said if not each.person.role and " " not in each.person.name}
    last = {each.sentence: each.person.start for each in said if each.person.role and not each.person.is_absent}
    for each in said:
        is_before = each.person.start < last.get(each.sentence, 0)
        if is_before and fold(each.person.name).split()[-1] in titled and _acts(names, each):
            yield each._replace(person=each.person._replace(is_acting=True))
        else:
            yield each


def _acts(names: Names, each: Said) -> bool:
    """Tell somebody without an office who begins a sentence of the lead, and meets somebody in it."""
    person, plain = each.person, names.article.plain
    if person.role or each.sentence.rank != LEAD or " " not in person.name:
        return False
    before = fold(plain[each.sentence.start : person.start]).split() if person.start > each.sentence.start else []
    behind = fold(plain[person.end : min(person.end + _REACH, each.sentence.end)]).split()[:_NEAR]
    is_first = all(word in cues.spoken("honorifics") for word in before)
    return is_first and cues.word_list("meeting", names.language).is_in(" ".join(behind))
