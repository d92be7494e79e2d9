"""What a draft is compared with: the meetings that are recorded, as the rule of duplicates compares them."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from conftest import GOOD, Repo, Result, cache_path, cached
from hypothesis import given
from hypothesis import strategies as st

from coopdb.author.draft import Draft, draft
from coopdb.author.duplicates import known_meetings
from coopdb.check.duplicates import are_near_days
from coopdb.check.outline import outline
from coopdb.cli.comparing import Drafts, compared
from coopdb.record.dates import PartialDate
from coopdb.store.cache import index
from coopdb.store.files.records import load
from coopdb.store.files.repository import Repository
from coopdb.store.star.rows import build_star
from coopdb.vocabulary.vocabularies import Vocabularies

Run = Callable[..., Result]
TEXT = "Talks on cloud\n\nThe Moroccan minister met the Qatari minister on 3 February 2026."
TOPIC = '[smart-ports]\nlabels = { en = "Smart ports" }\n'
DAY = date(2026, 2, 1)


class Making:
    """Makes the draft of a text, and counts how often."""

    def __init__(self, error: Exception | None = None) -> None:
        self.times, self.error = 0, error

    def __call__(self, words: Vocabularies) -> Iterator[Drafts]:
        self.times += 1
        if self.error:
            raise self.error
        yield draft(TEXT, words)


@pytest.fixture
def asked(repo: Repo, settled_at_once: None) -> Repo:
    """A repository whose index has been asked before."""
    repo.add()
    repo.add("topics.toml", TOPIC)
    compared(cached(repo.root), Making())
    return repo


def again(path: Path) -> None:
    path.write_text(path.read_text(encoding="utf-8") + "# more\n", encoding="utf-8")


def test_a_record_that_has_changed_makes_no_draft_twice(asked: Repo) -> None:
    again(asked.root / "records/2026/2026-02-01-ma-qa.toml")
    making = Making()
    ((found,),) = compared(cached(asked.root), making)
    assert (making.times, found.existing) == (1, ("2026-02-01-ma-qa",))


def test_words_that_have_changed_make_it_anew(asked: Repo) -> None:
    asked.add("topics.toml", TOPIC.replace("ports", "harbours"))
    making = Making()
    compared(cached(asked.root), making)
    assert making.times == 2


def test_words_that_are_read_again_are_the_same(asked: Repo) -> None:
    again(asked.root / "records/topics.toml")
    making = Making()
    compared(cached(asked.root), making)
    assert making.times == 1


def test_an_error_of_the_reader_is_none_of_the_index(asked: Repo, monkeypatch: pytest.MonkeyPatch) -> None:
    cache, making = cache_path(asked.root).stat(), Making(LookupError("of the reader"))
    monkeypatch.setattr(index, "_uncached", lambda _: pytest.fail("every file is read"))
    with pytest.raises(LookupError, match="of the reader"):
        compared(cached(asked.root), making)
    assert (making.times, cache_path(asked.root).stat().st_ino) == (1, cache.st_ino)


def test_records_that_cannot_be_compared_are_told_in_one_line(repo: Repo, coopdb: Run) -> None:
    repo.add(content="title =")
    (repo.root / "coopdb.toml").write_text('ignore = ["Q9"]\n', encoding="utf-8")
    said = "warning: not compared with {} with faults, which may be of this meeting too: `coopdb validate` shows them\n"
    assert coopdb("draft", "-", stdin=TEXT.encode()).err == said.format("1 record")
    repo.add("2026/2026-03-01-ma-qa.toml", b"\xff")
    assert coopdb("draft", "-", stdin=TEXT.encode()).err == said.format("2 records")


def test_links_and_broken_words_are_told_in_a_line_each(repo: Repo, coopdb: Run, tmp_path: Path) -> None:
    repo.add("topics.toml", "[")
    repo.add("people.toml", "[")
    (repo.root / "records/2026").mkdir()
    (repo.root / "records/2026/2026-02-01-ma-qa.toml").symlink_to(repo.root / "coopdb.toml")
    (repo.root / "records/2025").symlink_to(tmp_path)
    assert coopdb("draft", "-", stdin=TEXT.encode()).err.splitlines() == [
        "warning: `records/topics.toml` has faults, and not all of it is used: `coopdb validate` shows them",
        "warning: `records/people.toml` has faults, and not all of it is used: `coopdb validate` shows them",
        (
            "warning: not compared with 2 records with faults, which may be of this meeting too:"
            " `coopdb validate` shows them"
        ),
    ]


@pytest.mark.parametrize(("records", "known"), [(1, 1), (2, 2), (3, 0)])
def test_a_source_in_common_counts_among_the_same_parties_unless_it_is_a_list(
    repo: Repo, records: int, known: int
) -> None:
    for day in range(1, records + 1):
        repo.add(f"2025/2025-02-0{day}-ma-qa.toml", GOOD.replace("2026-02-01", f"2025-02-0{day}"))
    repo.add("2025/2025-03-01-ma-sa.toml", GOOD.replace("2026-02-01", "2025-03-01").replace('"QA"', '"SA"'))
    star = build_star(load(Repository(repo.root)))
    met, source = [{"country": "QA"}, {"country": "MA"}], [{"url": "https://example.org/1"}]
    one = Draft({"date": DAY, "participants": met, "sources": source}, (), ())
    assert len(known_meetings(one, star)) == known
    for others in ([], met[:1], [*met, {"organization": "itu"}]):
        assert known_meetings(Draft({**one.record, "participants": others}, (), ()), star) == ()


@given(away=st.integers(-9, 9), length=st.integers(0, 9), rough=st.sampled_from(["", "2026-02", "2026-02-04~"]))
def test_known_is_what_the_rule_of_duplicates_calls_near(repo: Repo, away: int, length: int, rough: str) -> None:
    end = f"date = 2026-02-01\nend_date = {DAY + timedelta(days=length)}"
    repo.add(content=GOOD.replace("date = 2026-02-01", f'date = "{rough}"' if rough else end))
    records = load(Repository(repo.root))
    day = DAY + timedelta(days=away)
    one = Draft({"date": day, "participants": [{"country": "QA"}, {"country": "MA"}]}, (), ())
    days = PartialDate.of(day).days
    assert bool(known_meetings(one, build_star(records))) == are_near_days(days, outline(records.entries[0]).days)
