"""`coopdb search` and `coopdb show` as their users meet them."""

import csv
import gc
import json
import tomllib
from collections.abc import Callable
from functools import partial
from io import StringIO
from pathlib import Path

import pytest
from conftest import GOOD, Repo, Result

from coopdb.query.filters import Filters
from coopdb.query.search import search
from coopdb.query.selection import select
from coopdb.query.table import Table
from coopdb.render.formats import render
from coopdb.render.record_view import RecordView
from coopdb.render.screen import Screen
from coopdb.store.cache.index import Opened, ask
from coopdb.store.files.records import load
from coopdb.store.files.repository import Repository
from coopdb.store.star.rows import build_star

Run = Callable[..., Result]
SEED = "2026-02-01-ma-qa-web-summit-qatar"
NASTY = "[bold] [/x] \x1b[31m red\nnext <b> | * العربية \u202e \x9b"


def ids(result: Result) -> list[str]:
    assert result.code == 0, result.err
    return result.out.split()


@pytest.mark.parametrize(
    "arguments",
    [
        ("-c", "Maroc", "-t", "IA"),
        ("-c", "MA", "-t", "artificial-intelligence"),
        ("-c", "المغرب", "-c", "قطر"),
        ("-c", "Morocco", "-c", "QAT,ARE", "--level", "ministerial"),
        ("maroc", "identité numérique"),
        ("المغرب", "qatar"),
        ("SEGHROUCHNI", "qat"),
        ("--host-event", "web summit"),
        ("--person", "mannai"),
        ("--since", "2026-02", "--until", "2026-02-01"),
        ("--stage", "proposed", "-t", "language-models"),
        ("--place", "Qatar", "--kind", "talks", "--mode", "in person"),
    ],
    ids=" ".join,
)
def test_the_first_meeting_is_found(real: Path, coopdb: Run, arguments: tuple[str, ...]) -> None:
    assert real
    assert SEED in ids(coopdb("search", *arguments, "--format", "ids"))


def test_words_are_the_beginnings_of_words(real: Path, coopdb: Run) -> None:
    assert real
    every = len(ids(coopdb("search", "--format", "ids")))
    assert 0 < len(ids(coopdb("search", "singap", "--format", "ids"))) < every
    assert ids(coopdb("search", "ingapore", "--format", "ids")) == []


def test_repeating_narrows_and_a_comma_widens(real: Path, coopdb: Run) -> None:
    assert real
    both = set(ids(coopdb("search", "-c", "MA", "-c", "QA", "--format", "ids")))
    either = set(ids(coopdb("search", "-c", "MA,QA", "--format", "ids")))
    morocco = set(ids(coopdb("search", "-c", "MA", "--format", "ids")))
    assert both < morocco <= either
    without = set(ids(coopdb("search", "-c", "MA", "--exclude", "country=QA", "--format", "ids")))
    assert without == morocco - both


def test_what_has_no_value_is_not_left_out(repo: Repo, coopdb: Run) -> None:
    repo.add()
    repo.add("2026/2026-02-01-ma-qa-b.toml", 'level = "technical"\n' + GOOD)
    for value in ("level=technical", "level=ministerial"):
        found = ids(coopdb("search", "--exclude", value, "--format", "ids"))
        assert found == ["2026-02-01-ma-qa", "2026-02-01-ma-qa-b"][: 1 + (value == "level=ministerial")]
    assert ids(coopdb("search", "--level", "technical", "--format", "ids")) == ["2026-02-01-ma-qa-b"]


def test_a_topic_counts_with_everything_narrower(repo: Repo, coopdb: Run) -> None:
    repo.add()
    repo.add("2026/2026-02-01-ma-qa-b.toml", GOOD.replace("artificial-intelligence", "language-models"))
    repo.add("2026/2026-02-01-ma-qa-c.toml", GOOD.replace("artificial-intelligence", "postal-services"))
    found = ids(coopdb("search", "-t", "artificial intelligence", "--format", "ids"))
    assert found == ["2026-02-01-ma-qa", "2026-02-01-ma-qa-b"]


def test_partial_dates_match_when_they_may(repo: Repo, coopdb: Run) -> None:
    repo.add("2026/2026-02-ma-qa.toml", GOOD.replace("2026-02-01", '"2026-02"'))
    assert ids(coopdb("search", "--since", "2026-02-15", "--format", "ids")) == ["2026-02-ma-qa"]
    assert ids(coopdb("search", "--until", "2026-02-15", "--format", "ids")) == ["2026-02-ma-qa"]
    assert ids(coopdb("search", "--since", "2026-03", "--format", "ids")) == []
    assert ids(coopdb("search", "--until", "2026-01", "--format", "ids")) == []


