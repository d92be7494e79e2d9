"""Makes the genders and numbers of adjectives and names of inhabitants, from their masculine singular.

The rules are those of school grammars, for the words of `country_demonyms.toml` and no others. A form that nobody
writes does no harm, since it means nothing else; case and accents do not count when names are compared.
"""

import re
from collections.abc import Callable, Iterable, Mapping

Endings = Iterable[tuple[str, tuple[str, ...]]]  # an ending, and what stands in its place in the other forms

_FRENCH: Endings = (
    ("turc", ("turque", "turcs", "turques")),
    ("grec", ("grecque", "grecs", "grecques")),
    ("en", ("enne", "ens", "ennes")),
    ("on", ("onne", "ons", "onnes")),
    ("s", ("se", "ses")),
    ("e", ("es",)),
    ("è", ("ès",)),
    ("", ("e", "s", "es")),
)
_SPANISH: Endings = (
    ("o", ("a", "os", "as")),
    ("és", ("esa", "eses", "esas")),
    ("án", ("ana", "anes", "anas")),
    ("ín", ("ina", "ines", "inas")),
    ("ón", ("ona", "ones", "onas")),
    ("í", ("íes", "ís")),
    ("ol", ("ola", "oles", "olas")),
    ("", ("s", "es")),
)
_PORTUGUESE: Endings = (
    ("ão", ("ã", "ães", "ãos", "ões", "ãs")),
    ("o", ("a", "os", "as")),
    ("ês", ("esa", "eses", "esas")),
    ("ol", ("ola", "óis", "olas")),
    ("", ("s",)),
)
_GERMAN: Endings = (
    ("sch", ("sche", "schen", "scher", "sches", "schem")),
    ("er", ("erin", "erinnen", "ern", "ers")),
    ("e", ("en", "in", "innen")),
    ("", ("in", "innen", "s", "en")),
)
_WEAK = re.compile(r"(?<=sch|igt)e[rs]?$")  # what a German adjective ends with before it is declined
_SWEDISH: Endings = (("sk", ("skt", "ska")), ("", ()))
_ENGLISH: Endings = (
    *((ending, ()) for ending in ("ese", "ish", "sh", "ch", "ss", "s", "men", "man", "x", "woman")),
    ("", ("s",)),
)


def inflections(word: str, language: str) -> tuple[str, ...]:
    """Return a word of a language (ISO 639-1) and its other forms."""
    return tuple(dict.fromkeys((word, *_FORMS[language](word))))


def declined(name: str) -> tuple[str, ...]:
    """Return the other cases of a German name of several words: der Vereinigten Staaten."""
    *first, last = name.split(" ")
    weak = [_WEAK.sub("en", word) for word in first]
    if weak == first:
        return ()
    cases = " ".join([*weak, last])
    plural = " ".join([*weak, f"{last}n"]) if last.endswith("e") else ""
    return tuple(filter(None, (cases, plural, f"{cases}s" if last.endswith("reich") else "")))


def _by_ending(endings: Endings) -> Callable[[str], Iterable[str]]:
    """Make the function that replaces the first ending of a list that a word has."""

    def forms(word: str) -> Iterable[str]:
        ending, others = next(each for each in endings if word.endswith(each[0]))
        stem = word.removesuffix(ending) if ending else word
        return (stem + other for other in others)

    return forms


def _arabic(words: str) -> Iterable[str]:
    """Make the feminine and the plurals of a relative adjective (ending in ي); other words stay as they are."""
    if not words.endswith("ي"):
        return
    parts = words.split()
    for suffix in ("ة", "ون", "ين", "ات"):
        first = parts[0] + suffix if parts[0].endswith("ي") else parts[0]
        yield " ".join([first, *(part + "ة" if suffix in ("ة", "ات") else part for part in parts[1:])])
        yield " ".join(part + suffix if part.endswith("ي") else part for part in parts)


_FORMS: Mapping[str, Callable[[str], Iterable[str]]] = {
    "en": _by_ending(_ENGLISH),
    "fr": _by_ending(_FRENCH),
    "ar": _arabic,
    "es": _by_ending(_SPANISH),
    "pt": _by_ending(_PORTUGUESE),
    "de": _by_ending(_GERMAN),
    "sv": _by_ending(_SWEDISH),
}
