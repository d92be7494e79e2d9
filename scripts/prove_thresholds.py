"""Proves that every threshold is tested at its boundary: one more or one less in the source makes its test fail.

    python scripts/prove_thresholds.py          # change each constant in a copy of the source, and run its test
    python scripts/prove_thresholds.py --list   # only say of each number what it is; some seconds

The thresholds are those of THRESHOLDS in `tests/test_thresholds.py`, the only list of them. A number with a name at the
top of a module that is neither there nor in NO_THRESHOLDS below makes both fail.
"""

import argparse
import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

HOME = Path(__file__).parent.parent
SOURCE = HOME / "src" / "coopdb"
TABLE = "tests/test_thresholds.py"

# Why a number is not in the table: of a whole folder or module (`author/draft/`), or of one (`text.py:_NEAR`).
_COST = "costs: another value takes more or less time or memory, and gives the same answers"
_BEYOND = "far beyond what any real text has; it ends a search"
_LOOKS = "looks: what is shown is laid out otherwise, which the golden files show"
_NAMED = "looks: how many a report names before it counts the rest"
_FORMAT = "a fact of a format or of a protocol, not a choice"
NO_THRESHOLDS: Mapping[str, str] = {
    "author/articles/formats.py:_PDF": _FORMAT,
    "author/articles/mail.py:_HEADER": _LOOKS,
    "author/articles/mail.py:_FEWEST": "a weight: which of two parts with the same words is read",
    "author/articles/pdf.py": "codes of a process, and its limits: test_articles.py asks for less",
    "author/articles/reading.py:_HEAD": _LOOKS,
    "author/articles/word.py:_MOST": "20 MB are unpacked; test_articles.py has a byte more",
    "author/course.py:_LONGEST": _LOOKS,
    "author/several.py:_MOST": _BEYOND,
    "author/unclear_answer.py:_MOST": _NAMED,
    "cli/terminal.py:_ROOM": _LOOKS,
    "author/draft/": "weights and reaches of a reading of prose: judged together, by the texts of tests/drafts",
    "author/articles/formats.py:_SHARE": "a share: how much of a file are control characters, of a long text",
    "author/articles/garbled.py": "how much of a text is garbled: judged by the texts of test_garbled.py",
    "author/likely_encoding.py:_SURE": "how many words tell Arabic: judged by the texts of test_articles.py",
    "author/importing/archive.py:LARGEST_UNPACKED": "256 MiB would be unpacked; test_spreadsheets.py allows less",
    "author/importing/archive.py:_CHUNK": _COST,
    "author/importing/csv.py:_LARGEST": "the largest number that the reader of CSV takes",
    "author/importing/extent.py:_SHOWN": _COST,
    "author/importing/suggesting/": "what a guess looks at: judged by the tables of test_suggesting.py",
    "check/cures.py:_TRIED": "how many fixes of one file are tried alone; the others are made in the next run",
    "check/files.py:_STEP": _COST,
    "check/fixing.py:_PASSES": "beyond what any fixes need; only a circle would be longer",
    "check/rules/event_of_another_year.py:_PANDEMIC": "a fact: the year whose events were held later",
    "check/rules/level_against_roles.py:_SIDES": "a fact: who meets is of two sides at least",
    "check/runner.py": _LOOKS,
    "check/taking_part.py:_SIDES": "a fact: who meets is of two sides at least",
    "check/taking_part.py:_BEFORE": _COST,
    "check/taking_part.py:_AFTER": _COST,
    "cli/cache_table.py:_DAY": _FORMAT,
    "cli/importing.py:_NAMED": _LOOKS,
    "cli/questions.py:_NAMED": _LOOKS,
    "cli/reporting.py:_NARROW": "judged at its boundary in test_reports.py",
    "cli/streams.py": "seconds of patience, which a test would have to wait for",
    "invisible.py:_SIGNS": _FORMAT,
    "lsp/": "how much an editor is offered or told at once, and when; the answers to what is asked are the same",
    "net/polite.py:_TICK": _COST,
    "net/remembered.py:LARGEST": "a file of 50 MB would have to be made; what is larger is only begun anew",
    "net/reply.py:_LONGEST": _LOOKS,
    "parallel/": _COST,
    "query/free_text.py:JOINED_WEIGHT": "a weight: only the order of what is found depends on it",
    "query/free_text.py:_AROUND": _LOOKS,
    "query/free_text.py:_LONGEST": _LOOKS,
    "query/intervals.py": "judged by the models in tests/ledger_model.py and tests/test_crosstab_forms.py",
    "query/pattern_fields.py:_MOST": _BEYOND,
    "query/search.py:_MOST": _FORMAT,
    "record/publishing.py:_FEWEST": "judged at its boundary in test_publishing.py",
    "record/syntax/": "how far a diagnosis of what is not TOML looks: judged by the files of test_broken_toml.py",
    "record/values.py:EXPIRING": "judged by the definition of its own in test_document_states.py",
    "render/charts/": _LOOKS,
    "render/drawing/": _LOOKS,
    "render/exports/parquet.py:_BATCH": _COST,
    "render/exports/sqlite.py": _FORMAT,
    "render/exports/xlsx.py:_MOST_ROWS": "a million rows would have to be written; test_spreadsheets.py lowers it",
    "render/exports/xlsx.py:_WIDE": _LOOKS,
    "render/exports/xlsx.py:_WIDEST": _LOOKS,
    "render/ledgers/text.py:WIDEST": _LOOKS,
    "render/patch.py:_DELETE": _FORMAT,
    "render/problems/full.py:_BEFORE": _LOOKS,
    "render/problems/full.py:_CONTEXT": _COST,
    "render/reports/text.py:WIDEST": _LOOKS,
    "render/svg/": _LOOKS,
    "render/tables/html.py:_LONGEST_WORD": _LOOKS,
    "report/brief.py": _NAMED,
    "report/brief_debts.py": _NAMED,
    "report/brief_people.py": _NAMED,
    "report/change_report.py:_SHORT": _LOOKS,
    "report/meeting_words.py": _NAMED,
    "report/parties.py:_MOST": "a report is of one party or of two",
    "report/report.py:_MOST_CITED": _NAMED,
    "report/silences.py": "judged by the model of its own in tests/ledger_model.py",
    "report/sources.py:_MOST": _COST,
    "report/timelines.py:_MOST_TOPICS": _NAMED,
    "report/tracks.py:_FEW": _COST,
    "report/wording.py": _FORMAT,
    "site/": _LOOKS,
    "site/building.py:_MOST": _FORMAT,
    "store/cache/answers.py": _COST,
    "store/cache/database.py:_MOST": _FORMAT,
    "store/cache/fingerprint.py:_VERSION": _FORMAT,
    "store/cache/index.py:_WAIT": "seconds of patience, which a test would have to wait for",
    "store/cache/outlines.py:_WAIT": "seconds of patience, which a test would have to wait for",
    "store/cache/seals.py:_WAIT": "seconds of patience, which a test would have to wait for",
    "store/cache/update.py": _COST,
    "store/files/exported.py:_END": _FORMAT,
    "store/files/made_folder.py": _COST,
    "text.py:_NEAR": "ratios of nearness: judged by the pairs of test_text.py",
    "text.py:_NEARER": "ratios of nearness: judged by the pairs of test_text.py",
    "text.py:_MOST_COMPARED": _BEYOND,
    "vocabulary/index.py:_FEW": _COST,
    "vocabulary/lookup.py:_MOST_BROADER": _BEYOND,
    "vocabulary/lookup.py:_MOST_HYPHENS": _BEYOND,
    "vocabulary/mentions.py:_SHORT": _COST,
    "vocabulary/spelling.py": "reaches of a reading of names: judged by tests/names.tsv",
}


