"""What every page of the site is made with: the records, the words, and how one page links to another."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, partial
from typing import Any

from markupsafe import Markup, escape

from coopdb.query.selection import Selection
from coopdb.record.values import Language
from coopdb.report.meetings import MeetingFacts, all_meetings
from coopdb.report.silences import Silence, find_silences
from coopdb.report.wording import LANGUAGES, Wording
from coopdb.site.listing import Listing, read_listing
from coopdb.site.naming import file_name
from coopdb.site.options import SiteOptions
from coopdb.site.records import SiteMeeting, SiteRecords, read_records
from coopdb.site.templates import fill, trusted
from coopdb.site.words import SiteWords
from coopdb.store.files.made_folder import digest
from coopdb.store.star.engine import Star
from coopdb.text import visible

LANGUAGE_NAMES: Mapping[Language, str] = {"en": "English", "fr": "Français", "ar": "العربية"}
# What every page leads to, by the key of its word.
MENU = (
    ("home", "index.html"),
    ("meetings", "years/index.html"),
    ("countries", "countries/index.html"),
    ("topics", "topics/index.html"),
    ("people", "people/index.html"),
    ("series", "series/index.html"),
    ("agenda", "agenda.html"),
    ("commitments", "commitments.html"),
    ("documents", "documents.html"),
    ("silences", "silences.html"),
    ("search", "search.html"),
    ("explorer", "explorer.html"),
)

_OF_CODES = ("countries", "pairs")  # whose keys differ by more than capitals


@dataclass(frozen=True)
class Site:
    """The star as of a day, the records that are shown, and the words of each language.

    `stamp` sums up what every file depends on: the code, the vocabularies and the options.
    """

    star: Star
    selection: Selection
    options: SiteOptions
    words: Mapping[Language, SiteWords]
    stamp: str

    @classmethod
    def of(cls, star: Star, selection: Selection, options: SiteOptions, code: str = "") -> "Site":
        """Make the site of a star as of a day."""
        words = {each: SiteWords(Wording(star.vocabularies, each)) for each in LANGUAGES}
        return cls(star, selection, options, words, digest(code, options))

    @cached_property
    def records(self) -> SiteRecords:
        """The meetings that are shown."""
        return read_records(self.star, self.selection)

    @cached_property
    def listing(self) -> Listing:
        """The same meetings as CSV and JSON."""
        return read_listing(self.star, self.selection)

    @cached_property
    def meetings(self) -> list[MeetingFacts]:
        """The meetings as reports speak of them: held by the day, or planned."""
        return all_meetings(self.star, self.selection)

    @cached_property
    def silences(self) -> Mapping[tuple[str, str], Silence]:
        """The rhythm of pairs and series, and what is late, by what it is and its key."""
        return {(each.what, each.key): each for each in find_silences(self.star, self.meetings)}

    @cached_property
    def day_key(self) -> str:
        """What sums up all meetings as of the day."""
        return digest(self.star.day, [each.key for each in self.records.meetings])

    def key(self, *values: object) -> str:
        """Return the key of a file that is made of some plain values, beside what all files depend on."""
        return digest(self.stamp, *values)

    def title(self, language: Language) -> str:
        """Return the title of the site."""
        return self.options.title or self.words[language].say("site.title")

    def page(self, language: Language, name: str, template_name: str, **values: Any) -> bytes:
        """Fill the template of a page: `name` is its path below the folder of the language."""
        words = self.words[language]
        base = "../" * name.count("/")
        top = f"{base}../"
        return fill(
            template_name,
            site=self.options,
            site_title=self.title(language),
            words=words,
            say=words.say,
            counted=words.counted,
            name=name,
            base=trusted(base),  # what the path of a page of the same language is put after
            top=trusted(top),  # and that of any file of the site
            header=self._frame(language, "header", base, name),
            footer=self._frame(language, "footer", base, ""),
            named=self.named(language),
            address=self.address,
            languages=[(each, LANGUAGE_NAMES[each], f"{top}{each}/{name}") for each in LANGUAGES],
            **values,
        ).encode()

    def address(self, path: str) -> str:
        """Return the address that a file of the site will have, where the site has one."""
        return self.options.base_url + path.removesuffix("index.html")

    def named(self, language: Language) -> Callable[[str, str], Markup]:
        """Return what names a country, a topic or the like, by folder and key, as a link one folder down."""
        return self._named[language]

    def snippets(self, language: Language, name: str, meetings: Iterable[SiteMeeting]) -> Markup:
        """Return the same part of several meetings as pages one folder down have it; each is made once.

        A part is an `item`, or the rows of a table, such as `sources_of`: of those without rows there is nothing.
        """
        table = "meetings" if name == "item" else name.removesuffix("_of")
        return Markup("").join([self._snippet(language, name, each) for each in meetings if table in each.rows])

    @cached_property
    def _named(self) -> Mapping[Language, Callable[[str, str], Markup]]:
        return {language: cache(partial(_link, words, self.records)) for language, words in self.words.items()}

    @cached_property
    def _made(self) -> dict[tuple[object, ...], Markup]:
        return {}

    def _frame(self, language: Language, template_name: str, base: str, name: str) -> Markup:
        """Return what is above or below the content of a page, which is the same on many."""
        place = language, template_name, base, name if any(name == each for _, each in MENU) else ""
        if place not in self._made:
            words, title = self.words[language], self.title(language)
            values = {"base": trusted(base), "name": name, "menu": MENU, "say": words.say, "site_title": title}
            self._made[place] = fill(template_name, **values)
        return self._made[place]

    def _snippet(self, language: Language, name: str, meeting: SiteMeeting) -> Markup:
        place = language, name, meeting.number
        if place not in self._made:
            words = self.words[language]
            values = {"words": words, "say": words.say, "named": self.named(language)}
            self._made[place] = fill(name, meeting=meeting, records=self.records, **values)
        return self._made[place]


def _link(words: SiteWords, records: SiteRecords, folder: str, key: str) -> Markup:
    label = escape(visible(words.name(folder, key)))
    inner = f"<bdi>{label}</bdi>"
    return trusted(f'<a href="../{entity_page(folder, key)}">{inner}</a>' if records.has(folder, key) else inner)


def entity_page(folder: str, key: str) -> str:
    """Return the path of the page of a country, topic, person or the like, below the folder of a language."""
    return f"{folder}/{file_name(key.lower() if folder in _OF_CODES else key)}.html"
