"""What the configuration of a repository says under one key."""

from typing import Any

from coopdb.errors import StopError
from coopdb.store.files.repository import Repository
from coopdb.text import did_you_mean, visible


def title_of(repository: Repository) -> str:
    """Return the title that the configuration gives to the records, in one line; "" where it gives none."""
    title = configured(repository, "title")
    return " ".join(title.split()) if isinstance(title, str) else ""


def configured(repository: Repository, key: str, choices: tuple[Any, ...] = ()) -> Any:
    """Return what the configuration says under a key, one of the choices where there are some; nothing if it does not.

    The file is not checked as a whole, and says nothing where it cannot be read: that is for `validate`.
    """
    path = repository.config_path
    if path not in repository.own_files():
        return None
    from coopdb.record.content import parse
    from coopdb.store.files.contents import content_of

    content = content_of(repository.root / path)
    data = parse(content)[1] if isinstance(content, bytes) else None
    value = data.get(key) if isinstance(data, dict) else None
    if value is not None and choices and value not in choices:
        hint = did_you_mean(str(value), choices) or f"one of {', '.join(f'`{each}`' for each in choices)}"
        raise StopError(f"`{path}`: `{visible(str(value))}` is not a {key} of reports", hint)
    return value
