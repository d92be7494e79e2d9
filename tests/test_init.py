"""A new repository: where CI gets coopdb from, and that its first run passes."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import CORPUS, ROOT, Result
from ruamel.yaml import YAML

from coopdb.errors import StopError
from coopdb.store.files import install_source as installed
from coopdb.store.files.install_source import InstallSource, parse_source, source_of

Run = Callable[..., Result]
COMMIT, HASH = "0123456789abcdef0123456789abcdef01234567", "a" * 64
ARCHIVE = "https://example.org/c.tar.gz"
HERE = "it is on this machine"
SPEC = f"git+https://example.org/owner/coopdb.git@{COMMIT}"
BIN = Path(sys.executable).parent


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True, text=True)
    return done.stdout.strip()


def yaml(path: Path) -> Any:
    return YAML(typ="safe", pure=True).load(path.read_text(encoding="utf-8"))


def workflow(folder: Path) -> Any:
    return yaml(folder / ".github/workflows/records.yml")


# What is pinned


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (SPEC, InstallSource("https://example.org/owner/coopdb.git", COMMIT)),
        (f"git+https://example.org:8443/~a/b%20c@{HASH}", InstallSource("https://example.org:8443/~a/b%20c", HASH)),
        (
            f"git+file:///srv/coopdb@{COMMIT}",
            InstallSource("file:///srv/coopdb", COMMIT, doubt="it is on this machine"),
        ),
        (
            f"https://example.org/c.tar.gz#sha256={HASH}",
            InstallSource("https://example.org/c.tar.gz", HASH, is_archive=True),
        ),
    ],
)
def test_a_commit_or_a_hash_is_one_coopdb_for_good(text: str, source: InstallSource) -> None:
    assert parse_source(text) == source


@pytest.mark.parametrize(
    "text",
    [
        "",
        "coopdb",
        "coopdb==0.1.0",
        f"coopdb=={COMMIT}",
        "git+https://example.org/owner/coopdb",
        "git+https://example.org/owner/coopdb@main",
        "git+https://example.org/owner/coopdb@v1.0",
        f"git+https://example.org/owner/coopdb@{COMMIT[:39]}",
        f"git+https://example.org/owner/coopdb@{COMMIT}0",
        f"git+https://example.org/owner/coopdb@{COMMIT.upper()}",
        f"git+https://example.org/owner/coopdb@{COMMIT}#egg=coopdb",
        f"git+http://example.org/owner/coopdb@{COMMIT}",
        f"git+ssh://git@example.org/owner/coopdb@{COMMIT}",
        f"git+https://name:secret@example.org/owner/coopdb@{COMMIT}",
        f"git+https://example.org/$(touch x)@{COMMIT}",
        f"git+https://example.org/${{{{ github.token }}}}@{COMMIT}",
        f'git+https://example.org/"@{COMMIT}',
        f"git+https://example.org/a\n@{COMMIT}",
        f"git+https://example.org/é@{COMMIT}",
        f"{SPEC}\n",
        "https://example.org/c.tar.gz",
        f"https://example.org/c.tar.gz#sha256={HASH[:63]}",
        f"https://example.org/coopdb-1-py3-none-any.whl#sha256={HASH}",
        f"https://example.org/c.tar.gz#md5={HASH[:32]}",
    ],
)
def test_anything_else_is_refused_before_something_is_written(coopdb: Run, tmp_path: Path, text: str) -> None:
    result = coopdb("init", str(tmp_path / "new"), "--from", text)
    assert result.code == 2
    assert "is not pinned to a commit or a hash" in result.err
    assert "--from git+https://HOST/PATH@COMMIT" in result.err
    assert not (tmp_path / "new").exists()


# Where the installed one is from


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone of a repository with one commit."""
    origin = tmp_path / "the origin"
    origin.mkdir()
    git(origin, "init", "-q", "-b", "main")
    git(origin, "commit", "-q", "--allow-empty", "-m", "one")
    git(tmp_path, "clone", "-q", origin.as_uri(), "a clone")
    return tmp_path / "a clone"


