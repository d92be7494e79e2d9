"""Two versions of the records: of two revisions, or of one and of what is in the working tree."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from coopdb.errors import StopError, usage_error
from coopdb.store.files.base import Content, contents_in, read_base_at, read_held
from coopdb.store.files.checkout import top_of_checkout
from coopdb.store.files.contents import content_of
from coopdb.store.files.git import commit_of, fork_of
from coopdb.store.files.repository import Repository
from coopdb.store.files.tree import FOLDER
from coopdb.text import visible

_HERE = "HEAD"


class Version(NamedTuple):
    """One version: the records that may differ from the other's, by path, and the own topics and people."""

    records: Mapping[str, Content]
    own: Mapping[str, Content]


class Versions(NamedTuple):
    """What was, what is, and the records that both have as they are; `base` and `head` name the two.

    The head is "" for the working tree. `same` reads them only when it is called: they matter where words changed.
    """

    base: str
    head: str
    was: Version
    now: Version
    same: Callable[[], Mapping[str, Content]]


def read_versions(repository: Repository, span: str = "") -> Versions:
    """Read both versions of a span, as git writes it.

    `` is from HEAD to the working tree, `REV` from REV to it, `REV..REV` from one to the other, and with `...` from
    where the second left the first.
    """
    if top_of_checkout(repository.root) is None:
        raise usage_error(f"`{repository.root}` is in no git repository", "`coopdb diff` compares what git holds")
    dots = "..." if "..." in span else ".."
    first, is_span, second = span.partition(dots)
    if dots in second:
        raise usage_error(f"`{span}` names more than two revisions", "write REV, REV..REV or REV...REV")
    if not is_span or (dots == "..." and not second):
        base = fork_of(repository, first or _HERE) if is_span else commit_of(repository, first or _HERE)
        return _to_working_tree(repository, base)
    head = commit_of(repository, second or _HERE)
    base = commit_of(repository, first or _HERE)
    return _between(repository, fork_of(repository, base, head) if dots == "..." else base, head)


def _to_working_tree(repository: Repository, commit: str) -> Versions:
    base = read_base_at(repository, commit)
    _refuse(base.modules)
    files = repository.files()
    changed = {path: content_of(repository.root / path) for path in files if base.is_changed(path)}
    own = {path: content_of(repository.root / path) for path in repository.own_files() if path.startswith(FOLDER)}
    before = Version(base.before, {path: text for path, text in base.own.items() if path.startswith(FOLDER)})

    def same() -> dict[str, Content]:
        return {path: content_of(repository.root / path) for path in files if not base.is_changed(path)}

    return Versions(commit, "", before, Version(changed, own), same)


def _between(repository: Repository, base: str, head: str) -> Versions:
    was, now = read_held(repository, base), read_held(repository, head)
    _refuse(was.modules + now.modules)
    both = {path: blob for path, blob in now.records.items() if was.records.get(path) == blob}

    before = {path: blob for path, blob in was.records.items() if path not in both}
    after = {path: blob for path, blob in now.records.items() if path not in both}
    return Versions(
        base,
        head,
        Version(contents_in(repository, before), was.own),
        Version(contents_in(repository, after), now.own),
        lambda: contents_in(repository, both),
    )


def _refuse(modules: tuple[str, ...]) -> None:
    """Stop where records lie in a submodule: the revisions of this repository hold none of them to compare."""
    if modules:
        hint = "let `root` in `coopdb.toml` name the submodule, with its records in a folder `records` in it"
        raise StopError(f"`{visible(modules[0])}` is a submodule, of which revisions hold no files", hint)
