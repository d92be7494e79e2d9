"""Makes `reports/dates.json` from CLDR, through Babel: how dates, numbers, lists and plurals are written."""

import json
import re
import sys
from pathlib import Path
from typing import Any

from babel import Locale
from babel.core import get_cldr_version

TARGET = Path(__file__).parent.parent / "src" / "coopdb" / "data" / "reports" / "dates.json"
# English as the rest of the world writes it: 1 February 2026.
LOCALES = {"en": "en_GB", "fr": "fr", "ar": "ar"}
DIGITS = "latn"
PERIOD = 100  # the plural of a number of three digits and more depends on its last two, but for millions


def main() -> int:
    """Write the table, or with `--check` say whether the one on disk is what would be written."""
    text = render()
    if "--check" not in sys.argv:
        TARGET.write_text(text, encoding="utf-8")
        return 0
    if TARGET.read_text(encoding="utf-8") == text:
        return 0
    print(f"{TARGET} is not what {Path(__file__).name} makes; run it again", file=sys.stderr)
    return 1


def render() -> str:
    """Write the table as JSON, a language a line."""
    about = {
        "source": f"CLDR {get_cldr_version()}, through Babel, by scripts/make_dates.py: patterns of dates, names of "
        "months, the mark between thousands, patterns of lists, and from which number on a plural form is used "
        "(a number above 199 has the form of 100 and its last two digits).",
        "licence": "Unicode-3.0",
    }
    rows = [f'    "{language}": {_dumps(rules(name))}' for language, name in LOCALES.items()]
    return f'{{\n  "about": {_dumps(about)},\n  "languages": {{\n' + ",\n".join(rows) + "\n  }\n}\n"


def rules(name: str) -> dict[str, Any]:
    """Return what is written in a way of its own in a language."""
    locale = Locale.parse(name)
    patterns = locale.list_patterns["standard"]
    return {
        "day": pattern(locale.date_formats["long"].pattern),
        "month": pattern(locale.datetime_skeletons["yMMMM"].pattern),
        "months": [locale.months["format"]["wide"][number] for number in range(1, 13)],
        "group": locale.number_symbols[DIGITS]["group"],
        "list": {each: patterns[each] for each in ("2", "start", "middle", "end")},
        "plurals": plurals(locale),
    }


def pattern(text: str) -> str:
    """Make a pattern of CLDR one of Python."""
    return re.sub("MMMM|d|y", lambda match: {"MMMM": "{month}", "d": "{day}", "y": "{year}"}[match[0]], text)


def plurals(locale: Locale) -> list[list[Any]]:
    """List from which number on a form is used, up to twice the period."""
    found: list[list[Any]] = []
    for number in range(2 * PERIOD):
        form = locale.plural_form(number)
        if not found or found[-1][1] != form:
            found.append([number, form])
    return found


def _dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    sys.exit(main())