@pytest.mark.parametrize(
    ("origin", "url"),
    [
        ("https://example.org/o/coopdb.git", "https://example.org/o/coopdb.git"),
        ("https://example.org:8443/o/coopdb", "https://example.org:8443/o/coopdb"),
        ("https://name:secret@example.org/o/coopdb", "https://example.org/o/coopdb"),
        ("git@example.org:o/coopdb.git", "https://example.org/o/coopdb.git"),
        ("example.org:o/coopdb.git", "https://example.org/o/coopdb.git"),
        ("ssh://git@example.org/o/coopdb.git", "https://example.org/o/coopdb.git"),
    ],
)
def test_a_clone_tells_its_origin_and_its_commit(clone: Path, origin: str, url: str) -> None:
    git(clone, "remote", "set-url", "origin", origin)
    commit = git(clone, "rev-parse", "HEAD")
    assert source_of({"url": clone.as_uri(), "dir_info": {"editable": True}}) == InstallSource(url, commit)
    assert source_of({"url": clone.as_uri(), "dir_info": {}}) == InstallSource(url, commit)


def test_an_origin_on_this_machine_is_told(clone: Path) -> None:
    expected = (clone.parent / "the origin").as_uri()
    for origin in (expected, "../the origin", str(clone.parent / "the origin")):
        git(clone, "remote", "set-url", "origin", origin)
        source = source_of({"url": clone.as_uri(), "dir_info": {}})
        assert (source.url, source.doubt) == (expected, "it is on this machine")


def test_a_commit_that_was_not_pushed_is_told(clone: Path) -> None:
    git(clone, "remote", "set-url", "origin", "https://example.org/o/coopdb.git")
    git(clone, "commit", "-q", "--allow-empty", "-m", "two")
    assert "has not been pushed" in source_of({"url": clone.as_uri(), "dir_info": {}}).doubt


@pytest.mark.parametrize(
    "origin", ["http://example.org/o/c", "git://example.org/o/c", "ssh://git@example.org:22/o/c", "https://e.org/a b"]
)
def test_an_origin_that_a_workflow_could_not_read_is_not_guessed(clone: Path, origin: str) -> None:
    git(clone, "remote", "set-url", "origin", origin)
    with pytest.raises(StopError):
        source_of({"url": clone.as_uri(), "dir_info": {}})


def test_a_folder_within_a_clone_or_outside_of_git_is_none(clone: Path, tmp_path: Path) -> None:
    (clone / "part").mkdir()
    for folder in (clone / "part", tmp_path, tmp_path / "nowhere"):
        with pytest.raises(StopError):
            source_of({"url": folder.as_uri(), "dir_info": {}})
    git(clone, "remote", "remove", "origin")
    with pytest.raises(StopError):
        source_of({"url": clone.as_uri(), "dir_info": {}})


def test_an_installer_notes_a_commit_or_a_hash() -> None:
    url = "https://name:secret@example.org/o/coopdb.git"
    vcs = {"vcs": "git", "commit_id": COMMIT, "requested_revision": "main"}
    assert source_of({"url": url, "vcs_info": vcs}) == InstallSource("https://example.org/o/coopdb.git", COMMIT)
    archive = {"url": "https://example.org/c.tar.gz", "archive_info": {"hashes": {"sha256": HASH}}}
    assert source_of(archive) == InstallSource("https://example.org/c.tar.gz", HASH, is_archive=True)
    for noted in ({}, {"url": "https://e.org/c.tar.gz", "archive_info": {}}, {"url": url, "vcs_info": {"vcs": "hg"}}):
        with pytest.raises(StopError):
            source_of(noted)


class Installed:
    def __init__(self, noted: str | None) -> None:
        self.noted = noted

    def read_text(self, name: str) -> str | None:
        assert name == "direct_url.json"
        return self.noted


