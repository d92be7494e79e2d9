"""The limits of what is read: the last value in, and the first one out."""

import json
from collections.abc import Callable
from difflib import get_close_matches
from pathlib import Path

import pytest
from conftest import GOOD, Repo, Result

from coopdb.author.draft import draft
from coopdb.author.draft.text.text import read_article
from coopdb.author.importing.jsonl import read_jsonl
from coopdb.author.importing.mapped import cells_of
from coopdb.author.importing.rows import RowError
from coopdb.check.wording import MOST_SLIPS
from coopdb.record import guard
from coopdb.record.local import read_topics
from coopdb.record.reading import read
from coopdb.text import closest, one_of
from coopdb.vocabulary.packaged import packaged
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()


@pytest.mark.parametrize(
    "make",
    [
        lambda n: f"a = {'[' * n}{']' * n}",
        lambda n: f"a{'.a' * n} = 1",
        lambda n: f"[a{'.a' * n}]",
        lambda n: f"[[a{'.a' * n}]]\nb = 1",
        lambda n: f"[a{'.a' * 40}]\nb{'.b' * (n - 40)} = 1",
        lambda n: f"a{'.a' * 40} = {'[' * (n - 40)}",
        lambda n: f"a = [\n[\n[{'[' * (n - 3)}",
        lambda n: f"a = {'{a = ' * n}",
        lambda n: f"a = {'[}' * n}",
        lambda n: f'a = "\nb = {"[" * n}',
        lambda n: f'a = """x"""""\nb = {"[" * n}',
        lambda n: f"a = 'x'\nb = {'[' * n} # ]]",
    ],
)
def test_brackets_and_dots_are_at_most_a_hundred_deep(make: Callable[[int], str]) -> None:
    assert guard.too_deep(make(100)) == ""
    assert guard.too_deep(make(101)) == "brackets and dots of keys are more than 100 deep"


@pytest.mark.parametrize(
    "text",
    [
        'summary = "' + "e.g. " * 3000 + '"',
        'summary = """' + "[ { " * 3000 + '"""',
        "summary = '''" + "[ { " * 3000,
        "# " + "[" * 3000,
        "a = 1.5\n" * 3000,
        "b.c = [1, { d.e = 2 }]\n" * 3000,
        "[[a.b]]\n" * 3000,
    ],
)
def test_what_stands_beside_one_another_is_not_deep(text: str) -> None:
    assert guard.too_deep(text) == ""


def test_a_record_has_at_most_ten_thousand_values() -> None:
    assert guard.too_many({"a": [1] * 9_999}) == ""
    assert guard.too_many({"a": [1] * 10_000}) == "more than 10,000 values"
    assert guard.too_many({"a": [{"b": 1}] * 5_000}) == "more than 10,000 values"
    text = f"related = [{'1, ' * 10_001}]"
    assert [fault.kind for fault in read(text.encode(), WORDS).faults] == ["too-large"]


def test_a_name_has_at_most_two_hundred_characters_and_six_hyphens() -> None:
    countries = packaged("country")
    assert [match.key for match in countries.resolve("Morocco".ljust(200))] == ["MA"]
    assert countries.resolve("Morocco".ljust(201)) == ()
    names = ["franco", "germano", "franco", "germano", "franco", "germano", "allemand"]
    assert len(countries.resolve("-".join(names))) == 7
    assert countries.resolve("-".join(["franco", *names])) == ()


def test_a_slip_has_at_most_a_hundred_letters() -> None:
    assert closest("a" * 99 + "b", ["a" * 100]) == "a" * 100
    assert closest("a" * 100 + "b", ["a" * 101]) is None
    assert closest("", ["a"]) is None


def test_a_slip_is_looked_for_among_all_of_some_thousand_names() -> None:
    names = [f"{number:05} {'abcdefghij'[number % 10] * 12}" for number in range(4_000)]
    for word in ("000z7 hhhhhhhhhhhh", "039z9 jjjjjjjjjjjj", "02 ccccccccccc", "nothing like it"):
        assert [closest(word, names)] == (get_close_matches(word, names, 1, 0.7) or [None])


def test_at_most_forty_choices_are_listed() -> None:
    choices = tuple(f"c{number}" for number in range(41))
    assert one_of("zzz", choices[:40]).endswith("`c39`")
    assert one_of("zzz", choices).endswith("`c39` and 1 more")


