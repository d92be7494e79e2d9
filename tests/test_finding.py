"""What free words find: names with apostrophes in any spelling, and short words, which are not beginnings."""

import json
from collections.abc import Callable
from itertools import product

import pytest
from conftest import GOOD, Repo, Result

Run = Callable[..., Result]


def record(repo: Repo, day: int, title: str, people: str = "", more: str = "") -> str:
    """Add a record of a day with a title, a Qatari person and whatever else."""
    text = GOOD.replace("2026-02-01", f"2026-02-{day:02}")
    lines = [f'title = "{title}"' if line.startswith("title") else line for line in text.splitlines()]
    text = "\n".join(lines).replace(
        'country = "QA"', f'country = "QA"\nname = "{people}"' if people else 'country = "QA"'
    )
    repo.add(f"2026/2026-02-{day:02}-ma-qa.toml", f"{text}\n{more}")
    return f"2026-02-{day:02}-ma-qa"


def found(coopdb: Run, *words: str) -> list[str]:
    result = coopdb("search", *words, "--format", "ids")
    assert result.code == 0, result.err
    return sorted(result.out.split())


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        (
            ("Shane O'Neill", "Shane O’Neill", "Shane ONeill", "Shane Oneill"),
            ("oneill", "o'neill", "O’NEILL", "o neill"),
        ),
        (("Ana d'Ivoire", "Ana d’Ivoire", "Ana dIvoire"), ("divoire", "d'ivoire", "D’Ivoire", "d ivoire")),
        (("Musa N'Dour", "Musa NDour"), ("ndour", "n'dour", "n dour")),
        (("Jamal Sana'a", "Jamal Sana’a", "Jamal Sanaa"), ("sanaa", "sana'a", "Sana’a")),
    ],
)
def test_a_name_with_an_apostrophe_is_found_in_any_spelling(
    repo: Repo, coopdb: Run, written: tuple[str, ...], asked: tuple[str, ...]
) -> None:
    ids = [record(repo, day, "The two sides talk", name) for day, name in enumerate(written, start=1)]
    record(repo, 20, "The two sides talk", "Onesimus Neilson")
    for query in asked:
        assert found(coopdb, query) == ids, query
        if "'" in query or " " not in query:
            assert found(coopdb, f"{written[0].split()[0]} {query}") == ids  # a phrase
    for query, how in product(asked, (("--why",), ())):
        rows = json.loads(coopdb("search", query, *how, "--format", "json").out)
        assert all(row["why"] for row in rows if how)
        assert sorted(coopdb("search", "--person", query, "--format", "ids").out.split()) == ids


def test_an_article_is_not_a_part_of_the_word_behind_it(repo: Repo, coopdb: Run) -> None:
    record(repo, 1, "Une rencontre d'une heure sur l'arme et l'avis, and Morocco's part")
    for word in ("dune", "larme", "lavis", "moroccos", "lar"):
        assert found(coopdb, word) == []
    for word in ("arme", "l'arme", "une", "morocco"):
        assert found(coopdb, word) == ["2026-02-01-ma-qa"]


def test_a_name_without_its_apostrophe_is_found_whole_only(repo: Repo, coopdb: Run) -> None:
    record(repo, 1, "Talks about Quai d'Orsay and l'Europe")
    assert found(coopdb, "dorsay") == found(coopdb, "leurope") == ["2026-02-01-ma-qa"]
    assert found(coopdb, "dors") == found(coopdb, "leur") == []
    assert found(coopdb, "quai dorsay") == ["2026-02-01-ma-qa"]
    assert coopdb("search", "dorsay", "--why").out.count("d'Orsay") == 2


def test_a_short_word_that_stands_whole_is_no_beginning(repo: Repo, coopdb: Run) -> None:
    practice = record(repo, 1, "Un échange sur les bonnes manières")
    assert found(coopdb, "bonn") == [practice]  # its own words, while there is no Bonn
    city = record(repo, 2, "Talks", more='[venue]\ncity = "Bonn"\n')
    assert found(coopdb, "Bonn") == found(coopdb, "bonn") == [city]
    assert found(coopdb, "bonn*") == [practice, city]
    assert found(coopdb, "bonne") == [practice]
    result = coopdb("search", "Bonn", "--why", "--format", "json")
    assert [why["field"] for row in json.loads(result.out) for why in row["why"]] == ["city"]


def test_a_code_is_a_short_word_as_it_is_written(repo: Repo, coopdb: Run) -> None:
    ids = [record(repo, 1, "A sideline of the Qatif fair")]
    other = GOOD.replace('"QA"', '"FR"').replace("2026-02-01", "2026-02-02").replace("Qatar", "France")
    repo.add("2026/2026-02-02-fr-ma.toml", other.replace("title =", 'title = "The Qatif fair" #'))
    assert found(coopdb, "QAT") == ids
    assert found(coopdb, "qat") == [*ids, "2026-02-02-fr-ma"]


def test_a_filter_does_not_change_what_a_short_word_finds(repo: Repo, coopdb: Run) -> None:
    record(repo, 1, "Un échange sur les bonnes manières")
    record(repo, 2, "Talks", more='[venue]\ncity = "Bonn"\n')
    assert found(coopdb, "Bonn", "--until", "2026-02-01") == []
    assert found(coopdb, "Bonn", "--since", "2026-02-02") == ["2026-02-02-ma-qa"]


def test_a_short_word_is_no_beginning_within_the_name_of_a_topic(repo: Repo, coopdb: Run) -> None:
    text = GOOD.replace('topics = ["artificial-intelligence"]', 'topics = ["expertise-exchange"]')
    repo.add(content=text)
    assert "expertise-exchange" in text
    assert found(coopdb, "bonn") == []  # échange de bonnes pratiques
    assert found(coopdb, "bonne") == found(coopdb, "bonn*") == found(coopdb, "expe") == ["2026-02-01-ma-qa"]


@pytest.mark.parametrize(
    ("whole", "begun", "is_left_out"),
    [("port", "portails", True), ("ports", "portsaid", False), ("رقمي", "رقمية", False), ("5g", "5gx", True)],
)
def test_only_up_to_four_latin_letters_are_short(
    repo: Repo, coopdb: Run, whole: str, begun: str, is_left_out: bool
) -> None:
    first, second = record(repo, 1, f"Talks: {whole} here"), record(repo, 2, f"Talks: {begun} here")
    assert found(coopdb, whole) == ([first] if is_left_out else [first, second])


def test_the_plural_of_a_short_word_is_the_same_word(repo: Repo, coopdb: Run) -> None:
    ids = [record(repo, 1, "A visa for students"), record(repo, 2, "Visas for students")]
    record(repo, 3, "Visakhapatnam and students")
    assert found(coopdb, "visa") == ids
    assert coopdb("search", "visa", "--why").out.count("title") == 3  # the header, and two reasons


def test_what_is_found_whole_is_marked_whole(repo: Repo, coopdb: Run) -> None:
    record(repo, 1, "Bonn and bonnes pratiques of O'Neill")
    page = coopdb("search", "Bonn", "oneill", "--format", "html").out
    assert "<mark>Bonn</mark> and bonnes pratiques" in page
    assert "<mark>O&#x27;Neill</mark>" in page or "<mark>O'Neill</mark>" in page
