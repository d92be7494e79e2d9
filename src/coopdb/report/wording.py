"""The words of reports in one language: sentences, plurals, dates, and names of what stands in the star.

The catalogues are `data/reports/en.json` and its neighbours; `data/reports/dates.json` is CLDR's. Machine formats have
no language: there values, days and keys are as they are in the star.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from coopdb.record.dates import PartialDate
from coopdb.record.values import Language
from coopdb.report.days import date_of
from coopdb.vocabulary.tables import read_table

if TYPE_CHECKING:
    from coopdb.vocabulary.entry import Entry
    from coopdb.vocabulary.vocabularies import Vocabularies

LANGUAGES: tuple[Language, ...] = get_args(Language)
_SINGLE, _PLURAL = 200, 100  # numbers below the first have a plural form of their own, others that of 100 and a rest


@cache
def catalogue(language: Language) -> Mapping[str, Any]:
    """Read the words of a language: by key a sentence, or one for each plural form."""
    words: Mapping[str, Any] = read_table(f"reports/{language}")["words"]
    return words


@cache
def _rules(language: Language) -> Mapping[str, Any]:
    rules: Mapping[str, Any] = read_table("reports/dates")["languages"][language]
    return rules


class Wording(NamedTuple):
    """How a report is worded: in a language, or for machines, with the vocabularies for names.

    It `has_pictures` where they can be shown: a timeline takes as long as what it is made of.
    """

    vocabularies: "Vocabularies"
    language: Language = "en"
    is_machine: bool = False
    has_pictures: bool = False

    def say(self, key: str, **values: object) -> str:
        """Return a sentence with its values."""
        return str(catalogue(self.language)[key].format(**values))

    def counted(self, key: str, number: int, **values: object) -> str:
        """Return a sentence about a number, in the plural form that the number has."""
        form = plural_form(self.language, number)
        return str(catalogue(self.language)[key][form].format(number=self.number(number), **values))

    def number(self, number: int) -> str:
        """Write a number with the mark between its thousands."""
        return f"{number:,}".replace(",", _rules(self.language)["group"])

    def day(self, text: str) -> str:
        """Write a date, a day or a month or a year, in words."""
        if self.is_machine:
            return text
        date = date_of(text)
        written = self._written(date)
        return self.say("date.about", date=written) if date.is_about else written

    def dated(self, key: str, text: str, /, **values: object) -> str:
        """Return a sentence about a date. That of a whole day has a key of its own: `le 1er mars`, but `en mars`."""
        end = "-day" if date_of(text).precision == "day" else ""
        return self.say(f"{key}{end}", day=self.day(text), **values)

    def _written(self, date: PartialDate) -> str:
        if date.precision == "year":
            return date.year
        rules, first = _rules(self.language), date.earliest
        pattern: str = rules[date.precision]
        day = self.say("date.first") if first.day == 1 else first.day  # French has `1er`, which CLDR leaves out
        return pattern.format(day=day, month=rules["months"][first.month - 1], year=first.year)

    def value(self, family: str, key: str) -> str:
        """Return the word for one of a fixed list of values, such as a `state`."""
        return key if self.is_machine else self.say(f"{family}.{key}")

    def party(self, key: str) -> str:
        """Return the name of a country, or of an organisation."""
        if self.is_machine:  # the vocabularies need not be read
            return key
        words = self.vocabularies
        entries = words.countries.entries if key in words.countries.entries else words.organizations.entries
        return self._name(entries, key)

    def topic(self, key: str) -> str:
        """Return the name of a topic."""
        return self._name(self.vocabularies.topics.entries, key)

    def group(self, key: str) -> str:
        """Return the name of a group of countries."""
        return self._name(self.vocabularies.groups.entries, key)

    def _name(self, entries: "Mapping[str, Entry]", key: str) -> str:
        if self.is_machine or key not in entries:
            return key
        labels = entries[key].labels
        return labels.get(self.language) or labels["en"]

    def pair(self, key: str) -> str:
        """Return the names of two countries, given as `MA-QA`."""
        return key if self.is_machine else self.parties(key.split("-"))

    def parties(self, keys: Iterable[str]) -> str:
        """Return the names of parties with a dash between them."""
        return " – ".join(map(self.party, keys))

    def listed(self, texts: Iterable[str]) -> str:
        """Put texts in one list, as the language does: `a, b and c`."""
        first, *rest = tuple(texts)
        patterns = _rules(self.language)["list"]
        for number, each in enumerate(rest, start=2):
            is_last, is_second = number == len(rest) + 1, number == 2  # noqa: PLR2004  # the second of the list
            name = ("2" if is_second else "end") if is_last else "start" if is_second else "middle"
            first = patterns[name].format(first, each)
        return first


def sentence(text: str) -> str:
    """Begin a text with a capital letter, where its script has any."""
    return text[:1].upper() + text[1:]


def screen_word(key: str, language: str) -> str:
    """Return a word of the screen or the page around a table."""
    words: dict[str, str] = read_table(f"reports/{language}")["words"]
    return words[f"screen.{key}"]


def is_right_to_left(language: str) -> bool:
    """Tell whether a language is written from right to left."""
    return language == "ar"


def plural_form(language: Language, number: int) -> str:
    """Return the plural form of a number: `one`, `other`, and in Arabic `zero`, `two`, `few` and `many` too."""
    place = number if number < _SINGLE else _PLURAL + number % _PLURAL
    forms: list[list[Any]] = _rules(language)["plurals"]
    return str(next(form for start, form in reversed(forms) if start <= place))
