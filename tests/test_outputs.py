"""Reports for machines, checked by the tools that read them, and what `validate` is told to check."""

import json
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from conftest import GOOD, ROOT, Repo, Result

Run = Callable[..., Result]
NASTY = GOOD.replace("Morocco and Qatar", "100% of [bold]a, b: c::d|\\u001b[31m\\n::error::x").replace(
    '"MA"', '"Atlantis"'
)
BIN = Path(sys.executable).parent
FROM = ("--from", f"git+https://example.org/owner/coopdb@{'0' * 40}")


def nasty(repo: Repo) -> None:
    repo.add(content=NASTY)
    repo.add("2026/2026-02-01-ma-qa-b.toml", "title = \n")
    repo.add("2026/2026-02-01-ma-qa-c.toml", f'draft = """\nyes\n"""\n{GOOD}')
    repo.add("2026/2026-02-01-ma-qa,é:c.toml", GOOD.replace('["art', '["cybre", "art'))


def tool(*command: str | Path, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(BIN / command[0]), *map(str, command[1:])], cwd=folder, capture_output=True, text=True, check=False
    )


def test_github_gets_commands_it_cannot_misread(repo: Repo, coopdb: Run, golden: Callable[[str, str], None]) -> None:
    nasty(repo)
    result = coopdb("validate", "--format", "github", "--select", "F,K,V")
    golden("github.txt", result.out)
    assert result.code == 1
    for line in result.out.splitlines():
        assert line.startswith(("::error file=", "::warning file="))
        assert "\x1b" not in line
        properties = line.removeprefix("::").partition("::")[0].partition(" ")[2]
        assert [each.partition("=")[0] for each in properties.split(",")][:2] == ["file", "line"]