def test_without_knowing_it_refuses_and_says_what_to_give(
    coopdb: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(name: str) -> Installed:
        raise installed.PackageNotFoundError(name)

    for distribution in (missing, lambda name: Installed(None), lambda name: Installed("{}")):
        monkeypatch.setattr(installed, "distribution", distribution)
        result = coopdb("init", str(tmp_path / "new"))
        assert result.code == 2
        assert "does not know where other machines can get it" in result.err
        assert "--from git+https://HOST/PATH@COMMIT" in result.err
        assert not (tmp_path / "new").exists()


def test_what_the_installer_has_noted_is_what_ci_gets(
    coopdb: Run, tmp_path: Path, clone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted = json.dumps({"url": clone.as_uri(), "dir_info": {}})
    monkeypatch.setattr(installed, "distribution", lambda name: Installed(noted))
    result = coopdb("init", str(tmp_path / "new"))
    assert result.code == 0
    assert "warning: CI may not find coopdb" in result.err
    step = workflow(tmp_path / "new")["jobs"]["validate"]["steps"][1]
    assert step["env"] == {
        "COOPDB_FROM": (tmp_path / "the origin").as_uri(),
        "COOPDB_PIN": git(clone, "rev-parse", "HEAD"),
    }


# The files


def test_a_folder_of_another_repository_is_told_that_ci_does_not_look_there(coopdb: Run, clone: Path) -> None:
    result = coopdb("init", str(clone / "data"), "--from", SPEC)
    assert (result.code, "warning: CI and pre-commit look at the top" in result.err) == (0, True)
    assert "warning" not in coopdb("init", str(clone), "--from", SPEC).err


@pytest.mark.parametrize(
    ("block", "message"),
    [
        (lambda path, _: path.write_text("x", encoding="utf-8"), "`new/.vscode` is not a folder"),
        (lambda path, _: path.symlink_to("nowhere"), "`new/.vscode` is not a folder"),
        (lambda path, outside: path.symlink_to(outside), "`new/.vscode` leads out of `new`"),
    ],
)
def test_where_one_file_cannot_be_made_none_is(
    coopdb: Run, tmp_path: Path, block: Callable[[Path, Path], None], message: str
) -> None:
    (tmp_path / "new").mkdir()
    block(tmp_path / "new/.vscode", tmp_path)
    assert message in coopdb("init", "new", "--from", SPEC).err
    assert [each.name for each in (tmp_path / "new").iterdir()] == [".vscode"]


def test_settings_of_editors_that_are_there_stay(coopdb: Run, tmp_path: Path) -> None:
    settings = tmp_path / ".vscode/settings.json"
    settings.parent.mkdir()
    settings.write_text('{ "editor.tabSize": 2 } // ours', encoding="utf-8")
    result = coopdb("init", str(tmp_path), "--from", SPEC)
    assert (result.code, str(settings) in result.out) == (0, False)
    assert f"`{settings}` was there and stays as it is" in result.err
    assert settings.read_text(encoding="utf-8") == '{ "editor.tabSize": 2 } // ours'
    assert (tmp_path / ".vscode/extensions.json").exists()
    again = coopdb("init", str(tmp_path), "--from", SPEC)
    assert (again.code, "is there already" in again.err) == (3, True)


@pytest.mark.parametrize("spec", [SPEC, f"https://example.org/c.tar.gz#sha256={HASH}"])
def test_the_workflow_is_sound_and_asks_for_no_more_than_reading(coopdb: Run, tmp_path: Path, spec: str) -> None:
    assert coopdb("init", str(tmp_path / "new"), "--from", spec).code == 0
    path = tmp_path / "new/.github/workflows/records.yml"
    check = [BIN / "check-jsonschema", "--builtin-schema", "vendor.github-workflows", path]
    assert subprocess.run(check, check=False, capture_output=True).returncode == 0
    zizmor = [BIN / "zizmor", "--offline", "--quiet", tmp_path / "new"]
    assert subprocess.run(zizmor, check=False, capture_output=True).returncode == 0
    document = workflow(tmp_path / "new")
    assert document["permissions"] == {}
    assert document["jobs"]["validate"]["permissions"] == {"contents": "read"}
    text = path.read_text(encoding="utf-8")
    assert "${{" not in text
    assert "@URL@" not in text


def test_line_ends_are_the_same_on_every_system(coopdb: Run, tmp_path: Path) -> None:
    new = tmp_path / "new"
    coopdb("init", str(new), "--from", SPEC)
    git(new, "init", "-q")
    git(new, "config", "core.autocrlf", "true")
    (new / "records/2026").mkdir()
    shutil.copy(next(CORPUS.glob("records/2024/*.toml")), new / "records/2026/2024-01-01-a-b.toml")
    git(new, "add", ".")
    git(new, "commit", "-qm", "one")
    git(new, "rm", "-qr", "records", "coopdb.schema.json")
    git(new, "reset", "-q", "--hard")
    for path in (*new.rglob("*.toml"), new / "coopdb.schema.json"):
        assert b"\r" not in path.read_bytes(), path


# The first run


def steps(document: Any) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the scripts of a job that are run, each with its environment."""
    for step in document["jobs"]["validate"]["steps"]:
        if "run" in step:
            yield step["run"], step.get("env", {})


def run_steps(new: Path, runner: Path) -> Iterator[subprocess.CompletedProcess[str]]:
    """Commit a new repository and run its workflow on a checkout, as a runner of GitHub does."""
    git(new, "init", "-q")
    git(new, "add", ".")
    git(new, "commit", "-qm", "one")
    (runner / "temp").mkdir(parents=True)
    git(runner, "clone", "-q", str(new), "checkout")
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL", "COV"))}
    for number, (script, environment) in enumerate(steps(workflow(new))):
        (runner / f"step{number}.sh").write_text(script, encoding="utf-8")
        yield subprocess.run(
            ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(runner / f"step{number}.sh")],
            cwd=runner / "checkout",
            env=clean | environment | {"RUNNER_TEMP": str(runner / "temp")},
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture(scope="module")
def origin(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This project as a git repository of one commit."""
    origin = tmp_path_factory.mktemp("project")
    listing = ["git", "-C", ROOT, "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(listing, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("this is not a checkout of git, which would tell what belongs to the repository")
    for name in filter(None, listed.stdout.split("\0")):
        if (ROOT / name).is_file() and not name.startswith(("tests/", "benchmarks/", "docs/")):
            (origin / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, origin / name)
    git(origin, "init", "-q", "-b", "main")
    git(origin, "add", ".")
    git(origin, "commit", "-qm", "all")
    return origin


def passes(done: subprocess.CompletedProcess[str]) -> str:
    """Assert that a step has passed; where no index of packages can be reached, nothing can be said."""
    if "No matching distribution found" in done.stderr:
        pytest.skip("no index of packages can be reached")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr


MODULES = ("venv", "pip", "json", "shlex", "typing", "coopdb", "sitecustomize", "usercustomize", "flit_core")


def trap(folder: Path, mark: Path) -> None:
    """Put modules into a folder that leave a mark when they are run."""
    for module in MODULES:
        (folder / f"{module}.py").write_text(f"open({str(mark)!r}, 'a').write('{module} ')\n", encoding="utf-8")
    (folder / "setup.cfg").write_text("[install]\nprefix = /nowhere\n", encoding="utf-8")


@pytest.mark.slow
def test_the_first_run_of_a_new_repository_passes_and_runs_nothing_of_it(
    origin: Path, tmp_path: Path, coopdb: Run
) -> None:
    new, spec = tmp_path / "new", f"git+{origin.as_uri()}@{git(origin, 'rev-parse', 'HEAD')}"
    assert coopdb("init", str(new), "--from", spec).code == 0
    readme = (new / "README.md").read_text(encoding="utf-8")
    (new / "records/2026").mkdir()
    record = readme.partition("```toml\n")[2].partition("```")[0]
    (new / "records/2026/2026-03-10-ma-sn.toml").write_text(record, encoding="utf-8")
    (new / "records/topics.toml").write_text('[smart-ports]\nlabels = { en = "Smart ports" }\n', encoding="utf-8")
    trap(new, tmp_path / "mark")
    outputs = [passes(done) for done in run_steps(new, tmp_path / "runner")]
    assert len(outputs) == 3
    assert "4 files checked: no problems" in outputs[2]
    assert not (tmp_path / "mark").exists()


def test_an_archive_is_compared_with_its_hash_before_it_is_unpacked(origin: Path, tmp_path: Path, coopdb: Run) -> None:
    archive = tmp_path / "coopdb.tar.gz"
    with tarfile.open(archive, "w:gz") as file:
        file.add(origin / "requirements.lock", "coopdb-1/requirements.lock")
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    for name, given, code in (("good", digest, 0), ("bad", HASH, 1)):
        new, runner = tmp_path / name, tmp_path / f"{name}-runner"
        assert coopdb("init", str(new), "--from", f"{archive.as_uri()}#sha256={given}").code == 0
        path = new / ".github/workflows/records.yml"
        fetch_alone = path.read_text(encoding="utf-8").partition("          python3 -I -m venv")[0]
        path.write_text(fetch_alone, encoding="utf-8")
        (done,) = run_steps(new, runner)
        assert done.returncode == code, done.stderr
        assert (runner / "temp/coopdb/requirements.lock").exists() == (code == 0)


def test_what_builds_coopdb_is_pinned_as_the_project_asks_for_it() -> None:
    import tomllib

    (wanted,) = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["build-system"]["requires"]
    pinned = (ROOT / "requirements-build.lock").read_text(encoding="utf-8")
    name, _, version = pinned.split()[0].partition("==")
    assert wanted == "flit_core>=3.12,<4"
    assert (name, version.split(".")[0]) == ("flit-core", "3")
    assert int(version.split(".")[1]) >= 12
    assert pinned.count("--hash=sha256:") >= 2
