"""The words that several rules use for values and their alternatives."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from coopdb.record.fault import Fault
from coopdb.text import were_meant
from coopdb.vocabulary.entry import Period
from coopdb.vocabulary.lookup import Vocabulary
from coopdb.vocabulary.unknown_names import LONGEST_QUOTED, choices, quoted, unclear_message

MOST_SLIPS = 50  # names of one file that a did-you-mean is looked for
_LARGE = 10**LONGEST_QUOTED


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
            return quoted(str(value))


def which_entry(fault: Fault, vocabulary: Vocabulary, on: Period | None = None) -> str:
    """Hint at the entry that an unknown name may be a slip for, or at those that an ambiguous one may mean.

    A country is named by its name, where that means it alone on the days `on`; all else as records have it.
    """
    if fault.expected:
        return choices(vocabulary, fault.expected)
    near = vocabulary.nearest(str(fault.value))
    labels = [vocabulary.label(key) for key in near]
    is_country = vocabulary.noun == "country" and [len(vocabulary.resolve(each, on)) for each in labels] == [1]
    return were_meant(*(labels if is_country else near))


def hints(faults: Iterable[Fault], vocabulary: Vocabulary, on: Period | None = None) -> Iterator[tuple[Fault, str]]:
    """Yield faults with the hints at their entries; to look for a slip takes a millisecond, so for the first alone."""
    for number, fault in enumerate(faults):
        yield fault, which_entry(fault, vocabulary, on) if fault.expected or number < MOST_SLIPS else ""


def unknown(fault: Fault, vocabulary: Vocabulary) -> str:
    """Word the message for a name that means no entry, or more than one."""
    return unclear_message(vocabulary, show(fault.value), is_ambiguous=bool(fault.expected))
