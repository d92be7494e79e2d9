"""Putting a question to the records, with a remark about those that have to be left out."""

from collections.abc import Callable
from typing import TypeVar

from coopdb.cli.streams import progress, remark
from coopdb.store.index import Opened, ask
from coopdb.store.repository import Repository
from coopdb.store.star import Star
from coopdb.text import count, visible

_NAMED = 5  # files named in the remark, at most
Answer = TypeVar("Answer")


def answer(repository: Repository, question: Callable[[Star], Answer]) -> Answer:
    """Answer a question, and say on stderr which records cannot be used and what shows why."""
    with progress("reading records") as watch:
        opened, found = ask(repository, lambda opened: (opened, question(opened.star)), watch)
    _remark(opened)
    return found


def _remark(opened: Opened) -> None:
    if opened.faulty:
        remark(f"warning: {count(len(opened.faulty), 'record')} left out, because of faults:")
        for path in opened.faulty[:_NAMED]:
            remark(f"  {visible(path)}")
        if len(opened.faulty) > _NAMED:
            remark(f"  and {len(opened.faulty) - _NAMED} more")
        remark("  help: run `coopdb validate` to see the faults")
    for record_id in opened.repeated[:_NAMED]:
        remark(f"warning: several records have the id `{record_id}`, and each is counted")
