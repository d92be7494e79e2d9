"""What the configuration of a repository says under one key."""

from typing import TYPE_CHECKING, Any

from coopdb.errors import StopError
from coopdb.store.files.repository import Repository
from coopdb.text import did_you_mean

if TYPE_CHECKING:
    from coopdb.record.fault import Fault


def title_of(repository: Repository) -> str:
    """Return the title that the configuration gives to the records, in one line; "" where it gives none."""
    title = configured(repository, "title")
    return " ".join(title.split()) if isinstance(title, str) else ""


def home_of(repository: Repository) -> str | None:
    """Return the country whose records these are, where the configuration names one."""
    home = configured(repository, "home")
    if home is None:
        return None
    from coopdb.vocabulary.unknown_names import country_hint, quoted
    from coopdb.vocabulary.vocabularies import packaged_vocabularies

    example = 'write the code of a country, such as `home = "MA"`'
    if not isinstance(home, str):
        raise StopError(f"`{repository.config_path}`: `home` is not a string", example)
    words = packaged_vocabularies()  # no repository adds countries
    found = words.countries.resolve(home)
    if len(found) != 1:
        hint = country_hint(words, home, found) or example
        raise StopError(f"`{repository.config_path}`: the home {quoted(home)} is not a country", hint)
    return found[0].key


def configured(repository: Repository, key: str, choices: tuple[Any, ...] = ()) -> Any:
    """Return what the configuration says under a key, one of the choices where there are some; nothing if it does not.

    The file is not checked as a whole, and says nothing where it cannot be read: that is for `validate`.
    """
    path, data = repository.config_path, _configuration(repository)
    value = data.get(key) if isinstance(data, dict) else None
    if value is not None and choices and value not in choices:
        from coopdb.vocabulary.unknown_names import quoted

        hint = did_you_mean(str(value), choices) or f"one of {', '.join(f'`{each}`' for each in choices)}"
        raise StopError(f"`{path}`: {quoted(str(value))} is not a {key} of reports", hint)
    return value


def configuration_fault(repository: Repository) -> str:
    """Say why the configuration cannot be read; nothing where it can, or where there is none."""
    data = _configuration(repository)
    if isinstance(data, dict):
        return ""
    detail = f"byte {data.detail} is not UTF-8" if data.kind == "bad-encoding" else data.detail
    return f"line {data.span.line}: {detail}" if data.span else detail


def _configuration(repository: Repository) -> "dict[str, Any] | Fault":
    """Read the configuration, or say why it cannot be read; where there is none, it has no keys."""
    path = repository.config_path
    if path not in repository.own_files():
        return {}
    from coopdb.record.content import parse
    from coopdb.store.files.contents import content_of

    content = content_of(repository.root / path)
    return parse(content)[1] if isinstance(content, bytes) else content
