"""Who tells of a meeting, and was there: according to the Norwegian minister, the talks with Kenya's went well."""

from collections.abc import Iterator, Sequence

from coopdb.author.draft.names.names import Names
from coopdb.author.draft.officials.said import Said
from coopdb.author.draft.words import cues
from coopdb.text import fold

_LINK = 3  # words among which "with" stands before somebody: avec Son Excellence le
_NEAR = 30  # characters before somebody in which it stands that the text follows them


def with_reporters(names: Names, said: Sequence[Said]) -> Iterator[Said]:
    """Yield everybody; whom a text follows that names nobody else of their country, and one other side, was there.

    The sentence tells of the talks with the other side; not: according to Minister Roy, the president met officials.
    """
    present = {_country(each) for each in said if each.person.role and not each.person.is_absent}
    for each, other in zip(said, (*said[1:], None), strict=False):
        is_only = each.country is not None and len(present) == 1 and _country(each) not in present
        is_followed = each.person.is_absent and each.person.role and _is_followed(names, each)
        if is_only and is_followed and _tells_of_talks(names, each, other):
            yield each._replace(person=each.person._replace(is_absent=False))
        else:
            yield each


def _country(said: Said) -> tuple[str, ...]:
    return said.country.keys if said.country else ()


def _tells_of_talks(names: Names, each: Said, other: Said | None) -> bool:
    """Tell talks with who is named next: the talks on Monday with the Kenyan minister."""
    end = other.person.whole_start if other is not None and other.sentence == each.sentence else 0
    words = fold(names.article.plain[each.person.whole_end : end]).split()
    is_with = not cues.spoken("with", names.language).isdisjoint(words[-_LINK:])
    return is_with and cues.word_list("may_meet", names.language).is_in(" ".join(words))


def _is_followed(names: Names, each: Said) -> bool:
    """Tell somebody whose office is right behind words for "according to", and perhaps an article.

    Not a name alone: selon Paul Roy, le président a reçu la ministre.
    """
    first = each.person.whole_start
    if each.person.role_start > each.person.start:
        return False
    words = fold(names.article.plain[max(first - _NEAR, each.sentence.start) : first]).split()
    while words and words[-1] in cues.spoken("articles", names.language) | cues.spoken("honorifics", names.language):
        words.pop()
    text = " ".join(words)
    return any(end == len(text) for _, end in cues.word_list("according_to", names.language).find(text))
