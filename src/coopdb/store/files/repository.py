"""Where the records are: the repository's root and the files below `records/`."""

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from coopdb.errors import StopError, usage_error
from coopdb.store.files.tree import FOLDER, PEOPLE, TOPICS, State, list_files, look, state_of

CONFIG = "coopdb.toml"


def no_caches() -> None:
    """Name no folder for caches."""


class Repository(NamedTuple):
    """A folder that holds `records/`, the file of its configuration when that lies elsewhere, and what finds caches.

    `caches` returns the folder of the user's caches, if any; it is asked only where a cache is of use. Of one that
    `is_public`, the public parts of the records are all that is read, counted and remembered.
    """

    root: Path
    config: Path | None = None
    caches: Callable[[], Path | None] = no_caches
    is_public: bool = False

    def published(self) -> "Repository":
        """Return the public edition of the same records."""
        return self._replace(is_public=True)

    def files(self) -> tuple[str, ...]:
        """List every file that should be a record: paths from the root, with `/`, sorted."""
        with _listing():
            return list_files(self.root)

    def states(self) -> dict[str, State]:
        """Look at the same files without opening them, in the same order."""
        with _listing():
            return look(self.root)

    @property
    def config_path(self) -> str:
        """The path of the configuration from the root, whether it is there or not."""
        return os.path.relpath(self.config, self.root) if self.config else CONFIG

    def own_files(self) -> tuple[str, ...]:
        """List the configuration and the files of own topics and people that are there, whatever they are."""
        words = () if (self.root / FOLDER).is_symlink() else (f"{FOLDER}/{TOPICS}", f"{FOLDER}/{PEOPLE}")
        paths = (self.config_path, *words)
        return tuple(path for path in paths if os.path.lexists(self.root / path))

    def overlooked(self) -> tuple[str, ...]:
        """List what is not a record by its name, but probably meant to be one: paths from the root, sorted."""
        from coopdb.store.files.overlooked import overlooked  # not above: only checks ask

        return overlooked(self.root)

    def own_states(self) -> dict[str, State]:
        """Look at those files in the same way; one that has gone meanwhile is left out."""
        states: dict[str, State] = {}
        for path in self.own_files():
            with suppress(OSError):
                states[path] = state_of(os.lstat(self.root / path))
        return states

    def within(self, paths: Iterable[Path], files: Iterable[str]) -> tuple[str, ...]:
        """Choose from `files` those that `paths` name, as files or as folders; a path that names none is an error."""
        files = tuple(files)
        chosen: set[str] = set()
        for path in paths:
            place = self.place_of(path)
            found = {file for file in files if file == place or file.startswith(f"{place}/") or place == "."}
            if not found:
                raise usage_error(f"`{path}` is not a record", _why_no_record(path))
            chosen |= found
        return tuple(sorted(chosen))

    def place_of(self, path: Path) -> str:
        """Return a path as seen from the root, without following a link at its end."""
        is_named = path.name not in ("", "..")
        whole = Path(os.path.realpath(path.parent if is_named else path)) / (path.name if is_named else "")
        root = Path(os.path.realpath(self.root))
        if not whole.is_relative_to(root):
            raise usage_error(f"`{path}` is outside the repository `{self.root}`", "name its root with `--root`")
        return whole.relative_to(root).as_posix()


def find_repository(
    start: Path, named: Path | None = None, caches: Callable[[], Path | None] = no_caches
) -> Repository:
    """Find the repository: the one `named`, else the nearest folder from `start` upward that looks like one."""
    if named is not None:
        if not (named / FOLDER).is_dir():
            raise StopError(f"no `{FOLDER}/` folder in `{named}`", "check `--root` and COOPDB_ROOT")
        return _checked(Repository(named, caches=caches))
    for folder in (start, *start.parents):
        if (folder / CONFIG).is_file():
            return _checked(_configured(folder)._replace(caches=caches))
        if (folder / FOLDER).is_dir():
            return _checked(Repository(folder, caches=caches))
    raise StopError(
        f"no records here: neither `{start}` nor a folder above it has a `{FOLDER}/` folder",
        "go to the repository, name it with `--root` or COOPDB_ROOT, or make one with `coopdb init`",
    )


def _configured(folder: Path) -> Repository:
    """Return the repository of a configuration: the folder it lies in, or the one below that its `root` names.

    A `root` that is none, or leads out of the folder, is a fault of the configuration, and not followed.
    """
    from coopdb.record.content import parse  # not above: the first look at a command line needs no TOML
    from coopdb.record.paths import is_within
    from coopdb.store.files.contents import content_of
    from coopdb.text import visible

    content = content_of(folder / CONFIG)
    text, data = parse(content) if isinstance(content, bytes) else ("", None)
    named = data.get("root", ".") if isinstance(data, dict) else "."
    root = folder / named if isinstance(named, str) and is_within(named) else folder
    if not (root / FOLDER).is_dir() or not _leads_below(root, folder):
        from coopdb.record.positions import Positions

        line = Positions(text).value(("root",)).line if isinstance(data, dict) else 1
        message = f"`{folder / CONFIG}`, line {line}: no `{FOLDER}/` folder in `{visible(str(named))}` below it"
        raise StopError(message, "fix its `root`: it is a folder below the configuration")
    return Repository(root, folder / CONFIG)


def _checked(repository: Repository) -> Repository:
    """Return a repository whose records lie in it; raise where a link leads elsewhere."""
    if not _leads_below(repository.root / FOLDER, repository.root):
        raise StopError(f"`{repository.root / FOLDER}` is a link that leads out of the repository", "use a folder")
    return repository


def _leads_below(path: Path, folder: Path) -> bool:
    return Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder))


@contextmanager
def _listing() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise StopError(f"cannot list `{error.filename}`: {error.strerror}") from error


def _why_no_record(path: Path) -> str:
    if not path.exists():
        return "there is no such file"
    if path.is_dir():
        return "there is no `.toml` file in it"
    return f"records are `.toml` files in the year folders of `{FOLDER}/`"
