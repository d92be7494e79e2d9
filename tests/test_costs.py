"""Work grows with the size of what is read, whoever wrote it: four times as much takes about four times as many steps.

A step is a call of a function, be it of Python's own or ours. What a regular expression or the TOML reader does within
one call is seen by the time alone: `benchmarks/growth.py` measures that of the same cases.
"""

import sys
from collections.abc import Callable
from contextlib import suppress
from cProfile import Profile
from datetime import date
from time import process_time
from typing import Any

import pytest

from coopdb.author.draft import draft
from coopdb.author.draft.text.length import MOST_WORDS, beginning
from coopdb.author.draft.text.text import read_article
from coopdb.author.importing.csv import read_csv
from coopdb.author.importing.extent import measure
from coopdb.author.importing.jsonl import read_jsonl
from coopdb.author.importing.mapped import map_rows, unknown_columns
from coopdb.author.importing.suggesting.mapping import suggest
from coopdb.check.fixing import fix
from coopdb.check.formatting import canonical_values, lay_out_entry
from coopdb.check.runner import check
from coopdb.check.scope import Scope
from coopdb.errors import StopError
from coopdb.query.free_text import read_words
from coopdb.query.vocabulary_tables import describe, find_names
from coopdb.record.config import Config
from coopdb.record.layout import LayoutError
from coopdb.record.local import read_config, read_people, read_topics
from coopdb.record.mapping import read_mapping
from coopdb.record.reading import Reading, read, read_data
from coopdb.render.formats import render
from coopdb.render.screen import Screen
from coopdb.store.files.records import RecordFile, RecordFiles
from coopdb.text import fold, plain_letters, visible
from coopdb.vocabulary.entry import Period
from coopdb.vocabulary.packaged import NOUNS, packaged
from coopdb.vocabulary.places import places_of
from coopdb.vocabulary.vocabularies import Vocabularies, packaged_vocabularies

GROWTH = 4
STEPS = 5.0  # times as many steps at most; 16 would be quadratic
SIZE = 500  # characters
SLACK = 500  # steps that are done once, such as compiling a pattern

Shape = Callable[[int], str]


