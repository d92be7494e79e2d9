"""When a question matters: the words of a title or summary that tell of a signature, a promise, another meeting."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from coopdb.author.answer_context import AnswerContext
from coopdb.author.draft.words import cues
from coopdb.record.dates import DateError, PartialDate
from coopdb.text import fold

# The lists of `data/draft/<language>.json` that tell of an occasion; `asks_about` has what only a question goes by.
_LISTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "signing": ("signs", "documents"),
        "promise": ("undertakes", "agrees_to"),
        "again": ("meets_again",),
        "series": ("joint_commission", "working_group", "consultations", "dialogue"),
        "remote": ("by_video", "by_phone"),
    }
)


def tells_of(what: str, setting: AnswerContext) -> bool:
    """Tell whether title or summary have a word for something, in any language that `draft` reads."""
    text = fold(" ; ".join(str(setting.values.get(key, "")) for key in ("title", "summary")))
    return bool(_pattern(what).search(text))


def is_to_come(setting: AnswerContext) -> bool:
    """Tell whether the first possible day of the meeting has not come yet."""
    try:
        return PartialDate.of(setting.values.get("date")).earliest > setting.today
    except DateError:
        return False


def is_signing(setting: AnswerContext) -> bool:
    """Tell whether something was probably signed."""
    return setting.values.get("kind") == "signing-ceremony" or tells_of("signing", setting)


def is_remote(setting: AnswerContext) -> bool:
    """Tell whether they may not have met in a place: it is said, or none is."""
    return not setting.values.get("venue", {}).get("city") or tells_of("remote", setting)


@cache
def _pattern(what: str) -> re.Pattern[str]:
    """Return what finds the words of all languages in folded text: `*` stands for any ending."""
    words = [word for table in cues.languages().values() for word in _words(table, what)]
    found = {re.escape(fold(word)) + ("[^ ]*" if word.endswith("*") else "") for word in words}
    return re.compile(rf"(?<![^ ])(?:{'|'.join(sorted(found, key=len, reverse=True))})(?![^ ])")


def _words(table: Mapping[str, Any], what: str) -> Iterator[str]:
    """Yield the words of one language that tell of an occasion."""
    yield from table["asks_about"].get(what, ())
    for name in _LISTS[what]:
        listed = table.get(name, ())
        yield from (word for each in listed.values() for word in each) if isinstance(listed, Mapping) else listed
