"""Finds a language of a source that is not a code of ISO 639, or not that of its title.

Two letters where a language has such a code (`fr`), else three (`zgh`). A title in Arabic letters is not of a French
source; one in Latin letters may have been translated.

Bad:

    [[sources]]
    title = "المغرب وقطر"
    language = "french"

Good:

    [[sources]]
    title = "المغرب وقطر"
    language = "ar"
"""

import unicodedata
from collections import Counter
from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.check.wording import show
from coopdb.store.files.records import RecordFile
from coopdb.vocabulary.languages import language_codes, language_of

CODE = "V011"
READS = ()
SEVERITY = "warning"
_LATIN = (
    "en fr es pt de sv it nl pl da nb nn no fi et lv lt cs sk sl hr hu ro ca eu gl ga cy is mt sq tr vi id sw so rw mg"
)
# The letters of languages that are written in one way, by the first word of their names in Unicode.
_LETTERS = {
    **dict.fromkeys(_LATIN.split(), ("LATIN",)),
    **dict.fromkeys(("ar", "fa", "ur", "ps"), ("ARABIC",)),
    **dict.fromkeys(("ru", "uk", "be", "bg", "mk"), ("CYRILLIC",)),
    **dict.fromkeys(("am", "ti"), ("ETHIOPIC",)),
    **dict.fromkeys(("hi", "ne", "mr"), ("DEVANAGARI",)),
    "el": ("GREEK",),
    "he": ("HEBREW",),
    "hy": ("ARMENIAN",),
    "ka": ("GEORGIAN",),
    "th": ("THAI",),
    "bn": ("BENGALI",),
    "zh": ("CJK",),
    "ja": ("CJK", "HIRAGANA", "KATAKANA"),
    "ko": ("HANGUL", "CJK"),
}
_FIRST_OTHER = "\u0370"  # letters before it are Latin


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every language that is not a valid code, or whose script is not that of the title."""
    for index, each in enumerate(entry.meeting.sources):
        if not each.language:
            continue
        route = "sources", index, "language"
        if each.language not in language_codes():
            meant = language_of(each.language)
            hint = f"write `{meant}`" if meant else "a code such as `fr`, `ar` or `zgh` is expected"
            yield Finding(route, f"{show(each.language)} is not a code of ISO 639", hint)
        elif each.title and max(each.title) >= _FIRST_OTHER and each.language in _LETTERS:
            letters = _letters(each.title)
            if letters not in ("LATIN", *_LETTERS[each.language]):
                message = f"the title has {letters.title()} letters, the language is `{each.language}`"
                yield Finding(route, message, "correct the language")


def _letters(title: str) -> str:
    """Return which letters a text has most of."""
    names = Counter(unicodedata.name(each, "").partition(" ")[0] for each in title if each.isalpha())
    return names.most_common(1)[0][0] if names else "LATIN"
