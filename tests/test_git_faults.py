"""What keeps git from telling what changed is told with its cure."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Repo, Result

Run = Callable[..., Result]


def git(folder: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def origin(repo: Repo) -> Repo:
    """Two branches that part at the first of three commits: `main`, and `work`, which is checked out."""
    repo.add()
    git(repo.root, "init", "-q", "-b", "main")
    git(repo.root, "add", ".")
    git(repo.root, "commit", "-qm", "one")
    git(repo.root, "switch", "-qc", "work")
    for number in (2, 3):
        repo.add(f"2026/2026-02-01-ma-qa-{number}.toml")
        git(repo.root, "add", ".")
        git(repo.root, "commit", "-qm", str(number))
    return repo


@pytest.mark.parametrize(
    ("branches", "since"), [(["--branch=work"], "origin/main"), (["--no-single-branch"], "origin/main")]
)
def test_a_shallow_clone_is_told_how_to_fetch_the_rest(
    origin: Repo,
    coopdb: Run,
    tmp_path_factory: pytest.TempPathFactory,
    monkeypatch: pytest.MonkeyPatch,
    branches: list[str],
    since: str,
) -> None:
    clone = tmp_path_factory.mktemp("clone")
    git(clone, "clone", "-q", "--depth=1", *branches, origin.root.as_uri(), ".")
    git(clone, "switch", "-q", "work")
    monkeypatch.chdir(clone)
    result = coopdb("validate", "--since", since)
    assert result.code == 3
    assert f"cannot find where the branch left `{since}`: this clone is shallow" in result.err
    assert "fetch-depth: 0" in result.err
    assert ("or check how the revision is spelled" in result.err) == (branches == ["--branch=work"])
    git(clone, "fetch", "-q", "--unshallow", "origin", "main:refs/remotes/origin/main")
    assert coopdb("validate", "--since", since, "--select", "V").err.startswith("2 files checked")


def test_a_checkout_of_another_user_is_told_how_to_trust_it(
    origin: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    if os.geteuid() != 0:
        pytest.skip("only root can give a folder to somebody else")
    os.chown(origin.root, 65534, 65534)
    os.chown(origin.root / ".git", 65534, 65534)
    result = coopdb("validate", "--since", "main")
    assert result.code == 3
    assert "belongs to another user" in result.err
    assert f"`git config --global --add safe.directory {origin.root}`" in result.err


def test_a_machine_without_git_is_told_to_get_it(origin: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    result = coopdb("validate", "--since", "main")
    assert result.code == 3
    assert "comparing with a revision needs git, which is not installed" in result.err
    assert "install git" in result.err


def test_a_folder_outside_git_is_told_so(repo: Repo, coopdb: Run) -> None:
    repo.add()
    result = coopdb("validate", "--since", "main")
    assert result.code == 2
    assert "is in no git repository" in result.err


def test_a_revision_that_is_not_there_is_a_slip(origin: Repo, coopdb: Run) -> None:
    result = coopdb("validate", "--since", "nowhere")
    assert (result.code, "no such revision as `nowhere`" in result.err) == (2, True)