@pytest.mark.parametrize(
    ("arguments", "message", "hint"),
    [
        (("-c", "Marocco"), "unknown country `Marocco`", "did you mean `Morocco`?"),
        (("-c", "Congo"), "ambiguous country `Congo`", "`CD`"),
        (("-c", "zzzzzz"), "unknown country `zzzzzz`", ""),
        (("-c", "MA,Qatarr"), "unknown country `Qatarr`", "did you mean `Qatar`?"),
        (("-t", "cybre-security"), "unknown topic", "did you mean"),
        (("--organization", "UNIDDO"), "unknown organization", "did you mean"),
        (("--level", "minister"), "unknown level `minister`", "did you mean `ministerial`?"),
        (("--status", "zzz"), "unknown status `zzz`", "one of `planned`, `held`"),
        (("--person", "Seghrushni"), "no record has a person `Seghrushni`", "did you mean `Seghrouchni`?"),
        (("--person", "Zzyzx"), "no record has a person", ""),
        (("--host-event", "!"), "no record has a host event", ""),
        (("--place", "Atlantis"), "no record has a place", ""),
        (("--since", "yesterday"), "`--since yesterday`: a date is expected", "write `2026-02-01`"),
        (("--until", "2026-02-30"), "there is no such day as 2026-02-30", ""),
        (("--status", "any,foo"), "unknown status `foo`", "one of `planned`"),
        (("--exclude", "country"), "not of the form FIELD=VALUE", "country=FR"),
        (("--exclude", "contry=FR"), "unknown field `contry`", "did you mean `country`?"),
        (("--exclude", "zzz=FR"), "unknown field `zzz`", "one of `country`"),
        (("--exclude", "country=Marocco"), "unknown country", "did you mean `Morocco`?"),
        (("--format", "xml"), "'xml' is not one of", ""),
        (("--limit", "0"), "0 is not in the range", ""),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else None,
)
def test_an_unknown_value_is_a_usage_error(
    real: Path, coopdb: Run, arguments: tuple[str, ...], message: str, hint: str
) -> None:
    assert real
    result = coopdb("search", *arguments)
    assert (result.code, result.out) == (2, "")
    assert message in result.err
    assert hint in result.err


def test_a_name_with_a_comma_is_one_name(repo: Repo, coopdb: Run) -> None:
    repo.add("2026/2026-02-01-kr-qa.toml", GOOD.replace('"MA"', '"KR"'))
    assert ids(coopdb("search", "-c", "Korea, South", "--format", "ids")) == ["2026-02-01-kr-qa"]


def test_one_broken_file_does_not_hide_the_others(repo: Repo, coopdb: Run) -> None:
    repo.add()
    repo.add("2026/2026-02-02-fr-ma.toml", "title = ")
    for command in (("search", "--format", "ids"), ("crosstab", "country", "--format", "csv")):
        result = coopdb(*command)
        assert result.code == 0
        assert "2026-02-01-ma-qa" in result.out or "MA,Morocco,1" in result.out
        assert "records/2026/2026-02-02-fr-ma.toml" in result.err
        assert "coopdb validate" in result.err


def test_many_broken_files_are_named_in_part(repo: Repo, coopdb: Run) -> None:
    for day in range(1, 10):
        repo.add(f"2026/2026-02-0{day}-fr-ma.toml", "x")
    err = coopdb("search").err
    assert err.count(".toml") == 5
    assert "and 4 more" in err


def test_json_has_its_fixed_shape(real: Path, coopdb: Run) -> None:
    assert real
    (found,) = json.loads(coopdb("search", "-c", "MA", "-c", "QA", "--format", "json").out)
    assert list(found) == [
        "id", "path", "title", "date", "end_date", "status", "kind", "level", "mode", "host_event", "venue",
        "countries", "organizations", "topics", "draft",
    ]  # fmt: skip
    assert found["id"] == SEED
    assert found["path"] == f"records/2026/{SEED}.toml"
    assert found["date"] == "2026-02-01"
    assert found["venue"] == {"name": None, "city": None, "country": "QA"}
    assert found["countries"] == ["MA", "QA"]
    assert found["organizations"] == []
    assert found["draft"] is False
    (line,) = coopdb("search", "-c", "MA", "-c", "QA", "--format", "jsonl").out.splitlines()
    assert json.loads(line) == found


def test_the_newest_come_first_and_can_be_limited(real: Path, coopdb: Run) -> None:
    assert real
    found = json.loads(coopdb("search", "--format", "json").out)
    dates = [each["date"] for each in found]
    assert dates == sorted(dates, reverse=True)
    assert json.loads(coopdb("search", "--format", "json", "--limit", "2").out) == found[:2]
    assert f"2 of {len(found)} meetings" in coopdb("search", "--limit", "2").out


def record(title: str, summary: str, *others: str) -> str:
    text = GOOD.replace("Morocco and Qatar talk about AI", title)
    return "".join((*others, f'summary = "{summary}"\n', text))


def test_what_has_the_words_in_prominent_places_comes_first(repo: Repo, coopdb: Run) -> None:
    repo.add("2026/2026-02-01-ma-qa-a.toml", record("Talks", "about semaphores, at length"))
    repo.add("2026/2026-02-01-ma-qa-b.toml", record("On semaphores", "nothing"))
    repo.add("2026/2026-02-01-ma-qa-c.toml", record("On semaphoresque art", "nothing"))
    repo.add("2026/2026-02-01-ma-qa-d.toml", record("On semaphores", "semaphores"))
    found = ids(coopdb("search", "semaphores", "--format", "ids"))
    assert [each[-1] for each in found] == ["d", "b", "c", "a"]


def test_the_order_can_be_chosen(repo: Repo, coopdb: Run) -> None:
    for day, title in (("01", "b"), ("02", "C"), ("03", "À")):
        text = GOOD.replace("2026-02-01", f"2026-02-{day}").replace("Morocco and", f"{title} Morocco and")
        repo.add(f"2026/2026-02-{day}-ma-qa.toml", text)
    for order, expected in (("title", "312"), ("date", "321"), ("relevance", "321")):
        found = ids(coopdb("search", "morocco", "--sort", order, "--format", "ids"))
        assert "".join(each[9] for each in found) == expected


def test_it_can_be_told_where_the_words_were_found(real: Path, coopdb: Run) -> None:
    assert real
    arguments = ("search", "المغرب", "identite numérique", "seghr", "suited to", "--why")
    (found,) = json.loads(coopdb(*arguments, "--format", "json").out)
    reasons = {(each["word"], each["field"], each["how"]) for each in found["why"]}
    assert ("المغرب", "country", "Arabic name المغرب") in reasons
    assert ("identite numérique", "topic", "French name Identité numérique") in reasons
    assert ("seghr", "person", None) in reasons
    (excerpt, *_) = [each["value"] for each in found["why"] if each["word"] == "suited to"]
    assert "suited to national" in excerpt
    assert "\n" not in excerpt
    assert "country Morocco (Arabic name المغرب)" in coopdb(*arguments, "--columns", "id,why").out
    assert "why" not in json.loads(coopdb("search", "maroc", "--format", "json").out)[0]


def test_quotes_within_a_text_make_a_phrase(repo: Repo, coopdb: Run) -> None:
    repo.add("2026/2026-02-01-ma-qa-a.toml", record("green apples", "x"))
    repo.add("2026/2026-02-01-ma-qa-b.toml", record("apples are green", "x"))
    assert len(ids(coopdb("search", "green", "apples", "--format", "ids"))) == 2
    assert ids(coopdb("search", "green apples", "--format", "ids")) == ["2026-02-01-ma-qa-a"]
    assert ids(coopdb("search", 'qatar "green app"', "--format", "ids")) == ["2026-02-01-ma-qa-a"]
    assert len(ids(coopdb("search", 'app"', "--format", "ids"))) == 2


def test_an_excerpt_of_a_long_word_is_cut(repo: Repo, coopdb: Run) -> None:
    repo.add(content=record("Talks", "x" * 90 + "-needle-" + "y" * 90))
    (found,) = json.loads(coopdb("search", "needle", "--why", "--format", "json").out)
    (reason,) = found["why"]
    assert reason["value"] == "…" + "x" * 59 + "-needle-" + "y" * 59 + "…"


def test_own_names_of_people_find_their_meetings(repo: Repo, coopdb: Run) -> None:
    (repo.root / "records/people.toml").write_text(
        '["Amal Seghrouchni"]\naliases = ["أمل السغروشني"]\n', encoding="utf-8"
    )
    repo.add(content=GOOD.replace('country = "MA"', 'country = "MA"\nname = "Amal Seghrouchni"\nrole = "Minister"'))
    (found,) = json.loads(coopdb("search", "السغروشني", "--why", "--format", "json").out)
    assert [each["field"] for each in found["why"]] == ["person"]
    assert ids(coopdb("search", "nobody", "--format", "ids")) == []


def test_status_and_drafts_show_where_they_matter(repo: Repo, coopdb: Run) -> None:
    repo.add()
    assert "status" not in coopdb("search").out
    repo.add("2026/2026-02-01-ma-qa-b.toml", 'draft = true\nstatus = "planned"\n' + GOOD)
    assert "planned" in coopdb("search").out
    assert coopdb("search").out.count("draft") == 2
    assert "planned" not in coopdb("search", "--no-drafts").out
    assert "drafts included" in coopdb("search", "--drafts").out


def nasty_repo(repo: Repo) -> None:
    title = json.dumps(NASTY, ensure_ascii=True)
    people = GOOD.replace('country = "MA"', f'country = "MA"\nname = {title}')
    repo.add("2026/2026-02-01-ma-qa.toml", people.replace('"Morocco and Qatar talk about AI"', title))


@pytest.mark.parametrize(
    "command",
    [
        *(("search", "--format", each) for each in ("table", "json", "jsonl", "markdown", "ids")),
        *(("show", "2026", "--format", each) for each in ("text", "json", "toml", "markdown")),
        *(("crosstab", "person", "--format", each) for each in ("table", "json", "markdown")),
    ],
    ids=" ".join,
)
def test_hostile_text_is_shown_literally(repo: Repo, coopdb: Run, command: tuple[str, ...]) -> None:
    nasty_repo(repo)
    result = coopdb(*command)
    assert result.code == 0
    assert "\x1b" not in result.out
    assert "\x9b" not in result.out
    if "ids" not in command:
        assert "[bold] [/x]" in result.out.replace("\\[", "[").replace("\\]", "]")
        assert "العربية" in result.out


def test_csv_keeps_the_text_as_it_is(repo: Repo, coopdb: Run) -> None:
    nasty_repo(repo)
    (row,) = csv.DictReader(StringIO(coopdb("search", "--format", "csv").out))
    assert row["title"] == NASTY
    assert row["countries"] == "MA;QA"


@pytest.mark.parametrize("width", [60, 80, 140])
def test_a_list_fits_the_terminal(real: Path, width: int) -> None:
    from rich.text import Text

    star = build_star(load(Repository(real)))
    table = search(star, [], select(Filters(), star))
    text = Text.from_ansi(render("tables", "table", table, Screen(True, width, "truecolor"))).plain
    assert max(Text(line).cell_len for line in text.splitlines()) <= width
    assert "…" not in text
    assert ("topics" in text.splitlines()[0]) == (width > 80)


def test_show_lays_a_record_out(real: Path, coopdb: Run, golden: Callable[[str, str], None]) -> None:
    assert real
    for name in ("text", "json", "toml", "markdown"):
        result = coopdb("show", SEED, "--format", name)
        assert result.code == 0
        golden(f"show.{ {'text': 'txt', 'markdown': 'md'}.get(name, name) }", result.out)
    document = json.loads(coopdb("show", SEED, "--format", "json").out)
    assert document["id"] == SEED
    assert tomllib.loads(coopdb("show", SEED, "--format", "toml").out)["title"] == document["title"]


FULL = """\
status = "planned"
draft = true
end_date = 2026-02-02
follows = ["2025-01-01-ma-qa"]
related = ["2025-01-02-ma-qa"]
previous_dates = ["2026-01~"]

[venue]
name = "Palace"
city = "Doha"
country = "QA"

[[documents]]
kind = "mou"
title = "On AI"
signed = 2026-02-02
url = "https://example.org/mou"
topics = ["cloud"]
binding = false

[[documents]]
kind = "roadmap"
signed = true
binding = true

[[documents]]
kind = "protocol"
signed = false

[[documents]]
kind = "agreement"

[[commitments]]
text = "Open a centre"
owner = "QA"
due = "2027"
closed_by = "2027-01-01-ma-qa"
evidence = "https://example.org/e"

[[commitments]]
text = "Study it"
owner = "itu"
"""


def test_show_shows_every_key(repo: Repo, coopdb: Run, golden: Callable[[str, str], None]) -> None:
    top, tables = FULL.split("\n[venue]")
    people = 'country = "MA"\nname = "A"\nrole = "R"\ninstitution = "I"\ncapacity = "lead"'
    named = GOOD.replace('country = "MA"', people)
    text = f"{top}\n{named}\n[venue]{tables}"
    repo.add("2026/2026-02-01-ma-qa.toml", text)
    assert coopdb("validate", "--select", "F,K,V").out == ""
    golden("show-full.txt", coopdb("show", "2026-02-01-ma-qa", "--on", "2026-11-26").out)
    golden("show-full.md", coopdb("show", "2026-02-01-ma-qa", "--on", "2026-11-26", "--format", "markdown").out)


def test_a_record_is_folded_for_a_terminal(real: Path, golden: Callable[[str, str], None]) -> None:
    records = load(Repository(real))
    (entry,) = records.find(SEED)
    sheets = [RecordView(entry, records.vocabularies)]
    text = render("records", "text", sheets, Screen(is_terminal=True, width=60))
    assert max(map(len, text.splitlines())) <= 60
    golden("show-60.txt", text)
    golden("show-80.ansi", render("records", "text", sheets, Screen(True, 80, "256")))


def test_show_takes_a_beginning_a_path_and_several(real: Path, coopdb: Run) -> None:
    assert real
    whole = coopdb("show", SEED).out
    assert coopdb("show", "2026-02").out == whole
    assert coopdb("show", f"records/2026/{SEED}.toml").out == whole
    assert coopdb("show", SEED, SEED).out == whole
    other = coopdb("search", "--format", "ids").out.split()[-1]
    assert coopdb("show", SEED, other).out == f"{whole}\n{coopdb('show', other).out}"
    assert [each["id"] for each in json.loads(coopdb("show", SEED, other, "--format", "json").out)] == [SEED, other]
    assert coopdb("show", SEED, other, "--format", "toml").code == 2


@pytest.mark.parametrize(
    ("name", "message"),
    [("2018-12-18", "name one: `2018-12-18"), ("2026-02-01-ma-qa-web-sumit", f"did you mean `{SEED}`?"),
     ("zz", "lists them"), ("", "no record has the id")],
)  # fmt: skip
def test_show_says_which_record_it_cannot_find(real: Path, coopdb: Run, name: str, message: str) -> None:
    assert real
    result = coopdb("show", name)
    assert result.code == 2
    assert message in result.err


def test_an_entry_that_is_not_toml_has_no_meeting(repo: Repo) -> None:
    repo.add(content="x")
    (entry,) = load(Repository(repo.root)).entries
    with pytest.raises(LookupError):
        _ = entry.meeting


def test_a_collector_that_is_off_stays_off(repo: Repo) -> None:
    gc.disable()
    try:
        load(Repository(repo.root))
        assert not gc.isenabled()
    finally:
        gc.enable()
    load(Repository(repo.root))
    assert gc.isenabled()


def test_show_points_from_a_broken_record_to_validate(repo: Repo, coopdb: Run) -> None:
    repo.add("2026/2026-02-01-ma-qa.toml", "x")
    result = coopdb("show", "2026")
    assert result.code == 3
    assert "run `coopdb validate records/2026/2026-02-01-ma-qa.toml`" in result.err


def test_an_id_that_is_there_twice_is_named_and_counted_twice(repo: Repo, coopdb: Run) -> None:
    repo.add()
    repo.add("2025/2026-02-01-ma-qa.toml")
    result = coopdb("search", "--format", "ids")
    assert result.out == "2026-02-01-ma-qa\n" * 2
    assert "several records have the id `2026-02-01-ma-qa`" in result.err


@pytest.mark.parametrize("limit", [1, 2, 3, 4, None])
@pytest.mark.parametrize("words", [[], ["talk"], ["maroc", "talk"]])
def test_the_first_of_a_list_are_the_first_of_the_whole(repo: Repo, limit: int | None, words: list[str]) -> None:
    for day in ("01", "02", "03"):
        repo.add(f"2026/2026-02-{day}-ma-qa.toml", GOOD.replace("2026-02-01", f"2026-02-{day}"))

    def listed(opened: Opened, limit: int | None) -> Table:
        return search(opened.star, words, select(Filters(), opened.star), limit=limit)

    whole, found = (ask(Repository(repo.root), partial(listed, limit=each)) for each in (None, limit))
    assert len(whole.document) == 3  # type: ignore[arg-type]
    assert found.rows == whole.rows[:limit]
    assert list(found.document) == whole.document[:limit]  # type: ignore[call-overload, index]
    assert found.footer[0].startswith(f"{limit} of 3 meetings" if limit in (1, 2) else "3 meetings")
