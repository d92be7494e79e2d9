"""Makes `countries.json` from CLDR, through Babel, and from the names, demonyms and former countries kept here."""

import json
import sys
import tomllib
from collections.abc import Iterable
from itertools import chain
from pathlib import Path
from typing import Any

from babel import Locale
from babel.core import get_cldr_version, get_global
from inflection import declined, inflections

from coopdb.text import fold

HERE = Path(__file__).parent
TARGET = HERE.parent / "src" / "coopdb" / "data" / "countries.json"
LANGUAGES = ("en", "fr", "ar", "es", "pt", "de", "sv")
GERMAN = "de"  # whose names of several words are declined
# Where a language is written in other ways, whose names are aliases.
VARIANTS = {"fr": ["fr_CA"], "es": ["es_MX"], "pt": ["pt_PT"], "de": ["de_AT", "de_CH"]}
# Languages whose names are aliases, where no language above has the same.
NEIGHBOURS = ("nb", "da")
SHORT = 3  # letters of a name that is an ordinary word elsewhere: `Man`
# Territories of CLDR that are not in force in ISO 3166-1: groupings, reserved and private codes. XK stays, for Kosovo.
NOT_COUNTRIES = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}

# Alpha-3 codes of states that are no more (ISO 3166-3), which CLDR maps to one that is.
FORMER = {"BUR", "DDR", "FXX", "TMP", "YMD", "ZAR"}

Entry = dict[str, Any]
Names = dict[str, Any]  # of a language: names by code
ByLanguage = dict[str, list[str]]


def main() -> int:
    """Write the table, or with `--check` say whether the one on disk is what would be written."""
    text = render(make_entries())
    if "--check" not in sys.argv:
        TARGET.write_text(text, encoding="utf-8")
        return 0
    if TARGET.read_text(encoding="utf-8") == text:
        return 0
    print(f"{TARGET} is not what {Path(__file__).name} makes; run it again", file=sys.stderr)
    return 1


def make_entries() -> dict[str, Entry]:
    """Make the entry of every country, present ones by ISO 3166-1 alpha-2 code, then the former ones."""
    own = read("country_names.toml") | {"demonyms": read("country_demonyms.toml")}
    former = read("former_countries.toml")
    own["valid"] = former.pop("valid")
    places = [*LANGUAGES, *NEIGHBOURS, *(place for places in VARIANTS.values() for place in places)]
    cldr = {place: Locale.parse(place).territories for place in places}
    present = {code: make_entry(code, cldr, own) for code in sorted(cldr["en"]) if is_country(code)}
    return present | {code: make_former(code, entry, own["demonyms"]) for code, entry in sorted(former.items())}


def read(name: str) -> Names:
    """Read a table that lies beside this script."""
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


def is_country(code: str) -> bool:
    """Tell the alpha-2 code of a country from CLDR's other territories."""
    return len(code) == 2 and code.isalpha() and code not in NOT_COUNTRIES  # noqa: PLR2004  # alpha-2


def long_codes(code: str) -> list[str]:
    """Return the alpha-3 code of a country: CLDR has it as an alias of the alpha-2 code, beside former ones."""
    aliases = get_global("territory_aliases")
    return [alias for alias, targets in aliases.items() if list(targets) == [code] and is_alpha_3(alias)]


def is_alpha_3(code: str) -> bool:
    """Tell an alpha-3 code from the numeric and the former ones."""
    return len(code) == 3 and code.isalpha() and code not in FORMER  # noqa: PLR2004  # alpha-3


def make_entry(code: str, cldr: Names, own: Names) -> Entry:
    """Join CLDR's names of a country and our own; a label of CLDR's that ours displaces stays as an alias."""
    labels = {language: own["labels"][language].get(code, cldr[language][code]) for language in LANGUAGES}
    aliases: ByLanguage = {}
    for language in LANGUAGES:
        variants = [cldr[place][code] for place in (language, *VARIANTS.get(language, []))]
        elsewhere = {*own["former"][language].get(code, ()), *own["common"][language].get(code, ())}
        old = set(map(fold, elsewhere))
        names = [*variants, *own["aliases"][language].get(code, [])]
        if language == GERMAN:
            names += [case for name in (labels[language], *names) for case in declined(name)]
        if kept := distinct((name for name in names if fold(name) not in old), labels[language]):
            aliases[language] = kept
    for language in NEIGHBOURS:
        shared = chain(*(names.get(code, ()) for names in own["common"].values()))
        known = (*labels.values(), *chain(*aliases.values()), *shared)
        if len(cldr[language][code]) > SHORT and (kept := distinct([cldr[language][code]], *known)):
            aliases[language] = kept
    common = {language: own["common"][language][code] for language in LANGUAGES if code in own["common"][language]}
    former = {language: own["former"][language][code] for language in LANGUAGES if code in own["former"][language]}
    if code in own["former_codes"]:
        former[""] = own["former_codes"][code]
    entry = {
        "labels": labels,
        "codes": [*long_codes(code), *own["codes"].get(code, [])],
        "aliases": aliases,
        "common": common,
        "former": former,
        **make_demonyms(code, own["demonyms"]),
        "valid": own["valid"].get(code, []),
    }
    return {key: value for key, value in entry.items() if value or key in ("labels", "codes")}


def make_former(code: str, entry: Entry, demonyms: Names) -> Entry:
    """Add the demonyms to the entry of a former country."""
    return {**entry, **make_demonyms(code, demonyms), "is_former": True}


def make_demonyms(code: str, own: Names) -> Entry:
    """Inflect the demonyms of a country. They are one text a language, which is read much faster than a list."""
    demonyms = {
        language: "|".join(distinct(form for word in own[language][code] for form in inflections(word, language)))
        for language in LANGUAGES
        if code in own[language]
    }
    found: Entry = {"demonyms": demonyms} if demonyms else {}
    return found | ({"compounds": distinct(own["compounds"][code])} if code in own["compounds"] else {})


def distinct(names: Iterable[str], *but: str) -> list[str]:
    """Drop names that folded are the same as an earlier one, or as one of `but`."""
    by_fold: dict[str, str] = dict.fromkeys(map(fold, but), "")
    for name in names:
        by_fold.setdefault(fold(name), name)
    return [name for name in by_fold.values() if name]


def render(entries: dict[str, Entry]) -> str:
    """Write the table with one country a line, so that a difference can be reviewed."""
    about = {
        "source": f"Unicode CLDR {get_cldr_version()}, through Babel, and the tables in scripts/ (*countr*.toml)",
        "licence": "Unicode-3.0 (names from CLDR), MIT (the others)",
        "made_by": "scripts/make_countries.py",
    }
    lines = (f"{json.dumps(code)}: {json.dumps(entry, ensure_ascii=False)}" for code, entry in entries.items())
    return f'{{\n"about": {json.dumps(about)},\n"entries": {{\n' + ",\n".join(lines) + "\n}\n}\n"


if __name__ == "__main__":
    sys.exit(main())
