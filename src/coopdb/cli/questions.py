"""Putting a question to the records, with a remark about those that have to be left out; or to an export of them."""

from contextlib import nullcontext
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from coopdb.cli.caching import remark_caches
from coopdb.cli.streams import progress, remark
from coopdb.store.files.repository import Repository
from coopdb.text import count, visible

if TYPE_CHECKING:
    from collections.abc import Callable

    from coopdb.store.cache.index import Opened
    from coopdb.store.star.dataset import Dataset
    from coopdb.store.star.engine import Star

_NAMED = 5  # files named in the remark, at most
Answer = TypeVar("Answer")


class QuestionSource(NamedTuple):
    """Where answers come from: the records of a repository, or a dataset that was exported."""

    place: "Repository | Dataset"

    @property
    def has_records(self) -> bool:
        """Tell whether there are files of records to point to."""
        return isinstance(self.place, Repository)

    def answer(self, question: "Callable[[Star], Answer]") -> Answer:
        """Answer a question."""
        return answer(self.place, question) if isinstance(self.place, Repository) else self.place.ask(question)


def answer(repository: Repository, question: "Callable[[Star], Answer]", *, once: bool = False) -> Answer:
    """Answer a question, and say on stderr which records cannot be used and what shows why.

    One that has effects, such as writing files, is to be put `once`: others may be put again, for a better answer.
    """
    from coopdb.cli.prefetch import look_at

    with nullcontext() if once else look_at(repository) as look, progress("reading records") as watch:
        from coopdb.store.cache.index import ask  # only now, while somebody looks

        opened, found = ask(repository, lambda opened: (opened, question(opened.star)), watch, look)
    _remark(opened, is_public=repository.is_public)
    remark_caches(repository)
    return found


def _remark(opened: "Opened", *, is_public: bool) -> None:
    if opened.faulty and is_public:  # whose names may tell what is not public
        remark("warning: files with faults are left out: run `coopdb validate` to see them")
    elif opened.faulty:
        remark(f"warning: {count(len(opened.faulty), 'file')} left out, because of faults:")
        for path in opened.faulty[:_NAMED]:
            remark(f"  {visible(path)}")
        if len(opened.faulty) > _NAMED:
            remark(f"  and {len(opened.faulty) - _NAMED} more")
        remark("  help: run `coopdb validate` to see the faults")
    for record_id in opened.repeated[:_NAMED]:
        remark(f"warning: several records have the id `{record_id}`, and each is counted")
