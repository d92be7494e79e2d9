"""Makes `src/coopdb/data/countries.json` from CLDR, through Babel, and the names in `country_names.toml`."""

import json
import sys
import tomllib
from pathlib import Path
from typing import Any

from babel import Locale
from babel.core import get_cldr_version, get_global

from coopdb.text import fold

HERE = Path(__file__).parent
TARGET = HERE.parent / "src" / "coopdb" / "data" / "countries.json"
LANGUAGES = ("en", "fr", "ar", "es", "pt", "de", "sv")
# Where a language is written in other ways, whose names are aliases.
VARIANTS = {"fr": ["fr_CA"], "es": ["es_MX"], "pt": ["pt_PT"], "de": ["de_AT", "de_CH"]}
# Territories of CLDR that are not in force in ISO 3166-1: groupings, reserved and private codes. XK stays, for Kosovo.
NOT_COUNTRIES = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}

# Alpha-3 codes of states that are no more (ISO 3166-3), which CLDR maps to one that is.
FORMER = {"BUR", "DDR", "FXX", "TMP", "YMD", "ZAR"}

Entry = dict[str, Any]
Names = dict[str, Any]  # of a language: names by code


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
    """Make the entry of every country, by ISO 3166-1 alpha-2 code."""
    own = tomllib.loads((HERE / "country_names.toml").read_text(encoding="utf-8"))
    places = [*LANGUAGES, *(place for places in VARIANTS.values() for place in places)]
    cldr = {place: Locale.parse(place).territories for place in places}
    return {code: make_entry(code, cldr, own) for code in sorted(cldr["en"]) if is_country(code)}


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
    aliases: dict[str, list[str]] = {}
    for language in LANGUAGES:
        variants = [cldr[place][code] for place in (language, *VARIANTS.get(language, []))]
        names = [*variants, *own["aliases"][language].get(code, [])]
        by_fold = {fold(name): name for name in reversed(names) if fold(name) != fold(labels[language])}
        if by_fold:
            aliases[language] = list(reversed(by_fold.values()))
    return {"labels": labels, "codes": [*long_codes(code), *own["codes"].get(code, [])], "aliases": aliases}


def render(entries: dict[str, Entry]) -> str:
    """Write the table with one country a line, so that a difference can be reviewed."""
    about = {
        "source": f"Unicode CLDR {get_cldr_version()}, through Babel, and scripts/country_names.toml",
        "licence": "Unicode-3.0 (names from CLDR), MIT (the others)",
        "made_by": "scripts/make_countries.py",
    }
    lines = (f"{json.dumps(code)}: {json.dumps(entry, ensure_ascii=False)}" for code, entry in entries.items())
    return f'{{\n"about": {json.dumps(about)},\n"entries": {{\n' + ",\n".join(lines) + "\n}\n}\n"


if __name__ == "__main__":
    sys.exit(main())
