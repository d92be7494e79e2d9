"""The configuration of a repository, `coopdb.toml`: which rules are checked, how severe they are, and where not."""

from collections.abc import Mapping

from pydantic import Field

from coopdb.record.model import Table, Text
from coopdb.record.severity import Severity


class Ignore(Table):
    """Rules that are not checked for some paths: globs from the root, and why."""

    paths: tuple[Text, ...]
    codes: tuple[Text, ...]
    reason: Text


class Query(Table):
    """A saved question: the command line that asks it, without `coopdb`, and what it is about."""

    command: Text
    about: Text | None = None


class Config(Table):
    """The keys of `coopdb.toml`. Rules are named by code, by the beginning of codes, or by name.

    `root` is the folder that has `records/`, from where the file lies. `select` are the only rules checked when it is
    not empty, `ignore` those that are not, `severity` gives rules another severity.
    `queries` are saved questions by name, for `coopdb run`.
    """

    root: Text | None = None
    select: tuple[Text, ...] = ()
    ignore: tuple[Text, ...] = ()
    severity: Mapping[str, Severity] = Field(default_factory=dict)
    ignores: tuple[Ignore, ...] = ()
    queries: Mapping[str, Query] = Field(default_factory=dict)

    @property
    def rules(self) -> tuple[object, ...]:
        """All that decides which rules are checked, where, and how severe they are."""
        return self.select, self.ignore, self.severity, self.ignores
