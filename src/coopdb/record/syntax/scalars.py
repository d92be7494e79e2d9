"""Recognises slips in a text, a date or another single value behind a key."""

import re
from collections.abc import Iterator

from coopdb.record import toml
from coopdb.record.shapes import Shape, is_key
from coopdb.record.syntax.slip import Patch, Slip, is_value
from coopdb.record.syntax.words import MARKS, typed_word

_STRING = re.compile(r'"""[\s\S]*?"{3,5}|\'\'\'[\s\S]*?\'{3,5}|"(?:[^"\\\n]|\\[^\n])*+"|\'[^\'\n]*+\'')
_ESCAPE = re.compile(r'\\(?:[btnfr"\\]|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8})')
_MARKED = re.compile(rf"(?:[{MARKS}]|'')([^\n]*?)(?:[{MARKS}\"]|'')(?=\s*+[;,.]?\s*+(?:#.*)?$)")
_SECOND = re.compile(r"[;,.]?\s*(?P<key>[\w-]+)\s*=\s*\S")
_KEY_WITHIN = re.compile(r"(?<![\s;,])[\s;,]++([\w-]++)\s*=")
_COMMENT = re.compile(r"//|--|/\*|%")
_NOTE = re.compile(r"\s#")
_INNER = re.compile(r'(?P<open>(?:(?<=[\s(\[])|^)"(?=[^\s"]))|(?P<close>(?<=[^\s"])"(?=[\s.,;:!?)\]]|$))|"')
_LONG_KEYS = ("summary", "note", "text", "reason")  # texts that may have several lines


def scalar(value: str, key: str, shape: Shape | None) -> Iterator[Slip]:
    """Yield the slips of a single value, placed from its beginning."""
    if value[0] in MARKS or (value.startswith("''") and not value.startswith("'''")):
        yield from _marked(value)
    elif value[0] not in "\"'":
        yield from _bare(value, shape)
    elif whole := _STRING.match(value):
        yield from _behind(value, whole)
    else:
        yield from _unclosed(value, key)


def _marked(value: str) -> Iterator[Slip]:
    """Recognise typographic quotation marks."""
    if found := _MARKED.match(value):
        is_several = re.search(rf"[{MARKS}\"]\s*[,;]\s*[{MARKS}\"]", found[1])
        cure = () if is_several else ((0, found.end(), toml.value(found[1].strip())),)
        yield Slip("two-quotes" if value[0] == "'" else "typographic-quotes", 0, found.end(), cure)
        yield from _end(value, found.end())
        return
    end = len(value.split("\n", maxsplit=1)[0].rstrip())
    is_clear = not re.search(rf"[\"{MARKS}#]", value[1:]) and "\n" not in value
    yield Slip("unclosed", 0, end, ((0, end, toml.value(value[1:end].strip())),) if is_clear else ())


def _bare(value: str, shape: Shape | None) -> Iterator[Slip]:
    """Recognise a value without quotation marks at its beginning."""
    note = _NOTE.search(value)
    body = value[: note.start() if note else len(value)].rstrip()
    clean = body.rstrip(";,.").rstrip()
    if clean != body and is_value(clean):
        yield from _end(body, len(clean))
    elif found := re.fullmatch(rf"([^\"'{MARKS}]+)[\"{MARKS}]", body):
        yield Slip("unopened", 0, len(body), ((0, len(body), toml.value(found[1])),))
    elif (found := _KEY_WITHIN.search(body)) and is_key(found[1]):
        before = body[: found.start()]
        yield (
            _two_keys(found, 1) if is_value(before) else Slip("two-keys", found.start(1), found.end(1), about=found[1])
        )
    elif (found := re.match(r"(\d{4}-\d\d-\d\d|true|false)\s+(?=\D)", body)) and not typed_word_is_date(body, shape):
        yield from _rest(body, found.end(1), found.end())
    elif slip := typed_word(clean if shape != "date" else body, shape, 0):
        yield slip
        if len(clean) < len(body) and slip.end == len(clean):
            yield from _end(body, len(clean))


def typed_word_is_date(body: str, shape: Shape | None) -> bool:
    """Tell whether a day is followed by what belongs to it: an hour, or another day."""
    slip = typed_word(body, shape or "date", 0)
    return slip is not None and slip.kind in ("time", "period", "day")


