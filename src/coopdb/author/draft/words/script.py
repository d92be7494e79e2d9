"""Which script words are written in: Arabic has no capitals, and writes small words together with what they precede."""

import re

# Its block and those that extend it, and the forms that old files have for letters in one place or another of a word.
_ARABIC = re.compile("[\u0600-\u06ff\u0750-\u077f\u0870-\u08ff\ufb50-\ufdff\ufe70-\ufefc]")


def is_arabic(text: str) -> bool:
    """Tell whether text begins in the Arabic script; an empty one does not."""
    return not text.isascii() and _ARABIC.match(text) is not None
