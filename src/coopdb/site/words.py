"""The words of the site in one language: those of reports, and its own, from `data/site/en.json` and its neighbours."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from coopdb.record.values import Language
from coopdb.report.wording import Wording, is_right_to_left, plural_form
from coopdb.vocabulary.tables import read_table

_MOST, _FIRST = 8, 5  # parties that are all named, and of more those that are


@cache
def site_catalogue(language: Language) -> Mapping[str, Any]:
    """Read the site's own words of a language: by key a sentence, or one for each plural form."""
    words: Mapping[str, Any] = read_table(f"site/{language}")["words"]
    return words


class SiteWords(NamedTuple):
    """What templates say things with: `reports` words what stands in the star."""

    reports: Wording

    @property
    def language(self) -> Language:
        """The language."""
        return self.reports.language

    @property
    def direction(self) -> str:
        """The direction of its script, as HTML names it."""
        return "rtl" if is_right_to_left(self.language) else "ltr"

    def say(self, key: str, **values: object) -> str:
        """Return a sentence with its values: one of the site's own, else of those of reports."""
        own = site_catalogue(self.language)
        return str(own[key].format(**values)) if key in own else self.reports.say(key, **values)

    def counted(self, key: str, number: int, **values: object) -> str:
        """Return a sentence about a number, in the plural form that the number has."""
        own = site_catalogue(self.language)
        if key not in own:
            return self.reports.counted(key, number, **values)
        form = own[key][plural_form(self.language, number)]
        return str(form.format(number=self.reports.number(number), **values))

    def fact(self, label: str, value: str) -> str:
        """Return a label and what it is of."""
        return self.say("fact", label=label, value=value)

    def several_parties(self, keys: Sequence[str]) -> str:
        """Name the parties of a meeting; of very many only the first."""
        named = self.reports.parties(keys[:_FIRST] if len(keys) > _MOST else keys)
        return f"{named} {self.counted('more', len(keys) - _FIRST)}" if len(keys) > _MOST else named

    def name(self, folder: str, key: str) -> str:
        """Return what a country, a topic or the like is called, by the folder of its page."""
        match folder:
            case "countries" | "organizations":
                return self.reports.party(key)
            case "pairs":
                return self.reports.pair(key)
            case "topics":
                return self.reports.topic(key)
            case _:
                return key
