"""What of a record is public: each rule by itself, the last case in and the first one out."""

from typing import Any

import pytest

from coopdb.record.leaks import leaks
from coopdb.record.model import Meeting
from coopdb.record.omissions import PublicNames, names_in
from coopdb.record.publishing import names_of, public_part, without_references
from coopdb.record.reading import read_data
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()
BASE: dict[str, Any] = {
    "title": "Talks",
    "date": "2026-02-01",
    "topics": ["cloud"],
    "participants": [{"country": "MA"}, {"country": "QA"}],
    "sources": [{"url": "https://example.org/1"}],
}
INTERNAL = {"internal": True}


def meeting(**values: Any) -> Meeting:
    reading = read_data(BASE | values, WORDS)
    assert reading.meeting is not None
    assert not reading.faults
    return reading.meeting


def public(record_id: str = "2026-02-01-ma-qa", **values: Any) -> Meeting | None:
    return public_part(meeting(**values), record_id, WORDS.people)


def test_what_has_nothing_internal_is_public_as_it_is() -> None:
    assert public() == meeting()
    assert public(topics=[{"topic": "cloud", "internal": False}]) == meeting()


@pytest.mark.parametrize(
    ("participants", "is_public"),
    [
        ([{"country": "MA"}, {"country": "QA"}, {"country": "FR", **INTERNAL}], True),
        ([{"country": "MA"}, {"country": "FR", **INTERNAL}], False),
        ([{"country": "MA"}, {"country": "MA", "name": "A"}, {"country": "FR", **INTERNAL}], False),
        ([{"country": "MA"}, {"organization": "unido"}, {"country": "FR", **INTERNAL}], True),
        ([{"organization": "nato"}, {"organization": "unido"}, {"country": "FR", **INTERNAL}], False),
    ],
)
def test_two_parties_remain_one_of_them_a_country(participants: Any, is_public: bool) -> None:
    assert (public("2026-02-01-x", participants=participants) is not None) is is_public


@pytest.mark.parametrize(
    ("record_id", "is_public"),
    [
        ("2026-02-01-fr-ma", False),
        ("2026-02-01-ma-qa-fr", False),
        ("2026-02-01-ma-qa-frankfurt", True),
        ("2026-02-01-ma-qa-cybersecurity", False),
        ("2026-02-01-ma-qa-cyber", True),
        ("2026-02-01-ma-qa-jane-doe", False),
        ("2026-02-01-ma-qa-jane", True),
    ],
)
def test_an_id_names_nothing_that_is_left_out(record_id: str, is_public: bool) -> None:
    participants = [*BASE["participants"], {"country": "FR", "name": "Jane Doe", **INTERNAL}]
    topics = [{"topic": "cloud"}, {"topic": "cybersecurity", **INTERNAL}]
    assert (public(record_id, participants=participants, topics=topics) is not None) is is_public


def test_who_is_there_in_public_too_is_not_left_out() -> None:
    people = [
        {"country": "MA", "name": "Jane Doe"},
        {"country": "QA"},
        {"country": "MA", "name": "Jane Doe", **INTERNAL},
    ]
    found = public(participants=people, summary="Jane Doe spoke.")
    assert found is not None
    assert (found.summary, len(found.participants)) == ("Jane Doe spoke.", 2)


def test_signatories_that_are_left_out_leave_nothing_behind() -> None:
    people = [*BASE["participants"], {"country": "QA", "name": "Jane Doe", **INTERNAL}]
    found = public(participants=people, documents=[{"kind": "mou", "signatories": ["Jane Doe"]}])
    assert found is not None
    assert found.documents[0].signatories == ()


def test_names_that_overlap_are_left_out_once() -> None:
    names = ("Jane Doe", "Doe Smith", "Jane")
    people = [*BASE["participants"], *({"country": "QA", "name": name, **INTERNAL} for name in names)]
    found = public(participants=people, title="With Jane Doe Smith, JÁNE; and Janet", summary="Jane O’Doe")
    assert found is not None
    assert (found.title, found.summary) == ("With …, …; and Janet", "… O’Doe")


def test_a_name_without_letters_is_in_no_text() -> None:
    found = public(participants=[*BASE["participants"], {"country": "QA", "name": "***", **INTERNAL}], summary="*** …")
    assert found is not None
    assert (found.title, found.summary) == ("Talks", "*** …")


def test_an_id_in_capitals_is_left_out_of_texts() -> None:
    part = meeting(documents=[{"kind": "mou", "key": "pact"}])
    names = PublicNames(frozenset(), frozenset(names_of("2026-01-01-MA-QA", part)))
    assert {"2026-01-01-MA-QA", "2026-01-01-MA-QA#pact", "2026-01-01-ma-qa#pact"} < names.left_out
    found = without_references(meeting(summary="2026-01-01-MA-QA, 2026-01-01-ma-qa#pact"), names)
    assert found.summary == "…, …"


