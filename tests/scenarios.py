"""Pull requests, each with the verdict that `coopdb validate --since main` should give: `python tests/scenarios.py`.

Every scenario is a change of the same small repository, made on a branch. The table says what is done, the exit code,
and the codes of what is reported, with the number of each; a verdict that is not as expected is marked.
"""

import json
import os
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

from coopdb.cli import main

DAY = "2026-06-30"  # on which everything is judged
IDENTITY = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_AUTHOR_NAME": "a",
    "GIT_AUTHOR_EMAIL": "a@example.org",
    "GIT_COMMITTER_NAME": "a",
    "GIT_COMMITTER_EMAIL": "a@example.org",
}


def record(day: str, one: str, other: str, more: str = "", topic: str = "smart-ports", person: str = "") -> str:
    """Write a record without a problem."""
    name = f'name = "{person}"\nrole = "Minister"\n' if person else ""
    return (
        f'title = "Talks on harbours"\ndate = {day}\n{more}topics = ["{topic}"]\n\n'
        f'[[participants]]\ncountry = "{one}"\n{name}\n[[participants]]\ncountry = "{other}"\n\n'
        f'[[sources]]\nurl = "https://example.org/{day}-{one}-{other}"\n'
    )


TOPICS = """\
[smart-ports]
labels = { en = "Smart ports" }

[harbours]
labels = { en = "Harbours" }
"""
PEOPLE = '["Omar Ali"]\ncountry = "MA"\naliases = ["Umar Ali"]\n'
CONFIG = '# rules\nignore = ["N005", "N007"]\n\n[severity]\nR002 = "error"\n'
BASE = {
    "coopdb.toml": CONFIG,
    "records/topics.toml": TOPICS,
    "records/people.toml": PEOPLE,
    "records/README.md": "What is recorded here.\n",
    "records/2023/2023-05-10-ca-jo.toml": record("2023-05-10", "CA", "JO", topic="cloud", person="Ana Lee"),
    "records/2023/2023-06-20-ca-jo.toml": record("2023-06-20", "CA", "JO", topic="cloud", person="Ana Lee"),
    "records/2024/2024-01-10-ma-qa.toml": record("2024-01-10", "MA", "QA", person="Omar Ali"),
    "records/2024/2024-02-10-fr-sn.toml": record("2024-02-10", "FR", "SN"),
    "records/2024/2024-05-10-de-ke.toml": record("2024-05-10", "DE", "KE", topic='cloud", "cloud'),
    "records/2025/2025-02-10-fr-sn.toml": record("2025-02-10", "FR", "SN", 'follows = ["2024-02-10-fr-sn"]\n'),
    "records/2025/2025-03-10-jp-tn.toml": record(
        "2025-03-10", "JP", "TN", 'host_event = "Port Days"\nvenue = { city = "Tunis" }\n', topic="harbours"
    ),
    "records/2025/2025-04-10-br-pt.toml": record("2025-04-10", "BR", "PT", person="Ana Lee").replace("Talks", "Talk")
    + '[[waivers]]\ncode = "N002"\nreason = "there are two of them"\n',
    "records/2026/2026-07-10-es-cl.toml": record("2026-07-10", "ES", "CL", 'status = "planned"\n'),
    "records/2026/2026-05-10-it-eg.toml": record("2026-05-10", "IT", "EG", 'status = "planned"\n'),
}
NEW = "records/2026/2026-03-01-se-pe.toml"
GOOD = record("2026-03-01", "SE", "PE")
BAD = GOOD.replace("smart-ports", "zzzzzz")


@dataclass(frozen=True)
class Change:
    """The work tree of a branch."""

    root: Path

    def write(self, path: str, text: str) -> None:
        """Write a file, in a folder that need not be there."""
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_bytes(text.encode())

    def replace(self, path: str, old: str, new: str) -> None:
        """Change a text that must be there."""
        text = (self.root / path).read_bytes().decode()
        assert old in text, (path, old)
        self.write(path, text.replace(old, new))

    def delete(self, path: str) -> None:
        """Delete a file."""
        (self.root / path).unlink()

    def move(self, old: str, new: str) -> None:
        """Move a file or a folder."""
        (self.root / new).parent.mkdir(parents=True, exist_ok=True)
        (self.root / old).rename(self.root / new)

    def git(self, *arguments: str) -> None:
        """Call git."""
        command = ["git", *arguments]
        subprocess.run(command, cwd=self.root, check=True, capture_output=True, env={**os.environ, **IDENTITY})

    def commit(self) -> None:
        """Commit everything."""
        self.git("add", "-A")
        self.git("commit", "-qm", "change", "--allow-empty")


