"""What a vocabulary holds: one country, organisation, topic or group, with its names and the days it is valid on."""

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

Kind = Literal["code", "name", "alias", "common", "former", "demonym", "part"]
Names = Mapping[str, tuple[str, ...]]


class Period(NamedTuple):
    """Days from `since` to `until`, both included; None where it has no end."""

    since: date | None
    until: date | None

    @classmethod
    def of(cls, since: str, until: str) -> "Period":
        """Read a period from two texts, ISO days or years; an empty one is no end."""
        return cls(_day(since, "-01-01"), _day(until, "-12-31"))

    @property
    def words(self) -> str:
        """The period as it is shown: `1922-12-30 to 1991-12-26`, `since 2011-07-09`, `until 1918-11-30`."""
        if self.since and self.until:
            return f"{self.since} to {self.until}"
        return f"since {self.since}" if self.since else f"until {self.until}" if self.until else "always"

    def overlaps(self, other: "Period") -> bool:
        """Tell whether the two have a day in common."""
        return (not self.since or not other.until or self.since <= other.until) and (
            not other.since or not self.until or other.since <= self.until
        )


class Membership(NamedTuple):
    """A country, or another entry, that belongs to a group for a time."""

    member: str
    period: Period


class Tenure(NamedTuple):
    """An office that a person held, for a country; from when until when, as partial dates, empty where not known."""

    role: str
    country: str = ""
    since: str = ""
    until: str = ""


class Entry(NamedTuple):
    """One entry. Names are by language (ISO 639-1; old codes without one), the first of each its label.

    `periods`: the days on which the key is valid, every day when there are none. `is_former`: it is no longer today.
    `common`: names that it shares with other entries, and that mean any of them. `replaced_by` names the entry that a
    deprecated one has given way to. `country` and `offices` are a person's.
    """

    key: str
    labels: Mapping[str, str]
    codes: tuple[str, ...] = ()
    aliases: Names = MappingProxyType({})
    common: Names = MappingProxyType({})
    former: Names = MappingProxyType({})
    demonyms: Names = MappingProxyType({})
    compounds: tuple[str, ...] = ()
    short: str = ""
    definition: str = ""
    broader: str = ""
    replaced_by: str = ""
    is_former: bool = False
    periods: tuple[Period, ...] = ()
    successors: tuple[str, ...] = ()
    members: tuple[Membership, ...] = ()
    source: str = ""
    country: str = ""
    offices: tuple[Tenure, ...] = ()

    @classmethod
    def of(cls, key: str, value: Mapping[str, Any]) -> "Entry":
        """Make an entry of its row in a table of `data/`."""
        return cls(
            key=key,
            labels=value["labels"],
            codes=tuple(value.get("codes", ())),
            aliases=_names(value.get("aliases", {})),
            common=_names(value.get("common", {})),
            former=_names(value.get("former", {})),
            demonyms={language: tuple(forms.split("|")) for language, forms in value.get("demonyms", {}).items()},
            compounds=tuple(value.get("compounds", ())),
            short=value.get("short", {}).get("en", ""),
            definition=value.get("definition", ""),
            broader=value.get("broader", ""),
            replaced_by=value.get("replaced_by", ""),
            is_former=value.get("is_former", False),
            periods=tuple(Period.of(*period) for period in value.get("valid", ())),
            successors=tuple(value.get("successors", ())),
            members=tuple(Membership(key, Period.of(*period)) for key, *period in value.get("members", ())),
            source=value.get("source", ""),
        )

    @property
    def label(self) -> str:
        """The English name."""
        return self.labels["en"]

    def is_valid_on(self, days: Period) -> bool:
        """Tell whether the key is valid on at least one of the days."""
        return not self.periods or any(period.overlaps(days) for period in self.periods)

    def has_member(self, key: str, day: date) -> bool:
        """Tell whether `key` belongs to this group on a day."""
        on = Period(day, day)
        return any(each.member == key and each.period.overlaps(on) for each in self.members)

    def has_code(self, folded: str) -> bool:
        """Tell whether these letters are a code, written in capitals."""
        return any(code.isupper() and code.casefold() == folded for code in (self.key, *self.codes))

    def names(self) -> Iterator[tuple[Kind, str, str]]:
        """Yield every (kind, language, name) that means this entry; codes have no language."""
        yield "code", "", self.key
        yield from (("code", "", code) for code in self.codes)
        yield from (("name", language, label) for language, label in self.labels.items())
        yield from _of_kind("alias", self.aliases)
        yield from _of_kind("common", self.common)
        yield from _of_kind("former", self.former)
        yield from _of_kind("demonym", self.demonyms)

    def names_in(self, language: str) -> Iterator[str]:
        """Yield the names of one language, the label first."""
        if language in self.labels:
            yield self.labels[language]
        for names in (self.aliases, self.common, self.former, self.demonyms):
            yield from names.get(language, ())


def _day(text: str, rest_of_year: str) -> date | None:
    if not text:
        return None
    return date.fromisoformat(text if "-" in text else text + rest_of_year)


def _names(value: Mapping[str, list[str]]) -> Names:
    return {language: tuple(names) for language, names in value.items()}


def _of_kind(kind: Kind, names: Names) -> Iterator[tuple[Kind, str, str]]:
    return ((kind, language, name) for language, every in names.items() for name in every)
