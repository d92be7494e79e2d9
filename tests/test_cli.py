"""The command line as a whole: exit codes, streams, terminals, and what may not be imported."""

import gc
import json
import os
import pty
import re
import runpy
import signal
import subprocess
import sys
import tomllib
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest
from conftest import CORPUS, GOOD, Repo, Result

from coopdb.cli import app, main, streams
from coopdb.errors import StopError

Run = Callable[..., Result]
COOPDB = (sys.executable, "-m", "coopdb")


def start(*arguments: str, environment: dict[str, str] | None = None) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [*COOPDB, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={
            "PATH": os.environ["PATH"],
            "LANG": "C.UTF-8",
            "COOPDB_PAGER": "",
            "COOPDB_CACHE": os.environ["COOPDB_CACHE"],
            **(environment or {}),
        },
        check=False,
    )


def test_the_version_is_shown(coopdb: Run) -> None:
    assert coopdb("--version").out == "coopdb 0.1.0\n"


def test_the_version_is_shown_before_anything_else(coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert coopdb("--version", "search").out == "coopdb 0.1.0\n"
    monkeypatch.setattr(sys, "stdout", None)
    assert main(["--version"]) == 3


def test_the_module_runs_as_the_command_does(real: Path) -> None:
    assert real
    assert start("--version").stdout == "coopdb 0.1.0\n"


def test_the_package_can_be_run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["coopdb", "--version"])
    monkeypatch.setattr(gc, "disable", lambda: None)
    monkeypatch.setattr(os, "_exit", sys.exit)
    with pytest.raises(SystemExit) as end:
        runpy.run_module("coopdb", run_name="__main__")
    assert (end.value.code, capsys.readouterr().out) == (0, "coopdb 0.1.0\n")


@pytest.mark.parametrize(
    ("arguments", "code"), [(["--version"], 0), (["explain", "S001"], 0), (["search", "-c", "?"], 2)]
)
def test_nothing_that_was_written_is_lost_at_the_end(arguments: list[str], code: int) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "coopdb", *arguments], capture_output=True, text=True, check=False, cwd=CORPUS
    )
    assert done.returncode == code
    assert (done.stdout or done.stderr).endswith("\n")


def test_what_others_have_left_unwritten_is_written_at_the_end() -> None:
    script = "import sys, coopdb.cli as c; c.main = lambda: sys.stdout.write('kept') and 3; c.run()"
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=False, cwd=CORPUS, env=environment
    )
    assert (done.returncode, done.stdout) == (3, "kept")


def test_a_stream_that_is_no_file_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", StringIO())
    assert main(["--version"]) == 0


def test_no_command_shows_the_help(coopdb: Run) -> None:
    result = coopdb()
    assert result.code == 2
    assert "Commands:" in result.out + result.err


@pytest.mark.parametrize("command", ["crosstab", "explain", "search", "show", "validate"])
def test_every_command_has_help(coopdb: Run, command: str) -> None:
    result = coopdb(command, "--help")
    assert result.code == 0
    assert f"coopdb {command}" in result.out


def test_exit_code_0_when_fine(repo: Repo, coopdb: Run) -> None:
    repo.add()
    assert coopdb("validate").code == 0


def test_exit_code_1_when_there_are_problems(repo: Repo, coopdb: Run) -> None:
    repo.add(content="x")
    assert coopdb("validate").code == 1


@pytest.mark.parametrize("arguments", [("search", "--nope"), ("serch",), ("search", "-c", "Marocco"), ("show",)])
def test_exit_code_2_for_a_wrong_command_line(repo: Repo, coopdb: Run, arguments: tuple[str, ...]) -> None:
    repo.add()
    assert coopdb(*arguments).code == 2


