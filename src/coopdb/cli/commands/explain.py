"""`coopdb explain`: the manual page of a rule."""

from typing import TYPE_CHECKING, Annotated

import typer

from coopdb.cli.streams import write
from coopdb.errors import ExitCode, usage_error
from coopdb.text import did_you_mean, visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coopdb.check.registry import Rule


def explain(
    rule: Annotated[
        str | None,
        typer.Argument(metavar="CODE", help="A rule's code or name, or the letter of a subject; none lists all."),
    ] = None,
) -> ExitCode:
    """Show the manual page of a rule, or all rules by subject."""
    from coopdb.check.registry import RULES, SUBJECTS, find_rule

    if rule is None or rule.strip().upper() in SUBJECTS:
        write(_listed(each for each in RULES if rule is None or each.code[0] == rule.strip().upper()))
        return ExitCode.FINE
    found = find_rule(rule)
    if found is None:
        names = [name for each in RULES for name in (each.code, each.name)]
        raise usage_error(f"unknown rule `{visible(rule)}`", did_you_mean(rule, names) or "`coopdb explain` lists all")
    write(f"{found.code} {found.name} ({found.severity})\n\n{found.manual}\n")
    return ExitCode.FINE


def _listed(rules: "Iterable[Rule]") -> str:
    """List rules under their subjects, each with what it finds."""
    lines: dict[str, list[str]] = {}
    for each in (listed := [*rules]):
        width = max(len(other.name) for other in listed)
        lines.setdefault(each.subject, []).append(f"{each.code}  {each.name.ljust(width)}  {each.summary}\n")
    return "\n".join(f"{subject[0].upper()}{subject[1:]}\n\n{''.join(each)}" for subject, each in lines.items())
