"""Every list of words of a language is documented once, read by code, and repeats none that it builds upon."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from coopdb.author.draft.words import cues

HERE = Path(__file__).parent
DATA = HERE.parent / "src" / "coopdb" / "data"
DOCUMENTED = re.findall(r"`([a-z_/]+)`", (HERE.parent / "docs" / "words.md").read_text(encoding="utf-8"))


def tables(folder: str) -> dict[str, dict[str, Any]]:
    """Return the lists of each language as they are written."""
    files = sorted((DATA / folder).glob("??.json"))
    return {path.stem: json.loads(path.read_text(encoding="utf-8")) for path in files}


DRAFT, TELLING = tables("draft"), tables("draft/telling")
KEYS = sorted({key for table in DRAFT.values() for key in table})
TELLING_KEYS = sorted({key for table in TELLING.values() for key in table})


def test_each_list_is_documented() -> None:
    assert not {*KEYS, *TELLING_KEYS} - {each.removeprefix("telling/") for each in DOCUMENTED}


def test_what_is_documented_is_there() -> None:
    others = {"draft", "builds_upon", "none"}
    known = {*KEYS, *TELLING_KEYS, *(f"telling/{key}" for key in TELLING_KEYS)}
    assert not set(DOCUMENTED) - others - known


def test_each_list_is_read_by_code() -> None:
    code = "".join(path.read_text(encoding="utf-8") for path in sorted((DATA.parent).rglob("*.py")))
    bases = {base for every in cues.table()["builds_upon"].values() for base in every}
    assert not [key for key in {*KEYS, *TELLING_KEYS} - bases if f'"{key}"' not in code]


@pytest.mark.parametrize("language", DRAFT)
def test_a_list_repeats_no_word_of_one_that_it_builds_upon(language: str) -> None:
    table = DRAFT[language] | {f"telling/{key}": words for key, words in TELLING[language].items()}
    for name, bases in cues.table()["builds_upon"].items():
        based = {word.lower() for base in bases for word in table.get(base, ())}
        assert not [word for word in table.get(name, ()) if word.lower() in based], name


@pytest.mark.parametrize("language", DRAFT)
def test_no_list_has_a_word_twice(language: str) -> None:
    for name, words in (*DRAFT[language].items(), *TELLING[language].items()):
        if isinstance(words, list):
            assert len(words) == len(set(words)), name
    assert set(cues.languages()[language]["signatures"]) <= set(cues.languages()[language]["meeting"])