def _behind(value: str, whole: re.Match[str]) -> Iterator[Slip]:
    """Recognise what stands behind a text, or that its own marks end it too early."""
    rest = value[whole.end() :].lstrip()
    if not rest or rest[0] == "#":
        yield from _backslashes(whole[0])
        return
    note = _NOTE.search(value, whole.end())
    body = value[: note.start() if note else len(value)].rstrip()
    if len(body) > whole.end() and body[-1] == value[0] and (cure := _inner(body)):
        yield Slip("inner-quotes" if value[0] == '"' else "apostrophe", whole.end() - 1, whole.end(), cure)
    else:
        yield from _rest(value, whole.end(), len(value) - len(rest))


def _inner(body: str) -> tuple[Patch, ...]:
    """Return what makes one text of a body whose own marks stand within it, or nothing where that is not clear."""
    inner = body[1:-1]
    if body[0] == "'":
        is_clear = "\n" not in inner and not re.search(r"(?<!\w)'|'(?!\w)", inner)
        return ((0, len(body), toml.value(inner)),) if is_clear else ()
    found = [each for each in _INNER.finditer(inner) if inner[each.start() - 1 : each.start()] != "\\"]
    kinds = [each.lastgroup for each in found]
    if "\n" in inner or not kinds or kinds != ["open", "close"] * (len(kinds) // 2):
        return ()
    return tuple((each.start() + 1, each.start() + 1, "\\") for each in found)


def _backslashes(text: str) -> Iterator[Slip]:
    """Recognise backslashes that mean themselves."""
    places = [each.start() for each in re.finditer(r"\\", text)] if text[0] == '"' else []
    cure = tuple((place, place, "\\") for place in places)
    if places:
        yield Slip("backslash", places[0], places[0] + 1, () if _ESCAPE.search(text) else cure)


def _rest(value: str, end: int, start: int) -> Iterator[Slip]:
    """Recognise what stands behind a whole value: a mark, a note, another key."""
    if (found := _SECOND.match(value, end)) and is_key(found["key"]):
        yield _two_keys(found, "key", end)
    elif found := _COMMENT.match(value, start):
        yield Slip("comment-mark", *found.span(), ((*found.span(), "#"),), about=found[0])
    elif re.match(r"\s*[;,.]\s*(?:#.*)?$", value[end:]):
        yield from _end(value, end)
    else:
        yield Slip("trailing", start, len(value), about=value[start:].split("\n", maxsplit=1)[0])


def _two_keys(found: re.Match[str], group: int | str, end: int | None = None) -> Slip:
    start = found.start() if end is None else end
    return Slip("two-keys", *found.span(group), ((start, found.start(group), "\n"),), about=found[group])


def _end(value: str, end: int) -> Iterator[Slip]:
    """Recognise a comma, a semicolon or a full stop behind a value."""
    if found := re.compile(r"\s*([;,.]+)").match(value, end):
        yield Slip("trailing-mark", *found.span(1), ((*found.span(), ""),), about=found[1])


def _unclosed(value: str, key: str) -> Iterator[Slip]:
    """Recognise a text without its second mark, or with it in another line."""
    if "\n" in value:
        yield _over_lines(value, key)
        return
    body = value.rstrip()
    inner = body[1:-1]
    if body[-1] in MARKS and not re.search(rf"[{MARKS}]", inner.replace("’", "")):
        yield Slip("typographic-quotes", len(body) - 1, len(body), ((len(body) - 1, len(body), '"'),))
        return
    is_clear = value[0] == '"' and not re.search(r"[#=]|[\\;,\[\]{}'(]$", inner + body[-1]) and len(body) > 1
    yield Slip("unclosed", len(body) - 1, len(body), ((len(body), len(body), '"'),) if is_clear else ())


def _over_lines(value: str, key: str) -> Slip:
    """Make one line of a text that goes on in the next, or put three marks around one that may have several."""
    end = value.rfind('"')
    breaks = [each.span() for each in re.finditer(r"[ \t\r]*\n[ \t]*", value[:end])]
    if key in _LONG_KEYS:
        cure: tuple[Patch, ...] = ((1, 1, '""'), (end, end, '""'))
    else:
        cure = tuple((*each, " " if each[1] < end else "") for each in breaks)
    is_split_word = any(value[start - 1] == "-" for start, _ in breaks)
    return Slip("two-lines", 0, breaks[0][0], () if is_split_word else cure)
