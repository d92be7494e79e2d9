"""What a question of the dialogue is: where its answer stands, when it matters, how an answer is read."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from coopdb.author.answer_context import AnswerContext
from coopdb.record.fault import Route

Element = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Question:
    """A question about the value at `route`; that of a list is asked until its answer is empty.

    `read` turns an answer into a value (of a list: into several), a doubt, or raises StopError with the remedy. It is
    asked when it `matters`; `propose` is what it puts in brackets, where nothing has been said yet. The `details` are
    asked of each element of a list: they matter by the element.
    """

    route: Route
    prompt: str
    help: str
    read: Callable[[str, AnswerContext], Any]
    candidates: Callable[[AnswerContext], Iterable[str]] = lambda _: ()
    matters: Callable[[AnswerContext, Element], bool] = lambda *_: True
    propose: Callable[[AnswerContext, Element], Any] = lambda *_: None
    is_needed: bool = False
    is_list: bool = False
    details: tuple["Question", ...] = ()
