"""What `add` does around a proposal: where it begins, the dialogue, the editor, and writing it."""

import os
import shlex
import subprocess
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from coopdb.author.defaults import following, like
from coopdb.author.flags import record_of
from coopdb.author.keys import with_keys
from coopdb.author.moving import find_one
from coopdb.author.proposal import Proposal, propose, propose_text
from coopdb.check.problem import CheckReport
from coopdb.cli.dialogue import Dialogue, is_at_terminal
from coopdb.cli.streams import remark, remark_lines, write
from coopdb.errors import ExitCode, StopError, usage_error
from coopdb.record.content import parse
from coopdb.record.fault import Fault
from coopdb.render.formats import render
from coopdb.render.screen import Screen
from coopdb.store.files.contents import content_of
from coopdb.store.files.records import RecordFiles, load
from coopdb.store.files.repository import Repository
from coopdb.store.files.writing import create_file
from coopdb.text import visible

_NEEDED = {"title": "--title", "date": "--date", "participants": "--party", "topics": "--topic", "sources": "--source"}


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the user wants besides the record itself: words for its id, where it begins, and how to write it."""

    words: str = ""
    like: str | None = None
    from_: Path | None = None
    edit: bool = False
    force: bool = False
    dry_run: bool = False
    follow: str | None = None
    encoding: str | None = None


def add_record(repository: Repository, given: Mapping[str, Any], wishes: Wishes) -> ExitCode:
    """Make the record and write it; PROBLEMS when it is not valid, or may be recorded already."""
    records = load(repository)
    beginning, said = _beginning(records, wishes), record_of(given, records.vocabularies)
    values = {**beginning, **said}
    if beginning.get("sources") and said.get("sources"):  # what is said of the source completes what is known of it
        values["sources"] = [{**beginning["sources"][0], **said["sources"][0]}, *said["sources"][1:]]
    missing = [option for key, option in _NEEDED.items() if not values.get(key)]
    if missing and not (wishes.edit or is_at_terminal()):
        raise usage_error(
            f"a record needs {', '.join(f'`{option}`' for option in missing)}",
            f"or run `coopdb {'follow' if wishes.follow else 'add'}` at a terminal",
        )
    if beginning.get("follows"):
        values["follows"] = [*beginning["follows"], *said.get("follows", ())]
    is_asked = not wishes.edit and (bool(missing) or (wishes.from_ is not None and is_at_terminal()))
    if is_asked:
        values = Dialogue(records, values).ask()
    proposal = propose(with_keys(values), records, date.today(), wishes.words)
    if wishes.edit:
        proposal = _edited(proposal, records, wishes)
    if is_asked:
        return _confirmed(repository, records, proposal, wishes)
    return _finished(repository, proposal, wishes)


def _beginning(records: RecordFiles, wishes: Wishes) -> dict[str, Any]:
    """Return what the record begins with: a draft, an article, or another record."""
    if wishes.like:
        return like(records.find(wishes.like)[0])
    if wishes.follow:
        return following(find_one(records, wishes.follow))
    if not wishes.from_:
        return {}
    if wishes.from_.suffix == ".toml":
        return _drafted(wishes.from_)
    from coopdb.cli.drafting import draft_file

    drafts = draft_file(wishes.from_, None, None, None, None, encoding=wishes.encoding)
    for doubt in drafts[0].unresolved:
        maybe = f": {' or '.join(doubt.candidates)}?" if doubt.candidates else ""
        remark(f"to be settled: {doubt.message}{maybe}")
    if len(drafts) > 1:
        remark(f"the text tells of {len(drafts)} meetings, of which this is the first")
    return dict(drafts[0].record)


def _drafted(path: Path) -> dict[str, Any]:
    """Return the record of a draft that was written to a file."""
    content = content_of(path)
    if isinstance(content, Fault):
        raise StopError(f"cannot read `{visible(str(path))}`: {content.detail}")
    _, data = parse(content)
    if isinstance(data, Fault):
        raise StopError(f"`{visible(str(path))}` is not TOML: {data.detail}", "fix it, or draft it anew")
    return dict(data)


def _finished(repository: Repository, proposal: Proposal, wishes: Wishes) -> ExitCode:
    """Write a proposal and print its path, unless something speaks against it."""
    if proposal.errors or (proposal.duplicates and not wishes.force):
        _show_problems(proposal)
        hint = "" if proposal.errors else " (`--force` writes it all the same)"
        remark(f"nothing was written{hint}")
        return ExitCode.PROBLEMS
    _show_problems(proposal)
    if wishes.dry_run:
        write(proposal.text)
        return ExitCode.FINE
    create_file(repository.root / proposal.path, proposal.text.encode(), repository.root)
    write(f"{proposal.path}\n")
    return ExitCode.FINE


def _show_problems(proposal: Proposal) -> None:
    """Say on stderr what the rules say."""
    if proposal.problems:
        remark_lines(render("problems", "full", CheckReport(1, proposal.problems), Screen()).rstrip())


def _confirmed(repository: Repository, records: RecordFiles, proposal: Proposal, wishes: Wishes) -> ExitCode:
    """Show a proposal, and write it when the user agrees."""
    while True:
        remark_lines(f"\n{visible(proposal.path)}\n\n{proposal.text}")
        _show_problems(proposal)
        answer = Dialogue.choice("Write it? (y)es, (e)dit, (n)o", "yen", "e" if proposal.errors else "y")
        if answer == "n":
            remark("nothing was written")
            return ExitCode.PROBLEMS
        if answer == "y" and not proposal.errors:
            return _finished(repository, proposal, Wishes(force=True, dry_run=wishes.dry_run))
        proposal = _edited(proposal, records, wishes)


def _edited(proposal: Proposal, records: RecordFiles, wishes: Wishes) -> Proposal:
    """Let the user edit the text until it is valid; what is typed is kept in a file when they give up."""
    text = proposal.text
    while True:
        text = in_editor(text)
        proposal = propose_text(text, records, date.today(), wishes.words)
        if not proposal.errors:
            return proposal
        _show_problems(proposal)
        if not is_at_terminal() or Dialogue.choice("Edit it again? (y)es, (n)o", "yn", "y") == "n":
            kept = keep(text)
            raise StopError(
                "the record is not valid yet", f"what you typed is in `{kept}`: `coopdb add --from {kept} --edit`"
            )


def in_editor(text: str) -> str:
    """Open a text in VISUAL or EDITOR, and return what has become of it."""
    command = shlex.split(os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi")
    number, path = tempfile.mkstemp(prefix="coopdb-", suffix=".toml")
    try:
        with os.fdopen(number, "w", encoding="utf-8") as file:
            file.write(text)
        try:
            done = subprocess.run([*command, path], check=False)  # noqa: S603  # the user's own editor
        except OSError as error:
            raise StopError(
                f"cannot start the editor `{command[0]}`: {error.strerror}", "set VISUAL or EDITOR"
            ) from error
        if done.returncode:
            raise StopError(f"the editor `{command[0]}` ended with {done.returncode}", "nothing was written")
        return Path(path).read_text(encoding="utf-8", errors="replace")
    finally:
        Path(path).unlink(missing_ok=True)


def keep(text: str) -> str:
    """Keep a text in a new file of the present folder."""
    number, path = tempfile.mkstemp(prefix="draft-", suffix=".toml", dir=".")
    with os.fdopen(number, "w", encoding="utf-8") as file:
        file.write(text)
    return os.path.relpath(path)
