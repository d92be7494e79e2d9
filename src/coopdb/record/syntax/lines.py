"""Recognises slips in one statement of a text: a header, a key with its value, or a line that is neither."""

import re
from collections.abc import Iterator

from coopdb.record import toml
from coopdb.record.free_words import is_word, meant
from coopdb.record.shapes import Shape, is_key, key_of, lists_of_tables, shapes
from coopdb.record.syntax.items import Items
from coopdb.record.syntax.scalars import scalar
from coopdb.record.syntax.slip import Patch, Slip, patched
from coopdb.record.syntax.words import MARKS

SPACES = "\xa0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff"  # which only look like spaces, or like nothing
_KEY = (
    rf"\"[^\"\n]{{0,80}}\"|'[^'\n]{{0,80}}'|[{MARKS}][^=:\n{MARKS}]{{1,80}}[{MARKS}]|[^\W_](?:[\w.,\-’' ]{{0,80}}\w)?"
)
_PAIR = re.compile(rf"(?P<key>{_KEY})(?P<sign>[ \t]*(?::=|=>|==|[=:＝：]|\t)[ \t]*)")
_NO_SIGN = re.compile(rf"(?P<key>[\w-]+)(?P<sign>[ \t]+)(?=[\"'\[{{\d{MARKS}])")
_HEADER = re.compile(r"(?P<open>\[[\[ \t]*)(?P<name>[^\[\]#=\n]{0,100})(?P<close>[\] \t]*)(?P<rest>.*)", re.DOTALL)
_COMMENT = re.compile(r"//+|--(?!-)|;+|%+|/\*|<!--")
_FENCE = re.compile(r"(?:```\w*|~~~\w*|---+|\+\+\++)[ \t\r]*$")
_DIVIDES_BEFORE = re.compile(r"[ \t]*+(?:[\r\n=,\]})#]|\Z)")
_ODD = re.compile(
    rf'"(?:[^"\\\n]|\\[^\n])*+"|\'[^\'\n]*+\'|[{MARKS}][^\n{MARKS}]*+[{MARKS}]|#.*+|(?P<odd>[{SPACES}]++)'
)


def statement_slips(text: str) -> Iterator[Slip]:
    """Yield the slips of one statement, placed from its beginning."""
    equals = text.find("=") % (len(text) + 1)  # the end where there is none
    odd = [
        each.span("odd") for each in _ODD.finditer(text) if each["odd"] and _is_structural(text, *each.span(), equals)
    ]
    if odd:
        yield Slip("spaces", *odd[0], tuple((*each, " ") for each in odd))
        text = patched(text, [(start, end, " " * (end - start)) for start, end in odd])
    if text[0] == "[":
        yield from _header(text)
    elif pair := _pair(text):
        yield from _pair_slips(text, pair)
    else:
        yield from _line(text)


def _is_structural(text: str, start: int, end: int, equals: int) -> bool:
    """Tell whether a space stands beside what divides a statement, and not within words."""
    if _DIVIDES_BEFORE.match(text, end) or (start < equals and text[end : end + 1] == ":"):
        return True
    while start and text[start - 1] in " \t":
        start -= 1
    return not start or text[start - 1] in "\n=,[{(\"'"


def _pair(text: str) -> re.Match[str] | None:
    """Find the key of a statement and what stands between it and the value."""
    found = _PAIR.match(text)
    if found and "=" not in found["sign"]:
        is_meant = is_key(found["key"].strip(f"\"'{MARKS}")) or re.match(rf"[\w-]+\s*[:：]\s*[\"'\[{{{MARKS}]", text)
        is_header = not text[found.end() :].strip() and key_of(found["key"]) in lists_of_tables()
        found = found if is_meant and not is_header else None
    if not found and (without := _NO_SIGN.match(text)) and is_key(without["key"]):
        return without
    return found


def _pair_slips(text: str, pair: re.Match[str]) -> Iterator[Slip]:
    key, sign = pair["key"], pair["sign"]
    if "\t" in sign and "=" not in sign and "\t" in text[pair.end() :].split("#", maxsplit=1)[0].strip():
        yield Slip("table-row", 0, len(text), about=text)
        return
    yield from _key(key)
    if sign.strip() != "=":
        yield Slip("equals", *pair.span("sign"), ((*pair.span("sign"), " = "),))
    name = key.strip(f"\"'{MARKS}").rpartition(".")[2]
    known = key_of(name) or meant("keys", name, shapes())
    value = text[pair.end() :]
    if not value.strip() or value.lstrip()[0] == "#":
        yield Slip("no-value", 0, pair.end("key"), about=key)
        return
    start = pair.end() + len(value) - len(value.lstrip())
    for slip in _value(value.strip(), known or name, shapes().get(known)):
        yield _moved(slip, start)


