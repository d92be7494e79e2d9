"""The repository as a revision had it, read from git without a checkout: what changes are compared with."""

import posixpath
from collections.abc import Mapping
from typing import NamedTuple

from coopdb.record.config import Config
from coopdb.record.fault import Fault
from coopdb.record.local import read_config
from coopdb.store.files.contents import content_of
from coopdb.store.files.git import LINK, MODULE, Blob, blobs_of, commit_of, contents_of, differing, fork_of, prefix_of
from coopdb.store.files.overlooked import overlooked_of
from coopdb.store.files.repository import Repository
from coopdb.store.files.tree import FOLDER, PEOPLE, TOPICS, is_record
from coopdb.vocabulary.vocabularies import packaged_vocabularies

Content = bytes | Fault
_LINK = Fault("unreadable-file", detail="it is a link")
_ATTRIBUTES = ".gitattributes"


class Base(NamedTuple):
    """What a commit had. Paths are from the repository's root.

    `paths` are all files below `records/`; `same` those that are here as they were there; `before` has what was there
    of records that are not, or are gone; `own` the configuration and the files of own topics and people; `left` is how
    many records still lie where `root` led to, when it now leads elsewhere; `modules` are submodules below `records/`.
    """

    commit: str
    paths: frozenset[str]
    same: frozenset[str]
    before: Mapping[str, Content]
    own: Mapping[str, Content]
    left: int = 0
    modules: tuple[str, ...] = ()

    @property
    def overlooked(self) -> tuple[str, ...]:
        """What was probably meant to be a record, as in the module of that name."""
        return overlooked_of(self.paths)

    def is_changed(self, path: str) -> bool:
        """Tell whether a file that is here was not there, or otherwise."""
        return path not in self.same


def read_base(repository: Repository, revision: str) -> Base:
    """Read what there was where the branch left a revision.

    What git does not hold as a file of its own, such as a file of a submodule, counts as changed.
    """
    return read_base_at(repository, fork_of(repository, revision))


def read_base_at(repository: Repository, commit: str) -> Base:
    """Read what a commit has, to be compared with what is here."""
    prefix = prefix_of(repository)
    path, config = _config_of(repository, commit, prefix)
    root = prefix if _is_above(path) else _root_of(path, config)
    there = {path.removeprefix(root): blob for path, blob in blobs_of(repository, commit, [root + FOLDER]).items()}
    above = ("../" * depth + _ATTRIBUTES for depth in range(prefix.count("/") + 1))
    asked = (FOLDER, *above) if _is_above(path) else (FOLDER, *above, repository.config_path)
    changed = differing(repository, commit, asked)
    same = {path for path in there if root == prefix and prefix + path not in changed}
    same |= config.keys() if path not in changed else set()
    # Other attributes make other files of what git holds: a line end, an encoding.
    is_as_held = not any(path.endswith(_ATTRIBUTES) for path in changed)
    records = {path: blob for path, blob in there.items() if not (is_as_held and path in same) and is_record(path)}
    words = {path: there[path] for path in (f"{FOLDER}/{TOPICS}", f"{FOLDER}/{PEOPLE}") if path in there}
    own = config | _contents(repository, words)
    top = repository.root / ("../" * prefix.count("/"))
    left = sum(is_record(path) and (top / root / path).is_file() for path in there) if root != prefix else 0
    return Base(commit, frozenset(there), frozenset(same), _contents(repository, records), own, left, _modules(there))


class Held(NamedTuple):
    """The files that a commit has, by paths from the repository's root: what git holds for each."""

    records: Mapping[str, Blob]
    own: Mapping[str, Content]
    modules: tuple[str, ...] = ()


def read_held(repository: Repository, commit: str) -> Held:
    """List the records that a commit has, without reading them, and read its own topics and people."""
    prefix = prefix_of(repository)
    path, config = _config_of(repository, commit, prefix)
    root = prefix if _is_above(path) else _root_of(path, config)
    there = {path.removeprefix(root): blob for path, blob in blobs_of(repository, commit, [root + FOLDER]).items()}
    words = {path: there[path] for path in (f"{FOLDER}/{TOPICS}", f"{FOLDER}/{PEOPLE}") if path in there}
    records = {path: blob for path, blob in there.items() if is_record(path)}
    return Held(records, _contents(repository, words), _modules(there))


def _modules(blobs: Mapping[str, Blob]) -> tuple[str, ...]:
    """Return the paths of submodules: what git holds of them is the name of a commit, and no files."""
    return tuple(path for path, blob in blobs.items() if blob.mode == MODULE)


def contents_in(repository: Repository, records: Mapping[str, Blob]) -> dict[str, Content]:
    """Read records that commits hold, by their paths."""
    return _contents(repository, records)


def read_config_of(repository: Repository, revision: str) -> Config:
    """Read the configuration that a revision has; the default one where it has none."""
    _, content = _config_of(repository, commit_of(repository, revision), prefix_of(repository))
    return _config(content)


def _config_of(repository: Repository, commit: str, prefix: str) -> tuple[str, dict[str, Content]]:
    """Return the path of the configuration from the top of git's repository, and what the file was, if it was there."""
    name = repository.config_path
    path = posixpath.normpath(prefix + name)
    if _is_above(path):
        return path, {name: content_of(repository.root / name)}
    blobs = blobs_of(repository, commit, [path])
    return path, _contents(repository, {name: blobs[path]} if path in blobs else {})


def _is_above(path: str) -> bool:
    """Tell whether a path leads out of all that git knows."""
    return path.startswith("../")


def _root_of(path: str, config: Mapping[str, Content]) -> str:
    """Find the folder that had `records/`, from the top of git's repository, as a prefix of paths."""
    root = posixpath.normpath(posixpath.join(posixpath.dirname(path), _config(config).root or "."))
    return "" if root == "." else f"{root}/"


def _config(content: Mapping[str, Content]) -> Config:
    """Read a configuration, as far as it is sound, if there is one."""
    configs = (
        read_config(each, packaged_vocabularies()).config for each in content.values() if isinstance(each, bytes)
    )
    return next(filter(None, configs), Config())


def _contents(repository: Repository, blobs: Mapping[str, Blob]) -> dict[str, Content]:
    """Read the files of some paths; a link is one that cannot be read, and what is not a file is left out."""
    found = contents_of(repository, blobs.values())
    links = {path: _LINK for path, blob in blobs.items() if blob.mode == LINK}
    return links | {path: found[blob] for path, blob in blobs.items() if blob in found}