def test_exit_code_3_without_a_repository(coopdb: Run, tmp_path: Path) -> None:
    result = coopdb("search")
    assert result.code == 3
    assert "no records here" in result.err
    assert "--root" in result.err
    assert coopdb("search", "--root", str(tmp_path / "nowhere")).code == 3
    (tmp_path / "coopdb.toml").touch()
    assert "no `records/` folder in" in coopdb("search").err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_exit_code_3_when_the_disk_is_full(repo: Repo) -> None:
    repo.add()
    with Path("/dev/full").open("w") as full:
        result = subprocess.run([*COOPDB, "search"], stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert result.returncode == 3
    said = "error: cannot write the output: No space left on device\n  help: send it where there is room for it\n"
    assert result.stderr == said


def test_exit_code_130_when_interrupted(repo: Repo) -> None:
    os.mkfifo(repo.root / "slow")
    code = (
        "import sys, coopdb.check.files as f, coopdb.cli\n"
        "f.check_files = lambda *_, **__: open('slow').read()\n"
        "sys.exit(coopdb.cli.main(['validate']))"
    )
    with (
        subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE, text=True) as process,
        (repo.root / "slow").open("w"),  # which waits until the command reads it
    ):
        for _ in range(4):  # one that comes between a look for signals and the call that waits is seen by the next
            process.send_signal(signal.SIGINT)
            with suppress(subprocess.TimeoutExpired):
                process.wait(timeout=5)
                break
        _, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert "Traceback" not in err


