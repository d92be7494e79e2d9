"""A draft as the file of a record: what each value rests on in a comment before it, what is doubtful as a TODO."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from coopdb.author.draft import Doubt, Draft
from coopdb.author.drafted_text import DraftedText
from coopdb.record import toml
from coopdb.record.fault import Route
from coopdb.record.fields import record_fields
from coopdb.render.data import escape, toml_for
from coopdb.render.screen import Screen
from coopdb.text import visible

ENDINGS = (".toml",)

_LONGEST = 96  # characters of evidence in a comment
_TABLES = ("venue", "participants", "topics", "documents", "commitments", "sources")
_BLANKS = re.compile("\n{3,}")
_BREAK = "\n# ---- the next meeting: a file of its own ----\n\n"


def render(texts: Sequence[DraftedText], screen: Screen) -> str:
    """Write each draft as TOML; of several texts, each draft says which it is of."""
    drafts = (
        (f"# a draft of {visible(text.name)}\n\n" * bool(texts[1:]), each) for text in texts for each in text.drafts
    )
    files = (said + "\n".join(_lines(each)).strip() for said, each in drafts)
    return toml_for(_BREAK.join(escape(_BLANKS.sub("\n\n", file)) + "\n" for file in files), screen)


def _lines(draft: Draft) -> Iterator[str]:
    """Yield the lines of a draft: keys, then tables, in the order of a record."""
    yield from (_todo(each) for each in draft.unresolved if not each.route)
    said = {each.route: f"# “{_short(each.text)}” ({each.rule})" for each in reversed(draft.evidence)}
    for key in (each.key for each in record_fields()[""]):
        if key not in _TABLES:
            yield from _doubts(draft, key)
            yield from _pair((key,), draft.record, said)
    for key in _TABLES:
        value = draft.record.get(key, [])
        yield from ("", *_doubts(draft, key))
        if isinstance(value, dict):
            yield f"[{key}]"
            for name in value:
                yield from _pair((key, name), value, said)
        else:
            for number, element in enumerate(value):
                yield f"[[{key}]]"
                for name in element:
                    yield from _pair((key, number, name), element, said)
                yield ""


def _pair(route: Route, values: Mapping[str, object], said: Mapping[Route, str]) -> Iterator[str]:
    """Yield a key with its value, after what it rests on."""
    key = str(route[-1])
    if key in values:
        if route in said:
            yield said[route]
        yield f"{key} = {_value(values[key])}"


def _value(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return str(value)
    return value.isoformat() if isinstance(value, date) else toml.value(str(value))


def _doubts(draft: Draft, key: str) -> Iterator[str]:
    return (_todo(each) for each in draft.unresolved if each.route[:1] == (key,))


def _todo(doubt: Doubt) -> str:
    maybe = f": {' or '.join(doubt.candidates)}?" if doubt.candidates else ""
    where = f" {'.'.join(map(str, doubt.route))}" if doubt.route else ""
    return visible(f"# TODO{where}: {doubt.message}{maybe}")


def _short(text: str) -> str:
    line = visible(" ".join(text.split()))
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