@dataclass(frozen=True)
class Constant:
    """A number with a name at the top of a module, and the part of the source that is its value."""

    path: str
    name: str
    value: ast.expr

    @property
    def key(self) -> str:
        """What it is called in NO_THRESHOLDS."""
        return f"{self.path}:{self.name}"

    @property
    def reason(self) -> str:
        """Why it is not a threshold, or nothing."""
        found = (why for place, why in NO_THRESHOLDS.items() if self.key == place or self.is_in(place))
        return next(found, "")

    def is_in(self, place: str) -> bool:
        """Tell whether it is in a module, or in a folder, which ends in a slash."""
        return self.path == place or (place.endswith("/") and self.path.startswith(place))

    def changed(self, text: str, step: int) -> str:
        """Return the text of its module with another value."""
        lines = text.encode().split(b"\n")
        number, start, end = self.value.lineno - 1, self.value.col_offset, self.value.end_col_offset
        line = lines[number]
        lines[number] = line[:start] + b"(" + line[start:end] + f" + {step})".encode() + line[end:]
        return b"\n".join(lines).decode()


def constants() -> Iterator[Constant]:
    """Yield every number with a name at the top of a module; `range(4)` and the like only name."""
    for path in sorted(SOURCE.rglob("*.py")):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            for target, value in _assigned(node):
                if isinstance(target, ast.Name) and _is_number(value):
                    yield Constant(path.relative_to(SOURCE).as_posix(), target.id, value)


