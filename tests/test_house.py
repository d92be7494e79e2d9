"""The rooms of the code, and which may know of which."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "coopdb"
# A room imports only from itself and from rooms before it.
ROOMS = (
    "errors", "invisible", "pattern", "text", "parallel",
    "data", "vocabulary", "record", "store", "check", "query", "report", "author", "render", "site", "net", "api",
    "lsp", "cli",
)  # fmt: skip
# Within a room, in the same way; `store/transaction.py` is over all of them.
FLOORS = {
    "store": ("files", "star", "cache"),
    "author.draft": (
        "words", "pages", "text", "names", "telling", "officials", "parties", "days", "meetings", "participants",
        "places", "topics", "outcomes", "circumstances",
    ),
}  # fmt: skip
# These two are side by side: neither knows of the other.
APART = {("check", "query"), ("query", "check")}
OWNERS = {
    "rich": {"render"},
    "pydantic": {"record"},
    "pydantic_core": {"record"},
    "toml_rs": {"record"},
    "tomli_w": {"record"},
    "tomllib": {"record"},
    "tomlkit": {"record"},
    "typer": {"cli"},
    "pygls": {"lsp"},
    "lsprotocol": {"lsp"},
    "platformdirs": {"store"},
    "sqlite3": {"store", "query", "render"},  # an export may be a database
    "duckdb": {"store"},
    "pyspark": {"store"},
    "pyarrow": {"render"},
    "python_calamine": {"author"},
    "xlsxwriter": {"render"},
    "jinja2": {"site"},
}
MODULES = sorted(SOURCE.rglob("*.py"))


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def rooms_of_imports(path: Path) -> set[str]:
    parts = (name.split(".") for name in imported(path) if name.startswith("coopdb."))
    return {part[1] for part in parts} & set(ROOMS)


def inner_modules() -> list[Path]:
    return [path for path in MODULES if room_of(path) not in ("__init__", "__main__")]


def test_there_are_modules_in_every_room() -> None:
    assert {room_of(path) for path in inner_modules()} == set(ROOMS)


def test_a_room_imports_only_from_rooms_before_it() -> None:
    for path in inner_modules():
        room = room_of(path)
        allowed = set(ROOMS[: ROOMS.index(room) + 1])
        used = rooms_of_imports(path)
        assert used <= allowed, path
        assert not {(room, other) for other in used} & APART, path


@pytest.mark.parametrize(("room", "floors"), FLOORS.items())
def test_a_floor_of_a_room_imports_only_from_floors_before_it(room: str, floors: tuple[str, ...]) -> None:
    folder = SOURCE.joinpath(*room.split("."))
    assert {path.parent.name for path in folder.glob("*/__init__.py")} == set(floors)
    for number, floor in enumerate(floors):
        modules = list((folder / floor).rglob("*.py"))
        assert len(modules) > 1
        later = {f"coopdb.{room}.{other}" for other in floors[number + 1 :]}
        for path in modules:
            assert not {".".join(name.split(".")[: 2 + len(room.split("."))]) for name in imported(path)} & later, path


def test_a_library_is_imported_only_by_its_owner() -> None:
    for path in inner_modules():
        libraries = {name.partition(".")[0] for name in imported(path)}
        assert "click" not in libraries, path
        for library in libraries & OWNERS.keys():
            assert room_of(path) in OWNERS[library], path


CONNECTING = {"socket", "ssl", "http.client", "urllib.request"}


def test_only_one_room_opens_connections() -> None:
    for path in inner_modules():
        from_urllib = {"cli/source_checking.py"}  # which only looks up the user's proxies
        if room_of(path) != "net" and path.relative_to(SOURCE).as_posix() not in from_urllib:
            assert not CONNECTING & set(imported(path)), path


# Who looks around besides: git is started with the environment, less what would lead it astray; a user's caches are
# where the environment says; who asks from a notebook means today; and the process
# that reads a PDF has two pipes.
LOOKING = {
    "store/files/git.py": {"os.environ"},
    "store/cache/user_folder.py": {"os.environ"},
    "api/__init__.py": {"date.today"},
    "api/reports.py": {"date.today"},
    "api/wanted.py": {"date.today"},
    "author/articles/pdf_process.py": {"sys.stdin", "sys.stdout"},
}


def test_only_the_command_line_prints_or_looks_around() -> None:
    for path in MODULES:
        tree = parsed(path)
        names = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
        attributes = {
            f"{node.value.id}.{node.attr}"
            for node in ast.walk(tree)
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
        }
        assert "print" not in names, path
        if room_of(path) not in ("cli", "__main__"):
            attributes -= LOOKING.get(path.relative_to(SOURCE).as_posix(), set())
            assert not attributes & {"os.environ", "os.getenv", "sys.stdout", "sys.stderr", "sys.argv", "sys.exit"}, (
                path
            )
            assert not attributes & {"date.today", "datetime.now", "time.time", "Path.cwd"}, path


def test_functions_and_modules_stay_small() -> None:
    for path in MODULES:
        text = path.read_text(encoding="utf-8")
        assert text.count("\n") <= 250 or path.parent.name == "data", path  # a table
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.FunctionDef):
                assert (node.end_lineno or 0) - node.lineno < 45, (path, node.name)


def test_no_two_classes_have_one_name() -> None:
    found: dict[str, list[str]] = {}
    for path in MODULES:
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.ClassDef):
                found.setdefault(node.name, []).append(f"{path.relative_to(SOURCE)}:{node.lineno}")
    assert len(found) > 100
    assert {name: places for name, places in found.items() if places[1:]} == {}


CHECKOUT = re.compile(r"\bdocs/|\bCONTRIBUTING\b|\bREADME\b(?!\.md)")


def test_no_message_names_a_file_that_an_installed_copy_lacks() -> None:
    """Docstrings of commands are shown as help; those of other modules are read in a checkout."""
    for path in MODULES:
        is_shown = path.parent.name in ("commands", "rules")
        nodes = [*ast.walk(parsed(path))]
        notes = {id(node.value) for node in nodes if isinstance(node, ast.Expr)} if not is_shown else set()
        texts = [node.value for node in nodes if isinstance(node, ast.Constant) and id(node) not in notes]
        assert not [each for each in texts if isinstance(each, str) and CHECKOUT.search(each)], path
