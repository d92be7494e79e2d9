"""When a question matters: the words of a title or summary that tell of a signature, a promise, another meeting."""

import re
from functools import cache

from coopdb.author.answer_context import AnswerContext
from coopdb.record.dates import DateError, PartialDate
from coopdb.text import fold
from coopdb.vocabulary.tables import read_table


def tells_of(what: str, setting: AnswerContext) -> bool:
    """Tell whether title or summary have a word for something, in any language of `data/occasions.json`."""
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
    words = [word for each in read_table("occasions")[what].values() for word in each]
    found = {re.escape(fold(word)) + ("[^ ]*" if word.endswith("*") else "") for word in words}
    return re.compile(rf"(?<![^ ])(?:{'|'.join(sorted(found, key=len, reverse=True))})(?![^ ])")
