"""What every page of the site is made with: the records, the words, and how one page links to another."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from coopdb.query.selection import Selection
from coopdb.record.values import Language
from coopdb.report.wording import LANGUAGES, Wording
from coopdb.site.naming import link
from coopdb.site.templates import template
from coopdb.site.words import SiteWords
from coopdb.store.files.made_folder import digest
from coopdb.store.star.engine import Star

LANGUAGE_NAMES: Mapping[Language, str] = {"en": "English", "fr": "Français", "ar": "العربية"}
# What every page leads to, by the key of its word.
MENU = (
    ("home", "index.html"),
    ("meetings", "meetings/index.html"),
    ("search", "search.html"),
    ("explorer", "explorer.html"),
)


class SiteOptions(NamedTuple):
    """What the site is asked with: the language of its first page, its title, and the address it will have."""

    language: Language = "en"
    title: str = ""
    base_url: str = ""


class Site(NamedTuple):
    """The star as of a day, the records that are shown, and the words of each language."""

    star: Star
    selection: Selection
    options: SiteOptions
    words: Mapping[Language, SiteWords]
    stamp: str

    @classmethod
    def of(cls, star: Star, selection: Selection, options: SiteOptions) -> "Site":
        """Make the site of a star as of a day."""
        words = {each: SiteWords(Wording(star.vocabularies, each)) for each in LANGUAGES}
        return cls(star, selection, options, words, digest(options))

    def key(self, *values: object) -> str:
        """Return the key of a file that is made of some plain values, beside what all files depend on."""
        return digest(self.stamp, *values)

    def page(self, language: Language, name: str, template_name: str, **values: Any) -> bytes:
        """Fill the template of a page: `name` is its path below the folder of the language."""
        path = f"{language}/{name}"
        words = self.words[language]
        return template(template_name)(
            site=self.options,
            words=words,
            say=words.say,
            counted=words.counted,
            name=name,
            to=lambda target: link(path, f"{language}/{target}"),  # a page of the same language
            root=lambda target: link(path, target),  # any file of the site
            languages=[(each, LANGUAGE_NAMES[each], link(path, f"{each}/{name}")) for each in LANGUAGES],
            menu=MENU,
            **values,
        ).encode()
