"""Makes `languages.json`, the codes of languages and their names, from CLDR through Babel."""

import json
import sys
from pathlib import Path

from babel import Locale
from babel.core import get_cldr_version, get_global

TARGET = Path(__file__).parent.parent / "src" / "coopdb" / "data" / "languages.json"
NAMED_IN = ("en", "fr", "ar", "es", "pt", "de", "sv")
ALSO = {"tl", "bh", "sh", "ber"}  # codes for which CLDR has others
LONGEST = 3  # letters of a code of a language; `pt_BR` is more than that
NOT_LANGUAGES = {"mul", "root", "und", "zxx"}


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
    """Write all codes, and the names of those of two letters, the commonest ones of the world."""
    names = [Locale.parse(place).languages for place in NAMED_IN]
    codes = {code for code in names[0] if len(code) <= LONGEST and code not in NOT_LANGUAGES} | ALSO
    aliases = get_global("language_aliases")
    named = {
        code: sorted({each[code] for each in names if code in each} | {old for old in aliases if aliases[old] == code})
        for code in sorted(codes)
        if len(code) < LONGEST
    }
    about = {
        "source": f"Unicode CLDR {get_cldr_version()}: codes of languages, and the names of those of ISO 639-1.",
        "licence": "Unicode-3.0",
        "made_by": "scripts/make_languages.py",
    }
    rows = ",\n".join(f"{json.dumps(code)}: {json.dumps(each, ensure_ascii=False)}" for code, each in named.items())
    head = f'"about": {json.dumps(about)},\n"codes": {json.dumps(" ".join(sorted(codes)))}'
    return f'{{\n{head},\n"names": {{\n{rows}\n}}\n}}\n'


if __name__ == "__main__":
    sys.exit(main())
