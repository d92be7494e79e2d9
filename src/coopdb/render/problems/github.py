"""A report as workflow commands of GitHub Actions, which shows each as an annotation at its line.

The form and its escapes are those of
https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands; GitHub shows ten errors, ten
warnings and ten notices of a step, so that the rest of each severity is counted in one more notice.
"""

from collections.abc import Iterator

from coopdb.check.problem import Problem, Report
from coopdb.render.screen import Screen
from coopdb.text import count, visible

# By severity, the command and how many are shown: three of the ten notices may count what is left out.
_COMMANDS = {"error": ("error", 10), "warning": ("warning", 10), "info": ("notice", 7)}


def render(report: Report, _: Screen) -> str:
    """Write a command for the first problems of each severity, errors first, and a notice of how many are left out."""
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    for severity, (_, shown) in _COMMANDS.items():
        found = [problem for problem in report.problems if problem.severity == severity]
        yield from map(_command, found[:shown])
        if len(found) > shown:
            yield f"::notice::and {count(len(found) - shown, f'more {severity}')}: see the summary, or the log"


def _command(problem: Problem) -> str:
    span = problem.span
    properties = {"file": problem.path, "line": span.line, "endLine": span.end_line}
    if span.line == span.end_line:
        properties |= {"col": span.column, "endColumn": span.end_column}
    properties["title"] = f"{problem.code} {problem.name}"
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    message = f"{problem.message}\n{problem.hint}" if problem.hint else problem.message
    return f"::{_COMMANDS[problem.severity][0]} {written}::{_data(visible(message, keep=chr(10)))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")
