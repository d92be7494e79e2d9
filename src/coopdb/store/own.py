"""A repository's own topics and people: the files directly in `records/`, and the vocabularies with what they add."""

from coopdb.record.fault import Fault
from coopdb.record.own_vocabulary import read_people, read_topics
from coopdb.record.reading import Reading
from coopdb.store.files import content_of
from coopdb.store.repository import PEOPLE, TOPICS, Repository
from coopdb.vocabulary.vocabularies import Vocabularies, packaged_vocabularies

_READERS = {TOPICS: read_topics, PEOPLE: read_people}


def read_own(repository: Repository) -> tuple[dict[str, Reading], Vocabularies]:
    """Read what is there of the two files: their readings by path, and the packaged vocabularies with what is sound."""
    vocabularies = packaged_vocabularies()
    readings = {}
    for path in repository.own_files():
        content = content_of(repository.root / path)
        if isinstance(content, Fault):
            readings[path] = Reading("", faults=(content,))
        else:
            readings[path], vocabularies = _READERS[path.rpartition("/")[2]](content, vocabularies)
    return readings, vocabularies
