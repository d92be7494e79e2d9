"""A report as SARIF 2.1.0, as code scanning reads it: https://docs.oasis-open.org/sarif/sarif/v2.1.0/.

GitHub refuses a file with more than 25,000 results, or of more than 10 MB when compressed, and shows 5,000 results:
https://docs.github.com/en/code-security/code-scanning/troubleshooting-sarif-uploads/results-exceed-limit.
"""

import os
from collections import Counter
from collections.abc import Iterator
from hashlib import sha256
from operator import itemgetter
from urllib.parse import quote

from coopdb import HOME_PAGE, __version__
from coopdb.check.problem import CheckReport, Problem
from coopdb.check.registry import RULES, Rule
from coopdb.record.severity import SEVERITIES
from coopdb.render.data import dumps, json_for
from coopdb.render.screen import Screen
from coopdb.text import count, visible

ENDINGS = (".sarif", ".json")

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_SHOWN = 5_000  # results
_LONGEST = 1_000  # characters of a message, so that no text makes the file too large
_ROOT = "%SRCROOT%"
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}


def render(report: CheckReport, screen: Screen) -> str:
    """Write one run with every rule and the gravest problems. Paths are relative to the top of the git repository."""
    index = {rule.code: number for number, rule in enumerate(RULES)}
    seen: Counter[str] = Counter()
    driver = {"name": "coopdb", "version": __version__, "informationUri": HOME_PAGE, "rules": list(map(_rule, RULES))}
    run = {
        "tool": {"driver": driver},
        "invocations": [{"executionSuccessful": True, "toolExecutionNotifications": list(_left_out(report))}],
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, report.path_in_checkout(problem), index, seen) for problem in _gravest(report)],
    }
    document = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json_for(dumps(document, indent=2) + "\n", screen)


def _gravest(report: CheckReport) -> Iterator[Problem]:
    """Yield as many problems as are shown, in the order of the report."""
    by_severity = sorted(enumerate(report.problems), key=lambda each: SEVERITIES.index(each[1].severity))
    return (problem for _, problem in sorted(by_severity[:_SHOWN], key=itemgetter(0)))


def _left_out(report: CheckReport) -> Iterator[dict[str, object]]:
    """Say how many problems are left out, if any are."""
    left = len(report.problems) - _SHOWN
    if left > 0:
        text = f"{count(left, 'problem')} left out: GitHub shows {_SHOWN:,}, which are the gravest here"
        yield {"level": "warning", "message": {"text": text}}


def _rule(rule: Rule) -> dict[str, object]:
    return {
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "help": {"text": rule.manual},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
    }


def _result(problem: Problem, path: str, index: dict[str, int], seen: Counter[str]) -> dict[str, object]:
    span = problem.span
    text = visible(". ".join(filter(None, (problem.message, problem.hint))))
    return {
        "ruleId": problem.code,
        "ruleIndex": index[problem.code],
        "level": _LEVELS[problem.severity],
        "message": {"text": text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": quote(os.fsencode(path)), "uriBaseId": _ROOT},
                    "region": {
                        "startLine": span.line,
                        "startColumn": span.column,
                        "endLine": span.end_line,
                        "endColumn": span.end_column,
                    },
                }
            }
        ],
        "partialFingerprints": {"coopdb/v1": fingerprint(problem, path, seen)},
    }


def fingerprint(problem: Problem, path: str, seen: Counter[str]) -> str:
    """Tell a problem from others by what it is, not by its line: it stays the same when lines move."""
    parts = (path, problem.code, ".".join(map(str, problem.route)), problem.message)
    digest = sha256("\0".join(parts).encode(errors="surrogatepass")).hexdigest()[:32]
    seen[digest] += 1
    return f"{digest}:{seen[digest]}"