def test_an_id_with_an_underscore_is_left_out_of_texts_and_one_before_it_too() -> None:
    names = PublicNames(frozenset(), frozenset(("2026-01-01_ma-qa", "2026-01-02-ma-qa")))
    found = without_references(meeting(summary="_2026-01-01_ma-qa_, 2026-01-02-ma-qa_minutes.pdf"), names)
    assert found.summary == "_…_, ….pdf"


def test_what_a_long_run_of_words_may_name_does_not_grow_with_its_square() -> None:
    assert sum(map(len, names_in("2026" + "-a" * 5000))) < 100_000
    assert [*names_in("See 2026-A-b#c, 2026-d.")] == ["2026-a-b#c", "2026-a-b", "2026-a", "2026", "2026-d", "2026"]


def test_a_public_id_that_begins_with_one_left_out_stays() -> None:
    names = PublicNames(frozenset(("2026-01-01-ma-qa-cloud", "2026-01-02-fr-ma")), frozenset(("2026-01-01-ma-qa",)))
    text = "2026-01-01-ma-qa, 2026-01-01-ma-qa-cloud, 2026-01-01-ma-qa-cloud#x, 2026-01-01-ma-qa-5g, 2026-01-02-fr-ma"
    found = without_references(meeting(summary=text, related=["2026-01-01-ma-qa-cloud", "2020-01-01-ma-qa"]), names)
    assert found.summary == "…, 2026-01-01-ma-qa-cloud, 2026-01-01-ma-qa-cloud#x, …, 2026-01-02-fr-ma"
    assert found.related == ("2026-01-01-ma-qa-cloud",)


def test_what_was_worked_out_of_the_whole_is_worked_out_again() -> None:
    whole = meeting(
        participants=[*BASE["participants"], {"country": "FR", **INTERNAL}],
        sources=[{"url": "https://example.org/1", "party": "MA"}, {"title": "Note", "party": "QA", **INTERNAL}],
    )
    assert (whole.parties, whole.told_by) == (("MA", "QA", "FR"), "both-sides")
    found = public_part(whole, "2026-02-01-ma-qa", WORDS.people)
    assert found is not None
    assert (found.parties, found.told_by) == (("MA", "QA"), "one-side")


PARTIES: list[dict[str, Any]] = [{"country": "MA", "name": "Carla Benali"}, {"country": "QA"}]
AMAL = {"country": "MA", "name": "Amal Idrissi", **INTERNAL}


@pytest.mark.parametrize(
    ("hidden", "text", "name"),
    [
        ({"organization": "unido", **INTERNAL}, "Talks with UNIDO", "UNIDO"),
        ({"organization": "unido", **INTERNAL}, "Talks with unido", ""),
        ({"organization": "unido", **INTERNAL}, "ONUDIX and L’ONUDI.", "ONUDI"),
        ({"country": "FR", **INTERNAL}, "They met in france", "France"),
        ({"country": "FR", **INTERNAL}, "What FR and French friends said", ""),
        ({"country": "US", **INTERNAL}, "They tell us of the U.S.", "U.S."),
        ({"country": "US", **INTERNAL}, "They tell us", ""),
        (AMAL, "Amal Idrissi spoke", ""),  # `…` stands for it
        (AMAL, "Amal Idrissi spoke, and Ms idrissi did", "Idrissi"),
        ({**AMAL, "name": "Amal Benali"}, "Ms Benali spoke", ""),  # so is another called
        ({"country": "MA", **INTERNAL}, "Talks with Morocco", ""),  # it is a public party too
        ({"organization": "unido"}, "Talks with UNIDO", ""),
    ],
)
def test_a_public_text_with_a_name_that_is_internal_is_found(hidden: dict[str, Any], text: str, name: str) -> None:
    found = [
        *leaks(meeting(participants=[*PARTIES, hidden], title=text, venue={"name": text}), "2026-02-01-ma-qa", WORDS)
    ]
    assert found == ([(("title",), name), (("venue", "name"), name)] if name else [])


def test_a_text_that_is_not_public_gives_no_name_away() -> None:
    hidden = {"organization": "unido", **INTERNAL}
    note = {"topic": "cloud", "note": "with UNIDO", **INTERNAL}
    topics = [note, {"topic": "cloud"}, {"topic": "open-source", "note": "UNIDO"}]
    commitments = [{"text": "UNIDO will pay", "owner": "unido"}]
    one = meeting(participants=[*PARTIES, hidden], topics=topics, commitments=commitments)
    assert [*leaks(one, "2026-02-01-ma-qa", WORDS)] == [(("topics", 2, "note"), "UNIDO")]
    assert [*leaks(one, "2026-02-01-ma-unido", WORDS)] == []  # left out as a whole
