"""Recognises slips in a list, or in a table in braces."""

import re
from collections.abc import Iterator

from coopdb.record import toml
from coopdb.record.shapes import Shape
from coopdb.record.syntax.slip import Patch, Slip
from coopdb.record.syntax.words import MARKS, typed_word

_TOKEN = re.compile(
    r'(?P<string>"(?:[^"\\\n]|\\[^\n])*+"|(?<!\w)\'[^\'\n]*+\')'
    rf"|(?P<marked>[{MARKS}][^\n]*?[{MARKS}\"](?=\s*(?:[,;،؛\])}}#]|\Z))|''[^'\n]++'')"
    r"|(?P<comment>#[^\n]*+)|(?P<comma>[,;،؛、；，])|(?P<opening>[\[{(])|(?P<close>[\]})])|(?P<sign>=|:(?=\s))|(?P<space>\s++)"
    rf"|(?P<unclosed>[\"{MARKS}][^\n]*+)|(?P<bare>(?:[^\s,;،؛、；，\[\]{{}}()=:\"{MARKS}]|:(?!\s))++)"
)
_AT_END = re.compile(r"\s*+\}")
_CLOSING = {"[": "]", "{": "}"}


class Items:
    """Goes through the tokens of a list or table in braces once, and collects what is wrong with them."""

    def __init__(self, value: str, shape: Shape | None, opened: str = "") -> None:
        self._value, self._shape = value, shape
        self._open = [*opened]
        self._before = "open"  # what stood last: an open bracket, a value, a comma, a key or a sign
        self._last = 0  # where that ended
        self._run: tuple[int, int] | None = None  # words that are one value, or the name of a key
        self._is_table = re.match(r"\{[^{}=:]*\}", value) is None

    def slips(self) -> Iterator[Slip]:
        """Yield a slip for every token that is not as it should be."""
        for token in _TOKEN.finditer(self._value):
            kind = str(token.lastgroup)
            if kind == "bare" and token[0] != ".":
                self._run = (self._run[0] if self._run else token.start(), token.end())
            elif kind == "space" and not ("\n" in token[0] and self._inside == "{"):
                continue
            else:
                yield from self._word(kind)
                yield from getattr(self, f"_{kind}")(token)
        yield from self._word("")
        if self._open:
            ends = "".join(_CLOSING[each] for each in reversed(self._open))
            yield self._slip("bracket", self._last, self._last, ends)

    @property
    def _inside(self) -> str:
        return self._open[-1] if self._open else ""

    def _slip(self, kind: str, start: int, end: int, new: str | None) -> Slip:
        cure: tuple[Patch, ...] = () if new is None else ((start, end, new),)
        return Slip(kind, start, end, cure, about=self._value[start:end])

    def _word(self, following: str) -> Iterator[Slip]:
        """Take the words before a token as a key or as one value."""
        if self._run is None:
            return
        (start, end), self._run = self._run, None
        if following == "sign" and self._inside == "{":
            yield from self._comma_before(start)
            self._before, self._last = "key", end
        elif self._before == "value":
            yield self._slip("trailing", start, end, None)
        else:
            if slip := typed_word(self._value[start:end], self._shape, start):
                yield slip
            self._before, self._last = "value", end

    def _value_at(self, start: int, end: int) -> Iterator[Slip]:
        yield from self._comma_before(start)
        self._before, self._last = "value", end

    def _comma_before(self, start: int) -> Iterator[Slip]:
        if self._before == "value" and self._open:
            yield self._slip("comma", self._last, self._last, "," if self._last < start else None)

    def _string(self, token: re.Match[str]) -> Iterator[Slip]:
        yield from self._value_at(*token.span())

    def _marked(self, token: re.Match[str]) -> Iterator[Slip]:
        yield from self._value_at(*token.span())
        if re.search(rf"[,;،]\s*[{MARKS}]", token[0][1:]):
            yield self._slip("typographic-quotes", *token.span(), None)
            return
        yield self._slip("typographic-quotes", *token.span(), toml.value(token[0].strip(f"{MARKS}'\"\xa0\u202f ")))

    def _comment(self, token: re.Match[str]) -> Iterator[Slip]:
        if self._inside == "{":
            yield self._slip("braces", *token.span(), None)

    def _comma(self, token: re.Match[str]) -> Iterator[Slip]:
        is_spare = self._before in ("open", "comma") or (
            self._inside == "{" and _AT_END.match(self._value, token.end()) is not None
        )
        if is_spare or token[0] != ",":
            yield self._slip("separator", *token.span(), "" if is_spare else ",")
        self._before = self._before if is_spare else "comma"

    def _bare(self, token: re.Match[str]) -> Iterator[Slip]:
        yield self._slip("separator", *token.span(), ",")
        self._before = "comma"

    def _opening(self, token: re.Match[str]) -> Iterator[Slip]:
        yield from self._comma_before(token.start())
        bracket = "[" if token[0] == "(" or not self._is_table else token[0]
        if bracket != token[0]:
            yield self._slip("bracket", *token.span(), bracket)
        self._open.append(bracket)
        self._before = "open"

    def _close(self, token: re.Match[str]) -> Iterator[Slip]:
        wanted = _CLOSING[self._open.pop()] if self._open else ""
        if token[0] != wanted:
            yield self._slip("bracket", *token.span(), wanted)
        self._before, self._last = "value", token.end()

    def _sign(self, token: re.Match[str]) -> Iterator[Slip]:
        if self._inside != "{" or token[0] == ":":
            yield self._slip("equals", *token.span(), " =" if self._inside == "{" else None)
        self._before = "sign"

    def _space(self, token: re.Match[str]) -> Iterator[Slip]:
        yield self._slip("braces", *token.span(), " ")

    def _unclosed(self, token: re.Match[str]) -> Iterator[Slip]:
        yield from self._value_at(*token.span())
        core = token[0].rstrip(" \t\r]}),")
        tail = token[0][len(core) :]
        text = core[1:].rstrip(MARKS).strip()
        if not text or re.search(rf"[,;\[{{\"{MARKS}#]", text):
            yield self._slip("unclosed", *token.span(), None)
            return
        kind = "typographic-quotes" if core[-1] in MARKS or core[0] != '"' else "unclosed"
        yield self._slip(kind, token.start(), token.start() + len(core), toml.value(text))
        for closing in re.findall(r"[\]})]", tail):
            if self._open and closing == _CLOSING[self._inside]:
                self._open.pop()
        self._last = token.end()
