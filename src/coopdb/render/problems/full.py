"""A report for reading: each problem with its line of text, a caret under what is wrong, and what to do."""

from rich.cells import cell_len

from coopdb.check.problem import CheckReport, Problem
from coopdb.render.screen import COLOUR_OF, Screen, paint
from coopdb.text import visible

ENDINGS = (".txt",)

_BEFORE = 60  # characters shown before the place, where a line is long
_CONTEXT = 10  # characters before what is shown that decide how it is shown
_LONGEST = 160  # characters of a line shown at most in a pipe


def render(report: CheckReport, screen: Screen) -> str:
    """Write every problem as a compiler would, an empty line after each."""
    return "".join(_problem(problem, screen) for problem in report.problems)


def _problem(problem: Problem, screen: Screen) -> str:
    colour = COLOUR_OF[problem.severity]
    gutter = " " * len(str(problem.span.line))
    bar, arrow = paint("|", "blue", screen), paint("-->", "blue", screen)
    heading = paint(f"{problem.severity}[{problem.code}]", f"bold {colour}", screen)
    lines = [
        f"{heading}: {paint(visible(problem.message), 'bold', screen)}",
        f"{gutter}{arrow} {visible(problem.path)}:{problem.span.line}:{problem.span.column}",
    ]
    if problem.source:
        number = paint(str(problem.span.line), "blue", screen)
        text, carets = _excerpt(problem, screen.width - len(gutter) - 3 if screen.is_fitted else _LONGEST)
        lines += [
            f"{gutter} {bar}",
            f"{number} {bar} {text}",
            f"{gutter} {bar} {paint(carets, colour, screen)}",
        ]
    if problem.hint:
        lines.append(f"{gutter} {paint('=', 'blue', screen)} {paint('help', 'bold', screen)}: {visible(problem.hint)}")
    return "".join(f"{line}\n" for line in [*lines, ""])


def _excerpt(problem: Problem, width: int) -> tuple[str, str]:
    """Cut the line to what fits around the place, and put carets under it."""
    span, source = problem.span, problem.source
    before_line = problem.skipped  # characters of the line that the problem does not keep
    end = (span.end_column if span.end_line == span.line else len(source) + before_line + 1) - before_line
    column = span.column - before_line
    start = max(column - 1 - min(_BEFORE, width // 2), 0)
    first, last = max(start - _CONTEXT, 0), column + width  # what is beyond is not shown, nor looked at
    places = (start, column - 1, min(end - 1, last), last)
    to_window, to_start, to_end, to_last = (visible(source[first:place]) for place in places)
    before = ("…" if start or before_line else "") + to_start[len(to_window) :]
    marked = to_end[len(to_start) :]
    text = before + to_last[len(to_start) :]
    room = max(width - cell_len(before), 1)
    carets = " " * cell_len(before) + "^" * min(max(cell_len(marked), 1), room)
    return (text if cell_len(text) <= width else text[: width - 1] + "…"), carets
