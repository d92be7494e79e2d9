"""The ledgers say what a model of them says that shares no code with coopdb, on two hundred days."""

from collections import Counter
from datetime import date, timedelta
from random import Random
from typing import Any

import ledger_model as model
import pytest
from chains import write_chains

from coopdb.query.filters import Filters
from coopdb.query.selection import Selection, select
from coopdb.report.agenda import agenda
from coopdb.report.commitments import CommitmentOptions, commitments
from coopdb.report.documents import documents
from coopdb.report.ledger import Ledger
from coopdb.report.silences import SilenceOptions, silences
from coopdb.report.wording import Wording
from coopdb.store.files.records import load
from coopdb.store.files.repository import Repository
from coopdb.store.star.day import as_of
from coopdb.store.star.engine import Star
from coopdb.store.star.rows import build_star

_random = Random(200)  # noqa: S311  # no secret
DAYS = sorted(date(2005, 1, 1) + timedelta(_random.randrange(8400)) for _ in range(200))


@pytest.fixture(scope="module")
def chains(tmp_path_factory: pytest.TempPathFactory) -> tuple[Star, dict[str, model.Record]]:
    root = tmp_path_factory.mktemp("chains")
    write_chains(root)
    records = load(Repository(root))
    assert not records.faulty
    return build_star(records), model.load(root)


def items(ledger: Ledger) -> list[dict[str, Any]]:
    document: Any = ledger.table.document
    found: list[dict[str, Any]] = document["items"]
    return found


def asked(star: Star, day: date) -> tuple[Star, Selection, Wording]:
    star = as_of(star, day.isoformat())
    return star, select(Filters(drafts=False, day=day.isoformat()), star), Wording(star.vocabularies)


def test_commitments_are_what_the_model_says(chains: tuple[Star, dict[str, model.Record]]) -> None:
    star, records = chains
    for day in DAYS:
        found = items(commitments(*asked(star, day), CommitmentOptions(is_all=True)))
        told = Counter((each["record"], each["text"], each["state"], each["overdue"]) for each in found)
        assert told == Counter(model.commitments(records, day)), day


def test_documents_are_what_the_model_says(chains: tuple[Star, dict[str, model.Record]]) -> None:
    star, records = chains
    states = set()
    for day in DAYS:
        found = items(documents(*asked(star, day)))
        told = Counter((each["record"], each["title"], each["state"], each["expires"]) for each in found)
        assert told == Counter(model.documents(records, day)), day
        states |= {each["state"] for each in found}
    assert len(states) == 8


def test_the_agenda_is_what_the_model_says(chains: tuple[Star, dict[str, model.Record]]) -> None:
    star, records = chains
    for day in DAYS:
        found = items(agenda(*asked(star, day)))
        assert {(each["what"], each["record"], each["date"]) for each in found} == model.agenda(records, day), day
        assert [each["earliest"] for each in found] == sorted(each["earliest"] for each in found)


def test_silences_are_what_the_model_says(chains: tuple[Star, dict[str, model.Record]]) -> None:
    star, records = chains
    kinds: Counter[tuple[str, bool]] = Counter()
    for day in DAYS:
        found = items(silences(*asked(star, day), SilenceOptions(is_all=True)))
        told = {
            (each["what"], each["key"]): (each["last_record"], each["usual_days"], each["silent_days"], each["late"])
            for each in found
        }
        assert len(told) == len(found)
        assert told == model.silences(records, day), day
        kinds.update((each["what"], each["late"]) for each in found)
    assert len(kinds) == 8  # every kind, late and not