@dataclass(frozen=True)
class Scenario:
    """What is done, the verdict that should come of it, and further options."""

    title: str
    expected: str
    make: Callable[[Change], None]
    options: tuple[str, ...] = ()


SCENARIOS: list[Scenario] = []


def scenario(title: str, expected: str, *options: str) -> Callable[[Callable[[Change], None]], None]:
    """Add a scenario."""

    def add(make: Callable[[Change], None]) -> None:
        SCENARIOS.append(Scenario(title, expected, make, options))

    return add


@scenario("nothing", "0")
def _(change: Change) -> None:
    assert change


@scenario("a good record is added", "0")
def _(change: Change) -> None:
    change.write(NEW, GOOD)


@scenario("a record with an unknown topic is added", "1 V003")
def _(change: Change) -> None:
    change.write(NEW, BAD)


@scenario("a broken record is added, and not committed", "1 F004")
def _(change: Change) -> None:
    change.commit()
    change.write(NEW, "title =")


@scenario("a topic is taken out of topics.toml", "1 V003×6")
def _(change: Change) -> None:
    change.replace("records/topics.toml", TOPICS[: TOPICS.index("[harbours]")], "")


@scenario("a topic is deprecated", "0 K005×6")
def _(change: Change) -> None:
    change.replace("records/topics.toml", '"Smart ports" }\n', '"Smart ports" }\nreplaced_by = "harbours"\n')


@scenario("a topic is deprecated, warnings fail", "1 K005×6", "--strict")
def _(change: Change) -> None:
    change.replace("records/topics.toml", '"Smart ports" }\n', '"Smart ports" }\nreplaced_by = "harbours"\n')


@scenario("a packaged topic is deprecated", "0 K005×4")
def _(change: Change) -> None:
    change.write("records/topics.toml", f'{TOPICS}\n[cloud]\nreplaced_by = "harbours"\n')


@scenario("a topic is replaced by one that is not there", "1 V006")
def _(change: Change) -> None:
    change.replace("records/topics.toml", '"Smart ports" }\n', '"Smart ports" }\nreplaced_by = "nowhere"\n')


@scenario("topics.toml is deleted", "1 V003×7")
def _(change: Change) -> None:
    change.delete("records/topics.toml")


@scenario("topics.toml is broken", "1 F004 V003×7")
def _(change: Change) -> None:
    change.write("records/topics.toml", f"{TOPICS}]")


@scenario("topics.toml becomes a link", "1 F001 V003×7")
def _(change: Change) -> None:
    change.move("records/topics.toml", "elsewhere.toml")
    (change.root / "records/topics.toml").symlink_to("../elsewhere.toml")


@scenario("one line of topics.toml is wrong", "1 K003")
def _(change: Change) -> None:
    change.replace("records/topics.toml", '"Harbours" }', '"Harbours" }\nshort = 5')


@scenario("a name in topics.toml becomes that of two", "1 V005")
def _(change: Change) -> None:
    change.replace("records/topics.toml", '"Harbours" }', '"Harbours" }\naliases = { en = ["cloud computing"] }')


@scenario("people.toml says that a name is another's", "0 K005")
def _(change: Change) -> None:
    change.write("records/people.toml", '["Omar Al Ali"]\ncountry = "MA"\naliases = ["Omar Ali"]\n')


@scenario("coopdb.toml is broken", "1 F004 N007×9")
def _(change: Change) -> None:
    change.write("coopdb.toml", f"{CONFIG}]")


@scenario("coopdb.toml is deleted", "0 C002 N007×9")
def _(change: Change) -> None:
    change.delete("coopdb.toml")


@scenario("a rule is no longer ignored", "0 N007×9")
def _(change: Change) -> None:
    change.replace("coopdb.toml", ', "N007"', "")


@scenario("a rule becomes an error", "1 K006")
def _(change: Change) -> None:
    change.replace("coopdb.toml", "[severity]\n", '[severity]\nK006 = "error"\n')


@scenario("the rule that a change breaks is ignored", "0 C002")
def _(change: Change) -> None:
    change.replace("coopdb.toml", '"N005"', '"V", "N005"')
    change.write(NEW, BAD)


@scenario("the rule that a change breaks is ignored in its folder", "0 C002")
def _(change: Change) -> None:
    change.write("coopdb.toml", f'{CONFIG}\n[[ignores]]\npaths = ["records/2026/*"]\ncodes = ["V003"]\nreason = "r"\n')
    change.write(NEW, BAD)


