"""Finds the renderer of a format: the module of that name in the room of the value."""

from importlib import import_module
from typing import Any, Literal

from coopdb.render.screen import Screen

ProblemFormat = Literal["full", "concise", "json", "github", "sarif", "junit", "gitlab", "markdown"]


def render(room: Literal["problems", "records", "tables", "drafts"], name: str, value: Any, screen: Screen) -> str:
    """Turn a value into text in the format `name`; each room says in its first line what value it takes."""
    text: str = import_module(f"coopdb.render.{room}.{name}").render(value, screen)
    return text