def _value(value: str, key: str, shape: Shape | None) -> Iterator[Slip]:
    if value[0] in "[{(":
        yield from Items(value, shape).slips()
    elif _is_list(value, shape):
        end = () if value.rstrip()[-1] == "]" else ("list",)
        yield Slip("list" if end else "bracket", 0, len(value), ((0, 0, "["),))
        for slip in Items(value, shape, "[").slips():
            yield slip._replace(kind="list") if slip.kind == "bracket" else slip
    else:
        yield from scalar(value, key, shape)


def _is_list(value: str, shape: Shape | None) -> bool:
    """Tell whether a value is several, without brackets."""
    string = r"(?:\"[^\"\n]*\"|[“«][^”»\n]*[”»])"
    several = re.match(rf"{string}(?:\s*+[,;،]\s*+{string})+[,;،\s]*+\]?\s*+(?:#.*)?$", value) is not None
    if shape != "list":
        return shape is None and several
    is_open = re.match(r"[^\[\]#]+\]\s*$", value)
    return several or bool(is_open) or (value[0] not in "\"'{#" and bool(re.match(r"[^#,;،]*[,;،]\s*\w", value)))


def _moved(slip: Slip, by: int) -> Slip:
    cure: tuple[Patch, ...] = tuple((start + by, end + by, new) for start, end, new in slip.cure)
    return slip._replace(start=slip.start + by, end=slip.end + by, cure=cure)


def _key(key: str) -> Iterator[Slip]:
    """Recognise a key that is not written as one."""
    if re.fullmatch(rf"{toml.BARE_KEY}(?:[ \t]*\.[ \t]*{toml.BARE_KEY})*|\"[^\"\\]*\"|'[^']*'", key):
        return
    parts = [each.strip() for each in key.split(",")]
    if len(parts) > 1:
        typed = ".".join(parts) if shapes().get(parts[0]) == "table" and all(map(key_of, parts)) else ""
        yield Slip("key-comma", 0, len(key), ((0, len(key), typed),) if typed else (), about=key)
        return
    typed = _written(key.strip(MARKS))
    yield Slip("key", 0, len(key), ((0, len(key), typed),) if typed else (), about=key)


def _written(name: str) -> str:
    """Return how a name is written as a key: a known one bare, a word for one in quotation marks."""
    if known := key_of(name):
        return known
    return toml.value(name) if is_word("keys", name) or " " not in name else ""


def _header(text: str) -> Iterator[Slip]:
    found = _HEADER.match(text)
    name = found["name"].strip(" \t\"'" + MARKS) if found else ""
    if not found or not name or ("," in name and not key_of(name)):
        yield Slip("stray", 0, len(text), about=text)
        return
    known = key_of(name) or name
    wide = known in lists_of_tables() or meant("keys", name, shapes()) in lists_of_tables()
    brackets = 2 if wide else 1 if key_of(name) else max(found["open"].count("["), found["close"].count("]"))
    typed = f"{'[' * brackets}{_bare_name(name)}{']' * brackets}"
    end, rest = found.end("close"), found["rest"]
    if not toml.is_valid(text[:end]):
        yield Slip("header", 0, end, ((0, len(text[:end].rstrip()), typed),))
    if pair := _PAIR.match(rest):
        yield Slip("two-keys", end, end + pair.end("key"), ((len(text[:end].rstrip()), end, "\n"),), about=pair["key"])
        yield from (_moved(each, end) for each in _pair_slips(rest, pair) if not toml.is_valid(rest))
    elif found_mark := re.match(r"[:;,.]+\s*$", rest):
        yield Slip("trailing-mark", end, end + 1, ((end, end + len(found_mark[0].rstrip()), ""),), about=rest.strip())
    elif mark := _COMMENT.match(rest):
        yield Slip("comment-mark", end, end + mark.end(), ((end, end + mark.end(), " #"),), about=mark[0])
    elif rest and rest[0] != "#":
        yield Slip("trailing", end, len(text), about=rest)


def _bare_name(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_.-]+", name) else key_of(name) or toml.value(name)


def _line(text: str) -> Iterator[Slip]:
    """Recognise a line that is neither a key with a value nor a header."""
    name = text.rstrip(": \t\r")
    if found := _FENCE.match(text):
        yield Slip("fence", 0, len(found[0].rstrip()), ((0, len(text), ""),), about=text)
    elif found := _COMMENT.match(text):
        yield Slip("comment-mark", *found.span(), ((*found.span(), "#"),), about=found[0])
    elif key_of(name) in lists_of_tables():
        yield Slip("header", 0, len(text), ((0, len(text), f"[[{key_of(name)}]]"),))
    elif re.match(r"- +\w", text):
        yield Slip("other-format", 0, len(text), about="a list as in YAML")
    elif "\t" in text.strip():
        yield Slip("table-row", 0, len(text), about=text)
    elif is_key(name):
        yield Slip("no-value", 0, len(name), about=name)
    else:
        yield Slip("stray", 0, len(text.split("\n", maxsplit=1)[0]), about=text.split("\n", maxsplit=1)[0])
