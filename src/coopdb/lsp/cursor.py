"""What stands at a place of a record's text, even where that is not TOML yet: table, key and the text that is typed."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from coopdb.record import toml
from coopdb.record.fields import RecordField, record_fields

_TOKEN = re.compile(
    r'"""(?:[^\\]|\\.)*?"""|\'\'\'.*?\'\'\'|(?P<string>"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\')|(?P<open_string>"""[\s\S]*|"[^\n]*|\'[^\n]*)'
    r"|(?P<comment>#[^\n]*)|(?P<bare>[\w.:+~-]+)|(?P<mark>[\[\]{}=,])|(?P<end>\n)",
    re.DOTALL,
)
# A line that begins a header or a pair, even where an array above it is not closed.
_BEGINNING = re.compile(r"\[\[?[A-Za-z][\w.-]*\]\]?[ \t]*(?:#.*)?\r?$|[A-Za-z][\w-]*[ \t]*=", re.MULTILINE)


_BITS = 16  # for the number of a table within a line; a record has fewer values


class TextToken(NamedTuple):
    """A piece of the text: `string`, `open_string`, `bare` word, `mark`, `comment`, or `end` of a line."""

    kind: str
    text: str
    start: int
    end: int


class CursorPlace(NamedTuple):
    """Where a cursor is: at a key of a table, or within or behind the equals sign of its value.

    `table` is "" at the top; `number` counts the table among those of its array, from 0 (it is larger where a table
    within a line stands in a later one of an array). `token` is what the cursor is in or behind, `is_value` whether a
    value is to stand there. `present` are the keys that the table has so far, where `Scan.at` was asked: to note them
    for each of many strings takes too long.
    """

    table: str
    number: int
    key: str
    is_value: bool
    token: TextToken | None
    present: frozenset[str]
    is_header: bool = False

    @property
    def field(self) -> RecordField | None:
        """What the record has at the key; None for a key that it does not know."""
        return next((each for each in record_fields().get(self.table, ()) if each.key == self.key), None)

    @property
    def kind(self) -> str:
        """What the value is: a topic's slug may stand alone in the list of topics."""
        if self.table == "" and self.key == "topics":
            return "topic"
        return self.field.kind if self.field else ""

    @property
    def value(self) -> str:
        """The text of the string that the cursor is in; "" where it is in none."""
        if self.token is None or self.token.kind not in ("string", "bare"):
            return ""
        return string_value(self.token.text) if self.token.kind == "string" else self.token.text


def string_value(written: str) -> str:
    """Return the value of a string; a bare word, or a string that is not closed, is returned as it is."""
    data = toml.parse(f"value = {written}")
    value = data.get("value") if isinstance(data, dict) else None
    return value if isinstance(value, str) else written


class Scan:
    """Walks through a text, and keeps in mind the table, the key and the brackets that are open."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._table, self._index, self._key = "", 0, ""
        self._numbers: dict[str, int] = {}
        self._present: set[str] = set()
        self._element = -1  # the table within a line that is open or was last, counted in the value of its key
        self._inner: list[str] = []  # the keys in the tables within a line that are open, "" where none is written yet
        self._depth = ""  # the brackets that are open; h for those of a header
        self._is_value = False

    def at(self, offset: int) -> CursorPlace | None:
        """Return the place of a cursor, with the keys that its table has; None in a comment."""
        for token in self._tokens():
            if token.start > offset or (token.kind == "end" and token.start == offset):
                break
            if token.end >= offset and token.kind in ("string", "open_string", "bare"):
                return self._place(token, self._present)
            if token.kind == "comment" and token.start < offset <= token.end:
                return None
        return self._place(None, self._present)

    def _tokens(self) -> Iterator[TextToken]:
        """Yield every token while what is open before it is in mind."""
        is_first = True
        for found in _TOKEN.finditer(self.text):
            token = TextToken(found.lastgroup or "string", found[0], *found.span())
            if is_first and self._depth and _BEGINNING.match(self.text, token.start):
                self._begin()
            is_first = token.kind == "end"
            yield token
            self._take(token)

    def strings(self, having: str = "") -> Iterator[CursorPlace]:
        """Yield the places of all whole strings that are values, or of those alone that may have a text in them."""
        has_escapes = "\\" in self.text  # any of them may then be the text
        last = len(self.text) if has_escapes else self.text.rfind(having)
        for token in self._tokens():
            if token.start > last:
                return
            if token.kind == "string" and self._is_value and (has_escapes or having in token.text):
                yield self._place(token)

    def _place(self, token: TextToken | None, present: Iterable[str] = ()) -> CursorPlace:
        inner = self._inner[-1] if self._inner else None
        table, key = (self._table, self._key) if inner is None else (self._child(), inner)
        index = self._index if inner is None else (self._index << _BITS) + self._element
        is_header = self._depth.startswith("h")
        return CursorPlace(table, index, key, self._is_value, token, frozenset(present), is_header=is_header)

    def _child(self) -> str:
        """Return the table that one within a line is: `topics = [{`, `venue = {`."""
        return f"{self._table}.{self._key}" if self._table else self._key

    def _take(self, token: TextToken) -> None:
        match token.kind:
            case "end":
                self._end()
            case "bare" | "string" if not self._is_value:
                self._name(token)
            case "mark":
                self._mark(token.text)

    def _end(self) -> None:
        """End a line: a header or a pair ends with it, unless an array is open."""
        if not self._depth or self._depth.startswith("h"):
            self._begin()

    def _begin(self) -> None:
        """Begin a header or a pair: whatever is open has been forgotten to be closed."""
        self._depth, self._inner, self._is_value, self._key, self._element = "", [], False, "", -1

    def _name(self, token: TextToken) -> None:
        """Take the name of a header, or a key."""
        name = token.text if token.kind == "bare" else string_value(token.text)
        if self._depth.startswith("h"):
            self._table, self._present, self._key = name, set(), ""
            is_array = self._depth == "hh"
            self._numbers[name] = self._numbers.get(name, -1) + 1 if is_array else 0
            self._index = self._numbers[name]
        elif self._inner:
            self._inner[-1] = name
        else:
            self._key = name
            self._present.add(name)

    def _mark(self, mark: str) -> None:
        if mark in "[]" and not self._is_value and not self._inner:
            self._depth += "h" if mark == "[" else ""
        elif mark == "=":
            self._is_value = True
        elif mark == "{":
            self._depth += mark
            self._element += not self._inner
            self._inner.append("")
            self._is_value = False
        elif mark == "[":
            self._depth += mark
        elif mark in "]}":
            self._close()
        elif mark == "," and self._depth.endswith("{"):
            self._inner[-1], self._is_value = "", False

    def _close(self) -> None:
        if self._depth.endswith("{"):
            self._inner.pop()
        self._depth = self._depth[:-1]
        self._is_value = True
