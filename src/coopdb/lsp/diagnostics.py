"""What `validate` finds in a document, as an editor shows it."""

from collections.abc import Iterator

from lsprotocol import types

from coopdb.check.problem import Problem
from coopdb.lsp.session import OpenDocument
from coopdb.text import visible

_SEVERITIES = {
    "error": types.DiagnosticSeverity.Error,
    "warning": types.DiagnosticSeverity.Warning,
    "info": types.DiagnosticSeverity.Information,
}


def diagnostics(document: OpenDocument) -> list[types.Diagnostic]:
    """Check a document; what is found in it is in the order of `validate`."""
    return list(_shown(document))


def shown(document: OpenDocument, problem: Problem) -> types.Diagnostic:
    """Return a problem as an editor shows it."""
    hint = f"\n{visible(problem.hint)}" if problem.hint else ""
    return types.Diagnostic(
        range=document.lines.range_of(problem.span),
        message=visible(problem.message) + hint,
        severity=_SEVERITIES[problem.severity],
        code=problem.code,
        source="coopdb",
    )


def _shown(document: OpenDocument) -> Iterator[types.Diagnostic]:
    return (shown(document, each) for each in document.kept.problems(document.path))
