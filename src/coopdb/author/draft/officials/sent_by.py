"""Ambassadors who are told to be somebody's own: the Norwegian minister phoned her ambassador to Kenya."""

from collections.abc import Iterator, Sequence

from coopdb.author.draft.names.belonging import is_envoy
from coopdb.author.draft.names.names import Names
from coopdb.author.draft.officials.said import Said
from coopdb.author.draft.words import cues

_NEAR = 16  # characters before an office in which it stands whose it is


def with_senders(names: Names, said: Sequence[Said]) -> Iterator[Said]:
    """Yield everybody, and an ambassador who is called theirs with the country of the one before in the sentence.

    Of the first in it, where they are sent to the one before: received Kenya's envoy and his ambassador in Nairobi.
    """
    before: Said | None = None
    first: Said | None = None
    for each in said:
        if before is None or first is None or before.sentence != each.sentence:
            first = each
            yield each
        elif _is_own(names, each):
            yield each._replace(country=(first if _is_sent_to(names, each, before) else before).country)
        else:
            yield each
        before = each


def _is_sent_to(names: Names, each: Said, before: Said) -> bool:
    """Tell an ambassador whose post is in the country of the one before: su embajador en Nairobi, Ali Alaoui."""
    posts = names.beginning(each.person.whole_start, each.person.whole_end)
    return before.country is not None and any(post.keys == before.country.keys for post in posts)


def _is_own(names: Names, each: Said) -> bool:
    if each.country is not None or not is_envoy(each.person.role):
        return False
    near = names.article.words_in(max(each.person.whole_start - _NEAR, 0), each.person.whole_start + 1)[-2:]
    return any(word.folded in cues.spoken("possessives", names.language) for word in near)
