"""Changes of files as a patch that `git apply` takes: renames, names and line ends as git writes them."""

import difflib
import posixpath
from collections.abc import Iterable, Iterator

from coopdb.check.fixing import Change

_ESCAPES = {"\a": "a", "\b": "b", "\t": "t", "\n": "n", "\v": "v", "\f": "f", "\r": "r", '"': '"', "\\": "\\"}
_DELETE = 0x7F


def render(changes: Iterable[Change], folder: str = "") -> str:
    """Write changes of files in a folder, which is named from the top of the git repository."""
    return "".join(line for change in changes for line in _lines(change, folder))


def _lines(change: Change, folder: str) -> Iterator[str]:
    old, new = (posixpath.normpath(posixpath.join(folder, path)) for path in (change.old_path, change.new_path))
    yield f"diff --git {_name('a/' + old)} {_name('b/' + new)}\n"
    if old != new:
        similar = difflib.SequenceMatcher(None, _split(change.before), _split(change.after)).ratio()
        yield f"similarity index {int(similar * 100)}%\nrename from {_name(old)}\nrename to {_name(new)}\n"
    marked = difflib.unified_diff(
        _split(change.before), _split(change.after), _ended(f"a/{old}"), _ended(f"b/{new}"), lineterm="\n"
    )
    for line in marked:
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _split(text: str) -> list[str]:
    """Part a text at line feeds alone, as git does; Python knows other ends of lines."""
    lines = text.split("\n")
    return [*(f"{line}\n" for line in lines[:-1]), *filter(None, lines[-1:])]


def _ended(path: str) -> str:
    """Write a name as it stands after `---`, where a tab ends one with spaces."""
    return f"{_name(path)}\t" if " " in path else _name(path)


def _name(path: str) -> str:
    """Write a path; in quotes, as in C, where it has characters that need them."""
    if not any(character in _ESCAPES or ord(character) < ord(" ") or ord(character) == _DELETE for character in path):
        return path
    return f'"{"".join(map(_escaped, path))}"'


def _escaped(character: str) -> str:
    if character in _ESCAPES:
        return f"\\{_ESCAPES[character]}"
    return f"\\{ord(character):03o}" if character < " " or ord(character) == _DELETE else character
