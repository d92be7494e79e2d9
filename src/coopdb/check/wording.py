"""The words that several rules use for values and their alternatives."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from coopdb.record.fault import Fault
from coopdb.text import did_you_mean, visible
from coopdb.vocabulary.entry import Period
from coopdb.vocabulary.lookup import Vocabulary

MOST_SLIPS = 50  # names of one file that a did-you-mean is looked for
_LONGEST = 60
_MOST_LISTED = 40
_LARGE = 10**_LONGEST


def show(value: object) -> str:
    """Word a value of a record: text in backticks, shortened; arrays and tables by their kind."""
    match value:
        case list():
            return "an array" if value else "an empty one"
        case dict():
            return "a table"
        case datetime():
            return f"`{value.isoformat()}`"
        case bool():
            return f"`{str(value).lower()}`"
        case int() if abs(value) >= _LARGE:
            return "a number of many digits"  # which Python refuses to write beyond some thousands
        case _:
            text = visible(str(value))
            return f"`{text}`" if len(text) <= _LONGEST else f"`{text[:_LONGEST]}…`"


def one_of(value: object, expected: tuple[str, ...]) -> str:
    """Hint at the values that could stand there: the one that is near, else all of them."""
    listed = ", ".join(f"`{each}`" for each in expected[:_MOST_LISTED])
    more = f" and {len(expected) - _MOST_LISTED} more" if len(expected) > _MOST_LISTED else ""
    return did_you_mean(str(value), expected) or f"one of {listed}{more}"


def which_entry(fault: Fault, vocabulary: Vocabulary, on: Period | None = None) -> str:
    """Hint at the entry that an unknown name may be a slip for, or at those that an ambiguous one may mean.

    A country is named by its name, where that means it alone on the days `on`; all else as records have it.
    """
    if fault.expected:
        return "write " + " or ".join(f"`{key}` ({vocabulary.label(key)})" for key in fault.expected)
    near = vocabulary.nearest(str(fault.value))
    labels = [vocabulary.label(key) for key in near]
    is_country = vocabulary.noun == "country" and [len(vocabulary.resolve(each, on)) for each in labels] == [1]
    return f"did you mean {' or '.join(f'`{each}`' for each in (labels if is_country else near))}?" if near else ""


def hints(faults: Iterable[Fault], vocabulary: Vocabulary, on: Period | None = None) -> Iterator[tuple[Fault, str]]:
    """Yield faults with the hints at their entries; to look for a slip takes a millisecond, so for the first alone."""
    for number, fault in enumerate(faults):
        yield fault, which_entry(fault, vocabulary, on) if fault.expected or number < MOST_SLIPS else ""


def unknown(fault: Fault, vocabulary: Vocabulary) -> str:
    """Word the message for a name that means no entry, or more than one."""
    state = "ambiguous" if fault.expected else "unknown"
    return f"{state} {vocabulary.noun} {show(fault.value)}"