@scenario("only another rule is selected", "0 C002")
def _(change: Change) -> None:
    change.write("coopdb.toml", f'select = ["S"]\n{CONFIG}')
    change.write(NEW, BAD)


@scenario("the rule that a change breaks becomes an info", "0 C002 V003")
def _(change: Change) -> None:
    change.write("coopdb.toml", f'{CONFIG}V003 = "info"\n')
    change.write(NEW, BAD)


@scenario("the rule is ignored, but rules are those of the base", "1 V003", "--config-from", "main")
def _(change: Change) -> None:
    change.replace("coopdb.toml", '"N005"', '"V", "N005"')
    change.write(NEW, BAD)


@scenario("what cannot be read is ignored", "1 C002×2 F004")
def _(change: Change) -> None:
    change.replace("coopdb.toml", '"N005"', '"F", "C", "N005"')
    change.write(NEW, "title =")


@scenario("records becomes a link", "1 F001")
def _(change: Change) -> None:
    change.move("records", "elsewhere")
    (change.root / "records").symlink_to("elsewhere")


@scenario("a year becomes a link", "1 F001 L001")
def _(change: Change) -> None:
    change.move("records/2024", "elsewhere")
    (change.root / "records/2024").symlink_to("../elsewhere")


@scenario("a record becomes a link", "1 F001")
def _(change: Change) -> None:
    change.move("records/2024/2024-05-10-de-ke.toml", "elsewhere.toml")
    (change.root / "records/2024/2024-05-10-de-ke.toml").symlink_to("../../elsewhere.toml")


@scenario("a year becomes a submodule, with a broken record in it", "1 F004")
def _(change: Change) -> None:
    inner = Change(change.root / "records/2025")
    inner.write("2025-09-01-se-pe.toml", "title =")
    inner.git("init", "-q")
    inner.commit()
    change.git("rm", "-q", "-r", "--cached", "records/2025")


@scenario("a submodule is added whose records are not there yet", "0")
def _(change: Change) -> None:
    inner = Change(change.root / "records/2027")
    inner.write("README.md", "")
    inner.git("init", "-q")
    inner.commit()


@scenario("a followed record is deleted", "1 L001")
def _(change: Change) -> None:
    change.delete("records/2024/2024-02-10-fr-sn.toml")


@scenario("a followed record is renamed", "1 L001")
def _(change: Change) -> None:
    change.move("records/2024/2024-02-10-fr-sn.toml", "records/2024/2024-02-10-fr-sn-talks.toml")


@scenario("a followed record is renamed, and the reference too", "0")
def _(change: Change) -> None:
    change.move("records/2024/2024-02-10-fr-sn.toml", "records/2024/2024-02-10-fr-sn-talks.toml")
    change.replace("records/2025/2025-02-10-fr-sn.toml", "02-10-fr-sn", "02-10-fr-sn-talks")


@scenario("a followed record is moved to a later day", "1 I001 L003")
def _(change: Change) -> None:
    change.delete("records/2024/2024-02-10-fr-sn.toml")
    change.write("records/2026/2024-02-10-fr-sn.toml", record("2026-02-10", "FR", "SN"))


@scenario("a followed record follows in its turn", "1 L002×2 L003")
def _(change: Change) -> None:
    change.replace("records/2024/2024-02-10-fr-sn.toml", "topics", 'follows = ["2025-02-10-fr-sn"]\ntopics')


@scenario("an id is used again", "1 I002 I003×2")
def _(change: Change) -> None:
    change.write("records/2023/2024-05-10-de-ke.toml", record("2024-05-10", "DE", "KE", topic="cloud"))


@scenario("a meeting is recorded twice", "0 R001×2")
def _(change: Change) -> None:
    change.write("records/2024/2024-05-11-de-ke.toml", record("2024-05-11", "DE", "KE", topic="cloud"))


@scenario("a namesake puts a person elsewhere", "0 N002")
def _(change: Change) -> None:
    for day in ("2026-01-01", "2026-01-20"):
        change.write(f"records/2026/{day}-qa-tn.toml", record(day, "QA", "TN", person="Omar Ali"))


@scenario("a waiver silences nothing any more", "0 W002")
def _(change: Change) -> None:
    change.replace("records/2023/2023-05-10-ca-jo.toml", "Ana Lee", "Eva Lee")


