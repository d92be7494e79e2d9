"""How a table and a list are to be made, as the user wrote it; light, because every command line needs it."""

from typing import Any, Literal, NamedTuple, get_args

from coopdb.errors import usage_error

Count = Literal["meetings", "documents", "commitments", "sources", "people"]
Percent = Literal["row", "column", "total"]
Order = Literal["date", "relevance", "title"]  # of a list of meetings
Span = Literal["first", "last", "interval"]  # of the meetings of a row
Sort = Literal["total", "-total", "label", "-label"]


class Form(NamedTuple):
    """The form of a table.

    `totals` adds the margins, `unit` is what is counted, `sort` the order of rows and columns (their own when None;
    the largest total first, labels from A; turned round by a minus), `top` the number of rows before the rest is one,
    `percent` what cells are percentages of (numbers when None). `minimum` leaves out rows with fewer, `cumulative`
    makes periods count what was until their end, `with_columns` adds columns on when the meetings of a row were.
    """

    totals: bool = True
    unit: Count = "meetings"
    sort: Sort | None = None
    top: int | None = None
    percent: Percent | None = None
    minimum: int | None = None
    cumulative: bool = False
    with_columns: tuple[Span, ...] = ()


def check_form(form: Form) -> None:
    """Raise a usage error for a form that there is none of: the command line has choices, a notebook has not."""
    check_choice("unit", form.unit, Count)
    check_choice("sort", form.sort, Sort)
    check_choice("percent", form.percent, Percent)
    check_number("top", form.top)
    check_number("minimum", form.minimum)
    check_choice("cumulative", form.cumulative, Literal[True, False])
    for each in form.with_columns:
        check_choice("with_columns", each, Span)


def check_choice(name: str, value: object, choices: Any) -> None:
    """Raise a usage error for a value that is given and not among the choices."""
    if value is not None and value not in get_args(choices):
        raise usage_error(f"`{name}` is not {value!r}", f"one of {', '.join(map(repr, get_args(choices)))}")


def check_number(name: str, value: object) -> None:
    """Raise a usage error for what is given and is not a number from 1."""
    if value is not None and (not isinstance(value, int) or isinstance(value, bool) or value < 1):
        raise usage_error(f"`{name}` is not {value!r}", "give a number from 1")
