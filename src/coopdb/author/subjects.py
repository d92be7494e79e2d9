"""Reads topics as people name them: several in one answer, each perhaps with how far it got."""

from collections.abc import Callable
from functools import partial
from typing import Any

from coopdb.author.answer_context import AnswerContext
from coopdb.author.parties import choices
from coopdb.author.several import is_name_of, split_names
from coopdb.author.unclear_answer import Meaning, combined
from coopdb.author.worded_values import read_value, value_meant, values_of
from coopdb.vocabulary.unknown_names import unclear


def read_topics(text: str, setting: AnswerContext) -> Any:
    """Read `cloud`, `cloud=agreed` or `cloud, IA=proposed` to tables of topics, or a doubt about them."""
    is_name = is_name_of(setting.records.vocabularies.topics)
    parts = split_names(text, partial(_is_one, is_name))
    return combined(text, [_choices(each, setting) for each in parts])


def _is_one(is_name: Callable[[str], bool], text: str) -> bool:
    """Tell whether a text with a separator in it is one topic, perhaps with its stage."""
    name, equals, stage = (part.strip() for part in text.partition("="))
    return is_name(name) and (not equals or bool(value_meant(stage, values_of("Stage"))))


def _choices(text: str, setting: AnswerContext) -> list[Meaning]:
    name, equals, stage = (part.strip() for part in text.partition("="))
    topics = setting.records.vocabularies.topics
    if not (found := topics.resolve(name)):
        raise unclear(topics, name, ())
    said = {"stage": read_value(stage, values_of("Stage"), "stage")} if equals and stage else {}
    return [each._replace(value={"topic": each.value, **said}) for each in choices(topics, found)]
