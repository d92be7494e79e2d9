"""The questions that a repository has saved in its configuration.

A repository is a stranger, and may have saved anything. So a saved question only asks: what it would write, and where
it would look, is for the user to say.
"""

import shlex
from collections.abc import Mapping

from coopdb.errors import StopError, usage_error
from coopdb.query.table import Column, Table
from coopdb.record.config import Query
from coopdb.store.own import read_own
from coopdb.store.repository import CONFIG, Repository
from coopdb.text import count, did_you_mean, visible

_COMMANDS = ("search", "crosstab", "show")
_UNASKED = ("--output", "--force", "--engine", "--dataset", "--root")


def list_questions(repository: Repository) -> Table:
    """List the saved questions."""
    questions = _questions(repository)
    return Table(
        columns=(Column("name", "name", "code"), Column("about", "about"), Column("command", "command", rank=1)),
        rows=tuple((name, each.about, each.command) for name, each in questions.items()),
        footer=(count(len(questions), "question"),),
        stubs=1,
    )


def question_named(repository: Repository, name: str) -> list[str]:
    """Return the command line of a saved question; an unknown name, or one that does more than ask, is an error."""
    questions = _questions(repository)
    if name not in questions:
        hint = did_you_mean(name, questions) or f"write `[queries.{visible(name)}]` with its `command` into `{CONFIG}`"
        raise usage_error(f"no question is saved as `{visible(name)}`", hint)
    try:
        words = shlex.split(questions[name].command)
    except ValueError as error:
        raise StopError(f"`{CONFIG}`: the command of `{name}` cannot be read: {str(error).lower()}") from error
    if words[:1] == ["coopdb"]:
        del words[0]
    if not words or words[0] not in _COMMANDS:
        commands = ", ".join(f"`{command}`" for command in _COMMANDS)
        raise StopError(f"`{CONFIG}`: the command of `{name}` asks nothing", f"begin it with one of {commands}")
    if option := next(filter(None, map(_unasked, words[1:])), None):
        raise StopError(
            f"`{CONFIG}`: the command of `{name}` says `{option}`, and a saved question only asks",
            f"if that is what you want, type it yourself: `{shlex.join(['coopdb', *words])}`",
        )
    return words


def _unasked(word: str) -> str:
    """Return the option that a word names, in full, in short or in part, if it is for the user to say; else nothing."""
    name = word.partition("=")[0]
    if name.startswith("-o"):
        return "--output"
    return next((each for each in _UNASKED if len(name) > len("--") and each.startswith(name)), "")


def _questions(repository: Repository) -> Mapping[str, Query]:
    """Read the questions; a configuration with faults stops, because it may have lost some."""
    readings, _ = read_own(repository)
    faulty = [path for path, reading in readings.items() if path.endswith(CONFIG) and reading.faults]
    if faulty:
        raise StopError(f"`{visible(faulty[0])}` has faults", "run `coopdb validate` to see them")
    return next((reading.config.queries for reading in readings.values() if reading.config), {})
