"""Recognises what stands without quotation marks where a value is expected: words, days, numbers, yes and no."""

import re

from coopdb.record import toml
from coopdb.record.free_words import flag, is_nothing
from coopdb.record.shapes import Shape
from coopdb.record.syntax.days import Written, written_day
from coopdb.record.syntax.slip import Slip, is_value

MARKS = "“”„‟«»‘’‚‹›″＂"  # typographic quotation marks
_PERIOD = re.compile(r"(\S+)(?: +(?:to|au|until|till|bis|-|–|—|→) +| *[–—→] *|/)(\S+)")


def typed_word(text: str, shape: Shape | None, at: int) -> Slip | None:
    """Return the slip of words that are not a value, None for those that are one."""
    if is_value(text):
        return None
    end = at + len(text)

    def slip(kind: str, typed: str | None = None) -> Slip:
        return Slip(kind, at, end, () if typed is None else ((at, end, typed),), about=text)

    if shape == "flag" or (shape == "date" and flag(text)):
        return slip("flag", flag(text) or None)
    if is_nothing(text):
        return slip("nothing")
    if shape != "text" or text[:1].isdigit():
        written = written_day(text)
        if written.is_date:
            return _day(text, written, at)
        if (
            (period := _PERIOD.fullmatch(text))
            and (days := [written_day(each).days for each in period.groups()])
            and all(days)
        ):
            both = " and ".join(f"`{key} = {each[0]}`" for key, each in zip(("date", "end_date"), days, strict=True))
            return slip("period")._replace(typed=both)
        if re.fullmatch(r"\d+,\d+", text) and shape is None:
            return slip("number", text.replace(",", "."))
        if text.isdigit() and shape is None:
            return slip("number", str(int(text)))
    return slip("unquoted", None if re.search(rf'["{MARKS}=]', text) or shape == "date" else toml.value(text))


def _day(text: str, written: Written, at: int) -> Slip:
    """Return the slip of a day: fixed where it can be one alone, and says nothing of an hour."""
    end, typed = at + len(text), " or ".join(f"`{each}`" for each in written.days)
    if len(written.days) != 1:
        return Slip("which-day" if written.days else "no-day", at, end, typed=typed, about=text)
    if written.has_time:
        return Slip("time", at, end, typed=typed, about=text)
    return Slip("day", at, end, ((at, end, written.days[0]),), about=text)
