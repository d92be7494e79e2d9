"""Which records are checked, by which rules, since when and as of which day: what the options of a check ask for."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from coopdb.check.choice import Choice
from coopdb.cli.options.day import read_day
from coopdb.errors import usage_error
from coopdb.store.files.repository import Repository
from coopdb.text import did_you_mean, visible

Codes = Annotated[
    list[str] | None, typer.Option(metavar="CODES", help="Rules, separated by commas; K is all that begin so.")
]


class Chosen(NamedTuple):
    """What the options ask for, before a repository is looked at."""

    since: str | None = None
    config_from: str | None = None
    on: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()

    @staticmethod
    def of_options(
        since: Annotated[
            str | None,
            typer.Option(metavar="REV", help="What changed since the branch left this revision, and what it broke."),
        ] = None,
        config_from: Annotated[
            str | None, typer.Option(metavar="REV", help="Take the rules from the coopdb.toml of this git revision.")
        ] = None,
        on: Annotated[str | None, typer.Option(metavar="DAY", help="Check as on this day, not as today.")] = None,
        select: Codes = None,
        ignore: Codes = None,
    ) -> "Chosen":
        """Take the options as they are."""
        return Chosen(since, config_from, on, tuple(select or ()), tuple(ignore or ()))

    @property
    def day(self) -> date:
        """The day as of which all is judged."""
        return read_day(self.on)

    def of(self, repository: Repository, paths: Iterable[Path] | None) -> Choice:
        """Resolve what is asked for; an unknown path, revision or rule is a usage error."""
        choice = choose(repository, paths, self.since, self.select, self.ignore)
        if self.config_from is None:
            return choice
        from coopdb.store.files.base import read_config_of

        return replace(choice, config=read_config_of(repository, self.config_from))

    def to_fix(self, repository: Repository, choice: Choice) -> Choice:
        """Choose what is to be fixed: what is checked whole, and where a change has brought what can be."""
        if choice.base is None or choice.paths is None:
            return choice
        from coopdb.check.report import report_on

        problems = report_on(repository, self.day, choice).problems
        return replace(choice, paths={*choice.paths, *(problem.path for problem in problems if problem.is_fixable)})

    def after_fixes(self, repository: Repository, choice: Choice) -> Choice:
        """Choose what is to be checked after a fix: what has changed since is more than before."""
        if self.since is None:
            return choice
        named = choice.named and {*choice.named, *(choice.paths or ())}
        return _since(repository, replace(choice, paths=named), self.since)


def choose(
    repository: Repository,
    paths: Iterable[Path] | None,
    since: str | None,
    select: Iterable[str] | None,
    ignore: Iterable[str] | None,
) -> Choice:
    """Resolve what the command line asks for; an unknown path, revision or rule is a usage error."""
    paths = tuple(paths or ())
    every = _every(repository, repository.overlooked()) if paths else ()
    named = frozenset(repository.within(paths, every)) if paths else None
    selected = named and named & {repository.place_of(path) for path in paths}  # not those of a whole folder
    choice = Choice(named, tuple(_codes(select or ())), tuple(_codes(ignore or ())), selected)
    return choice if since is None else _since(repository, choice, since)


def _every(repository: Repository, overlooked: Iterable[str]) -> tuple[str, ...]:
    return *repository.own_files(), *repository.files(), *overlooked


def _since(repository: Repository, choice: Choice, since: str) -> Choice:
    """Choose what has changed, all of it answered for as of today."""
    from coopdb.store.files.base import read_base

    base = read_base(repository, since)
    overlooked = repository.overlooked()
    known = overlooked and set(base.overlooked)
    misnamed = tuple(each for each in overlooked if each not in known and choice.has(each))
    changed = filter(base.is_changed, _every(repository, ()))
    chosen = frozenset((*misnamed, *filter(choice.has, changed)))
    return replace(choice, paths=chosen, selected=chosen, base=base, named=choice.paths, misnamed=misnamed)


def _codes(texts: Iterable[str]) -> Iterator[str]:
    """Yield names of rules, each of which is one; without any, the rules need not be read."""
    for name in filter(None, (part.strip() for text in texts for part in text.split(","))):
        from coopdb.check.registry import RULES, is_named

        if not any(is_named(rule, (name,)) for rule in RULES):
            names = [each for rule in RULES for each in (rule.code, rule.name)]
            raise usage_error(f"unknown rule `{visible(name)}`", did_you_mean(name, names) or "see `coopdb explain`")
        yield name
