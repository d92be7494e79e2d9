"""What `draft` reads around the text: the file, the day, the home country, and the records that are there already."""

import re
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from coopdb.author.articles.reading import read_source
from coopdb.author.draft import Draft, draft
from coopdb.author.encoding import Encoding
from coopdb.cli.streams import remark
from coopdb.errors import StopError, usage_error
from coopdb.record.dates import DateError, PartialDate
from coopdb.store.files.contents import content_of
from coopdb.store.files.repository import find_repository
from coopdb.text import visible
from coopdb.vocabulary.unknown_names import unclear_hint
from coopdb.vocabulary.vocabularies import Vocabularies, packaged_vocabularies

if TYPE_CHECKING:
    from coopdb.store.files.records import RecordFiles

_MOST = 20_000_000  # bytes of a file; a page saved with its pictures, or a PDF, has some millions
_URL = re.compile(r"https?://[^\s<>\"]+")


def draft_file(
    path: Path,
    published: str | None,
    country: str | None,
    language: str | None,
    root: Path | None,
    *,
    url: str | None = None,
    encoding: str | None = None,
) -> tuple[Draft, ...]:
    """Draft the meetings of a text, and say which of them are recorded already."""
    records = _records(root)
    words = records.vocabularies if records else packaged_vocabularies()
    day, home, address = _day(published), _home(country, words), _address(url)
    read = read_source(_content(path), visible(str(path)), Encoding(encoding, _warn))
    for text in read.remarks:
        _warn(text)
    found = draft(
        read.text,
        words,
        published=day or read.published,
        country=home,
        language=language,
        source={**read.source, **address},
        doubts=read.doubts,
    )
    if not records:
        return found
    from coopdb.author.duplicates import known_meetings

    known = [replace(each, existing=known_meetings(each, records)) for each in found]
    for each in known:
        for record_id in each.existing:
            _warn(f"`{record_id}` may be a record of this meeting already")
    return tuple(known)


def _warn(text: str) -> None:
    remark(f"warning: {text}")


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


def _content(path: Path) -> bytes:
    """Read a file, or stdin for `-`."""
    name = visible(str(path))
    if str(path) == "-":
        return _limited(sys.stdin.buffer)
    found = content_of(path, _MOST, "an article")
    if not isinstance(found, bytes):
        raise StopError(f"cannot read `{name}`: {found.detail}")
    return found


def _limited(stdin: BinaryIO) -> bytes:
    """Read stdin, which may have no more than a file."""
    content = stdin.read(_MOST + 1)
    if len(content) > _MOST:
        raise StopError(f"stdin has more than {_MOST:,} bytes", "give the text of one article")
    return content


def _address(url: str | None) -> dict[str, str]:
    """Return what `--url` says of the source."""
    if url is None:
        return {}
    if not _URL.fullmatch(url):
        raise usage_error(f"`--url {visible(url)}` is not the address of a page", "write `https://...`")
    return {"url": url}


def _day(published: str | None) -> str | None:
    if published is None:
        return None
    try:
        found = PartialDate.of(published)
    except DateError:
        found = None
    if found is None or found.is_about or found.precision == "year":
        problem = f"`--published {visible(published)}` is not a day or a month"
        raise usage_error(problem, "write `2026-02-01` or `2026-02`")
    return found.text


def _home(country: str | None, words: Vocabularies) -> str | None:
    if country is None:
        return None
    found = words.countries.resolve(country)
    if len(found) != 1:
        hint = unclear_hint(words.countries, country, found)
        raise usage_error(f"`--country {visible(country)}` names no single country", hint)
    return found[0].key
