"""A draft as the file of a record: what each value rests on in a comment before it, what is doubtful as a TODO."""

from collections.abc import Iterator, Sequence
from datetime import date

from coopdb.author.draft import Doubt, Draft
from coopdb.record import toml
from coopdb.record.fault import Route
from coopdb.record.model import Meeting
from coopdb.render.data import escape
from coopdb.render.screen import Screen
from coopdb.text import visible

_LONGEST = 96  # characters of evidence in a comment
_BREAK = "\n# ---- the next meeting of this text: a file of its own ----\n\n"


def render(drafts: Sequence[Draft], _: Screen) -> str:
    """Write each draft as TOML."""
    return _BREAK.join(escape("\n".join(_lines(each)).strip()) + "\n" for each in drafts)


def _lines(draft: Draft) -> Iterator[str]:
    said = {}
    for each in draft.evidence:
        said.setdefault(each.route, f"# “{_short(each.text)}” ({each.rule})")
    order = [key for key in Meeting.model_fields if key in draft.record or _doubts(draft, key)]
    tables = [
        key for key in order if isinstance(draft.record.get(key), (dict, list)) or key in ("participants", "topics")
    ]
    for key in order:
        if key not in tables:
            yield from _doubts(draft, key)
            yield from _pair((key,), draft.record, said)
    for key in tables:
        value = draft.record.get(key, [])
        yield ""
        yield from _doubts(draft, key)
        for number, element in enumerate(value if isinstance(value, list) else [value]):
            is_list = isinstance(value, list)
            yield ("" if number else "") + (f"[[{key}]]" if is_list else f"[{key}]")
            for name in element:
                yield from _pair((key, number, name) if is_list else (key, name), element, said)
            yield ""


def _pair(route: Route, values: dict[str, object], said: dict[Route, str]) -> Iterator[str]:
    """Write a key with its value, after what it rests on."""
    key = str(route[-1])
    if key in values:
        if route in said:
            yield said[route]
        yield f"{key} = {_value(values[key])}"


def _value(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return value.isoformat() if isinstance(value, date) else toml.value(str(value))


def _doubts(draft: Draft, key: str) -> list[str]:
    return [_todo(each) for each in draft.unresolved if each.route[0] == key]


def _todo(doubt: Doubt) -> str:
    maybe = f": {' or '.join(doubt.candidates)}?" if doubt.candidates else ""
    return visible(f"# TODO {'.'.join(map(str, doubt.route))}: {doubt.message}{maybe}")


def _short(text: str) -> str:
    line = visible(" ".join(text.split()))
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…"
