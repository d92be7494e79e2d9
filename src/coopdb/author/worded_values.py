"""Reads a value of a fixed list as people say it: in any capitals, with spaces, in words of other languages."""

import re
from collections.abc import Sequence
from typing import get_args

from coopdb.errors import usage_error
from coopdb.record import values as lists
from coopdb.record.free_words import meant, words_of
from coopdb.text import did_you_mean, fold, visible


def values_of(kind: str) -> tuple[str, ...]:
    """Return the values of a list by its name in `record/values.py`, nothing where there is none."""
    return get_args(getattr(lists, kind, None))


def value_meant(text: str, values: Sequence[str]) -> str:
    """Return the value of a list that a text means, or nothing."""
    same = [each for each in values if fold(each) == fold(text)]
    return same[0] if same else meant("values", text, values)


def read_value(text: str, values: Sequence[str], noun: str = "value") -> str:
    """Return the value of a list that a text means; raise with what was probably meant."""
    if found := value_meant(text, values):
        return found
    near = did_you_mean(text, [*values, *(word.lower() for key, word in words_of("values") if key in values)])
    raise usage_error(f"unknown {noun} `{visible(text)}`", near or f"one of {', '.join(values)}")


def kind_at_start(text: str) -> str:
    """Return the kind of document whose name a title begins with: `Memorandum on data` is an mou."""
    words, kinds = re.findall(r"\S+", text), values_of("DocumentKind")
    beginnings = (" ".join(words[:end]) for end in range(min(len(words), 6), 0, -1))
    return next((found for each in beginnings if (found := value_meant(each, kinds))), "")
