"""What a record's texts name, but its keys do not have."""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator
from functools import lru_cache
from itertools import pairwise

from coopdb.check.problem import Finding
from coopdb.check.word_lists import pattern
from coopdb.check.wording import show
from coopdb.record.model import Meeting
from coopdb.text import fold
from coopdb.vocabulary.mentions import Mention, Mentions

_SENTENCE_END = re.compile(r"(?<!\d)[.!?؟;](?=\s)")


def not_recorded(
    meeting: Meeting,
    names: Mentions,
    recorded: Collection[str | None],
    noun: str,
    keys: tuple[str, ...] = ("title", "summary"),
    is_meant_otherwise: Callable[[str, str, Mention], bool] = lambda *_: False,
) -> Iterator[Finding]:
    """Yield a finding for every entry that a text names and that is not among the `recorded`, once a record.

    `is_meant_otherwise` tells of a key, its text and what it names whether that need not be recorded.
    """
    seen: set[str] = set()
    for key in keys:
        text = getattr(meeting, key) or ""
        for mention in names.find(text) if names.may_name_others(text, recorded) else ():
            if not seen.isdisjoint(mention.keys) or any(each in recorded for each in mention.keys):
                continue
            if is_meant_otherwise(key, text, mention):
                continue
            seen.update(mention.keys)
            meant = " or ".join(f"`{each}`" for each in mention.keys)
            message = f"the {key} names {show(mention.text)}, but the record has no {noun} {meant}"
            yield Finding((key,), message, "record it, or waive this where it is only talked about")


def is_compared(text: str, mention: Mention) -> bool:
    """Tell whether the sentence that names something compares: unlike Singapore, following the example of Estonia."""
    ends, compared = _sentences(text)
    return compared[bisect_right(ends, mention.start)]


@lru_cache(maxsize=4)
def _sentences(text: str) -> tuple[list[int], list[bool]]:
    """Return where the sentences of a text end but for the last, and which of them compare."""
    ends = [found.end() for found in _SENTENCE_END.finditer(text)]
    parts = (text[start:end] for start, end in pairwise((0, *ends, len(text))))
    return ends, [bool(pattern("comparing").search(fold(part))) for part in parts]
