"""What became of commitments and documents by a day: computed when a question is put; what is stored depends on no day.

Views of the day take the place of tables: `commitments` and `documents` have the column `state` in them. That of a
commitment is the status of the last update that has one and whose last possible day is not later; else done, where the
record that closes it is held and not later; else the stored status, where there are no updates; else open. `told` is
the date of that update, `closed` that or the date of that record, and the state `is_undated` where it is the stored
one, and not open. That of a document is as `record/states.py` says. What comes out of a meeting that is not held by
then has none.
"""

from calendar import monthrange
from datetime import date
from typing import TYPE_CHECKING

from coopdb.record.values import EXPIRING
from coopdb.store.star.facets import facet_views

if TYPE_CHECKING:
    from coopdb.store.star.engine import Star

LATEST = "9999-12-31"
# The meeting is looked up by its number alone: with its status too, SQLite goes through all held ones for every row.
# `told` is the day, the place and the status of an update, so that the last is the greatest.
_COMMITMENTS = """
SELECT stored.*, CASE WHEN holding.status = 'held' AND holding.earliest <= '{day}' THEN COALESCE(
  SUBSTR(updated.told, 15),
  CASE WHEN closing.id IS NOT NULL THEN 'done' END,
  CASE WHEN updated.meeting IS NULL THEN stored.status END,
  'open') END AS state,
  telling.date AS told,
  COALESCE(telling.date, closing.date) AS closed,
  updated.meeting IS NULL AND closing.id IS NULL AND stored.status <> 'open' AS is_undated
FROM {base}commitments AS stored
LEFT JOIN (
  SELECT meeting, commitment, MAX(CASE WHEN latest <= '{day}' THEN latest || place || status END) AS told
  FROM {base}commitment_updates GROUP BY meeting, commitment
) AS updated ON updated.meeting = stored.meeting AND updated.commitment = stored.commitment
LEFT JOIN {base}commitment_updates AS telling ON telling.meeting = stored.meeting
  AND telling.commitment = stored.commitment AND telling.latest || telling.place = SUBSTR(updated.told, 1, 14)
LEFT JOIN (
  SELECT id, MAX(date) AS date FROM {base}meetings WHERE status = 'held' AND latest <= '{day}'
    AND id IN (SELECT closed_by FROM {base}commitments) GROUP BY id
) AS closing ON closing.id = stored.closed_by
LEFT JOIN {base}meetings AS holding ON holding.meeting = stored.meeting
"""
_DOCUMENTS = """
SELECT stored.*, CASE
  WHEN holding.status <> 'held' OR holding.earliest > '{day}' THEN NULL
  WHEN {ended} THEN 'ended'
  WHEN replacing.target IS NOT NULL THEN 'replaced'
  WHEN {expired} AND COALESCE(stored.renewal, '') <> 'automatic' THEN 'expired'
  WHEN {expiring} AND NOT {expired} THEN 'expiring'
  WHEN {in_force} THEN 'in-force'
  WHEN stored.signed = 'true' OR {signed} THEN 'signed'
  WHEN stored.signed = 'false' THEN 'unsigned'
  ELSE 'unknown' END AS state
FROM {base}documents AS stored
LEFT JOIN {base}meetings AS holding ON holding.meeting = stored.meeting
LEFT JOIN (
  SELECT DISTINCT stored.replaces AS target FROM {base}documents AS stored
  JOIN {base}meetings AS held ON held.meeting = stored.meeting
  WHERE held.status = 'held' AND held.earliest <= '{day}' AND stored.replaces IS NOT NULL AND {in_force}
) AS replacing ON replacing.target = holding.id || '#' || stored.key
"""


def as_of(star: "Star", day: str, expiring: int = EXPIRING) -> "Star":
    """Return the star as of a day, such as `2026-02-01`; it is the same connection, which forgets any other day.

    A document is expiring within so many days before it expires.
    """
    views = {
        "commitments": _COMMITMENTS.format(base=star.base, day=day),
        "documents": _documents(star.base, date.fromisoformat(day), expiring),
        **dict(facet_views(of_day=True)),
    }
    for name, query in views.items():
        star.connection.execute(f"DROP VIEW IF EXISTS {star.temporary}{name}")
        star.connection.execute(f"CREATE TEMPORARY VIEW {name} AS {query}")
    return star._replace(day=day)


def _documents(base: str, day: date, expiring: int) -> str:
    soon = date.fromordinal(min(day.toordinal() + expiring, date.max.toordinal()))
    return _DOCUMENTS.format(
        base=base,
        day=day.isoformat(),
        ended=_is_past("ended", day),
        expired=_is_past("expires", day),
        expiring=_is_past("expires", soon),
        in_force=_is_past("in_force", day),
        signed=_is_past("signed", day),
    )


def _is_past(column: str, day: date) -> str:
    """Return the condition that the last possible day of a partial date is not later: its month or year is over."""
    bare = f"REPLACE(stored.{column}, '~', '')"
    is_end = day.day == monthrange(day.year, day.month)[1]
    months = 12 * day.year + day.month - 1 - (not is_end)  # since the year 0, the last that is over
    year = (months + 1) // 12 - 1
    ends = (day.isoformat(), f"{months // 12:04}-{months % 12 + 1:02}", f"{year:04}")
    cases = " ".join(f"WHEN {len(end)} THEN {bare} <= '{end}'" for end in ends)
    return f"CASE LENGTH({bare}) {cases} END"
