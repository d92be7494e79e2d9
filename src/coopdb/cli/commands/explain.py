"""`coopdb explain`: the manual page of a rule."""

from typing import Annotated

import typer

from coopdb.cli.streams import write
from coopdb.errors import ExitCode, usage_error
from coopdb.text import did_you_mean, visible


def explain(
    rule: Annotated[str | None, typer.Argument(metavar="CODE", help="A rule's code or name; none lists all.")] = None,
) -> ExitCode:
    """Show the manual page of a rule, or all rules."""
    from coopdb.check.registry import RULES, find_rule

    if rule is None:
        width = max(len(each.name) for each in RULES)
        write("".join(f"{each.code}  {each.name.ljust(width)}  {each.summary}\n" for each in RULES))
        return ExitCode.FINE
    found = find_rule(rule)
    if found is None:
        names = [name for each in RULES for name in (each.code, each.name)]
        raise usage_error(f"unknown rule `{visible(rule)}`", did_you_mean(rule, names) or "`coopdb explain` lists all")
    write(f"{found.code} {found.name} ({found.severity})\n\n{found.manual}\n")
    return ExitCode.FINE
