"""What is said below a table: English text, which knows of what it is made, so that another language can say it."""

from typing import Any


class Note(str):
    """A note in English. `key` names its sentence in the catalogues of words, `values` are what stands in it."""

    key: str
    values: dict[str, Any]

    def __new__(cls, text: str, key: str, **values: Any) -> "Note":
        """Make a note of its English text, and of what it says."""
        note = super().__new__(cls, text)
        note.key, note.values = key, values
        return note
