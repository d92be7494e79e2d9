"""Puts a draft together: what each reader found, as the keys of a record, with its evidence and its doubts."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from types import MappingProxyType
from typing import NamedTuple

from coopdb.author.draft.circumstances.circumstances import put_circumstances
from coopdb.author.draft.days.day import MeetingDate, find_date
from coopdb.author.draft.days.timing import find_timing
from coopdb.author.draft.evidence import Doubt, Draft
from coopdb.author.draft.meetings.meetings import split
from coopdb.author.draft.names.names import Names
from coopdb.author.draft.officials.leading import with_leaders
from coopdb.author.draft.officials.name_cut import named_people
from coopdb.author.draft.outcomes.outcomes import put_documents, put_undertakings
from coopdb.author.draft.participants.participants import find_met, put_participants
from coopdb.author.draft.places.place_clues import PlaceClues
from coopdb.author.draft.places.setting import Setting, find_setting
from coopdb.author.draft.places.states import days_of, not_yet_or_no_more
from coopdb.author.draft.sheet import Sheet, day_or_part
from coopdb.author.draft.source import find_source
from coopdb.author.draft.text.length import beginning
from coopdb.author.draft.text.text import read_article
from coopdb.author.draft.text.translation import in_one_language
from coopdb.author.draft.text.wording import Phrasing
from coopdb.author.draft.topics.topics import find_topics
from coopdb.author.roles import with_roles
from coopdb.invisible import has_words
from coopdb.record.dates import whole_day
from coopdb.vocabulary.vocabularies import Vocabularies

_TOPICS = 16
_AFAR = ("online", "phone")  # ways of meeting that have no venue
_NOTHING: Mapping[str, str] = MappingProxyType({})


class _DraftOptions(NamedTuple):
    """What is known beside the text: the day of publication, the home country, the language, the source, doubts.

    `met` are the countries of one of several meetings.
    """

    published: str | None
    country: str | None
    language: str | None
    source: Mapping[str, str]
    doubts: tuple[Doubt, ...]
    met: tuple[str, ...] = ()


def draft(
    content: str,
    vocabularies: Vocabularies,
    *,
    published: str | None = None,
    country: str | None = None,
    language: str | None = None,
    source: Mapping[str, str] = _NOTHING,
    doubts: Sequence[Doubt] = (),
) -> tuple[Draft, ...]:
    """Propose a record for each meeting that a text tells of: one, as a rule; none where it has no words.

    `published` is the day or month of publication (ISO), `country` the code of the home country, `language` ISO 639-1,
    `source` what is known of the source beside the text, `doubts` what is doubtful of the text as a whole.
    """
    read = read_article(content)
    if not has_words(read.plain):
        return ()
    whole, cut = beginning(read)
    article, said = in_one_language(whole)
    stated = published or _only(article.data.days)
    on = days_of([stated]) if stated else None
    names = Names(article, vocabularies, language, on=on)
    parts = split(with_leaders(names), Phrasing(article, names.language), country, named_people(names))
    given = _DraftOptions(stated, country, language, source, (*doubts, *cut, *said))
    drafts = tuple(
        _draft(
            Names(part.article, vocabularies, language, part.absent, on) if part.absent else names,
            vocabularies,
            given._replace(met=part.met, doubts=(*given.doubts, *part.doubts)),
        )
        for part in parts
    )
    return tuple(map(partial(_with_unnamed, drafts), drafts)) if len(drafts) > 1 else drafts


def _with_unnamed(drafts: Sequence[Draft], each: Draft) -> Draft:
    """Doubt who stood for a party that only another meeting of the same text names: she then received."""
    people = [person for other in drafts for person in other.record.get("participants", ()) if "name" in person]
    doubts = list(each.unresolved)
    for own in each.record.get("participants", ()):
        key = own.get("country") or own["organization"]
        names = dict.fromkeys(person["name"] for person in people if key == person.get("country"))
        if "name" not in own and names:
            doubts.append(Doubt(("participants",), f"the text does not name who stood for {key} here", tuple(names)))
    return replace(each, unresolved=tuple(doubts))


def _draft(names: Names, vocabularies: Vocabularies, given: _DraftOptions) -> Draft:
    """Propose the record of one meeting."""
    article = names.article
    sheet = Sheet(article, doubts=[*given.doubts])
    stated = given.published
    known, month = (stated, None) if stated is None or whole_day(stated) else (None, stated)
    spoken = names.language or article.data.language
    _put_title(sheet)
    sheet.record["draft"] = True
    wording = Phrasing(article, spoken)
    on = days_of([known]) if known else None
    met = find_met(sheet, names, wording, given.country, given.met, on)
    parties = {each.key for each in met.parties if each.is_country}
    when = find_date(with_leaders(names), wording, known, parties, month)
    people = put_participants(sheet, names, met, given.country, find_timing(when.dates, when.certain, known), on)
    _put_date(sheet, when)
    sheet.doubts += not_yet_or_no_more(sheet.record, vocabularies.countries)
    _put_roles(sheet, vocabularies)
    put_circumstances(sheet, wording, names, when, known, people, spoken)
    is_afar = sheet.record.get("mode") in _AFAR
    clues = PlaceClues(names, people, spoken, parties)
    _put_setting(sheet, find_setting(clues, when, known, parties, is_afar=is_afar))
    offices = [(person.role_start, person.role_end) for person in people]
    _put_topics(sheet, vocabularies, offices, spoken)
    put_documents(sheet, names, wording, when, known)
    put_undertakings(sheet, names, wording, when, known, people)
    _put_source(sheet, when, stated, spoken, given.source)
    return Draft(sheet.record, tuple(sheet.evidence), tuple(sheet.doubts))


def _put_title(sheet: Sheet) -> None:
    if title := sheet.article.title:
        sheet.put(("title",), sheet.article.text(title), title.start, title.end, "title of the article")
    else:
        sheet.doubts.append(Doubt(("title",), "the text has no title"))


def _put_date(sheet: Sheet, when: MeetingDate) -> None:
    """Put the day of the meeting; where it is doubtful that there was one, no day is certain either."""
    found = when.certain
    if found and any(not each.route for each in sheet.doubts):
        days = tuple(filter(None, (found.first, found.last)))
        sheet.doubts.append(Doubt(("date",), "a day that may be of something else", days))
    elif found:
        sheet.put(("date",), day_or_part(found.first), found.start, found.end, found.rule)
        if found.last:
            sheet.put(("end_date",), day_or_part(found.last), found.start, found.end, found.rule)
    else:
        sheet.doubts.append(Doubt(("date",), when.why, when.doubtful))


def _only(days: tuple[str, ...]) -> str | None:
    return days[0] if len(days) == 1 else None


def _put_roles(sheet: Sheet, vocabularies: Vocabularies) -> None:
    """Give people whose office the text does not say the one that the repository knows them to have held on the day."""
    known = with_roles(sheet.record, vocabularies).get("participants", ())
    places = {each.route: (each.start, each.end) for each in sheet.evidence}
    for number, (each, filled) in enumerate(zip(sheet.record.get("participants", ()), known, strict=True)):
        if "role" in filled and "role" not in each:
            where = places["participants", number, "name"]
            sheet.put_given(("participants", number, "role"), filled["role"], *where, "office that people.toml gives")


def _put_setting(sheet: Sheet, setting: Setting) -> None:
    for route, each in setting.found:
        sheet.put(route, each.value, each.start, each.end, each.rule)
    sheet.doubts += setting.doubts


def _put_topics(sheet: Sheet, vocabularies: Vocabularies, offices: list[tuple[int, int]], language: str | None) -> None:
    found = find_topics(sheet.article, vocabularies.topics, offices, language)[:_TOPICS]
    for number, each in enumerate(found):
        sheet.put(("topics", number, "topic"), each.slug, each.start, each.end, "name of a topic")
        if each.stage != "discussed":
            sheet.put(("topics", number, "stage"), each.stage, each.start, each.end, "verb of the clause")
    if not found:
        sheet.doubts.append(Doubt(("topics",), "the text names no topic of the vocabulary"))


def _put_source(
    sheet: Sheet, when: MeetingDate, known: str | None, language: str | None, given: Mapping[str, str]
) -> None:
    for key, found in find_source(sheet.article).items():
        sheet.put(("sources", 0, key), found.value, found.start, found.end, found.rule)
    for key in ("publisher", "author", "url"):
        if fact := sheet.article.data.first(key):
            sheet.put_given(("sources", 0, key), fact.value, fact.start, fact.end, "data of the page")
    source = sheet.record.setdefault("sources", [{}])[0]
    if when.published:
        day = when.published
        sheet.put(("sources", 0, "published"), day_or_part(day.first), day.start, day.end, "date of publication")
    elif known:
        source["published"] = day_or_part(known)
    elif days := sheet.article.data.days:
        sheet.doubts.append(Doubt(("sources", 0, "published"), "the page gives several days of publication", days))
    if language:
        source["language"] = language
    for key in given:
        source[key] = given[key]
        sheet.evidence[:] = [each for each in sheet.evidence if each.route != ("sources", 0, key)]
    if "url" not in source:
        sheet.doubts.append(Doubt(("sources", 0, "url"), "the text does not say where it was published"))
