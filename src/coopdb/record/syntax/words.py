"""Recognises what stands without quotation marks where a value is expected: words, days, numbers, yes and no."""

import re

from coopdb.record import toml
from coopdb.record.free_words import flag, is_nothing
from coopdb.record.shapes import Shape
from coopdb.record.syntax.days import Written, written_day
from coopdb.record.syntax.slip import Slip, is_value

_LONGEST = 80  # characters of a day, or two
MARKS = "“”„‟«»‘’‚‹›″＂"  # typographic quotation marks
_PERIOD = re.compile(r"(\S+)(?: +(?:to|au|until|till|bis|-|–|—|→) +| *[–—→] *|/)(\S+)")


def typed_word(text: str, shape: Shape | None, at: int) -> Slip | None:
    """Return the slip of words that are not a value, None for those that are one."""
    if is_value(text):
        return None
    if shape == "flag" or (shape == "date" and flag(text)):
        return _slip("flag", text, at, flag(text))
    if is_nothing(text):
        return _slip("nothing", text, at)
    if (shape != "text" or text[:1].isdigit()) and (slip := _number(text, shape, at)):
        return slip
    if shape == "date":
        return _slip("not-day", text, at)
    is_clear = not re.search(rf'["{MARKS}=]', text)
    return _slip("unquoted", text, at, toml.value(text) if is_clear else "")


def _slip(kind: str, text: str, at: int, new: str = "", typed: str = "") -> Slip:
    end = at + len(text)
    return Slip(kind, at, end, ((at, end, new),) if new else (), typed, text)


def _number(text: str, shape: Shape | None, at: int) -> Slip | None:
    """Return the slip of a day, two days or a number."""
    if len(text) > _LONGEST:
        return None
    written = written_day(text)
    if written.is_date:
        return _day(text, written, at)
    period = _PERIOD.fullmatch(text)
    days = [written_day(each).days for each in period.groups()] if period else []
    if days and all(days):
        typed = " and ".join(f"`{key} = {each[0]}`" for key, each in zip(("date", "end_date"), days, strict=True))
        return _slip("period", text, at, typed=typed)
    if shape is None and re.fullmatch(r"\d+(?:,\d+)?", text, re.ASCII):
        return _slip("number", text, at, text.replace(",", ".").lstrip("0") or "0")
    return None


def _day(text: str, written: Written, at: int) -> Slip:
    """Return the slip of a day: fixed where it can be one alone, and says nothing of an hour."""
    typed = " or ".join(f"`{each}`" for each in written.days)
    if len(written.days) != 1:
        return _slip("which-day" if written.days else "no-day", text, at, typed=typed)
    return _slip("time", text, at, typed=typed) if written.has_time else _slip("day", text, at, written.days[0])
