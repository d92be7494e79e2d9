"""How a table and a list are to be made, as the user wrote it; light, because every command line needs it."""

from typing import Literal, NamedTuple

Count = Literal["meetings", "documents", "commitments", "sources", "people"]
Percent = Literal["row", "column", "total"]
Order = Literal["date", "relevance", "title"]  # of a list of meetings
Sort = Literal["total", "-total", "label", "-label"]


class Form(NamedTuple):
    """The form of a table.

    `totals` adds the margins, `unit` is what is counted, `sort` the order of rows and columns (their own when None;
    the largest total first, labels from A; turned round by a minus), `top` the number of rows before the rest is one,
    `percent` what cells are percentages of (numbers when None).
    """

    totals: bool = True
    unit: Count = "meetings"
    sort: Sort | None = None
    top: int | None = None
    percent: Percent | None = None
