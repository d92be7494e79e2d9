"""The configuration of a repository, `coopdb.toml`: which rules are checked, how severe they are, and where not."""

from collections.abc import Mapping
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from coopdb.record.model import RecordTable
from coopdb.record.paths import is_within
from coopdb.record.severity import Severity
from coopdb.record.types import Country, Text
from coopdb.record.values import Language

_OUTSIDE = "the folder that has `records/`, in this folder or below it, such as `data`"


def _root(path: str) -> str:
    if not is_within(path):
        raise PydanticCustomError("outside", "{expected}", {"expected": _OUTSIDE})
    return path


class Ignore(RecordTable):
    """Rules that are not checked for some paths: globs from the root, and why."""

    paths: tuple[Text, ...]
    codes: tuple[Text, ...]
    reason: Text


class Query(RecordTable):
    """A saved question: the command line that asks it, without `coopdb`, and what it is about."""

    command: Text
    about: Text | None = None


class Config(RecordTable):
    """The keys of `coopdb.toml`. Rules are named by code, by the beginning of codes, or by name.

    `root` is the folder that has `records/`, from where the file lies. `select` are the only rules checked when it is
    not empty, `ignore` those that are not, `severity` gives rules another severity.
    `queries` are saved questions by name, for `coopdb run`. `language` is that of reports, and `home` the country whose
    records these are: "we" in a brief, whose minister is ours in a draft. `title` is that of the site, of the digest's
    feed and of exports. `schema_line` has `add` and `fmt` write the line that tells editors the schema.
    """

    root: Annotated[Text, AfterValidator(_root)] | None = None
    select: tuple[Text, ...] = ()
    ignore: tuple[Text, ...] = ()
    severity: Mapping[str, Severity] = Field(default_factory=dict)
    ignores: tuple[Ignore, ...] = ()
    queries: Mapping[str, Query] = Field(default_factory=dict)
    language: Language | None = None
    home: Country | None = None
    title: Text | None = None
    schema_line: bool = False

    @property
    def rules(self) -> tuple[object, ...]:
        """All that decides which rules are checked, where, and how severe they are."""
        return self.select, self.ignore, self.severity, self.ignores
