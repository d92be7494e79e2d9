"""Asks for a record and writes it when its author agrees; whatever happens, no answer is lost."""

from typing import NamedTuple

from coopdb.author.amending import Amended
from coopdb.author.course import Turn, named, of_route
from coopdb.author.keys import with_keys
from coopdb.author.proposal import Proposal, propose
from coopdb.author.questions import QUESTIONS
from coopdb.check.problem import Problem
from coopdb.cli.dialogue import Dialogue
from coopdb.cli.keeping import keep_answers
from coopdb.cli.proposing import Wishes, edited, show_problems, write_record
from coopdb.cli.streams import remark, remark_lines
from coopdb.cli.terminal import ask, fitted, interruptible, say
from coopdb.errors import ExitCode, StopError
from coopdb.store.files.hangups import ignore_hangups
from coopdb.store.files.repository import Repository
from coopdb.text import visible

_HELP = (
    "y writes the record, e opens it in your editor, n keeps your answers in a file, < goes back to the last question. "
    "The name of a question asks that one again: "
)


_YES, _EDIT, _NO = ("y", "yes"), ("e", "edit"), ("n", "no")


class Conversation(NamedTuple):
    """A dialogue about a record that is to be written to a repository."""

    repository: Repository
    dialogue: Dialogue
    wishes: Wishes

    def hold(self) -> ExitCode:
        """Ask for the record and write it; PROBLEMS when its author does not want it written."""
        beginning = self.dialogue.values
        is_kept = True
        with interruptible():
            try:
                try:
                    self.dialogue.begin()
                    code = self._confirm()
                    is_kept = code is not ExitCode.FINE
                finally:
                    ignore_hangups()
                return code
            finally:
                if is_kept and self.dialogue.values != beginning:
                    keep_answers(self.dialogue.values, self.repository, self.wishes.words)

    def _confirm(self) -> ExitCode:
        """Show the record until its author wants it written, or not."""
        while True:
            setting = self.dialogue.setting
            proposal = propose(with_keys(setting.values), setting.records, setting.today, self.wishes.words)
            self._show(proposal)
            answer = self._answer(proposal)
            while not self._is_followed(answer, proposal):
                say(_HELP + ", ".join(each.prompt.partition(" (")[0] for each in QUESTIONS) + ".")
                answer = self._answer(proposal)
            if answer in _YES:
                return write_record(self.repository, proposal, self.wishes)
            if answer in _NO:
                remark("nothing was written")
                return ExitCode.PROBLEMS

    def _is_followed(self, answer: str, proposal: Proposal) -> bool:
        """Do what an answer says, False where it is not understood; to write and to stop is for the caller."""
        if answer in _EDIT:
            self._edit(proposal)
        elif answer == "<":
            self.dialogue.go_back()
        elif answer not in _NO and (proposal.errors or answer not in _YES):
            return self.dialogue.change(answer)
        return True

    def _show(self, proposal: Proposal) -> None:
        """Show the text, or what has been said where it is not that of a record."""
        if proposal.is_sound:
            remark_lines(f"\n{visible(proposal.path)}\n")
        lines = proposal.text.rstrip("\n").split("\n")
        remark_lines("\n".join(part for line in lines for part in fitted(visible(line))))
        remark_lines("")
        show_problems(proposal, self._place)

    def _answer(self, proposal: Proposal) -> str:
        """Ask what to do; where something is wrong, Enter asks the question that it belongs to again."""
        if not proposal.errors:
            return ask("Write it? (y)es, (e)dit, (n)o, < back, ? help", "y").lower() or "y"
        step = self._step(proposal.errors[0])
        name = step.question.prompt.partition(" (")[0] if step and step.question in QUESTIONS else ""
        default = name if name and named(self.dialogue.setting, name) else "e"
        return ask("Change what? (e)dit, (n)o, < back, ? help", default).lower() or default

    def _edit(self, proposal: Proposal) -> None:
        """Let the text be edited, and go on with what it says; a fault there leaves the answers as they were."""
        setting = self.dialogue.setting
        try:
            after = edited(proposal, setting.records, self.wishes, setting.today, self.repository.root)
        except StopError as error:
            say(f"error: {error.message}")
            say(f"help: {error.hint}", "  ")
            return
        self.dialogue.setting = setting._replace(values=Amended.of(after.text).data)

    def _place(self, problem: Problem) -> str:
        step = self._step(problem)
        return f"{step.prompt}: {problem.source.strip()}" if step else ""

    def _step(self, problem: Problem) -> Turn | None:
        return of_route(self.dialogue.setting, problem.route)