def _assigned(node: ast.stmt) -> Iterator[tuple[ast.expr, ast.expr]]:
    if isinstance(node, ast.AnnAssign) and node.value:
        yield node.target, node.value
    if isinstance(node, ast.Assign):
        for target in node.targets:
            if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                yield from zip(target.elts, node.value.elts, strict=True)
            else:
                yield target, node.value


def _is_number(value: ast.expr) -> bool:
    """Tell a number from all else, also one that is worked out of numbers: 32 * 2**20."""
    if isinstance(value, ast.BinOp):
        return _is_number(value.left) and _is_number(value.right)
    return isinstance(value, ast.Constant) and type(value.value) in (int, float)


def tested() -> Mapping[str, str]:
    """Read the table: for each threshold the name of what checks it."""
    sys.path.insert(0, str(HOME / "tests"))
    from test_thresholds import THRESHOLDS

    found = {}
    for (module, name), check in THRESHOLDS.items():
        path = Path(str(getattr(module, "__file__", ""))).relative_to(SOURCE).as_posix()
        found[f"{path}:{name}"] = check.__name__
    return found


def explained(every: list[Constant], table: Mapping[str, str]) -> Iterator[str]:
    """Yield what is wrong with the lists: what is in none, in both, or is not there any more."""
    keys = {each.key for each in every}
    yield from (f"{key} is in {TABLE}, and is not a number of the source" for key in table if key not in keys)
    for each in every:
        if each.key in table and each.key in NO_THRESHOLDS:
            yield f"{each.key} is in {TABLE}, and in NO_THRESHOLDS"
        elif each.key not in table and not each.reason:
            yield f"{each.key} has no boundary case in {TABLE}, and no reason in NO_THRESHOLDS"
    for place in NO_THRESHOLDS:
        if not any(each.key == place or each.is_in(place) for each in every):
            yield f"{place} is in NO_THRESHOLDS, and is not in the source"


def unnoticed(every: list[Constant], table: Mapping[str, str]) -> Iterator[str]:
    """Change each threshold in a copy of the source, and yield those whose test does not fail then."""
    with TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in ("src", "tests"):
            shutil.copytree(HOME / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("pyproject.toml", "README.md"):
            shutil.copy(HOME / name, copy / name)
        if not _passes(copy):
            raise SystemExit(f"{TABLE} fails as it is")
        for each in every:
            if each.key not in table:
                continue
            path = copy / "src" / "coopdb" / each.path
            text = path.read_text(encoding="utf-8")
            for step in (-1, 1):
                path.write_text(each.changed(text, step), encoding="utf-8")
                is_noticed = not _passes(copy, table[each.key])
                print(f"{each.key} {step:+}: {'noticed' if is_noticed else 'NOT noticed'}", flush=True)
                if not is_noticed:
                    yield f"{each.key} {step:+} is not noticed by {table[each.key]}"
            path.write_text(text, encoding="utf-8")


def _passes(copy: Path, check: str = "") -> bool:
    """Run the test of one check, or of all, on a copy of the source."""
    test = f"{TABLE}::test_the_last_value_is_in_and_the_first_one_out{f'[{check}]' if check else ''}"
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", test]
    environment = {**os.environ, "PYTHONPATH": str(copy / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    result = subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, check=False)
    if result.returncode not in (0, 1):
        raise SystemExit(f"{test} could not be run:\n{result.stdout}{result.stderr}")
    return result.returncode == 0


def main() -> None:
    """Say what each number is, and prove what there is to prove."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="prove only those with this in their names")
    parser.add_argument("--list", action="store_true", help="only say what each number is")
    wishes = parser.parse_args()
    every, table = list(constants()), tested()
    wrong = list(explained(every, table))
    if wishes.list:
        for each in every:
            print(f"{each.key}: {table.get(each.key) or f'not a threshold: {each.reason}'}")
    else:
        wrong += unnoticed([each for each in every if wishes.only in each.key], table)
    for each in wrong:
        print(each, file=sys.stderr)
    raise SystemExit(1 if wrong else 0)


if __name__ == "__main__":
    main()
