"""What can be done about problems: make the fix, waive the rule with a reason, or mark the record as a draft."""

from collections.abc import Callable, Iterator
from functools import partial

from lsprotocol import types

from coopdb.author.amending import Amended
from coopdb.check.cures import edits_for
from coopdb.check.fixing import fixed_text
from coopdb.check.problem import Fix, Move, Problem, Remove, Rename, Replace
from coopdb.check.references import following
from coopdb.check.registry import RULES
from coopdb.errors import StopError
from coopdb.lsp.diagnostics import shown
from coopdb.lsp.lines import Lines
from coopdb.lsp.session import OpenDocument, Session, uri_of
from coopdb.record import toml
from coopdb.record.fault import Fault
from coopdb.store.files.records import record_id
from coopdb.store.files.tree import is_record
from coopdb.text import count, visible
from coopdb.vocabulary.vocabularies import Vocabularies

_WAIVABLE = {rule.code: rule for rule in RULES if rule.is_waivable}
_REASON = ""  # which is an error until the reason is written
_NAMED = {"unknown-country": "countries", "unknown-organization": "organizations", "unknown-topic": "topics"}
_QUICK = types.CodeActionKind.QuickFix
_ALL = types.CodeActionKind("source.fixAll")


def actions(session: Session, document: OpenDocument, within: types.Range) -> list[types.CodeAction]:
    """Return what can be done about the problems that touch a range, and about all of the file."""
    problems = document.kept.problems(document.path)
    near = [each for each in problems if _touches(document.lines, each, within)]
    return [
        *(_fix(session, document, each) for each in near if each.fix),
        *_guesses(document, [each for each in near if not each.fix]),
        *_fix_all(document, problems),
        *_waivers(document, near),
        *_draft(document),
    ]


def _touches(lines: Lines, problem: Problem, within: types.Range) -> bool:
    found = lines.range_of(problem.span)
    first, last = ((each.line, each.character) for each in (within.start, within.end))
    return (found.start.line, found.start.character) <= last and first <= (found.end.line, found.end.character)


def _fix(session: Session, document: OpenDocument, problem: Problem) -> types.CodeAction:
    """Make the action of one fix."""
    fix = problem.fix
    if isinstance(fix, Move):
        edit = _moved(session, document, fix)
    else:
        edits = edits_for(fix, problem.route, problem.span, document.text)
        edit = edit_of(document, document.lines.edits_of(edits))
    return types.CodeAction(
        title=f"{_words(fix)} ({problem.code})",
        kind=_QUICK,
        diagnostics=[shown(document, problem)],
        is_preferred=True,
        edit=edit,
    )


def _guesses(document: OpenDocument, near: list[Problem]) -> Iterator[types.CodeAction]:
    """Offer each of what a name that is not understood may mean; none is preferred, for it is a guess."""
    faults = {each.route: each for each in document.entry.reading.faults}
    for problem in near:
        fault = faults.get(problem.route)
        for meant in _meant(document.kept.vocabularies, fault) if fault else ():
            written = toml.value(meant)
            edits = edits_for(Replace(written), problem.route, problem.span, document.text)
            yield types.CodeAction(
                title=f"Write {visible(written)} ({problem.code})",
                kind=_QUICK,
                diagnostics=[shown(document, problem)],
                edit=edit_of(document, document.lines.edits_of(edits)),
            )


def _meant(vocabularies: Vocabularies, fault: Fault) -> tuple[str, ...]:
    """Return the entries that a name may mean: all that have it, else those that it may be a slip for."""
    name = _NAMED.get(fault.kind)
    found: tuple[str, ...] = fault.expected
    return found or getattr(vocabularies, name).nearest(str(fault.value)) if name else ()


def _words(fix: Fix | None) -> str:
    match fix:
        case Replace(toml):
            return f"Write {visible(toml)}"
        case Rename(key):
            return f"Write the key {visible(key)}"
        case Remove():
            return "Take it out"
        case Move(path):
            return f"Move the file to {visible(path)}"
        case _:
            return "Fix it"


def _moved(session: Session, document: OpenDocument, fix: Move) -> types.WorkspaceEdit:
    """Move a file, and let the references of others follow its id."""
    kept, old, new = document.kept, record_id(document.path), record_id(fix.path)
    edits = [
        text_edit(session, document, path, lines.edits_to(after))
        for path in (
            each.outline.path for each in kept.summaries if any(_names(target, old) for target in each.targets)
        )
        if (after := following((lines := session.lines_of(kept, path)).text, {old: new})) != lines.text
    ]
    move = types.RenameFile(document.uri, uri_of(kept, fix.path))
    return types.WorkspaceEdit(document_changes=[*edits, move])


def _names(target: str, wanted: str) -> bool:
    return target.partition("#")[0] == wanted


def _fix_all(document: OpenDocument, problems: tuple[Problem, ...]) -> Iterator[types.CodeAction]:
    """Offer to make all fixes of a file at once."""
    number = sum(each.fix is not None and not isinstance(each.fix, Move) for each in problems)
    after = fixed_text(document.entry, problems, document.kept.vocabularies) if number else document.text
    if after != document.text:
        title = f"Fix {count(number, 'problem')} of this file"
        yield types.CodeAction(title, kind=_ALL, edit=edit_of(document, document.lines.edits_to(after)))


def _waivers(document: OpenDocument, near: list[Problem]) -> Iterator[types.CodeAction]:
    """Offer to waive each rule that found something here; the reason is left to be written."""
    for code in dict.fromkeys(each.code for each in near if each.code in _WAIVABLE):
        waiver = {"code": code, "reason": _REASON}
        after = _amended(document, partial(_with_waiver, waiver))
        found = [shown(document, each) for each in near if each.code == code]
        yield from _amending(document, f"Waive {code} with a reason", after, found)


def _with_waiver(waiver: dict[str, str], text: Amended) -> Amended:
    return text.append("waivers", waiver)


def _draft(document: OpenDocument) -> Iterator[types.CodeAction]:
    """Offer to mark a record as one that nobody has reviewed."""
    meeting = document.entry.reading.meeting
    if meeting is not None and not meeting.draft and is_record(document.path):
        after = _amended(document, lambda text: text.put(("draft",), value=True))
        yield from _amending(document, "Record it as a draft", after)


def _amended(document: OpenDocument, amend: Callable[[Amended], Amended]) -> str:
    """Return the text with a change of what it says; as it is where that cannot be made in place."""
    try:
        return amend(Amended.of(document.text)).text
    except StopError:
        return document.text


def _amending(
    document: OpenDocument, title: str, after: str, found: list[types.Diagnostic] | None = None
) -> Iterator[types.CodeAction]:
    if after != document.text:
        edit = edit_of(document, document.lines.edits_to(after))
        yield types.CodeAction(title, kind=_QUICK, diagnostics=found, edit=edit)


def edit_of(document: OpenDocument, edits: list[types.TextEdit]) -> types.WorkspaceEdit:
    """Return what an editor is to do to one document."""
    version = types.OptionalVersionedTextDocumentIdentifier(document.uri, document.version)
    return types.WorkspaceEdit(document_changes=[types.TextDocumentEdit(version, [*edits])])


def text_edit(
    session: Session, document: OpenDocument, path: str, edits: list[types.TextEdit]
) -> types.TextDocumentEdit:
    """Return what an editor is to do to another file of the repository."""
    kept = document.kept
    version = types.OptionalVersionedTextDocumentIdentifier(uri_of(kept, path), session.version_of(kept, path))
    return types.TextDocumentEdit(version, [*edits])
