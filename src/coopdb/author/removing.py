"""Takes out what a record has: `topic=cloud`, `party=QA`, `source=URL`, `summary`."""

from collections.abc import Iterable, Sequence

from coopdb.author.amending import Amended, find
from coopdb.author.elements import NOUNS, Elements
from coopdb.errors import usage_error
from coopdb.record.fault import Route
from coopdb.record.fields import record_fields
from coopdb.record.naming import Naming
from coopdb.text import did_you_mean, visible

_LISTS = {noun: key for key, noun in NOUNS.items()} | {"person": "participants"} | {"follows": "", "related": ""}
_KEYS: dict[str, Route] = {
    **{each.key: (each.key,) for each in record_fields()[""] if each.option and not each.is_list},
    "venue": ("venue",),
    "city": ("venue", "city"),
    "venue_country": ("venue", "country"),
}
_NEEDED = ("title", "date")


def removed(amended: Amended, wishes: Iterable[str], naming: Naming) -> tuple[Amended, list[str]]:
    """Take out what is wished, and say it."""
    said: list[str] = []
    for wish in wishes:
        name, equals, text = wish.partition("=")
        name = name.strip().replace("-", "_")
        if equals and name in _LISTS:
            amended, more = _without_elements(amended, _LISTS[name] or name, text.strip(), naming, wish)
        elif not equals and name in _KEYS.keys() - set(_NEEDED) and find(amended.data, _KEYS[name]) is not None:
            amended, more = amended.remove(_KEYS[name]), [f"{name} removed"]
        else:
            raise usage_error(f"`--remove {visible(wish)}` names nothing of the record", _hint(name, equals))
        said += more
    return amended, said


def _hint(name: str, equals: str) -> str:
    if not equals and name in _LISTS:
        return f"say which: `--remove {name}=…`"
    return did_you_mean(name, [*_LISTS, *_KEYS]) or "for example `--remove topic=cloud` or `--remove summary`"


def _without_elements(
    amended: Amended, key: str, text: str, naming: Naming, wish: str
) -> tuple[Amended, Sequence[str]]:
    elements = Elements.of(amended.data, key, naming)
    found = elements.named(text) or (elements.begun(text) if key not in NOUNS else [])
    if not found:
        there = [str(each) if key not in NOUNS else elements.label(n) for n, each in enumerate(elements.values)]
        hint = did_you_mean(text, there) or (f"it has {', '.join(map(visible, there))}" if there else "it has none")
        raise usage_error(f"`--remove {visible(wish)}` names nothing of the record", hint)
    for number in reversed(found):
        amended = amended.remove((key, number))
    return amended, [f"{wish.partition('=')[0].strip()} {text} removed"]
