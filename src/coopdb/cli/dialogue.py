"""The dialogue of `add`: one question after another at a terminal; any answer can be seen again and taken back."""

from typing import Any

from coopdb.author.answer_context import AnswerContext, Values, party_of
from coopdb.author.course import Turn, after, before, called, named, put
from coopdb.author.unclear_answer import Unclear
from coopdb.cli.terminal import ask, completer, say
from coopdb.errors import StopError
from coopdb.record.fault import Route
from coopdb.text import fold, visible

_BACK, _HELP, _NONE = "<", "?", "-"
_INTRO = (
    "Enter takes what is in brackets, Tab completes, - takes it out, < goes back, ? explains; Ctrl-C stops, and keeps "
    "your answers in a file."
)
_LIST_HELP = "-2 takes out the second, - all."
_again = object()  # where an answer was none


class Dialogue:
    """Asks for a record, beginning with the values that there are already."""

    def __init__(self, setting: AnswerContext) -> None:
        self.setting = setting
        self._complete = completer()
        self._last_told = ""
        self._typed: list[Values] = []  # elements as they were typed

    @property
    def values(self) -> Values:
        """What has been said of the record."""
        return dict(self.setting.values)

    def begin(self) -> None:
        """Ask every question that matters."""
        say(_INTRO)
        self._ask(after(self.setting, None))

    def go_back(self) -> None:
        """Ask the last question again, and from there on."""
        self._ask(before(self.setting, None))

    def change(self, text: str) -> bool:
        """Ask the question that a text names again, with its details; False where it names none."""
        found = named(self.setting, text)
        if found:
            self._ask(found[0], found[0].route)
        return bool(found)

    def _ask(self, step: Turn | None, within: Route = ()) -> None:
        """Ask from a step on, as long as the steps are within a part of the record."""
        while step is not None and step.route[: len(within)] == within:
            is_answered = self._answer(step)
            earlier = None if is_answered else before(self.setting, step)
            step = after(self.setting, step, self._typed) if is_answered else earlier or (None if within else step)

    def _answer(self, step: Turn) -> bool:
        """Ask one question until its answer is understood; False to go back."""
        self._complete([str(each) for each in step.question.candidates(self.setting)])
        return self._list(step) if step.question.is_list else self._single(step)

    def _single(self, step: Turn) -> bool:
        while True:
            default = step.proposal(self.setting)
            text = ask(step.prompt, "" if default is None else self._shown(default, step.route))
            if text == _BACK:
                return False
            if text == _NONE or not text:
                if step.question.is_needed and (text or default is None):
                    say("this is needed")
                    continue
                self._put(step.route, None if text else default)
                return True
            if (value := self._understood(step, text)) is not _again:
                self._put(step.route, value)
                return True

    def _list(self, step: Turn) -> bool:
        """Ask for elements until the answer is empty."""
        while True:
            found = list(step.value(self.setting) or ())
            shown = ", ".join(f"{number} {self._shown(each)}" for number, each in enumerate(found, 1))
            text = ask(step.prompt, shown)
            if text == _BACK:
                return False
            if not text and (found or not step.question.is_needed):
                self._told_last(step)
                return True
            if not text:
                say("this is needed")
            elif text.startswith(_NONE):
                self._put(step.route, self._without(step, found, text[1:].strip()))
            elif (value := self._understood(step, text)) is not _again:
                self._put(step.route, self._joined(found, value if isinstance(value, list) else [value]))

    def _understood(self, step: Turn, text: str) -> Any:
        """Read an answer; what is wrong with it is said, and what is in doubt is asked."""
        if text == _HELP:
            say(step.question.help + (f" {_LIST_HELP}" if step.question.is_list else ""))
            return _again
        try:
            read = step.question.read(text, self.setting)
        except StopError as error:
            say(error.message)
            say(f"help: {error.hint or step.question.help}", "  ")
            return _again
        return self._settled(step, read) if isinstance(read, Unclear) else read

    def _settled(self, step: Turn, doubt: Unclear) -> Any:
        """Ask which of several things is meant: by its number or name; anything else is another answer."""
        say(doubt.message)
        for number, each in enumerate(doubt.choices, 1):
            say(f"{number}  {each.label}", "  ")
        numbers = " or ".join(map(str, range(1, len(doubt.choices) + 1)))
        text = ask(f"Which is meant ({numbers}, or another answer)")
        for number, each in enumerate(doubt.choices, 1):
            if text == str(number) or (text and fold(text) in (fold(each.label), fold(each.typed))):
                return each.value
        return self._understood(step, text) if text not in ("", _BACK) else _again

    def _joined(self, found: list[Any], added: list[Any]) -> list[Any]:
        """Put elements to those that are there; the same topic again has the stage that was said last."""
        self._typed += [each for each in added if isinstance(each, dict)]
        for each in added:
            if _slug(each):
                found = [other for other in found if _slug(other) != _slug(each)]
            elif (place := _unnamed(found, each)) is not None:
                found = [*found[:place], each, *found[place + 1 :]]
                continue
            elif each in found:
                person = " (for a second person write `MA: name`)" if party_of(each) else ""
                say(f"{self._shown(each)} is there already{person}")
                continue
            found = [*found, each]
        return found

    def _without(self, step: Turn, found: list[Any], text: str) -> list[Any]:
        """Take out an element by its number or any name of it, or all of them."""
        if not text:
            return []
        names = [(str(number), fold(self._shown(each))) for number, each in enumerate(found, 1)]
        meant = self._meant(step, text)
        kept = [
            each
            for each, name in zip(found, names, strict=True)
            if text not in name and fold(text) not in name and _key(each) not in meant
        ]
        if len(kept) == len(found):
            say(f"there is no `{visible(text)}`")
        return kept

    def _meant(self, step: Turn, text: str) -> set[str]:
        """Return the parties or topics that a text means."""
        try:
            read = step.question.read(text, self.setting)
        except StopError:
            return set()
        return {key for each in read if (key := _key(each))} if isinstance(read, list) else set()

    def _told_last(self, step: Turn) -> None:
        """Say once from which record the people, the kind and the level in brackets are."""
        last = self.setting.last() if step.route == ("participants",) else None
        if last and last.id != self._last_told:
            self._last_told = last.id
            say(f"as in `{last.id}`, unless you say otherwise")

    def _put(self, route: Route, value: Any) -> None:
        self.setting = self.setting._replace(values=put(self.values, route, value))

    def _shown(self, value: Any, route: Route = ()) -> str:
        """Write a value as its author knows it."""
        if route[-1:] in (("country",), ("owner",)):
            return self.setting.name(str(value))
        if isinstance(value, bool):
            return "yes" if value else "no"
        if not isinstance(value, dict):
            return str(value)
        if party_of(value):
            return f"{self.setting.label(value)}{f': {name}' if (name := value.get('name')) else ''}"
        if _slug(value):
            return f"{value['topic']}{f'={stage}' if (stage := value.get('stage')) else ''}"
        return called(value)


def _slug(value: Any) -> str:
    return str(value.get("topic", "")) if isinstance(value, dict) else str(value)


def _key(element: Any) -> str:
    return _slug(element) or party_of(element)


def _unnamed(found: list[Any], added: Values) -> int | None:
    """Find the party of a person that was added, which has nobody yet."""
    places = (n for n, each in enumerate(found) if party_of(each) and party_of(each) == party_of(added))
    return next((n for n in places if added.get("name") and not found[n].get("name")), None)
