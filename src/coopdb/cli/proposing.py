"""What `add` does with a proposal: shows what the rules say of it and where, lets it be edited, and writes it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from coopdb.author.proposal import Proposal, propose_text
from coopdb.check.problem import Problem
from coopdb.cli.editor import in_editor
from coopdb.cli.keeping import kept
from coopdb.cli.streams import remark, write, write_done
from coopdb.cli.terminal import choose, is_at_terminal, say
from coopdb.errors import ExitCode, StopError
from coopdb.store.files.records import RecordFiles
from coopdb.store.files.repository import Repository
from coopdb.store.files.writing import create_file

Place = Callable[[Problem], str]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user wants besides the record itself: words for its id, where it begins, and how to write it."""

    words: str = ""
    like: str | None = None
    from_: Path | None = None
    number: int | None = None
    edit: bool = False
    force: bool = False
    dry_run: bool = False
    follow: str | None = None
    encoding: str | None = None


def finish(repository: Repository, proposal: Proposal, wishes: Wishes, place: Place) -> ExitCode:
    """Write a proposal and print its path, unless something speaks against it."""
    show_problems(proposal, place)
    if proposal.errors or (proposal.duplicates and not wishes.force):
        hint = "" if proposal.errors else " (`--force` writes it all the same)"
        remark(f"nothing was written{hint}")
        return ExitCode.PROBLEMS
    return write_record(repository, proposal, wishes)


def write_record(repository: Repository, proposal: Proposal, wishes: Wishes) -> ExitCode:
    """Write a proposal and print its path, or print it where it is only to be seen."""
    if wishes.dry_run:
        write(proposal.text)
        return ExitCode.FINE
    create_file(repository.root / proposal.path, proposal.text.encode(), repository.root)
    write_done(f"{proposal.path}\n", f"the record is written: `{proposal.path}`")
    return ExitCode.FINE


def show_problems(proposal: Proposal, place: Place) -> None:
    """Say on stderr what the rules say, and at what: there is no file yet that could be named."""
    for each in proposal.problems:
        say(f"{each.severity}[{each.code}]: {each.message}")
        say(f"--> {place(each) or in_line(each)}", "  ")
        if each.hint:
            say(f"help: {each.hint}", "  ")


def in_line(problem: Problem) -> str:
    """Return the line that a problem stands in, as a text in an editor has it."""
    return f"line {problem.span.line}: {problem.source.strip()}"


def edited(proposal: Proposal, records: RecordFiles, wishes: Wishes, today: date, root: Path) -> Proposal:
    """Let the user edit the text until it is valid; what is typed is kept in a file when they give up."""
    text = proposal.text
    while True:
        text = in_editor(text, root)
        proposal = propose_text(text, records, today, wishes.words)
        if not proposal.errors:
            return proposal
        show_problems(proposal, in_line)
        if not is_at_terminal() or choose("Edit it again? (y)es, (n)o", "yn", "y") == "n":
            raise StopError("the record is not valid yet", kept(text, root, "coopdb add --edit --from"))
