"""What `draft` reads around the text: the file, the day, the home country, and the records that are there already."""

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from coopdb.author.draft import Draft, draft
from coopdb.cli.streams import remark
from coopdb.errors import StopError, usage_error
from coopdb.store.files.contents import content_of
from coopdb.store.files.repository import find_repository
from coopdb.text import visible
from coopdb.vocabulary.unclear import unclear_hint
from coopdb.vocabulary.vocabularies import Vocabularies, packaged_vocabularies

if TYPE_CHECKING:
    from coopdb.store.files.records import RecordFiles

_MOST = 4_000_000  # characters; an article has some thousands


def draft_file(
    path: Path, published: str | None, country: str | None, language: str | None, root: Path | None
) -> tuple[Draft, ...]:
    """Draft the meetings of a text, and say which of them are recorded already."""
    records = _records(root)
    words = records.vocabularies if records else packaged_vocabularies()
    day, home = _day(published), _home(country, words)
    found = draft(_text(path), words, published=day, country=home, language=language)
    if not records:
        return found
    from coopdb.author.duplicates import known_meetings

    known = [replace(each, existing=known_meetings(each, records)) for each in found]
    for each in known:
        for record_id in each.existing:
            remark(f"warning: `{record_id}` may be a record of this meeting already")
    return tuple(known)


def _records(root: Path | None) -> "RecordFiles | None":
    """Read the records of the repository, where there is one."""
    try:
        repository = find_repository(Path.cwd(), root)
    except StopError:
        if root:
            raise
        return None
    from coopdb.store.files.records import (
        load,  # only now: to import the model of a record takes longer than a short draft
    )

    return load(repository)


def _text(path: Path) -> str:
    """Read a text in UTF-8, or in the older encoding of the web when it is not."""
    if str(path) == "-":
        content: object = sys.stdin.buffer.read()
    else:
        content = content_of(path)
    if not isinstance(content, bytes):
        raise StopError(f"cannot read `{visible(str(path))}`: {getattr(content, 'detail', '')}")
    if b"\0" in content:
        raise StopError(f"`{visible(str(path))}` is not text", "save the article as text or HTML first")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError:
        text = content.decode("cp1252", errors="replace")
        remark(f"warning: `{visible(str(path))}` is not UTF-8; it is read as Windows-1252")
    if len(text) > _MOST or not text.strip():
        raise StopError(
            f"`{visible(str(path))}` is {'too long' if text.strip() else 'empty'}", "give the text of one article"
        )
    return text


def _day(published: str | None) -> str | None:
    if published is None:
        return None
    try:
        return date.fromisoformat(published).isoformat()
    except ValueError as error:
        raise usage_error(f"`--published {visible(published)}` is not a day", "write `2026-02-01`") from error


def _home(country: str | None, words: Vocabularies) -> str | None:
    if country is None:
        return None
    found = words.countries.resolve(country)
    if len(found) != 1:
        hint = unclear_hint(words.countries, country, found)
        raise usage_error(f"`--country {visible(country)}` names no single country", hint)
    return found[0].key