def test_a_did_you_mean_is_given_for_the_first_names_of_a_file(repo: Repo, coopdb: Callable[..., Result]) -> None:
    topics = ", ".join(f'"cybre-security{"y" * (number % 3)}{number}"' for number in range(MOST_SLIPS + 1))
    links = ", ".join(f'"2026-02-01-ma-qa-{number}"' for number in range(MOST_SLIPS + 1))
    keys = "".join(f"titel{number} = 1\n" for number in range(MOST_SLIPS + 1))
    text = GOOD.replace('["artificial-intelligence"]', f"[{topics}]")
    repo.add()
    repo.add("2026/2026-03-01-ma-qa.toml", f"{keys}related = [{links}]\n{text}")
    for rule in ("V003", "L001", "K002"):
        found = json.loads(coopdb("validate", "--select", rule, "--format", "json").out)["problems"]
        assert [bool(each["hint"]) for each in found] == [True] * MOST_SLIPS + [False]


def test_an_own_topic_that_leads_nowhere_gets_a_hint_for_the_first_alone(
    repo: Repo, coopdb: Callable[..., Result]
) -> None:
    repo.add()
    repo.add("topics.toml", "".join(f'[t{number:02}]\nbroader = "cluod"\n' for number in range(MOST_SLIPS + 1)))
    found = json.loads(coopdb("validate", "--select", "V006", "--format", "json").out)["problems"]
    assert [bool(each["hint"]) for each in found] == [True] * MOST_SLIPS + [False]


def test_topics_are_at_most_twenty_within_one_another() -> None:
    text = "".join(f'[t{number:02}]\nbroader = "t{number + 1:02}"\n' for number in range(30))
    _, words = read_topics(text.encode(), WORDS)
    assert len(words.topics.broader_chain("t00")) == 20
    assert len(words.topics.broader_chain("t20")) == 10  # the last one is below a topic that there is not


def test_a_filter_has_at_most_a_thousand_values(repo: Repo, coopdb: Callable[..., Result]) -> None:
    repo.add()
    assert coopdb("search", "-c", ",".join(["MA"] * 1000)).code == 0
    refused = coopdb("search", "-c", ",".join(["MA"] * 1001))
    assert refused.code == 2
    assert "1,001 values of one filter" in refused.err


def test_objects_of_many_columns_are_refused_as_a_row() -> None:
    def row(number: int) -> dict[str, object]:
        (found,) = read_jsonl(json.dumps({"a": [{f"k{n}": n} for n in range(number)]})).rows
        return dict(cells_of(found, ()))

    assert len(row(100)) == 100
    with pytest.raises(RowError, match="more than 10,000 cells"):
        row(101)


def test_a_long_line_is_kept_around_its_problem(repo: Repo, coopdb: Callable[..., Result]) -> None:
    topics = ", ".join(f'"cloud{number}"' for number in range(300))
    repo.add(content=GOOD.replace('["artificial-intelligence"]', f"[{topics}]"))
    out = coopdb("validate", "--select", "V003").out
    assert "…" in out
    lines = out.splitlines()
    for number, line in enumerate(lines):
        if line.startswith("error"):
            name = line.split("`")[1]
            shown, carets = lines[number + 3], lines[number + 4]
            assert shown[carets.index("^") : carets.rindex("^") + 1] == f'"{name}"'


def test_a_sentence_is_read_a_thousand_characters_at_a_time() -> None:
    words = read_article("Title here\n\n" + "word " * 500)
    assert max(each.end - each.start for each in words.sentences) <= 1000
    assert "".join(words.plain[each.start : each.end] for each in words.sentences[1:]) == ("word " * 500).strip()
    assert len(read_article("Title here\n\n" + "a" * 2500).sentences) == 4


def test_what_nothing_closes_on_a_page_hides_nothing() -> None:
    page = "<p>Morocco met</p><script><head<p>Qatar</p><!-- <style>x</style><form>Doha</form>"
    plain = read_article(page).plain
    assert "Morocco met" in plain
    assert "Qatar" in plain
    assert "x" not in plain
    assert "Doha" not in plain
    assert "Doha" in read_article(page.replace("</form>", "")).plain


def test_the_head_of_a_page_is_read_in_any_order_of_its_attributes() -> None:
    page = (
        "<html><meta content='2026-02-01T10:00' name=\"date\"><meta content=\"L'Hebdo\" property='og:site_name'>"
        '<link href="https://a.example/1" rel="canonical"><link rel="icon"><meta charset="utf-8">'
        "<p>Morocco and Qatar met"
    )
    (found,) = draft(page, WORDS)
    source = found.record["sources"][0]
    assert (source["publisher"], source["url"]) == ("L'Hebdo", "https://a.example/1")
    assert str(source["published"]) == "2026-02-01"


def test_an_empty_table_is_found_by_its_header(repo: Repo, coopdb: Callable[..., Result], tmp_path: Path) -> None:
    repo.add()
    repo.add("topics.toml", '# a comment\n\n["Not A Slug"]\n')
    assert "topics.toml:3:1" in coopdb("validate", "--select", "V007", "--format", "concise").out
