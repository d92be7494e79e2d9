"""Drafts beside the records of a repository: made with its words, and compared with its meetings."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from coopdb.author.draft import Draft
from coopdb.cli.streams import remark
from coopdb.store.files.repository import Repository
from coopdb.text import count
from coopdb.vocabulary.vocabularies import Vocabularies

if TYPE_CHECKING:
    from coopdb.store.cache.index import Opened

Drafts = tuple[Draft, ...]  # those of one text


def compared(repository: Repository, drafted: Callable[[Vocabularies], Iterable[Drafts]]) -> tuple[Drafts, ...]:
    """Draft texts with the words of a repository, and compare with its records; what cannot be compared is told."""
    from coopdb.author.duplicates import known_meetings
    from coopdb.cli.prefetch import look_at
    from coopdb.store.cache.index import ask

    drafting = Drafting(drafted)

    def question(opened: "Opened") -> tuple[tuple[str, ...], tuple[Drafts, ...]]:
        star = opened.star
        texts = drafting.drafts(star.vocabularies)
        known = (tuple(replace(each, existing=known_meetings(each, star)) for each in drafts) for drafts in texts)
        return opened.faulty, tuple(known)

    with look_at(repository) as look:
        faulty, drafts = ask(repository, question, look=look)
    if drafting.error:
        raise drafting.error
    _tell_faulty(repository, faulty)
    return drafts


def _tell_faulty(repository: Repository, paths: Sequence[str]) -> None:
    """Say which topics and people may not have been known, and how many records and links were not compared with."""
    own = repository.own_files()
    for path in paths:
        if path in own and path != repository.config_path:
            remark(f"warning: `{path}` has faults, and not all of it is used: `coopdb validate` shows them")
    if left_out := [path for path in paths if path not in own]:
        said = f"{count(len(left_out), 'record')} with faults, which may be of this meeting too"
        remark(f"warning: not compared with {said}: `coopdb validate` shows them")


class Drafting:
    """Drafts with the words of a repository; again only with other words, as an index that is asked twice may have.

    An `error` of it is kept, for an index takes what is raised while it is asked for a fault of its own.
    """

    def __init__(self, drafted: Callable[[Vocabularies], Iterable[Drafts]]) -> None:
        self._drafted = drafted
        self._words: Vocabularies | None = None
        self._drafts: tuple[Drafts, ...] = ()
        self.error: Exception | None = None

    def drafts(self, words: Vocabularies) -> tuple[Drafts, ...]:
        """Return the drafts with some words; none where that failed."""
        if self._words is None or not words.says_the_same(self._words):
            self._words = words
            try:
                self._drafts, self.error = tuple(self._drafted(words)), None
            except Exception as error:
                self._drafts, self.error = (), error
        return self._drafts
