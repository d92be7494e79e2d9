"""What a repository says for itself: its configuration, and its own topics and people."""

from collections.abc import Callable, Mapping

from coopdb.record.fault import Fault
from coopdb.record.local import read_config, read_people, read_topics
from coopdb.record.reading import Reading, read
from coopdb.store.files.contents import content_of
from coopdb.store.files.repository import CONFIG, Repository
from coopdb.store.files.tree import FOLDER, PEOPLE, TOPICS
from coopdb.vocabulary.vocabularies import Vocabularies, packaged_vocabularies

Reader = Callable[[bytes, Vocabularies], tuple[Reading, Vocabularies]]


def _read_config(content: bytes, vocabularies: Vocabularies) -> tuple[Reading, Vocabularies]:
    return read_config(content, vocabularies), vocabularies


_READERS: Mapping[str, Reader] = {TOPICS: read_topics, PEOPLE: read_people, CONFIG: _read_config}


def read_own(repository: Repository) -> tuple[dict[str, Reading], Vocabularies]:
    """Read what is there of the three files: their readings by path, and the vocabularies with what is sound."""
    return read_own_contents({path: content_of(repository.root / path) for path in repository.own_files()})


def read_own_contents(contents: Mapping[str, bytes | Fault]) -> tuple[dict[str, Reading], Vocabularies]:
    """Read the same from what the files hold, or why they cannot be read."""
    vocabularies = packaged_vocabularies()
    readings = {}
    for path, content in contents.items():
        if isinstance(content, Fault):
            readings[path] = Reading("", faults=(content,))
        else:
            readings[path], vocabularies = _READERS[path.rpartition("/")[2]](content, vocabularies)
    return readings, vocabularies


def reread(path: str, text: str, vocabularies: Vocabularies) -> Reading:
    """Read another text of a file, whether a record or one of the three, with the vocabularies that there are."""
    name = path.rpartition("/")[2]
    if path in (f"{FOLDER}/{TOPICS}", f"{FOLDER}/{PEOPLE}") or (name == CONFIG and not path.startswith(f"{FOLDER}/")):
        return _READERS[name](text.encode(), packaged_vocabularies())[0]
    return read(text.encode(), vocabularies)