def test_an_interrupt_outside_a_command_is_quiet_too(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt() -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(app, "prepare_streams", interrupt)
    assert main(["search"]) == 130


def test_a_bug_is_a_message_and_no_traceback(repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.add()
    monkeypatch.setattr("coopdb.store.files.records.read", lambda *_: 1 / 0)
    result = coopdb("search")
    assert result.code == 3
    assert "internal error: ZeroDivisionError" in result.err
    monkeypatch.setenv("COOPDB_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        main(["search"])


def test_head_ends_quietly(repo: Repo) -> None:
    for number in range(200):
        repo.add(f"2026/2026-02-01-ma-qa-{number}.toml", GOOD + "# " + "x" * 200)
    command = f"{sys.executable} -m coopdb search --format json | head -n 1; echo ${{PIPESTATUS[0]}}"
    result = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert result.stdout == "[\n0\n"
    assert result.stderr == ""


def test_a_stream_that_is_gone_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    class Gone:
        def write(self, _: str) -> None:
            raise BrokenPipeError(32, "Broken pipe")

    monkeypatch.setattr(sys, "stderr", Gone())
    streams.remark("x")
    monkeypatch.setattr(sys, "stdout", Gone())
    monkeypatch.setattr(streams, "_silence_stdout", lambda: None)
    streams.write("x")


def test_a_full_disk_stops(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full:
        def write(self, _: str) -> None:
            raise OSError(28, "No space left on device")

        def fileno(self) -> int:
            return number

    number = os.open(os.devnull, os.O_WRONLY)
    monkeypatch.setattr(sys, "stdout", Full())
    with pytest.raises(StopError, match="No space left"):
        streams.write("x")
    os.close(number)


def test_the_repository_is_found_from_root_environment_and_upward(
    repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    path = repo.add()
    monkeypatch.chdir(path.parent)
    assert "1 meeting" in coopdb("search").out
    monkeypatch.chdir("/")
    assert "1 meeting" in coopdb("search", "--root", str(tmp_path)).out
    monkeypatch.setenv("COOPDB_ROOT", str(tmp_path))
    assert "1 meeting" in coopdb("search").out


@pytest.mark.parametrize("locale", ["C", "C.UTF-8", "POSIX"])
def test_arabic_prints_in_every_locale(real: Path, locale: str) -> None:
    assert real
    result = start("show", "2024-02-17", environment={"LC_ALL": locale})
    assert result.returncode == 0
    assert "Tarō Kōno" in result.stdout


def test_an_encoding_without_a_letter_shows_its_number(real: Path) -> None:
    assert real
    result = start("show", "2024-02-17", environment={"PYTHONIOENCODING": "ascii"})
    assert result.returncode == 0
    assert "Tar\\u014d K\\u014dno" in result.stdout


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
@pytest.mark.parametrize(
    ("command", "parse"),
    [
        (("show", "2024-02-17", "--format", "json"), json.loads),
        (("show", "2024-02-17", "--format", "toml"), tomllib.loads),
        (("search", "--format", "json"), json.loads),
        (("search", "--format", "jsonl"), lambda text: [json.loads(line) for line in text.splitlines()]),
        (("schema",), json.loads),
        (("validate", "--format", "sarif"), json.loads),
    ],
)
def test_json_and_toml_are_what_they_are_on_any_stdout(
    real: Path, coopdb: Run, encoding: str, command: tuple[str, ...], parse: Callable[[str], Any]
) -> None:
    assert real
    result = start(*command, environment={"PYTHONIOENCODING": encoding})
    assert result.stdout.isascii()
    assert parse(result.stdout) == parse(coopdb(*command).out)


def in_terminal(*arguments: str, environment: dict[str, str]) -> str:
    process, terminal = pty.fork()
    if process == 0:
        kept = {name: os.environ[name] for name in ("PATH", "COOPDB_CACHE")}
        base = {**kept, "LANG": "C.UTF-8", "COOPDB_PAGER": ""}
        os.execve(sys.executable, [*COOPDB, *arguments], {**base, **environment})
    output = b""
    while True:
        try:
            chunk = os.read(terminal, 1 << 16)
        except OSError:
            break
        if not chunk:
            break
        output += chunk
    os.waitpid(process, 0)
    os.close(terminal)
    return output.decode()


def test_a_terminal_gets_colours_unless_they_are_not_wanted(repo: Repo) -> None:
    repo.add()
    command = ("crosstab", "country", "topic")
    terminal = {"TERM": "xterm-256color", "COLUMNS": "80"}
    assert "\x1b[48;5;" in re.sub(r"38;5;\d+;", "", in_terminal(*command, environment=terminal))
    assert "48;2;" in in_terminal(*command, environment={**terminal, "COLORTERM": "truecolor"})
    assert "\x1b[" in in_terminal(*command, environment={"TERM": "xterm"})
    plain = in_terminal(*command, environment={**terminal, "NO_COLOR": "1"})
    assert "\x1b" not in plain
    assert plain == in_terminal(*command, environment={**terminal, "TERM": "dumb"})


@pytest.mark.parametrize(
    ("environment", "is_terminal", "colours"),
    [
        ({}, False, "none"),
        ({}, True, "256"),
        ({"NO_COLOR": "1"}, True, "none"),
        ({"TERM": "dumb"}, True, "none"),
        ({"TERM": "xterm"}, True, "standard"),
        ({"COLORTERM": "truecolor"}, True, "truecolor"),
        ({"FORCE_COLOR": "1"}, False, "256"),
        ({"FORCE_COLOR": "0"}, False, "none"),
    ],
)
def test_the_screen_is_what_the_environment_says(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], is_terminal: bool, colours: str
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("COLUMNS", "77")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: is_terminal, raising=False)
    screen = streams.screen()
    assert (screen.is_terminal, screen.width, screen.colours) == (is_terminal, 77, colours)
    assert screen.is_fitted


def test_help_cuts_no_sentence_and_names_values_in_words(coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    listed = coopdb("--help").out.partition("Commands:\n")[2].partition("\n\n")[0].splitlines()
    assert len(listed) > 30
    assert [line for line in listed if not line.endswith(".") or line.endswith("...")] == []
    for command in (line.split()[0] for line in listed):
        assert not re.search("<(str|int|float|path)|:<", coopdb(command, "--help").out), command


def test_without_records_it_is_said_how_to_begin(
    coopdb: Run, repo: Repo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "help: there is none yet: `coopdb add`\n" in coopdb("show", "2026-02").err
    repo.add()
    assert "help: `coopdb search --format ids` lists them" in coopdb("show", "1999").err
    monkeypatch.chdir(tmp_path.parent)
    assert "or make one with `coopdb init`" in coopdb("search").err


OTHER = "Fr\udce9d\udce9ric"  # what bytes of Latin-1 become in an argument


@pytest.mark.parametrize(
    "arguments",
    [
        ("add", "--title", OTHER, "--date", "2026-03-01", "--party", "MA", "--party", "SN", "--topic", "cloud"),
        ("edit", "2026", "--party", f"MA: {OTHER}"),
        ("close", "2026", "--note", OTHER),
        ("search", "cloud", OTHER),
        ("draft", "-", "--url", f"https://example.org/{OTHER}"),
    ],
)
def test_an_argument_that_is_not_utf8_is_refused_in_words(repo: Repo, coopdb: Run, arguments: tuple[str, ...]) -> None:
    path = repo.add()
    result = coopdb(*arguments)
    assert (result.code, result.out, "is not UTF-8\n  help: set the terminal" in result.err) == (2, "", True)
    assert path.read_text(encoding="utf-8") == GOOD


def test_a_file_may_have_any_name(coopdb: Run) -> None:
    assert "cannot read `a\\udce9.txt`: no such file" in coopdb("draft", "a\udce9.txt").err


@pytest.mark.parametrize(
    ("columns", "is_fitted"), [("1", True), ("080", True), ("0", False), ("", False), ("x", False)]
)
def test_a_pipe_has_a_width_only_where_the_user_sets_one(
    monkeypatch: pytest.MonkeyPatch, columns: str, is_fitted: bool
) -> None:
    assert not streams.screen().is_fitted
    monkeypatch.setenv("COLUMNS", columns)
    assert streams.screen().is_fitted is is_fitted


def test_what_is_piped_has_the_width_that_the_user_sets(coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOPDB_ROOT", str(CORPUS))
    commands = (
        ["search", "-c", "MA"],
        ["show", "2024-02-17"],
        ["commitments", "--all"],
        ["crosstab", "city", "country"],
    )
    widest = [max(map(len, coopdb(*command).out.splitlines())) for command in commands]
    monkeypatch.setenv("COLUMNS", "60")
    fitted = [max(map(len, coopdb(*command).out.splitlines())) for command in commands]
    assert (min(widest) > 100, max(fitted)) == (True, 60), (widest, fitted)


@pytest.mark.parametrize(
    ("environment", "encoding", "is_ascii", "is_utf8"),
    [
        ({"LC_ALL": "C"}, "utf-8", True, True),
        ({"LC_ALL": "", "LC_CTYPE": "POSIX", "LANG": "en_GB.UTF-8"}, "utf-8", True, True),
        ({"LC_ALL": "C.UTF-8", "LANG": "C"}, "UTF8", False, True),
        ({"LC_ALL": "", "LC_CTYPE": "", "LANG": ""}, "utf-8", False, True),
        ({"LC_ALL": "fr_FR"}, "iso8859-1", True, False),
    ],
)
def test_the_screen_draws_with_what_the_locale_has(
    monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], encoding: str, is_ascii: bool, is_utf8: bool
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", TextIOWrapper(BytesIO(), encoding=encoding))
    screen = streams.screen()
    assert (screen.is_ascii, screen.is_utf8) == (is_ascii, is_utf8)


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["search", "--help"]])
def test_light_commands_import_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys, coopdb.cli\n"
        f"coopdb.cli.main({arguments!r})\n"
        "heavy = {'pydantic', 'rich', 'tomlkit', 'toml_rs', 'tomli_w', 'sqlite3', 'json', 'tomllib'}\n"
        "sys.exit(f'heavy: {heavy & set(sys.modules)}' if heavy & set(sys.modules) else 0)"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=CORPUS)
    assert result.stderr == ""
    assert result.returncode == 0
