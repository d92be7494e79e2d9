"""What `draft` reads around the text: the file, the day, the home country, and the records that are there already."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from coopdb.author.articles.reading import read_source
from coopdb.author.articles.source_text import SourceText
from coopdb.author.draft import draft
from coopdb.author.encoding import Encoding
from coopdb.cli.comparing import Drafts, compared
from coopdb.cli.streams import bytes_in, remark
from coopdb.errors import StopError, usage_error
from coopdb.invisible import has_invisible
from coopdb.record.addresses import is_address
from coopdb.record.dates import DateError, PartialDate
from coopdb.store.cache.user_folder import cache_folder
from coopdb.store.files.configuration import configuration_fault, home_of
from coopdb.store.files.contents import content_of
from coopdb.store.files.repository import Repository, find_repository
from coopdb.text import visible
from coopdb.vocabulary.unknown_names import country_hint
from coopdb.vocabulary.vocabularies import Vocabularies, packaged_vocabularies

_MOST = 20_000_000  # bytes of a file; a page saved with its pictures, or a PDF, has some millions
_TOO_LARGE = "give the text of one article"


def draft_files(
    paths: Iterable[Path],
    published: str | None = None,
    country: str | None = None,
    language: str | None = None,
    *,
    repository: Repository | None,
    url: str | None = None,
    encoding: str | None = None,
) -> tuple[Drafts, ...]:
    """Draft the meetings of some texts, and say which of them are recorded already; return those of each text.

    The home country is that of the configuration, where none is given.
    """
    day, address = _day(published), _address(url)
    home = _home(country) or _configured_home(repository)
    texts = [(visible(str(path)), _read(path, encoding)) for path in paths]

    def drafted(words: Vocabularies) -> Iterator[Drafts]:
        for name, read in texts:
            found = draft(
                read.text,
                words,
                published=day or read.published,
                country=home,
                language=language,
                source={**read.source, **address},
                doubts=read.doubts,
            )
            if not found:
                raise StopError(f"`{name}` has no words", "give the text of one article")
            yield found

    if repository is None:
        return tuple(drafted(packaged_vocabularies()))
    found = compared(repository, drafted)
    for (name, _), drafts in zip(texts, found, strict=True):
        whose = f"that of `{name}`" if texts[1:] else "this meeting"
        for number, each in enumerate(drafts, 1):
            meeting = f"meeting {number} of `{name}`" if drafts[1:] else whose
            for record_id in each.existing:
                _warn(f"`{record_id}` may be a record of {meeting} already")
    return found


def _read(path: Path, encoding: str | None) -> SourceText:
    """Read a text, and say what was noticed."""
    read = read_source(_content(path), visible(str(path)), Encoding(encoding, _warn))
    for text in read.remarks:
        _warn(text)
    return read


def _warn(text: str) -> None:
    remark(f"warning: {text}")


def repository_at(root: Path | None) -> Repository | None:
    """Return the repository that is named, or the one here, if any."""
    try:
        return find_repository(Path.cwd(), root, cache_folder)
    except StopError:
        if root:
            raise
        return None


def _content(path: Path) -> bytes:
    """Read a file, or stdin for `-`."""
    name = visible(str(path))
    if str(path) == "-":
        return _limited(bytes_in("give the name of a file, or send its text to stdin"))
    found = content_of(path, _MOST, "an article")
    if not isinstance(found, bytes):
        hint = _TOO_LARGE if found.kind == "too-large" else "give the file of an article, or `-` to read stdin"
        raise StopError(f"cannot read `{name}`: {found.detail}", hint)
    return found


def _limited(stdin: BinaryIO) -> bytes:
    """Read stdin, which may have no more than a file."""
    content = stdin.read(_MOST + 1)
    if len(content) > _MOST:
        raise StopError(f"stdin has more than {_MOST:,} bytes", _TOO_LARGE)
    return content


def _address(url: str | None) -> dict[str, str]:
    """Return what `--url` says of the source."""
    if url is None:
        return {}
    if not is_address(url) or has_invisible(url):
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


def _home(country: str | None) -> str | None:
    """Return the country that `--country` names."""
    words = packaged_vocabularies()  # no repository adds countries
    if country is None:
        return None
    found = words.countries.resolve(country)
    if len(found) != 1:
        hint = country_hint(words, country, found) or "write the code of a country, such as `MA`"
        raise usage_error(f"`--country {visible(country)}` names no single country", hint)
    return found[0].key


def _configured_home(repository: Repository | None) -> str | None:
    """Return the country whose records these are; that it is not known where it cannot be read is told."""
    if repository is None:
        return None
    if fault := configuration_fault(repository):
        _warn(f"`{repository.config_path}` cannot be read, and its `home` is not known: {fault}")
    return home_of(repository)
