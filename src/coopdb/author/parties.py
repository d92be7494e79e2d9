"""Reads countries and parties as people name them: several in one answer, by their capitals, with a person."""

from collections.abc import Iterable
from typing import Any

from coopdb.author.answer_context import AnswerContext, Values
from coopdb.author.cities import countries_meant
from coopdb.author.several import is_name_of, split_names
from coopdb.author.unclear_answer import Meaning, combined, mapped
from coopdb.author.worded_values import read_value, values_of
from coopdb.errors import usage_error
from coopdb.text import visible
from coopdb.vocabulary.lookup import Vocabulary
from coopdb.vocabulary.match import Match
from coopdb.vocabulary.unknown_names import unclear

_PERSON = ("name", "role", "institution", "capacity")


def read_parties(text: str, setting: AnswerContext) -> Any:
    """Read `Maroc`, `Allemagne, Estonie`, or `MA: Amal Idrissi; Minister; Ministry of Health; lead`.

    Return tables of participants, or a doubt about them.
    """
    names, colon, rest = text.partition(":")
    if not names.strip():
        raise usage_error(f"`{visible(text)}` names no party", "for example `MA: Amal Idrissi; Minister`")
    words = setting.records.vocabularies
    parts = split_names(names.strip(), is_name_of(words.countries, words.organizations))
    found = combined(names.strip(), [party_choices(each, setting) for each in parts])
    if colon and len(parts) > 1:
        raise usage_error(f"`{visible(names)}` names several parties", "name one before the colon")
    person = _person(rest) if colon else {}
    return mapped(found, lambda parties: [{**each, **person} for each in parties])


def read_owner(text: str, setting: AnswerContext) -> Any:
    """Read the party that a commitment is of."""
    found = combined(text, [party_choices(text, setting)])
    return mapped(found, lambda parties: parties[0].get("country") or parties[0].get("organization"))


def read_country(text: str, setting: AnswerContext) -> Any:
    """Read a country, by any name or code."""
    words = setting.records.vocabularies.countries
    matches = setting.naming.country(text)
    if not matches:
        raise unclear(words, text, ())
    return mapped(combined(text, [choices(words, matches)]), lambda found: found[0])


def party_choices(text: str, setting: AnswerContext) -> list[Meaning]:
    """Return what a party may be: an organisation, a country, or that of a city."""
    naming, words = setting.naming, setting.records.vocabularies
    countries = naming.country(text)
    if text not in words.countries and not countries and (found := naming.organization(text)):
        return [each._replace(value={"organization": each.value}) for each in choices(words.organizations, found)]
    if not countries and (cities := countries_meant(text, setting.records)):
        return [Meaning(words.countries.label(each), each, {"country": each}, is_sure=False) for each in cities]
    if not countries:
        raise unclear(words.countries, text, ())
    return [each._replace(value={"country": each.value}) for each in choices(words.countries, countries)]


def choices(vocabulary: Vocabulary, matches: Iterable[Match]) -> list[Meaning]:
    """Return the entries that a name may mean."""
    keys = dict.fromkeys(match.key for match in matches)
    return [Meaning(vocabulary.label(key), key, key) for key in keys]


def _person(text: str) -> Values:
    """Read `Amal Idrissi; Minister; Ministry of Health; lead`."""
    values = {key: part.strip() for key, part in zip(_PERSON, text.split(";"), strict=False) if part.strip()}
    if "capacity" in values:
        values["capacity"] = read_value(values["capacity"], values_of("Capacity"), "capacity")
    return values