def _times(text: str) -> Shape:
    """Say a text over and over, up to so many characters."""
    return lambda size: text * max(size // len(text), 1)


def _numbered(text: str, between: str = "") -> Shape:
    """Make texts with a number each, as many as fit."""
    return lambda size: between.join(text.replace("@", f"{n:05}") for n in range(size // len(text)))


def _around(before: str, shape: Shape, after: str = "") -> Shape:
    return lambda size: before + shape(size) + after


def _bytes(text: str) -> bytes:
    return text.encode(errors="surrogateescape")


def _report(path: str, reading: Reading, words: Vocabularies | None = None) -> None:
    report = check(RecordFiles((), words or packaged_vocabularies(), (RecordFile(path, reading),)), date(2026, 1, 1))
    render("problems", "full", report, Screen())
    render("problems", "sarif", report, Screen())


def _record(text: str) -> None:
    reading = read(_bytes(text), packaged_vocabularies())
    records = RecordFiles((RecordFile("records/2026/2026-02-01-ma-qa.toml", reading),), packaged_vocabularies())
    report = check(records, date(2026, 1, 1))
    render("problems", "full", report, Screen())
    render("problems", "sarif", report, Screen())
    fix(records, date(2026, 1, 1))
    _lay_out(records)


def _lay_out(records: RecordFiles) -> None:
    scope = Scope((), records.vocabularies, date(2026, 1, 1))
    for entry in records.entries:
        with suppress(LayoutError):
            lay_out_entry(entry, canonical_values(Config()), scope)


def _config(text: str) -> None:
    _report("coopdb.toml", read_config(_bytes(text), packaged_vocabularies()))


def _topics(text: str) -> None:
    _report("records/topics.toml", *read_topics(_bytes(text), packaged_vocabularies()))


def _people(text: str) -> None:
    _report("records/people.toml", *read_people(_bytes(text), packaged_vocabularies()))


def _mapping(text: str) -> None:
    _report("map.toml", read_mapping(_bytes(text), packaged_vocabularies())[0])


_MAP = b"""
title = { template = "{title} of {leader}" }
date = { column = "date" }
[[participants]]
country = { column = "country", separator = "/" }
[file]
date_format = ["%d.%m.%Y"]
"""


def _csv(text: str) -> None:
    _mapped(read_csv(text, "rows.csv"))


def _suggestion(text: str) -> None:
    suggest(read_csv(text, "rows.csv"), "rows.csv", packaged_vocabularies())


def _sheet(text: str) -> None:
    measure({"xl/worksheets/sheet1.xml": _bytes(f"<sheetData>{text}</sheetData>")}, "t.xlsx")


def _ods(text: str) -> None:
    measure({"content.xml": _bytes(f"<table>{text}</table>")}, "t.ods")


def _jsonl(text: str) -> None:
    _mapped(read_jsonl(text))


def _mapped(sheet: Any) -> None:
    _, mapping = read_mapping(_MAP, packaged_vocabularies())
    assert mapping
    list(unknown_columns(sheet, mapping))
    for each in map_rows(sheet, mapping, date(2026, 1, 1)).proposals:
        read_data(each.data, packaged_vocabularies())


def _draft(text: str) -> None:
    draft(text, packaged_vocabularies(), published="2026-01-01", country="MA")


def _draft_without_home(text: str) -> None:
    draft(text, packaged_vocabularies())


def _names(text: str) -> None:
    for noun in NOUNS:
        find_names(packaged(noun), [text], None)
        with pytest.raises(StopError):
            describe(packaged(noun), text, Period(None, None))


def _words(text: str) -> None:
    for each in read_words([text]):
        each.score(packaged_vocabularies())
        list(places_of(text, each.folded))
    visible(text)


_HEAD = """title = "Morocco and Qatar talk about AI"
date = 2026-02-01
"""
_END = """
[[participants]]
country = "MA"
[[participants]]
country = "QA"
[[sources]]
url = "https://example.org/1"
"""
_TALK = f'topics = ["cloud", "artificial-intelligence"]\n{_END}'
TOML: dict[str, Shape] = {
    "open brackets": _around("a = ", _times("[")),
    "brackets": lambda size: f"a = {'[' * (size // 2)}{']' * (size // 2)}",
    "tables within": _around("a = ", _times("{a=")),
    "dots": _around("a", _times(".a"), " = 1"),
    "dots in a header": _around("[a", _times(".a"), "]"),
    "dots in a text": _around('summary = "', _times("e.g. "), '"'),
    "a long key": _around("", _times("a"), " = 1"),
    "a long text": _around('title = "', _times("meeting "), '"'),
    "a long word": _around('title = "', _times("a"), '"'),
    "a word with marks": _around('title = "a', _times("\u0301"), '"'),
    "a long number": _around("a = ", _times("1")),
    "open quotes": _times('"'),
    "apostrophes": _times("'"),
    "quotes of several lines": _times('"""\n'),
    "open texts of several lines": _times('a = """\nb = 1\n'),
    "apostrophes of several lines": _times("'''\n"),
    "quotes and backslashes": _times('"\\'),
    "backslashes": _around('a = """', _times("\\")),
    "comments": _times("# a\n"),
    "an unclosed comment": _times("#"),
    "empty lines": _times("\n"),
    "spaces": _times(" "),
    "spaces before what is wrong": _around("", _times(" "), "="),
    "carriage returns": _times("\r"),
    "bytes that are not UTF-8": _times("\udcff"),
    "many keys": _numbered("k@ = 1\n"),
    "many keys of a table": _around("[t]\n", _numbered("k@ = 1\n")),
    "many tables": _numbered("[t@]\n"),
    "many tables with a key": _numbered("[t@]\nx = 1\n"),
    "many tables within": _numbered("[t.u@]\nx = 1\n"),
    "many tables of an array": _times("[[participants]]\nx = 1\n"),
    "one key again": _times("a = 1\n"),
    "many topics": _around("topics = [", _numbered('"cybre@", '), "]"),
    "many numbers": _around("topics = [", _times("1, "), "]"),
    "many wide topics": _around("topics = [", _numbered('"é@", '), "]"),
    "a title with many countries": _around('date = 2026-02-01\ntitle = "', _times("Unlike Kuwait. "), f'"\n{_TALK}'),
    "a title with many topics": _around('date = 2026-02-01\ntitle = "', _times("AI safety, "), f'"\n{_TALK}'),
    "a title with many days": _around('date = 2026-02-01\ntitle = "', _times("on Monday 1 February, "), f'"\n{_TALK}'),
    "a summary with many days": _around(f'{_HEAD}summary = "', _times("met on 3 March in "), f'"\n{_TALK}'),
    "a summary of many sentences": _around(f'{_HEAD}summary = "', _times("Met on 1 May. "), f'"\n{_TALK}'),
    "a text of marks": _around(f'{_HEAD}summary = "', _times("<p <a &am"), f'"\n{_TALK}'),
    "a name of titles": _around(f'{_HEAD}{_TALK}[[participants]]\ncountry = "MA"\nname = "', _times("Dr. "), '"'),
    "a name of commas": _around(f'{_HEAD}{_TALK}[[participants]]\ncountry = "MA"\nname = "', _times("A, and B "), '"'),
    "a role of offices": _around(
        f'{_HEAD}{_TALK}[[participants]]\ncountry = "MA"\nrole = "', _times("minister s "), '"'
    ),
    "a city of commas": _around(f'{_HEAD}{_TALK}[venue]\ncountry = "MA"\ncity = "', _times("Rabat, "), '"'),
    "an address of parameters": _around(f'{_HEAD}{_TALK}[[sources]]\nurl = "https://a.b/?', _times("utm_a=1&"), '"'),
    "a record with many sources": _around(f"{_HEAD}{_TALK}", _numbered('[[sources]]\nurl = "https://a.b/@"\n')),
    "a record with many parties": _around(f"{_HEAD}{_TALK}", _times('[[participants]]\ncountry = "MA"\n')),
    "a record with many topics": _around(f"{_HEAD}topics = [", _numbered('"cybre@", '), f"]{_END}"),
    "a record with many names": _around(f'{_HEAD}topics = ["IA", ', _times('"IA", '), f"]{_END}"),
    "a record with many links": _around(f'{_HEAD}topics = ["cloud"]\nrelated = [', _numbered('"r@", '), f"]{_END}"),
    "a record with many countries": _around(
        f'{_HEAD}topics = ["cloud"]\n{_END}', _numbered('[[participants]]\ncountry = "Marocco@"\n')
    ),
    "a record with many people": _around(
        f'{_HEAD}topics = ["cloud"]\n{_END}', _times('[[participants]]\ncountry = "Maroc"\nname = "A B"\n')
    ),
    "a record with many unknown keys": _around(f'{_HEAD}topics = ["cloud"]\n', _numbered("tittle@ = 1\n"), _END),
    "a record with a long address": _around(f'{_HEAD}topics = ["cloud"]\n{_END}archive = "https://', _times("a."), '"'),
    "a record with many waivers": _around(
        f'{_HEAD}topics = ["cloud"]\n{_END}', _numbered('[[waivers]]\ncode = "X@"\nreason = "x"\n')
    ),
    "a record that names many countries": _around(
        f'{_HEAD}topics = ["cloud"]\nsummary = "', _times("France, Brazil, European Union "), f'"{_END}'
    ),
    "a name of many hyphens": _around('topics = ["cloud"]\n[[participants]]\ncountry = "', _times("ma-"), '"'),
    "a name of many commas": _around('topics = ["cloud"]\n[[participants]]\ncountry = "', _times("ma, "), '"'),
}
OWN: dict[str, Shape] = {
    "many aliases": _around("[a]\naliases = { en = [", _numbered('"alias @", '), "] }"),
    "many topics that are replaced": _numbered('[t@]\nreplaced_by = "t@x"\n'),
    "a chain of broader topics": lambda size: "".join(f'[t{n}]\nbroader = "t{n + 1}"\n' for n in range(size // 24)),
    "many offices": _around('["A. B"]\n', _times('[["A. B".offices]]\nrole = "R"\nuntil = 2026\n')),
    "many people": _numbered('["A B@"]\ncountry = "MA"\naliases = ["B A@"]\n'),
    "many people of one name": _numbered('["A B@"]\naliases = ["A B"]\n'),
    "many rules": _around("ignore = [", _numbered('"X@", '), "]"),
    "many severities": _around("[severity]\n", _numbered('X@ = "error"\n')),
    "many globs": _around('[[ignores]]\ncodes = ["S"]\nreason = "x"\npaths = [', _times('"*", '), "]"),
    "stars": _around('[[ignores]]\ncodes = ["S"]\nreason = "x"\npaths = ["', _times("*a"), '"]'),
    "many questions": _numbered('[queries.q@]\ncommand = "search"\n'),
    "a template of braces": _around('title = { template = "', _times("{a}"), '" }'),
    "a template of open braces": _around('title = { template = "', _times("{"), '" }'),
    "many columns": _around("[where]\n", _numbered('c@ = ["x"]\n')),
}
TABLES: dict[str, Shape] = {
    "commas": _times(","),
    "quotes": _times('"'),
    "open quotes": _around("title,date\n", _times('"a\n')),
    "quotes within": _around("title,date\n", _times('a"b,1\n')),
    "many columns": _numbered("c@,"),
    "many rows": _around("title,date,country,leader\n", _times("a,1.2.2026,Marocco/Qatar,x\n")),
    "short rows": _around("title,date,country,leader\n", _times("a\n")),
    "empty rows": _around("title,date,country,leader\n", _times("\n")),
    "many countries": _around("title,date,country,leader\na,1.2.2026,", _times("Marocco/"), ",x"),
    "a long cell": _around("title,date,country,leader\n", _times("a"), ",1.2.2026,MA,x"),
    "braces in a cell": _around("title,date,country,leader\n", _times("{title}"), ",1.2.2026,MA,x"),
    "one column": _times("a"),
}
OBJECTS: dict[str, Shape] = {
    "brackets": _times("["),
    "objects within": _times('{"a":'),
    "many lines": _times('{"title": "a", "date": "1.2.2026", "country": "MA/QA", "leader": "x"}\n'),
    "many keys": lambda size: "{" + ", ".join(f'"k{n}": {n}' for n in range(size // 10)) + "}",
    "one key again": lambda size: "{" + ", ".join('"k": 1' for _ in range(size // 8)) + "}",
    "many columns of objects": lambda size: '{"a": [' + ", ".join(f'{{"k{n}": 1}}' for n in range(size // 12)) + "]}",
    "many values": _around('{"country": [', _times('"MA", '), '"QA"]}'),
    "open texts": _times('"'),
    "escapes": _around('{"title": "', _times("\\\\ud83d"), '"}'),
    "a long number": _around('{"title": ', _times("1"), "}"),
    "no objects": _times("1\n"),
}
_PARAGRAPH = "The minister of foreign affairs of Morocco, Mr Nasser Bourita, met the minister of Qatar in Doha. "
ARTICLES: dict[str, Shape] = {
    "prose": _times(_PARAGRAPH),
    "paragraphs": _times(f"{_PARAGRAPH}\n\n"),
    "lines": _times(f"{_PARAGRAPH}\n"),
    "one sentence": _times("Morocco and Qatar met in Doha on cloud and "),
    "names": _around("Morocco and Qatar met\n\n", _times("Mr Nasser Al Bourita ")),
    "ministers": _around("Morocco and Qatar met\n\n", _times("Minister ")),
    "ministers and commas": _around("Morocco and Qatar met\n\n", _times("Minister, Nasser Bourita, ")),
    "countries": _around("Meeting held\n\n", _times("Morocco Qatar France ")),
    "short codes": _around("Meeting held\n\n", _times("MA-QA ")),
    "dates": _around("Morocco and Qatar met\n\n", _times("On 3 March 2026 they met. ")),
    "numbers": _around("Morocco and Qatar met\n\n", _times("2026-03-01 ")),
    "conditions": _around("Morocco and Qatar met\n\n", _times("if Morocco would have met Qatar without ")),
    "conditions in German": _around(
        "Der Minister traf die Ministerin\n\n", _times("wenn der Minister ohne sie nach dem hätte zu treffen, ")
    ),
    "claims": _around("Morocco and Qatar met\n\n", _times("he met her, she claimed, ")),
    "questions": _around("Morocco and Qatar met\n\n", _times("did Morocco meet, and “: "), "?"),
    "days in one sentence": _around("Morocco and Qatar met\n\n", _times("met on 3 March ")),
    "days of publication in one line": _around("Morocco and Qatar met\n\n", _times("Published: 3 March 2026 ")),
    "journeys": _around(
        "Morocco and Qatar met\n\n", _times("to Kenya on 3 March and to Norway on 5 March and visits ")
    ),
    "what was said there": _around("Morocco and Qatar met\n\n", _times("he was speaking at a meeting with her and ")),
    "topics": _around("Morocco and Qatar met\n\n", _times("cloud artificial intelligence ")),
    "authorities": _around("Morocco and Qatar met\n\n", _times("Ministry of Trade and ")),
    "undertakings": _around("Morocco and Qatar met\n\n", _times("Morocco undertook to open a port by 3 March 2027. ")),
    "sessions": _around("Morocco and Qatar met\n\n", _times("the third session of the Joint Committee ")),
    "separate talks": _around("Morocco meets\n\n", _times("It held separate talks with Qatari Minister Ali Hamad. ")),
    "a trip": _around(
        "Morocco on tour\n\n", _times("Then it met the Qatari minister.\n\nThen it met the Kenyan king.\n\n")
    ),
    "documents": _around("Morocco and Qatar met\n\n", _times("They signed a memorandum on cloud. ")),
    "margins": _around("Morocco and Qatar met\n\n", _times("on the margins of ")),
    "short paragraphs": _around("Morocco and Qatar met\n\n", _times("Minister Ali Hamad met it.\n\n")),
    "one sign of several words": _around("المغرب وقطر\n\n", _times("\ufdfa")),
    "words with apostrophes": _around("Morocco and Qatar met\n\n", _times("l'")),
    "events": _around("Morocco and Qatar met\n\n", _times("at the World ")),
    "invisible": _around("Morocco and Qatar met\n\n", _times("M\u200borocco m\u00adet Qa\u200ctar. ")),
    "invisible alone": _around("Morocco and Qatar met\n\n", _times("\u00ad \u200b")),
    "soft hyphens at line ends": _around("Morocco and Qatar met\n\n", _times("Qa\u00ad  \n  tar ")),
    "Arabic": _around("المغرب وقطر\n\n", _times("اجتمع وزير الخارجية المغربي، ناصر بوريطة، في الدوحة ")),
    "Arabic people": _around("المغرب وقطر\n\n", _times("أكد الوزير سالم الهلالي. ")),
    "an Arabic word": _around("المغرب وقطر\n\n", _times("وال")),
    "a long word": _times("a"),
    "a long name": _times("A"),
    "capitals": _times("A "),
    "points": _times(". "),
    "quotes": _times("“a” "),
    "commas": _times(", "),
    "spaces": _around("a", _times(" "), "b"),
    "empty lines": _around("a", _times("\n"), "b"),
    "blank lines": _around("a", _times("\n \t"), "b"),
    "combining marks": _around("a", _times("\u0301")),
    "headers": _times("date: a\n"),
    "links": _times("[a](b) "),
    "open links": _times("["),
    "ends of links": _times("]("),
    "links without an end": _around("[a](", _times("b")),
    "headings": _times("# a\n"),
    "open headings": _times("#"),
    "spaces before headings": _times("   \n"),
    "stars": _times("*"),
    "backticks": _times("`"),
    "publishers": _around("a\n\n", _times("[")),
    "spaces of publishers": _around("a\n\n(abc", _times(" ")),
    "addresses": _times("https://a "),
    "tags": _around("<p>", _times("<b>a</b>")),
    "paragraphs of HTML": _times(f"<p>{_PARAGRAPH}</p>"),
    "open tags": _around("<p>", _times("<p ")),
    "angles": _around("<p>", _times("<")),
    "closed angles": _around("<p>", _times(">")),
    "comments of HTML": _around("<p>", _times("<!--")),
    "scripts": _around("<p>", _times("<script>")),
    "ends of scripts": _around("<p>", _times("</script")),
    "open heads": _times("<head "),
    "metas": _around("<p>", _times("<meta ")),
    "metas with names": _around("<p>", _times('<meta name="a" ')),
    "metas with spaces": _around("<p><meta ", _times(" ")),
    "metas with properties": _around("<p>", _times('<meta property="a"')),
    "metas that are whole": _around("<p>", _times('<meta name="author" content="a">')),
    "metas without an end": _around("<p>", _times('<meta name="author" content="')),
    "canonical addresses": _around("<p>", _times('<link rel="canonical" ')),
    "links of HTML": _around("<p>", _times("<link ")),
    "entities": _around("<p>", _times("&amp;")),
    "open entities": _around("<p>", _times("&a")),
    "numbers of entities": _around("<p>", _times("&#1;")),
    "long entities": _around("<p>&", _times("a")),
    "deep blocks": _times("<div>"),
    "deep blocks with words": _times("<div>a b "),
    "ends of blocks": _around("<p>", _times("</div>")),
    "ends of other blocks": _around("<p>", _times("<div></p>")),
    "deep articles": _times("<article>a b "),
    "deep headers": _times("<header>a b "),
    "articles side by side": _around("<p>", _times("<article>a b</article>")),
    "headings of HTML": _around("<p>", _times("<h2>a b c</h2>")),
    "headings and titles": _around("<p>", _times('<meta property="og:title" content="a b"><h1>a b c</h1>')),
    "titles with sites": _around("<title>", _times("a - "), "</title><h1>a b</h1><h1>a c</h1>"),
    "open titles": _around("<p>", _times("<title>")),
    "a huge attribute": _around('<p class="', _times("menu "), '">a b</p>'),
    "many attributes": _around("<p ", _times("a=b "), ">a b</p>"),
    "attributes with spaces": _around("<p a", _times(" "), "=b>a b</p>"),
    "open quotes": _around("<p>", _times('<a "')),
    "crossed quotes": _around("<p>", _times("<a '\"'\"")),
    "quotes after tags": _around("<p>", lambda size: "<a " * (size // 6) + '"' * (size // 2)),
    "links in lists": _around("<p>", _times("<ul><li><a href=1>a</a><li><a href=2>b</a></ul>")),
    "open links of HTML": _around("<p>", _times("<a href=1>a ")),
    "open paragraphs of HTML": _times("<p>a b "),
    "open cells": _around("<table>", _times("<tr><td>a ")),
    "classes": _around("<p>", _times('<div class="cookie menu related">a</div>')),
    "JSON-LD": _around("<p>", _times('<script type="application/ld+json">{"@type": "Article", "url": "a"}</script>')),
    "JSON-LD without an end": _around("<p>", _times('<script type="application/ld+json">{"@type":')),
    "deep JSON-LD": _around('<p><script type="application/ld+json">', _times("["), "</script>"),
    "deep graphs": _around('<p><script type="application/ld+json">', _times('{"@graph":['), "</script>"),
    "strings of JSON-LD": _around('<p><script type="application/ld+json">[', _times('"\\u0061",'), '""]</script>'),
    "quotes of JSON-LD": _around('<p><script type="application/ld+json">', _times('"'), "</script>"),
    "authors of JSON-LD": _around(
        '<p><script type="application/ld+json">{"@type": "Article", "author": [', _times('"a", '), '"b"]}</script>'
    ),
    "days of publication": _around("<p>", _numbered('<meta name="date" content="@-01-01">')),
    "times": _around("<p>", _times('<time itemprop="datePublished" datetime="2026-01-01">')),
    "lines in two languages": _times(
        "the and of to with their have been on at that was from which this\n\nالذي التي من في على\n\n"
    ),
    "long lines": _around("a\n", _times(f"{_PARAGRAPH * 3}\n")),
    "short lines": _times("a\n"),
    "titles": _times("a b\n\n"),
    "words with capitals": _times("Aa "),
    "titles of people": _times("Mr. "),
    "conjunctions": _times("and "),
    "prepositions": _times("de "),
    "brackets": _times("(a) "),
    "cities and colons": _times("Rabat: "),
    "couples": _times("Morocco and Senegal, "),
    "full names": _times("Alioune Sall, Sofiene Hemissi, "),
    "Arabic offices": _times("وزير "),
    "Arabic lines": _times("وزير\n"),
    "Arabic offices and names": _times("وزير الخارجية المغربي ناصر بوريطة "),
}
TEXTS: dict[str, Shape] = {
    "a long word": _times("a"),
    "words": _times("maroc "),
    "hyphens": _times("ma-"),
    "bare hyphens": _times("-"),
    "spaces": _around("a", _times(" "), "b"),
    "brackets": _times("(ma)"),
    "commas": _times("ma, "),
    "combining marks": _around("a", _times("\u0301")),
    "articles": _times("ال"),
    "ligatures": _times("\ufdfa"),
    "controls": _times("\x1b"),
    "quotes": _times('"'),
    "quoted words": _times('"a" '),
}
SHEETS: dict[str, Shape] = {
    "rows": _times('<row><c t="inlineStr"><is><t>a</t></is></c></row>'),
    "cells": _around("<row>", _times("<c><v>1</v></c>"), "</row>"),
    "errors": _times('<row><c t="e"><f>A1</f><v>#REF!</v></c></row>'),
    "a long text": _around("<row><c><v>", _times("a &amp; b\n"), "</v></c></row>"),
    "parts of a text": _around("<row><c><is>", _times("<r><t>a</t></r>"), "</is></c></row>"),
    "repeated rows": _times('<table-row table:number-rows-repeated="9"><table-cell>a</table-cell></table-row>'),
    "repeated cells": _around(
        "<table-row>", _times('<table-cell table:formula="a" table:number-columns-repeated="9"/>'), "</table-row>"
    ),
    "elements within": _times("<a>"),
}
READERS: dict[str, tuple[Callable[[str], None], dict[str, Shape]]] = {
    "record": (_record, TOML),
    "coopdb.toml": (_config, {**TOML, **OWN}),
    "topics.toml": (_topics, {**TOML, **OWN}),
    "people.toml": (_people, {**TOML, **OWN}),
    "mapping": (_mapping, {**TOML, **OWN}),
    "CSV": (_csv, TABLES),
    "JSON Lines": (_jsonl, OBJECTS),
    "suggestion": (_suggestion, TABLES),
    "xlsx": (_sheet, SHEETS),
    "ods": (_ods, SHEETS),
    "article": (_draft, ARTICLES),
    "article without home": (
        _draft_without_home,
        {"meetings": _times("We met.\n\n"), "one paragraph": _times(_PARAGRAPH)},
    ),
    "name": (_names, TEXTS),
    "words": (_words, TEXTS),
}
# How many times as large a few begin: those that grow faster while small, up to the most that is looked for or shown,
# and one in which what would grow with the square is small beside the rest.
LARGER = {
    ("record", "one key again"): 2,
    ("article", "capitals"): 2,
    ("article", "days in one sentence"): 3,
    ("article", "journeys"): 2,
    ("article", "long lines"): 2,
    ("article", "Arabic people"): 8,
}
CASES = [(reader, shape) for reader, (_, shapes) in READERS.items() for shape in shapes]


def _steps(work: Callable[[str], None], text: str) -> int:
    """Count the calls that work on a text makes, without those of what notes which lines are run."""
    profile = Profile()
    profile.runcall(done, work, text)
    return sum(each.callcount for each in profile.getstats() if "slipcover" not in str(each.code))


def done(work: Callable[[str], None], text: str) -> None:
    """Do work; that it is refused with a clear error is as good."""
    with suppress(StopError):
        work(text)


def _grows(work: Callable[[str], None], shape: Shape, size: int) -> bool:
    """Tell work that grows faster than what is worked on."""
    few, many = (_steps(work, shape(each)) for each in (size, size * GROWTH))
    return many > STEPS * few + SLACK


@pytest.mark.parametrize(("reader", "shape"), CASES)
def test_four_times_as_much_takes_about_four_times_as_many_steps(reader: str, shape: str) -> None:
    work, shapes = READERS[reader]
    size = SIZE * LARGER.get((reader, shape), 1)
    done(work, shapes[shape](300))
    # Again and again: what notes which lines are run takes its notes away after a while, and is counted too.
    assert not all(_grows(work, shapes[shape], size) for _ in range(5))


def _lines(text: str) -> int:
    """Count the lines that are run to draft, each time that one is: what a loop passes over is no call."""
    count, traced = 0, sys.gettrace()

    def trace(_frame: object, event: str, _argument: object) -> Any:
        nonlocal count
        count += event == "line"
        return trace

    sys.settrace(trace)
    try:
        _draft(text)
    finally:
        sys.settrace(traced)
    return count


def test_four_times_as_many_titles_take_about_four_times_as_many_lines() -> None:
    _draft(ARTICLES["titles"](300))
    few, many = (_lines(ARTICLES["titles"](each)) for each in (1_000, 1_000 * GROWTH))
    assert many <= STEPS * few


def test_a_letter_with_many_marks_and_a_word_without_an_end_are_read_in_time() -> None:
    marks = "م" + "\u064e\u064f\u0650\u0651" * 100_000  # to order them took the square of their number
    started = process_time()
    assert fold(marks) == "م"
    assert len(draft("Morocco and Qatar met\n\n" + "l'" * 4_000, packaged_vocabularies())) == 1
    assert process_time() - started < 5  # it was some minutes


@pytest.mark.parametrize("more", [0, 1])
def test_of_a_text_forty_thousand_words_are_read_and_a_doubt_says_so(more: int) -> None:
    text = f"Morocco and Qatar met\n\n{'1 ' * (MOST_WORDS - 5 + more)}Doha"
    article, _ = beginning(read_article(text))
    assert MOST_WORDS - 300 * more <= len(article.words) <= MOST_WORDS
    assert article.plain.endswith("Doha") is (more == 0)
    said = "the text is longer than an article: its first 40,000 words were read"
    assert [each.message for each in draft(text, packaged_vocabularies())[0].unresolved].count(said) == more


@pytest.mark.parametrize(
    ("paragraphs", "read"),
    [
        (
            ["They spoke here. " * 7_000, "They met here. " * 9_000],
            21_000,
        ),  # a paragraph is read as a whole or not at all
        (["They spoke here. " * 6_000, "They met here. " * 9_000], 39_990),  # unless it is most of the text
        (["They spoke here. " * 15_000], 39_990),
        (["They spoke here. " * 5_000, *["They met here. " * 1_000] * 9], 39_000),
        (
            ["They spoke here. " * 5_000, "Read also", "They met here. " * 9_000],
            None,
        ),  # and what is below does not count
    ],
)
def test_a_long_text_ends_with_a_paragraph_or_a_sentence(paragraphs: list[str], read: int | None) -> None:
    text = "\n\n".join(["Morocco and Qatar met", *paragraphs])
    article, doubts = beginning(read_article(text))
    words = article.plain.removeprefix("Morocco and Qatar met").split()
    assert bool(doubts) is (read is not None)
    assert (read or len(words)) <= len(words) <= (read or len(words)) + 6
    assert words[-1] == "here."


@pytest.mark.parametrize("letters", [100, 101])
def test_a_word_has_at_most_a_hundred_characters(letters: int) -> None:
    words = read_article(f"Morocco met {'a' * letters} in Doha").words
    assert len(words) == (5 if letters == 100 else 4)


def test_marks_of_a_long_text_are_dropped_as_those_of_a_short_one() -> None:
    text = "é\u0301 ᾳ α\u0345 التَّحَوُّل İ가 "
    assert plain_letters(text * 50) == plain_letters(text) * 50