def test_github_shows_ten_of_each_severity_and_a_summary(
    repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for number in range(14):
        repo.add(
            f"2026/2026-02-01-ma-qa-{number}.toml",
            GOOD.replace('"MA"', '"Atlantis"').replace("2026-02-01", '"2026-02-01"'),
        )
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    out = coopdb("validate", "--format", "github", "--select", "K,V").out
    assert (out.count("::error "), out.count("::warning "), out.count("::notice::and 4 more")) == (10, 10, 2)
    coopdb("validate", "--format", "github", "--select", "C")
    text = summary.read_text(encoding="utf-8")
    assert text.count("| error V001 |") == 14
    assert "no problems" in text
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
    assert coopdb("validate", "--format", "github").code == 3


def test_a_summary_has_an_end(repo: Repo, coopdb: Run) -> None:
    repo.add(content="".join(f"x{number} = 1\n" for number in range(300)) + GOOD)
    assert "and 100 more" in coopdb("validate", "--format", "markdown").out


def test_sarif_is_as_its_schema_has_it(repo: Repo, coopdb: Run, golden: Callable[[str, str], None]) -> None:
    from sarif_pydantic import Sarif

    nasty(repo)
    text = coopdb("validate", "--format", "sarif").out
    document = json.loads(text)
    Sarif.model_validate(document)
    (run,) = document["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        location = result["locations"][0]["physicalLocation"]
        assert not location["artifactLocation"]["uri"].startswith("/")
        assert " " not in location["artifactLocation"]["uri"]
    prints = [result["partialFingerprints"]["coopdb/v1"] for result in run["results"]]
    assert len(set(prints)) == len(prints)
    repo.add(content="# one line more\n" + NASTY)
    moved = json.loads(coopdb("validate", "--format", "sarif").out)["runs"][0]["results"]
    assert {result["partialFingerprints"]["coopdb/v1"] for result in moved} == set(prints)
    run["tool"]["driver"]["rules"] = []
    golden("report.sarif", json.dumps(document, indent=1, ensure_ascii=False))


def test_junit_is_read_back(repo: Repo, coopdb: Run) -> None:
    repo.add()
    assert ET.fromstring(coopdb("validate", "--format", "junit").out.encode()).get("failures") == "0"  # noqa: S314  # ours
    nasty(repo)
    suites = ET.fromstring(coopdb("validate", "--format", "junit").out.encode())  # noqa: S314  # ours
    failures = suites.findall("testsuite/testcase/failure")
    assert len(failures) == int(suites.get("failures", "")) == int(suites.find("testsuite").get("failures"))  # type: ignore[union-attr, arg-type]
    assert any("V001" in (failure.get("message") or "") for failure in failures)


def test_gitlab_has_its_keys(repo: Repo, coopdb: Run) -> None:
    nasty(repo)
    for each in json.loads(coopdb("validate", "--format", "gitlab").out):
        assert set(each) == {"description", "check_name", "fingerprint", "severity", "location"}
        assert each["severity"] in ("info", "minor", "major", "critical", "blocker")
        assert each["location"]["positions"]["begin"]["line"] >= 1


def test_several_reports_are_written_at_once(repo: Repo, coopdb: Run, tmp_path: Path) -> None:
    nasty(repo)
    outputs = (f"sarif:{tmp_path}/a.sarif", f"junit:{tmp_path}/b.xml", f"json:{tmp_path}/c.json")
    result = coopdb("validate", "--format", "concise", *(part for output in outputs for part in ("--output", output)))
    assert result.code == 1
    document = json.loads((tmp_path / "c.json").read_text(encoding="utf-8"))
    assert len(document["problems"]) == len(result.out.splitlines())
    assert (tmp_path / "a.sarif").read_text(encoding="utf-8") == coopdb("validate", "--format", "sarif").out
    assert (tmp_path / "b.xml").read_text(encoding="utf-8") == coopdb("validate", "--format", "junit").out
    assert coopdb("validate", "--output", "sarif").code == 2
    assert "did you mean `sarif`?" in coopdb("validate", "--output", "sariff:x").err
    assert coopdb("validate", "--output", f"json:{tmp_path}").code == 3


def git(repo: Repo, *arguments: str) -> None:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    subprocess.run(["git", *identity, *arguments], cwd=repo.root, check=True, capture_output=True)


def test_since_sees_what_changed_and_who_refers_to_what_is_gone(repo: Repo, coopdb: Run) -> None:
    bad = GOOD.replace('"QA"', '"Atlantis"')
    repo.add("2026/2026-02-01-ma-qa-old.toml", bad)
    repo.add("2026/2026-02-01-ma-qa-gone.toml")
    repo.add("2026/2026-02-01-ma-qa-link.toml", f'related = ["2026-02-01-ma-qa-gone"]\n{GOOD}')
    moved = repo.add("2026/2026-02-01-ma-qa-moved.toml", bad)
    git(repo, "init", "-q", "-b", "main")
    git(repo, "add", ".")
    git(repo, "commit", "-qm", "one")
    git(repo, "switch", "-qc", "work")
    (repo.root / "records/2026/2026-02-01-ma-qa-gone.toml").unlink()
    moved.rename(moved.with_name("2026-02-01-ma-qa-new-name.toml"))
    repo.add("2026/2026-02-01-ma-qa-staged.toml", bad)
    git(repo, "add", ".")
    git(repo, "commit", "-qm", "two")
    repo.add("2026/2026-02-01-ma-qa-é untracked.toml", bad)
    out = coopdb("validate", "--since", "main", "--format", "concise", "--select", "V,L").out
    assert [line.split("-qa-")[1].split(".toml")[0] for line in out.splitlines()] == [
        "link", "new-name", "staged", "é untracked",
    ]  # fmt: skip
    both = coopdb("validate", "--since", "main", "records/2026/2026-02-01-ma-qa-staged.toml")
    assert "1 file checked" in both.err
    assert "git knows no such revision as `nowhere`" in coopdb("validate", "--since", "nowhere").err
    assert coopdb("validate", "--since", "--help").code == 2


def test_since_without_a_common_commit_or_git(repo: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    repo.add()
    assert coopdb("validate", "--since", "main").code == 2
    git(repo, "init", "-q", "-b", "main")
    git(repo, "add", ".")
    git(repo, "commit", "-qm", "one")
    git(repo, "switch", "-q", "--orphan", "other")
    repo.add()
    git(repo, "add", ".")
    git(repo, "commit", "-qm", "two")
    repo.add("2026/2026-02-01-ma-qa-b.toml")
    assert "1 file checked" in coopdb("validate", "--since", "main").err
    monkeypatch.setenv("PATH", "")
    assert "needs git" in coopdb("validate", "--since", "main").err


def test_rules_are_chosen_on_the_command_line(repo: Repo, coopdb: Run) -> None:
    repo.add("2026/2026-03-01-ma-qa.toml", GOOD.replace("artificial-intelligence", "zzz"))
    out = coopdb("validate", "--format", "concise", "--select", "V,id-mismatch", "--ignore", "V003").out
    assert [line.split()[1] for line in out.splitlines()] == ["I001"]
    assert "did you mean `V003`?" in coopdb("validate", "--select", "V033").err


CONFIG = """\
select = ["V", "S", "R002"]
ignore = ["V003"]

[severity]
R002 = "error"
V001 = "warning"

[[ignores]]
paths = ["records/2025/*"]
codes = ["V"]
reason = "not ours"
"""


def test_the_configuration_chooses_rules_and_severities(repo: Repo, coopdb: Run) -> None:
    (repo.root / "coopdb.toml").write_text(CONFIG, encoding="utf-8")
    text = NASTY.replace("artificial-intelligence", "zzz")
    repo.add(content="draft = true\n" + text)
    repo.add("2025/2026-02-01-ma-qa.toml", text)
    result = coopdb("validate", "--format", "json")
    problems = json.loads(result.out)["problems"]
    assert [(each["path"][8:12], each["code"], each["severity"]) for each in problems] == [
        ("2026", "R002", "error"), ("2026", "V001", "warning"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("ignor = []\n", "coopdb.toml:1:1: K002 unknown key `ignor` (did you mean `ignore`?)"),
        ("select = 3\n", "coopdb.toml:1:10: K003 `select` must be an array, not `3`"),
        ('[severity]\nS001 = "fatal"\n', "coopdb.toml:2:8: K004 unknown value `fatal` for `S001`"),
        ('[[ignores]]\npaths = ["a"]\ncodes = ["S001"]\n', "coopdb.toml:1:1: K001 missing key `reason`"),
        ("select = [\n", "F004"),
        ('ignore = ["K", "zz"]\n', "coopdb.toml:1:16: C001 no rule is called `zz`"),
    ],
)
def test_a_wrong_configuration_is_reported_like_a_wrong_record(
    repo: Repo, coopdb: Run, text: str, message: str
) -> None:
    (repo.root / "coopdb.toml").write_text(text, encoding="utf-8")
    repo.add()
    result = coopdb("validate", "--format", "concise")
    assert message in result.out
    assert result.code == 1


def test_a_new_repository_passes_its_own_checks(coopdb: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "new"
    assert "records/topics.toml" in coopdb("init", str(folder), *FROM).out
    assert coopdb("init", str(folder), *FROM).code == 3
    monkeypatch.chdir(folder)
    readme = (folder / "README.md").read_text(encoding="utf-8")
    record = folder / "records/2026/2026-03-10-ma-sn.toml"
    record.parent.mkdir()
    record.write_text(readme.partition("```toml\n")[2].partition("```")[0], encoding="utf-8")
    for command in (("validate", "--strict"), ("fmt", "--check"), ("schema", "--check")):
        assert coopdb(*command).code == 0, command
    workflow = folder / ".github/workflows/records.yml"
    assert tool("check-jsonschema", "--builtin-schema", "vendor.github-workflows", workflow).returncode == 0
    assert tool("zizmor", "--offline", "--quiet", folder).returncode == 0
    assert tool("tombi", "lint", "--offline", record, folder=folder).returncode == 0
    (folder / "records/topics.toml").write_text('[ports]\nlabels = { en = "Ports" }\n', encoding="utf-8")
    assert coopdb("schema", "--check").code == 0
    assert '"ports"' in coopdb("schema").out


def without_topics_beyond(topics: list[str], schema: dict[str, Any]) -> dict[str, Any]:
    """Leave out the topics that a repository adds of its own, and every topic's label, which it may change."""
    kept = [topic for topic in schema["$defs"]["topic"]["enum"] if topic in topics]
    return {**schema, "$defs": {**schema["$defs"], "topic": kept}}


def test_the_committed_schema_is_the_present_one(real: Path, coopdb: Run) -> None:
    assert real
    schema, committed = (
        json.loads(text) for text in (coopdb("schema").out, (ROOT / "coopdb.schema.json").read_text(encoding="utf-8"))
    )
    topics = schema["$defs"]["topic"]["enum"]
    assert without_topics_beyond(topics, committed) == without_topics_beyond(topics, schema)
    assert tool("check-jsonschema", "--check-metaschema", ROOT / "coopdb.schema.json").returncode == 0
    for table in (schema, *(each for each in schema["$defs"].values() if "properties" in each)):
        assert all(each["description"].partition("\n")[0].endswith(".") for each in table["properties"].values())


def test_an_editor_finds_what_is_wrong_in_a_record(real: Path, coopdb: Run, tmp_path: Path) -> None:
    assert real
    (tmp_path / "coopdb.schema.json").write_text(coopdb("schema").out, encoding="utf-8")
    good = "#:schema coopdb.schema.json\n" + GOOD
    for name, text, code in (
        ("good", good, 0), ("key", good.replace("title", "tittle"), 1), ("code", good.replace('"QA"', '"QAT"'), 1),
        ("topic", good.replace("artificial", "artifical"), 1), ("date", good.replace("2026-02-01", '"1.2.26"'), 1),
        ("about", good.replace("2026-02-01", '"2026-02~"'), 0), ("name", good.replace('"QA"', '"قطر"'), 0),
    ):  # fmt: skip
        path = tmp_path / f"{name}.toml"
        path.write_text(text, encoding="utf-8")
        result = tool("tombi", "lint", "--offline", path, folder=tmp_path)
        assert result.returncode == code, name
        assert name == "key" or (result.stdout + result.stderr).count("Error") == code, name  # one fault, one error


def test_the_records_are_as_the_schema_has_them(real: Path, coopdb: Run) -> None:
    from datetime import date

    import jsonschema

    schema = json.loads(coopdb("schema").out)
    for path in sorted(real.glob("records/*/*.toml")):
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        plain = json.loads(
            json.dumps(data, default=lambda value: value.isoformat() if isinstance(value, date) else None)
        )
        jsonschema.validate(plain, schema)


def test_the_workflow_and_the_action_are_sound() -> None:
    for schema, path in (("workflows", ".github/workflows/ci.yml"), ("actions", "action.yml")):
        assert tool("check-jsonschema", "--builtin-schema", f"vendor.github-{schema}", path).returncode == 0
    assert tool("zizmor", "--offline", "--quiet", ROOT).returncode == 0


def test_the_configuration_may_lie_elsewhere(tmp_path: Path, coopdb: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    repo = Repo(tmp_path / "data") if (tmp_path / "data").mkdir() is None else None
    assert repo
    repo.add(content=NASTY)
    (tmp_path / "coopdb.toml").write_text('root = "data"\nignore = ["V001"]\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    result = coopdb("validate", "--format", "concise", "--select", "V,C")
    assert (result.code, result.out) == (0, "")
    (tmp_path / "coopdb.toml").write_text('root = "nowhere"\n', encoding="utf-8")
    assert "fix its `root`" in coopdb("validate").err
    (tmp_path / "coopdb.toml").write_text("root = 3\n", encoding="utf-8")
    assert coopdb("validate").code == 3
    (tmp_path / "coopdb.toml").write_text("root = \n", encoding="utf-8")
    (tmp_path / "records").mkdir()
    assert "F004" in coopdb("validate").out


def test_a_report_of_many_faulty_records_is_complete_and_ordered(repo: Repo, coopdb: Run) -> None:
    for number in range(400):
        text = GOOD.replace('"MA"', '"Atlantis"') if number % 10 == 0 else GOOD
        repo.add(f"2026/2026-02-01-ma-qa-{number:03}.toml", text)
    first = coopdb("validate", "--format", "concise", "--select", "V")
    assert [line.split(":")[0][-8:-5] for line in first.out.splitlines()] == [f"{n:03}" for n in range(0, 400, 10)]
    assert coopdb("validate", "--format", "concise", "--select", "V") == first
