"""What is left out for the sake of speed would have found nothing."""

import re
import unicodedata
from datetime import date
from functools import cache

import pytest
from conftest import GOOD
from hypothesis import given, settings
from hypothesis import strategies as st

from coopdb.check.outline import outline
from coopdb.check.registry import RULES
from coopdb.check.scope import Scope
from coopdb.record import toml
from coopdb.record.fault import Fault
from coopdb.record.naming import Naming
from coopdb.record.reading import read
from coopdb.record.variants import variants
from coopdb.store.files.records import RecordFile
from coopdb.text import fold
from coopdb.vocabulary.mentions import Mentions
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()
VOCABULARIES = {each.noun: each for each in (WORDS.countries, WORDS.organizations, WORDS.topics)}
NAMES = {
    noun: sorted({name for entry in each.entries.values() for _, _, name in entry.names()})
    for noun, each in VOCABULARIES.items()
}
KEYS = {noun: sorted(each.entries) for noun, each in VOCABULARIES.items()}
BETWEEN = st.sampled_from([" ", ", ", "-", " and ", " and of ", "’", "'s ", ". The ", " (", "\u00a0", " Smith "])


@cache
def mentions(noun: str) -> Mentions:
    return Mentions(VOCABULARIES[noun])


@settings(max_examples=300)
@given(st.data())
@pytest.mark.parametrize("noun", sorted(VOCABULARIES))
def test_a_name_is_found_only_where_one_may_be(noun: str, data: st.DataObject) -> None:
    parts = data.draw(st.lists(st.tuples(st.sampled_from(NAMES[noun]), BETWEEN), min_size=1, max_size=4))
    text = "".join(name + between for name, between in parts)
    known = set(data.draw(st.lists(st.sampled_from(KEYS[noun]), max_size=2)))
    found = [mention for mention in mentions(noun).find(text) if known.isdisjoint(mention.keys)]
    assert not found or mentions(noun).may_name_others(text, known)


@settings(max_examples=300)
@given(st.text(st.characters(max_codepoint=127)))
def test_plain_text_folds_as_any_text_does(text: str) -> None:
    lowered = unicodedata.normalize("NFKD", text).casefold()
    assert fold(text) == re.sub(r"[\W_]+", " ", lowered).strip()


VALUES = {
    '"MA"': ['"Maroc"', '"MAR"', '"ma"', '"XX"'],
    '["artificial-intelligence"]': ['["IA"]', '["artificial-intelligence", "cloud"]', '[{ topic = "IA" }]', "[]"],
    "date = 2026-02-01": ['date = "2026-02-01"', 'date = "2026-02"', "date = 2026-02-01\nend_date = '2026-02-02'"],
    "[[sources]]": [
        '[[commitments]]\ntext = "a"\nowner = "Qatar"\ndue = "2027-01-01"\n[[sources]]',
        '[[documents]]\nkind = "mou"\nsigned = "2026-02-01"\ntopics = ["IA"]\n[[sources]]\naccessed = "2026-03-01"',
        '[venue]\ncountry = "Katar"\n[[sources]]',
    ],
}


@settings(max_examples=200)
@given(st.data())
def test_values_that_are_not_canonical_are_all_noticed(data: st.DataObject) -> None:
    text = GOOD
    for value, others in VALUES.items():
        text = text.replace(value, data.draw(st.sampled_from([value, *others])), 1)
    parsed = toml.parse(text)
    assert not isinstance(parsed, Fault)
    assert list(read(text.encode(), WORDS).variants()) == list(variants(parsed, Naming.of(WORDS, parsed)))


def test_a_rule_left_out_for_what_a_file_lacks_finds_nothing_there() -> None:
    for text in (GOOD, 'host_event = "A"\ndraft = true\n' + GOOD, GOOD.replace("AI", "Kuwait and cloud")):
        entry = RecordFile("records/2026/2026-02-01-ma-qa.toml", read(text.encode(), WORDS))
        scope = Scope((outline(entry),), WORDS, date(2026, 6, 1))
        left_out = [rule for rule in RULES if rule.needs and entry.reading.traits.isdisjoint(rule.needs)]
        assert len(left_out) > 20
        assert [rule.code for rule in left_out if list(rule.check(entry, scope))] == []
