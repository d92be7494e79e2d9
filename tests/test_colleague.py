"""What a careful colleague would question is found, and what life is like is not: 100 records, each its kind.

`tests/colleague/legitimate/` has records as they come, `wrong/` those that a careful reader would hand back; their
first line names the rule that should say so. They stand in one repository, as records do. People are invented.
"""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Repo, Result

HERE = Path(__file__).parent / "colleague"
LEGITIMATE, WRONG = (sorted((HERE / kind).glob("*.toml")) for kind in ("legitimate", "wrong"))
EXPECT = "# expect: "
DAY = "2026-06-01"


def expected(path: Path) -> str:
    first = path.read_text(encoding="utf-8").partition("\n")[0]
    assert first.startswith(EXPECT)
    return first.removeprefix(EXPECT)


@pytest.fixture
def found(repo: Repo, coopdb: Callable[..., Result]) -> dict[str, set[str]]:
    """Validate all records as one repository; return the codes found in each file, by its name."""
    for path in (*LEGITIMATE, *WRONG):
        target = repo.root / "records" / path.name[:4] / path.name
        assert not target.exists()
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, target)
    repo.add("people.toml", (HERE / "people.toml").read_bytes())
    report = json.loads(coopdb("validate", "--strict", "--on", DAY, "--format", "json").out)
    codes: dict[str, set[str]] = {}
    for problem in report["problems"]:
        codes.setdefault(problem["path"].rpartition("/")[2], set()).add(problem["code"])
    return codes


def test_the_legitimate_are_left_in_peace(found: dict[str, set[str]]) -> None:
    assert len(LEGITIMATE) + len(WRONG) == 100
    flagged = {path.name: found[path.name] for path in LEGITIMATE if path.name in found}
    assert len(flagged) <= len(LEGITIMATE) / 100, flagged
    assert "people.toml" not in found


def test_the_wrong_are_found(found: dict[str, set[str]]) -> None:
    missed = {path.name: expected(path) for path in WRONG if expected(path) not in found.get(path.name, ())}
    assert len(missed) <= len(WRONG) * 15 / 100, missed
