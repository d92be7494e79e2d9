"""The rows that an import rejects, in the form they came in, with number and reason before them."""

import json
from collections.abc import Iterable, Mapping

from coopdb.author.importing.csv import write_csv
from coopdb.author.importing.rows import REASON, ROW, Intake, Rejected


def write_rejects(intake: Intake, rejected: Iterable[Rejected]) -> str:
    """Write CSV for CSV, and else JSON Lines; fixed, it can be imported as it is."""
    if intake.columns:
        rows = ([each.row.number, each.reason, *each.row.content] for each in rejected)
        return write_csv([ROW, REASON, *intake.columns], rows, intake.delimiter)
    return "".join(f"{_line(each)}\n" for each in rejected)


def _line(rejected: Rejected) -> str:
    row = rejected.row
    content = dict(row.content) if isinstance(row.content, Mapping) else {"text": row.content}
    return json.dumps({ROW: row.number, REASON: rejected.reason, **content}, ensure_ascii=False)
