"""Which script words are written in: Arabic has no capitals, and writes small words together with what they precede."""

# Its block and those that extend it, and the forms that old files have for letters in one place or another of a word.
_BLOCKS = ((0x0600, 0x06FF), (0x0750, 0x077F), (0x0870, 0x08FF), (0xFB50, 0xFDFF), (0xFE70, 0xFEFC))
_ARABIC = frozenset(chr(code) for first, last in _BLOCKS for code in range(first, last + 1))


def is_arabic(text: str) -> bool:
    """Tell whether text begins in the Arabic script; an empty one does not."""
    return not text.isascii() and text[0] in _ARABIC
