"""Slugs: the small letters, digits and single hyphens of ids, topics and keys."""

import re

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*", re.ASCII)


def is_slug(text: str) -> bool:
    """Tell whether a text has only the characters that a slug may have."""
    return bool(_SLUG.fullmatch(text))


def is_key(text: str) -> bool:
    """Tell whether a slug can name a part of a record: `ID#2` would be its place."""
    return is_slug(text) and not text.isdigit()
