"""A report as SARIF 2.1.0, as code scanning reads it: https://docs.oasis-open.org/sarif/sarif/v2.1.0/."""

from collections import Counter
from hashlib import sha256
from urllib.parse import quote

from coopdb import __version__
from coopdb.check.problem import Problem, Report
from coopdb.check.registry import RULES, Rule
from coopdb.render.data import dumps
from coopdb.render.screen import Screen
from coopdb.text import visible

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "%SRCROOT%"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def render(report: Report, _: Screen) -> str:
    """Write one run with every rule and every problem. Paths are relative to the root of the repository."""
    index = {rule.code: number for number, rule in enumerate(RULES)}
    seen: Counter[str] = Counter()
    run = {
        "tool": {"driver": {"name": "coopdb", "version": __version__, "rules": [_rule(rule) for rule in RULES]}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, index, seen) for problem in report.problems],
    }
    return dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "help": {"text": rule.manual},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(problem: Problem, index: dict[str, int], seen: Counter[str]) -> dict[str, object]:
    span = problem.span
    text = ". ".join(filter(None, (problem.message, problem.hint)))
    return {
        "ruleId": problem.code,
        "ruleIndex": index[problem.code],
        "level": _LEVELS[problem.severity],
        "message": {"text": visible(text)},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(problem.path, errors="surrogateescape"), "uriBaseId": _ROOT},
                    "region": {
                        "startLine": span.line,
                        "startColumn": span.column,
                        "endLine": span.end_line,
                        "endColumn": span.end_column,
                    },
                }
            }
        ],
        "partialFingerprints": {"coopdb/v1": fingerprint(problem, seen)},
    }


def fingerprint(problem: Problem, seen: Counter[str]) -> str:
    """Tell a problem from others by what it is, not by its line: it stays the same when lines move."""
    parts = (problem.path, problem.code, ".".join(map(str, problem.route)), problem.message)
    digest = sha256("\0".join(parts).encode(errors="surrogateescape")).hexdigest()[:32]
    seen[digest] += 1
    return f"{digest}:{seen[digest]}"