@scenario("more records spell a city otherwise", "0 N004")
def _(change: Change) -> None:
    for day in ("2026-01-01", "2026-01-20"):
        more = 'venue = { city = "Tunìs" }\n'
        change.write(f"records/2026/{day}-qa-tn.toml", record(day, "QA", "TN", more))


@scenario("more records spell an event otherwise", "0 N003")
def _(change: Change) -> None:
    for day in ("2026-01-01", "2026-01-20"):
        more = 'host_event = "Port days"\n'
        change.write(f"records/2026/{day}-qa-tn.toml", record(day, "QA", "TN", more))


@scenario("a record is changed that was planned for a day now over", "0 D004")
def _(change: Change) -> None:
    change.replace("records/2026/2026-05-10-it-eg.toml", "Talks", "More talks")


@scenario("a record has lines that end as on Windows", "0")
def _(change: Change) -> None:
    change.write(NEW, GOOD.replace("\n", "\r\n"))


@scenario("git is told of another encoding", "1 F002×10")
def _(change: Change) -> None:
    change.write(".gitattributes", "records/20*/*.toml text working-tree-encoding=UTF-16\n")
    change.git("add", ".gitattributes")
    change.git("commit", "-qm", "attributes")
    shutil.rmtree(change.root / "records")
    change.git("checkout", "-q", "--", "records")


@scenario("a record's name ends in .toml.txt", "0 F005")
def _(change: Change) -> None:
    change.write(f"{NEW}.txt", BAD)


@scenario("records are hidden", "1 F005×2 L001")
def _(change: Change) -> None:
    change.move("records/2024", "records/.2024")
    change.write(NEW.replace("2026-03", ".2026-03"), BAD)


@scenario("a record that git ignores is broken", "1 F004")
def _(change: Change) -> None:
    change.write(".gitignore", "records/2026/\n")
    change.write(NEW, "title =")


@scenario("records move to another folder", "1 D004 K006 V003")
def _(change: Change) -> None:
    change.move("records", "data/records")
    change.write("coopdb.toml", f'root = "data"\n{CONFIG}')
    change.write(f"data/{NEW}", BAD)


@scenario("the folder of records becomes another, and they stay behind", "0 C002")
def _(change: Change) -> None:
    change.write(NEW, BAD)
    change.write("data/records/README.md", "Nothing yet.\n")
    change.write("coopdb.toml", f'root = "data"\n{CONFIG}')


@scenario("a file that is not a record is changed", "0")
def _(change: Change) -> None:
    change.write("records/README.md", "Other words.\n")


def verdict(change: Change, options: tuple[str, ...] = ()) -> str:
    """Validate a branch against main: the exit code, and the codes of what was found."""
    out = StringIO()
    here = Path.cwd()
    os.chdir(change.root)
    try:
        with redirect_stdout(out), redirect_stderr(StringIO()) as err:
            code = main(["validate", "--since", "main", "--on", DAY, "--format", "json", *options])
    finally:
        os.chdir(here)
    if not out.getvalue():
        return f"{code:d} {err.getvalue()}"
    codes = Counter(problem["code"] for problem in json.loads(out.getvalue())["problems"])
    return " ".join([f"{code:d}", *(f"{each}×{n}" if n > 1 else each for each, n in sorted(codes.items()))])


def make_base(root: Path) -> None:
    """Make the repository that all changes are of."""
    change = Change(root)
    for path, text in BASE.items():
        change.write(path, text)
    change.git("init", "-q", "-b", "main")
    change.commit()
    change.git("switch", "-qc", "work")


def verdicts(folder: Path, scenarios: list[Scenario] = SCENARIOS) -> Iterator[tuple[Scenario, str]]:
    """Make every change in a copy of the repository, and yield what comes of it."""
    make_base(folder / "base")
    for number, each in enumerate(scenarios):
        change = Change(folder / str(number))
        shutil.copytree(folder / "base", change.root)
        each.make(change)
        if "not committed" not in each.title:
            change.commit()
        yield each, verdict(change, each.options)


def table(found: list[tuple[Scenario, str]]) -> Iterator[str]:
    """Yield the lines of the table."""
    width = max(len(each.title) for each, _ in found)
    for each, came in found:
        mark = "" if came == each.expected else f"   expected {each.expected}"
        yield f"{each.title:{width}}  {came}{mark}"


if __name__ == "__main__":
    with TemporaryDirectory() as temporary:
        every = list(verdicts(Path(temporary)))
    print(*table(every), sep="\n")
    sys.exit(any(came != each.expected for each, came in every))
