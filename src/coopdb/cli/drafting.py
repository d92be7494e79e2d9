"""What `draft` reads around the text: the file, the day, the home country, and the records that are there already."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, NamedTuple

from coopdb.author.articles.reading import read_source
from coopdb.author.articles.source_text import SourceText
from coopdb.author.draft import draft
from coopdb.author.drafted_text import DraftedText
from coopdb.author.encoding import Encoding, codec_told
from coopdb.cli.comparing import Drafts, compared
from coopdb.cli.streams import bytes_in, remark
from coopdb.errors import StopError, usage_error
from coopdb.invisible import has_invisible
from coopdb.record.addresses import address_hint, is_address
from coopdb.record.dates import DateError, PartialDate
from coopdb.store.cache.user_folder import cache_folder
from coopdb.store.files.configuration import configuration_fault, home_of
from coopdb.store.files.contents import content_of
from coopdb.store.files.repository import Repository, find_repository
from coopdb.text import visible
from coopdb.vocabulary.unknown_names import country_hint
from coopdb.vocabulary.vocabularies import Vocabularies, packaged_vocabularies

_MOST = 20_000_000  # bytes of a file; a page saved with its pictures, or a PDF, has some millions
_ONE = "give the text of one article"


class DraftedFiles(NamedTuple):
    """The texts that were drafted, in the order of their files, and why others could not be."""

    texts: tuple[DraftedText, ...]
    faults: tuple[StopError, ...]


def draft_files(
    paths: Iterable[Path],
    published: str | None = None,
    country: str | None = None,
    language: str | None = None,
    *,
    repository: Repository | None,
    url: str | None = None,
    encoding: str | None = None,
) -> DraftedFiles:
    """Draft the meetings of some texts, and compare them with the records; return the faults of other texts too.

    The home country is that of the configuration, where none is given.
    """
    day, address = _day(published), _address(url)
    if encoding is not None:
        codec_told(encoding)
    home = _home(country) or _configured_home(repository)
    texts, faults = _read_all(paths, encoding)

    def drafted(words: Vocabularies) -> Iterator[Drafts]:
        for _, read in texts:
            yield draft(
                read.text,
                words,
                published=day or read.published,
                country=home,
                language=language,
                source={**read.source, **address},
                doubts=read.doubts,
            )

    if repository is None or not texts:
        found = tuple(drafted(packaged_vocabularies()))
    else:
        found = compared(repository, drafted)
    named = [DraftedText(name, drafts) for (name, _), drafts in zip(texts, found, strict=True)]
    faults += [StopError(f"`{each.name}` has no words", _ONE) for each in named if not each.drafts]
    return DraftedFiles(tuple(each for each in named if each.drafts), tuple(faults))


def _read_all(paths: Iterable[Path], encoding: str | None) -> tuple[list[tuple[str, SourceText]], list[StopError]]:
    """Read texts, each with its name, and say what was noticed; one that cannot be read hides no other."""
    texts, faults = [], []
    for path in paths:
        name = visible(str(path))
        try:
            texts.append((name, read_source(_content(path), name, Encoding(encoding, _warn))))
        except StopError as error:
            faults.append(error)
    for name, read in texts:
        for said in read.remarks:
            _warn(f"`{name}`: {said}")
    return texts, faults


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
        hint = _ONE if found.kind == "too-large" else "give the file of an article, or `-` to read stdin"
        raise StopError(f"cannot read `{name}`: {found.detail}", hint)
    return found


def _limited(stdin: BinaryIO) -> bytes:
    """Read stdin, which may have no more than a file."""
    content = stdin.read(_MOST + 1)
    if len(content) > _MOST:
        raise StopError(f"stdin has more than {_MOST:,} bytes", _ONE)
    return content


def _address(url: str | None) -> dict[str, str]:
    """Return what `--url` says of the source."""
    if url is None:
        return {}
    if not is_address(url) or has_invisible(url):
        raise usage_error(f"`--url {visible(url)}` is not the address of a page", address_hint(url))
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
        remark("  help: `coopdb validate` shows where, and how to fix it")
    return home_of(repository)
