"""The course of a dialogue: which question comes after which, as the values of the record have become by then."""

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from itertools import pairwise
from typing import Any, NamedTuple

from coopdb.author.amending import find
from coopdb.author.answer_context import AnswerContext, Values
from coopdb.author.question import Question
from coopdb.author.questions import QUESTIONS
from coopdb.record.fault import Route
from coopdb.text import fold, visible

_TABLES = ("participants", "documents", "commitments", "sources")
_LONGEST = 40  # characters of a promise in a prompt


class Turn(NamedTuple):
    """A question at its place: of a list's element the route has the number."""

    question: Question
    route: Route
    prompt: str
    element: Mapping[str, Any]

    def value(self, setting: AnswerContext) -> Any:
        """Return what has been said."""
        return find(setting.values, self.route)

    def proposal(self, setting: AnswerContext) -> Any:
        """Return what is in brackets: what has been said, else what it may be."""
        found = self.value(setting)
        return self.question.propose(setting, self.element) if found is None else found

    def is_asked(self, setting: AnswerContext) -> bool:
        """Tell whether it matters, or there is a value that its author should see."""
        return self.value(setting) is not None or self.question.matters(setting, self.element)


def steps(setting: AnswerContext) -> Iterator[Turn]:
    """Yield every step there may be, those that do not matter too, in their order."""
    for question in QUESTIONS:
        yield Turn(question, question.route, question.prompt, setting.values)
        for number, each in enumerate((find(setting.values, question.route) or ()) if question.details else ()):
            yield from (_detail(setting, question, detail, number, each) for detail in question.details)


def _detail(setting: AnswerContext, question: Question, detail: Question, number: int, element: Values) -> Turn:
    words = {
        "{party}": setting.label(element),
        "{name}": str(element.get("name", "")),
        "{kind}": str(element.get("kind", "")),
        "{label}": called(element),
    }
    found = next(word for word in words if word in f"{detail.prompt}{{label}}")
    prompt = detail.prompt.replace(found, visible(_short(words[found])))
    return Turn(detail, (*question.route, number, *detail.route), prompt, element)


def called(element: Mapping[str, Any]) -> str:
    """Return what a document, a promise or a source is called."""
    found = next((str(element[key]) for key in ("title", "text", "url", "kind", "publisher") if element.get(key)), "?")
    return found.removeprefix("https://").removeprefix("http://")


def after(setting: AnswerContext, step: Turn | None, typed: Iterable[Mapping[str, Any]] = ()) -> Turn | None:
    """Return the next step that is asked; the first where there is none before.

    Not asked is a detail that was `typed` at once with its element.
    """
    following = _following(list(steps(setting)), step, setting)
    return next((each for each in following if len(each.route) < 3 or not _is_typed(each, setting, typed)), None)  # noqa: PLR2004  # a detail's


def _is_typed(step: Turn, setting: AnswerContext, typed: Iterable[Mapping[str, Any]]) -> bool:
    """Tell whether a detail stands as it was typed with its element."""
    key, value = step.route[-1], step.value(setting)
    same = (each for each in typed if all(step.element.get(name) == each[name] for name in each))
    return value is not None and any(each.get(str(key)) == value for each in same)


def before(setting: AnswerContext, step: Turn | None) -> Turn | None:
    """Return the step that is asked before another; the last where there is none after."""
    return next(_following(list(steps(setting))[::-1], step, setting), None)


def _following(every: list[Turn], step: Turn | None, setting: AnswerContext) -> Iterator[Turn]:
    """Yield the steps that are asked behind one in a list, or all."""
    first = 1 + next((n for n, each in enumerate(every) if step and each.route == step.route), -1)
    return (each for each in every[first:] if each.is_asked(setting))


def of_route(setting: AnswerContext, route: Route) -> Turn | None:
    """Return the step of the question that a place in the record belongs to."""
    every = [each for each in steps(setting) if each.route == route[: len(each.route)]]
    return max(every, key=lambda each: len(each.route), default=None)


def named(setting: AnswerContext, text: str) -> list[Turn]:
    """Return the steps of the question that a text names, by the beginning of its prompt or key, and of its details."""
    folded = fold(text)
    found = [each for each in QUESTIONS if any(name.startswith(folded) for name in _names(each))] if folded else []
    exact = [each for each in found if folded in _names(each)]
    one = (exact or found)[:1] if len(exact or found) == 1 else []
    return [each for each in steps(setting) if one and each.route[: len(one[0].route)] == one[0].route]


def _names(question: Question) -> tuple[str, ...]:
    return (
        fold(question.prompt),
        *(fold(str(part)) for part in question.route[-1:]),
        fold(" ".join(map(str, question.route))),
    )


def put(values: Values, route: Route, value: Any) -> Values:
    """Return values with another at a route; None takes out what is there, and a table that is empty then."""
    copied = deepcopy(values)
    inside: Any = copied
    for step, following in pairwise(route):
        if isinstance(inside, dict):
            inside = inside.setdefault(step, [] if isinstance(following, int) else {})
        else:
            inside = inside[step]
    if value is None or value == []:
        inside.pop(route[-1], None)
    else:
        inside[route[-1]] = value
    return {key: each for key, each in copied.items() if each not in ({}, [])}


def well_formed(values: Mapping[str, Any]) -> tuple[Values, list[str]]:
    """Return the values of a draft that have the shape of a record's, and the keys of the others."""
    sound = {key: each for key, each in values.items() if _is_formed(key, each)}
    return sound, [key for key in values if key not in sound]


def _is_formed(key: str, value: Any) -> bool:
    if key in _TABLES:
        return isinstance(value, list) and all(isinstance(each, dict) for each in value)
    if key == "topics":
        return isinstance(value, list) and all(isinstance(each, (dict, str)) for each in value)
    return isinstance(value, dict) if key == "venue" else not isinstance(value, dict)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
