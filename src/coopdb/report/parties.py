"""Whom a report is about: parties, or a series, as the command line names them, and how their meetings are chosen."""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from coopdb.errors import usage_error
from coopdb.query.condition import Condition
from coopdb.query.fields import FIELDS
from coopdb.query.selection import Selection
from coopdb.query.sql import Sql, every
from coopdb.report.wording import Wording
from coopdb.store.star.engine import Star
from coopdb.text import visible

_MOST = 2  # parties of a report


class Subject(NamedTuple):
    """One party or two, or a series; `home` is the party whose records these are, where it is one of them."""

    parties: tuple[str, ...] = ()
    series: str = ""
    home: str = ""

    def title(self, wording: Wording) -> str:
        """Name the series, or the parties."""
        return self.series or wording.parties(self.parties)

    def narrow(self, selection: Selection) -> Selection:
        """Take only the meetings of the series, or of all the parties."""
        if self.series:
            own = [Condition(Sql("series = ?", (self.series,)), "", "series", [self.series])]
        else:
            own = [Condition(_with(each), "", "party", [each]) for each in self.parties]
        return Selection((*selection.conditions, *own))

    @property
    def scope(self) -> Sql:
        """The condition on the meetings that are of interest: theirs, and all of the series that theirs belong to."""
        if self.series:
            return Sql("series = ?", (self.series,))
        own = every(map(_with, self.parties))
        return own + " OR series IN (SELECT series FROM meetings WHERE " + own + ")"  # noqa: S608  # our own SQL

    def is_all(self, parties: Collection[str]) -> bool:
        """Tell whether nobody else is among the parties of a meeting; of a single party, and a series, all are."""
        return len(self.parties) < _MOST or set(parties) == set(self.parties)

    def is_about(self, party: str | None) -> bool:
        """Tell whether a party, or nobody in particular, is one of two; whoever meets a single one, or a series, is."""
        return len(self.parties) < _MOST or party is None or party in self.parties

    def name(self, party: str, wording: Wording) -> str:
        """Name a party; the one at home is `we`."""
        return wording.say("brief.we") if party == self.home else wording.party(party)


def _with(party: str) -> Sql:
    return Sql("meeting IN (SELECT meeting FROM parties WHERE party = ?)", (party,))


def find_subject(star: Star, parties: Iterable[str], series: Sequence[str] = (), home: str = "") -> Subject:
    """Find what texts name; without parties it is a series, else that is a filter.

    A single party is met by the one at home, where that is known and another.
    """
    texts = tuple(parties)
    if len(texts) > _MOST or not (texts or len(series) == 1):
        raise usage_error("one party or two are needed, or one `--series`", "for example `coopdb brief FR MA`")
    if not texts:
        return Subject(series=_series(star, series[0]))
    own = _party(star, home) if home else ""
    found = tuple(dict.fromkeys(_party(star, text) for text in texts))
    if len(found) < len(texts):
        raise usage_error(f"`{visible(texts[0])}` and `{visible(texts[1])}` are one party", "name another")
    if own and len(found) == 1 and found[0] != own:
        found = (own, *found)
    return Subject(found, home=own if own in found else "")


def _party(star: Star, text: str) -> str:
    """Find a country, or an organisation, by any of its names."""
    field = FIELDS["owner"]
    found = tuple(field.find(text, star)) or field.refuse(text, star)
    return found[0].key


def _series(star: Star, text: str) -> str:
    """Find the one series that has the words of a text, or that is the text."""
    field = FIELDS["series"]
    found = [hit.key for hit in field.find(text, star)] or field.refuse(text, star)
    if text in found or len(found) == 1:
        return text if text in found else found[0]
    raise usage_error(
        f"`{visible(text)}` means several series", "one of " + ", ".join(f"`{visible(each)}`" for each in found)
    )
