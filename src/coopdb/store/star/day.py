"""What became of commitments by a day: computed when a question is put, for what is stored depends on no day.

Views of the day take the place of tables: `commitments` has the column `state` in them. It is the status of the last
update that has one and whose last possible day is not later; else done, where the record that closes it is held and
not later; else the stored status, where there are no updates; else open. No commitment of a meeting that is not held by
then has one.
"""

from functools import partial
from typing import TYPE_CHECKING, Any

from coopdb.store.star.facets import facet_views

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdb.store.star.engine import Star

LATEST = "9999-12-31"
# `told` is the day, the place and the status of an update, so that the last is the greatest.
_COMMITMENTS = """
SELECT stored.*, CASE WHEN holding.meeting IS NOT NULL THEN COALESCE(
  SUBSTR(updated.told, 15),
  CASE WHEN closing.id IS NOT NULL THEN 'done' END,
  CASE WHEN updated.meeting IS NULL THEN stored.status END,
  'open') END AS state
FROM {base}commitments AS stored
LEFT JOIN (
  SELECT meeting, commitment, MAX(CASE WHEN latest <= '{day}' THEN latest || place || status END) AS told
  FROM {base}commitment_updates GROUP BY meeting, commitment
) AS updated ON updated.meeting = stored.meeting AND updated.commitment = stored.commitment
LEFT JOIN (
  SELECT DISTINCT id FROM {base}meetings WHERE status = 'held' AND latest <= '{day}'
) AS closing ON closing.id = stored.closed_by
LEFT JOIN (
  SELECT meeting FROM {base}meetings WHERE status = 'held' AND earliest <= '{day}'
) AS holding ON holding.meeting = stored.meeting
"""


def as_of(star: "Star", day: str) -> "Star":
    """Return the star as of a day, such as `2026-02-01`; it is the same connection, which forgets any other day."""
    views = {"commitments": _COMMITMENTS.format(base=star.base, day=day), **dict(facet_views(of_day=True))}
    for name, query in views.items():
        star.connection.execute(f"DROP VIEW IF EXISTS {star.temporary}{name}")
        star.connection.execute(f"CREATE TEMPORARY VIEW {name} AS {query}")
    beside = partial(_beside, star.beside, day) if star.beside else None
    return star._replace(day=day, beside=beside)


def _beside(
    beside: "Callable[[Callable[[Star], Any]], Callable[[], Any]]", day: str, question: "Callable[[Star], Any]"
) -> "Callable[[], Any]":
    return beside(lambda other: question(as_of(other, day)))
