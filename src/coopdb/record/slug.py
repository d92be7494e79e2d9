"""Slugs: the small letters, digits and single hyphens of ids, topics and keys."""

import re

_WORD = "[a-z0-9]+"
SLUG = f"{_WORD}(?:-{_WORD})*"
_SLUG = re.compile(SLUG)
_WORDS = re.compile(_WORD)


def is_slug(text: str) -> bool:
    """Tell whether a text has only the characters that a slug may have."""
    return bool(_SLUG.fullmatch(text))


def slug_words(text: str) -> list[str]:
    """Find what may be words of a slug in a text.

    >>> slug_words("-ma-qa_Summit")
    ['ma', 'qa', 'ummit']
    """
    return _WORDS.findall(text)


def is_key(text: str) -> bool:
    """Tell whether a slug can name a part of a record: `ID#2` would be its place."""
    return is_slug(text) and not text.isdigit()
