"""How much a problem matters: what the configuration may say, and what a report says."""

from typing import Literal, get_args

# An error fails a check, a warning does with `--strict`, an info never.
Severity = Literal["error", "warning", "info"]

SEVERITIES: tuple[Severity, ...] = get_args(Severity)  # the gravest first
