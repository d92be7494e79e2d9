"""Reads the answers to questions that are not read elsewhere: texts, numbers, values of a list, the city."""

from typing import Any

from coopdb.author.answer_context import AnswerContext
from coopdb.author.cities import countries_of
from coopdb.author.days import read_day
from coopdb.author.outcomes import read_signed
from coopdb.author.several import split_names
from coopdb.author.unclear_answer import Meaning, Unclear
from coopdb.author.worded_values import read_value, values_of
from coopdb.errors import usage_error
from coopdb.pattern import pattern
from coopdb.text import visible

_NUMBER = pattern(r"0*([1-9]\d{0,3}) ?(?:st|nd|rd|th|er|e|ème|[.ºª])?")


def read_text(text: str, _: AnswerContext) -> str:
    """Take an answer as it is."""
    return text


def read_date(text: str, _: AnswerContext) -> Any:
    """Read a day, a month or a year."""
    return read_day(text)


def read_signature(text: str, _: AnswerContext) -> Any:
    """Read the day a document was signed, or whether it was."""
    return read_signed(text)


def read_number(text: str, _: AnswerContext) -> int:
    """Read a number from 1 on, as `3` or `3rd`."""
    found = _NUMBER.fullmatch(text)
    if not found:
        raise usage_error(f"`{visible(text)}` is not a number from 1 on", "3 for the third session")
    return int(found[1])


def value_of(kind: str) -> dict[str, Any]:
    """Make what a question about a value of a list reads, completes and explains."""
    values = values_of(kind)
    return {
        "help": f"One of {', '.join(values)}.",
        "read": lambda text, _: read_value(text, values),
        "candidates": lambda _: values,
    }


def read_city(text: str, setting: AnswerContext) -> Any:
    """Read one city; several that are known are a doubt, for a record has one."""
    parts = split_names(text, lambda piece: bool(countries_of(piece, setting.records)))
    if len(parts) > 1 and all(countries_of(each, setting.records) for each in parts):
        choices = tuple(Meaning(each, each, each) for each in parts)
        return Unclear("a record has one city: where did most of them meet?", choices)
    return text
