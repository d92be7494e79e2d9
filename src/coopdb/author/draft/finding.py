"""What a reader of one key answers: a value with its place in the text, or a doubt with what it may be."""

from typing import NamedTuple


class DraftFinding(NamedTuple):
    """A value of a key, or, where `value` is empty, why it is doubtful and what it may be; the place in the text."""

    value: str | int
    start: int
    end: int
    rule: str
    candidates: tuple[str, ...] = ()
