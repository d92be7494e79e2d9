"""What an answer is understood with: the records, the day, and what has been said of the record so far."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from coopdb.author.defaults import last_of
from coopdb.record.naming import Naming
from coopdb.store.files.records import RecordFile, RecordFiles

Values = dict[str, Any]


class AnswerContext(NamedTuple):
    """The records that are there, today, and the values of the record in the making."""

    records: RecordFiles
    today: date
    values: Mapping[str, Any]

    @property
    def naming(self) -> Naming:
        """How names are understood: as on the day of the meeting, where that is known."""
        return Naming.of(self.records.vocabularies, self.values)

    def label(self, party: Mapping[str, Any]) -> str:
        """Return the name of the party that a participant stands for."""
        return self.name(party_of(party))

    def name(self, key: str) -> str:
        """Return the name of a country's code or an organisation's slug; another text is its own name."""
        words = self.records.vocabularies
        return words.countries.short(key) if key in words.countries.entries else words.organizations.short(key)

    def last(self) -> RecordFile | None:
        """Return the latest record of the same parties."""
        return last_of(self.records, map(party_of, self.values.get("participants", ())))


def party_of(participant: Mapping[str, Any]) -> str:
    """Return the key of the party that a participant stands for."""
    return str(participant.get("country") or participant.get("organization") or "")
