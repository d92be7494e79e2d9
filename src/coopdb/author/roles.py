"""Fills in the roles of people from the offices that the repository knows them to have held on the day."""

from collections.abc import Mapping
from typing import Any

from coopdb.record.dates import DateError, PartialDate
from coopdb.vocabulary.entry import Period, Tenure
from coopdb.vocabulary.vocabularies import Vocabularies


def with_roles(values: Mapping[str, Any], vocabularies: Vocabularies) -> dict[str, Any]:
    """Give people of a record without a role the one office that `people.toml` says they held on all its days."""
    days = _days(values)
    if days is None or not vocabularies.people.entries:
        return dict(values)
    participants = [_with_role(each, days, vocabularies) for each in values.get("participants", ())]
    return {**values, **({"participants": participants} if participants else {})}


def _with_role(participant: Mapping[str, Any], days: Period, vocabularies: Vocabularies) -> dict[str, Any]:
    name = participant.get("name")
    if not name or participant.get("role"):
        return dict(participant)
    role = role_on(str(name), str(participant.get("country") or ""), days, vocabularies)
    return {key: value for key, value in participant.items() if key != "role"} | ({"role": role} if role else {})


def role_on(name: str, country: str, days: Period, vocabularies: Vocabularies) -> str:
    """Return the only office that a person held for a country on all of some days; nothing where that is not certain.

    What an office leaves open has no end. The country may be named in any way.
    """
    matches = vocabularies.people.resolve(name)
    offices = vocabularies.people[matches[0].key].offices if len(matches) == 1 else ()
    codes = {match.key for match in vocabularies.countries.resolve(country)}
    held = [each for each in offices if (not each.country or each.country in codes) and _covers(each, days)]
    return held[0].role if len(held) == 1 else ""


def _covers(tenure: Tenure, days: Period) -> bool:
    """Tell whether an office was held on all the days, however its own partial dates are meant."""
    since, until = (PartialDate.of(each) if each else None for each in (tenure.since, tenure.until))
    first, last = days.since, days.until
    return (since is None or (first is not None and since.latest <= first)) and (
        until is None or (last is not None and last <= until.earliest)
    )


def _days(values: Mapping[str, Any]) -> Period | None:
    """Return the days that a meeting may have been on; None where its dates cannot be read."""
    try:
        first = PartialDate.of(values.get("date"))
        last = PartialDate.of(values["end_date"]) if values.get("end_date") else first
    except DateError:
        return None
    return Period(first.earliest, last.latest)
