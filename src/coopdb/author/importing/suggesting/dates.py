"""Finds the formats that a column's dates are written in, and whether the day or the month comes first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from coopdb.author.importing.rows import Day

_NUMBERS = ("%d{0}%m{0}%Y", "%m{0}%d{0}%Y", "%d{0}%m{0}%y", "%m{0}%d{0}%y", "%Y{0}%m{0}%d", "%m{0}%Y")
_WORDS = ("%d %B %Y", "%d %b %Y", "%B %d, %Y", "%b %d, %Y", "%d-%b-%Y", "%d-%b-%y", "%B %Y", "%b %Y")
_FORMATS = (
    "%Y-%m-%d",
    *(form.format(mark) for mark in "/.-" for form in _NUMBERS),
    *_WORDS,
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%dT%H:%M:%S",
    "%d/%m/%Y %H:%M",
    "%m/%d/%Y %H:%M",
    "%d/%m/%Y %H:%M:%S",
    "%m/%d/%Y %H:%M:%S",
    "%Y-%m",
    "%Y",
)
_LONGEST = 30  # characters of a date
_ISO = ("%Y-%m-%d", "%Y-%m", "%Y")  # as records have them


@dataclass(frozen=True, slots=True)
class DateForm:
    """How a column's dates are written: `formats` are tried in turn; `orders` are two, where a person must choose.

    `example` is a text that can be read in both orders, and `others` are texts that no format reads.
    """

    formats: tuple[str, ...] = ()
    orders: tuple[tuple[str, date], ...] = ()
    example: str = ""
    others: tuple[str, ...] = ()


def date_form(texts: Iterable[str]) -> DateForm:
    """Find the formats that read the most texts, each of which must read one that those before it do not."""
    texts = tuple(texts)
    readings = {text: dict(_readings(text)) for text in dict.fromkeys(texts) if not isinstance(text, Day)}
    left = {text: found for text, found in readings.items() if found}
    others = tuple(text for text, found in readings.items() if not found)
    chosen: list[str] = []
    while left:
        best = max(_FORMATS, key=lambda form: sum(form in found for found in left.values()))
        if (twin := _twin(best)) in _FORMATS and _is_open(best, twin, readings.values()):
            return _asked(best, twin, readings, others)
        chosen.append(best)
        left = {text: found for text, found in left.items() if best not in found}
    is_plain = all(form in _ISO for form in chosen)
    return DateForm(() if is_plain else tuple(chosen), others=others)


def is_dated(texts: Iterable[str]) -> bool:
    """Tell whether most of some texts are dates."""
    texts = tuple(texts)
    return bool(texts) and sum(isinstance(text, Day) or any(_readings(text)) for text in texts) * 2 > len(texts)


def _readings(text: str) -> Iterator[tuple[str, date]]:
    """Yield the formats that read a text, with the days that they read; no year is before the first of 1000."""
    for form in _FORMATS if len(text) <= _LONGEST and any(map(str.isdigit, text)) else ():
        try:
            day = datetime.strptime(text, form).date()  # a day has no zone
        except ValueError:
            continue
        if day.year >= 1000:  # noqa: PLR2004  # four digits
            yield form, day


def _twin(form: str) -> str:
    """Return a format with day and month in the other order."""
    return form.translate({ord("d"): "m", ord("m"): "d"}) if form[:2] in ("%d", "%m") else ""


def _is_open(form: str, twin: str, readings: Iterable[dict[str, date]]) -> bool:
    """Tell whether nothing decides between two orders: no text has only one of them, or some have the one only."""
    one = any(form in found and twin not in found for found in readings)
    other = any(twin in found and form not in found for found in readings)
    return one == other


def _asked(form: str, twin: str, readings: dict[str, dict[str, date]], others: tuple[str, ...]) -> DateForm:
    both = [text for text, found in readings.items() if form in found and twin in found]
    example = next((text for text in both if readings[text][form] != readings[text][twin]), "")
    day_first, month_first = sorted((form, twin))
    days = readings.get(example, {})
    plain = date(2026, 4, 3), date(2026, 3, 4)
    orders = ((day_first, days.get(day_first, plain[0])), (month_first, days.get(month_first, plain[1])))
    return DateForm((), orders, example, others)
