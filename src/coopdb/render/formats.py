"""Finds formats: each is the module of its name in the room of what it shows, and declares itself there.

A format has `render`, and `ENDINGS`: how the names of its files may end, by the first of which it is chosen. One of
tables or lists says too whether it `NEEDS_HEADER`, and one that programs read that it `IS_MACHINE`.
"""

from importlib import import_module
from pkgutil import iter_modules
from typing import Any, Literal

from coopdb.render.screen import Screen

Room = Literal[
    "problems",
    "records",
    "tables",
    "pictures",
    "charts",
    "lists",
    "ledgers",
    "reports",
    "differences",
    "digests",
    "drafts",
    "drafts",
    "exports",
]


def formats(*rooms: Room) -> tuple[str, ...]:
    """Return the names of the formats in some rooms, sorted; nothing is imported for it."""
    folders = [f"{folder}/{room}" for folder in _folders() for room in rooms]
    return tuple(sorted(each.name for each in iter_modules(folders)))


def choice(*rooms: Room) -> Any:
    """Return the type of an option that takes one of the formats of some rooms."""
    return Literal[formats(*rooms)]


def format_named(name: str, *rooms: Room) -> Any:
    """Return the module of a format, from the first of the rooms that has one of that name."""
    room = next(room for room in rooms if name in formats(room))
    return import_module(f"coopdb.render.{room}.{name}")


def format_of_ending(ending: str, *rooms: Room) -> str | None:
    """Return the format whose files have an ending, if there is one."""
    return next((name for name in formats(*rooms) if format_named(name, *rooms).ENDINGS[:1] == (ending,)), None)


def endings(*rooms: Room, first: bool = False) -> tuple[str, ...]:
    """Return all that the names of files in the formats of some rooms may end with, or the `first` of each."""
    found = (format_named(name, *rooms).ENDINGS for name in formats(*rooms))
    return tuple(sorted({each for every in found for each in (every[:1] if first else every)}))


def is_machine(name: str, *rooms: Room) -> bool:
    """Tell whether programs read a format: nothing in it is translated."""
    return bool(getattr(format_named(name, *rooms), "IS_MACHINE", False))


def render(room: Room, name: str, value: Any, screen: Screen) -> str:
    """Turn a value into text in the format `name`; each room says in its first line what value it takes."""
    text: str = format_named(name, room).render(value, screen)
    return text


def _folders() -> list[str]:
    return [*import_module("coopdb.render").__path__]
