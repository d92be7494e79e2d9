"""The dialogue of `add`: one question after another at a terminal, each answer checked at once."""

import sys
from collections.abc import Callable
from typing import Any

from coopdb.author.defaults import last_of, like
from coopdb.author.questions import PERSON, QUESTIONS, Question, Values
from coopdb.cli.streams import remark
from coopdb.errors import StopError
from coopdb.store.files.records import RecordFiles

_BACK, _HELP = "<", "?"
_INTRO = "Enter takes what is in brackets, Tab completes, < goes back, ? explains, Ctrl-C leaves nothing behind."


def is_at_terminal() -> bool:
    """Tell whether somebody can be asked."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))


class Dialogue:
    """Asks for a record, beginning with the values that there are already."""

    def __init__(self, records: RecordFiles, values: Values) -> None:
        self._records = records
        self._values = values
        self._complete = _completer()

    def ask(self) -> Values:
        """Ask every question, and return the values of a record."""
        remark(_INTRO)
        answers: Values = {**self._flat()}
        number = 0
        while number < len(QUESTIONS):
            question = QUESTIONS[number]
            answer = self._answer(question, answers.get(question.key), question.prompt)
            if answer is _back:
                number = max(number - 1, 0)
                continue
            answers[question.key] = answer
            if question.key == "participants":
                self._take_over(answers)
                if not self._people(answers):
                    continue
            number += 1
        return self._record(answers)

    def _flat(self) -> Values:
        """Put the values of a record under the keys of the questions."""
        venue, sources = self._values.get("venue", {}), self._values.get("sources") or [{}]
        return {**self._values, **venue, "url": sources[0].get("url"), "publisher": sources[0].get("publisher")}

    def _record(self, answers: Values) -> Values:
        """Put the answers where a record has them."""
        record = {
            key: value
            for key, value in answers.items()
            if value and key not in ("city", "country", "name", "url", "publisher")
        }
        venue = {key: answers.get(key) for key in ("name", "city", "country") if answers.get(key)}
        first, *others = self._values.get("sources") or [{}]
        source = {**first, **{key: answers[key] for key in ("url", "publisher") if answers.get(key)}}
        return record | ({"venue": venue} if venue else {}) | {"sources": [source, *others]}

    def _take_over(self, answers: Values) -> None:
        """Take people, kind and level over from the last record of the same parties."""
        parties = [_party(each) for each in answers["participants"]]
        if entry := last_of(self._records, parties):
            earlier = like(entry)
            remark(f"as in `{entry.id}`, unless you say otherwise")
            for key in ("kind", "level"):
                answers.setdefault(key, earlier.get(key))
            known = {_party(other): other for other in reversed(earlier["participants"])}
            for each in answers["participants"]:
                each.update({key: value for key, value in known[_party(each)].items() if key not in each})

    def _people(self, answers: Values) -> bool:
        """Ask who stood for each party; False to go back to the parties."""
        for each in answers["participants"]:
            party = _party(each)
            for question in PERSON:
                answer = self._answer(question, each.get(question.key), question.prompt.format(party))
                if answer is _back:
                    return False
                each.pop(question.key, None)
                if not answer:
                    break
                each[question.key] = answer
        return True

    def _answer(self, question: Question, default: Any, prompt: str) -> Any:
        """Ask one question until its answer is understood."""
        self._complete([str(each) for each in question.candidates(self._records)])
        found: list[Any] = list(default or []) if question.is_repeated else []
        while True:
            shown = ", ".join(map(_shown, found)) if question.is_repeated else _shown(default) if default else ""
            text = _input(f"{prompt}{f' [{shown}]' if shown else ''}: ").strip()
            if text == _BACK:
                return _back
            if text == _HELP:
                remark(question.help)
            elif not text and question.is_repeated and found:
                return found
            elif not text and not question.is_repeated and (default or not question.is_needed):
                return default
            elif not text:
                remark("this is needed")
            elif (value := self._read(question, text)) is not None:
                if not question.is_repeated:
                    return value
                found.append(value)

    def _read(self, question: Question, text: str) -> Any:
        try:
            return question.read(text, self._records)
        except StopError as error:
            remark(error.message)
            remark(f"  help: {error.hint or question.help}")
            return None

    @staticmethod
    def choice(prompt: str, letters: str, default: str) -> str:
        """Ask for one of some letters."""
        while True:
            answer = _input(f"{prompt} [{default}]: ").strip().lower()[:1] or default
            if answer in letters:
                return answer


_back = object()


def _party(participant: Values) -> str:
    return str(participant.get("country") or participant["organization"])


def _input(prompt: str) -> str:
    """Ask on the terminal; its end means what an interrupt does."""
    try:
        return input(prompt)
    except EOFError:
        raise KeyboardInterrupt from None


def _shown(value: Any) -> str:
    if isinstance(value, dict):
        return str(value.get("country") or value.get("organization") or value.get("topic"))
    return str(value)


def _completer() -> Callable[[list[str]], None]:
    """Return what sets the words that Tab completes; nothing where there is no readline."""
    try:
        import readline
    except ImportError:
        return lambda _: None
    words: list[str] = []

    def complete(text: str, state: int) -> str | None:
        found = [word for word in words if word.casefold().startswith(text.casefold())]
        return found[state] if state < len(found) else None

    readline.set_completer_delims("")
    readline.set_completer(complete)
    readline.parse_and_bind("tab: complete")
    return lambda candidates: words.__setitem__(slice(None), candidates)
