"""Ambassadors who are told to be somebody's own: the Norwegian minister phoned her ambassador to Kenya."""

from collections.abc import Iterator, Sequence

from coopdb.author.draft.names.belonging import is_envoy
from coopdb.author.draft.names.names import Names
from coopdb.author.draft.officials.said import Said
from coopdb.author.draft.words import cues

_NEAR = 16  # characters before an office in which it stands whose it is


def with_senders(names: Names, said: Sequence[Said]) -> Iterator[Said]:
    """Yield everybody, and an ambassador who is called theirs with the country of the one before in the sentence."""
    before: Said | None = None
    for each in said:
        is_sent = before is not None and before.sentence == each.sentence and _is_own(names, each)
        yield each._replace(country=before.country) if before and is_sent else each
        before = each


def _is_own(names: Names, each: Said) -> bool:
    if each.country is not None or not is_envoy(each.person.role):
        return False
    near = names.article.words_in(max(each.person.whole_start - _NEAR, 0), each.person.whole_start + 1)[-2:]
    return any(word.folded in cues.spoken("possessives", names.language) for word in near)
