"""`import --suggest`: the heads that people write in three languages, and the traps in them."""

# ruff: noqa: E501  # a table of heads is read by its rows
import csv
import io
import json
import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import Repo, Result
from hypothesis import given, settings
from hypothesis import strategies as st
from test_spreadsheets import book, ods

from coopdb.author.importing.csv import read_csv
from coopdb.author.importing.jsonl import read_jsonl
from coopdb.author.importing.rows import Day
from coopdb.author.importing.suggesting.dates import date_form, is_dated
from coopdb.author.importing.suggesting.mapping import suggest
from coopdb.errors import StopError
from coopdb.record.mapping import read_mapping
from coopdb.vocabulary.vocabularies import packaged_vocabularies

Run = Callable[..., Result]
URL = "https://example.org/a"


def suggested(text: str) -> tuple[str, dict[str, Any]]:
    """Suggest a mapping for CSV, which must be a sound one."""
    written = suggest(read_csv(text, "t.csv"), "t.csv", packaged_vocabularies())
    reading, mapping = read_mapping(written.encode(), packaged_vocabularies())
    assert mapping, (written, reading.faults)
    return written, tomllib.loads(written)


def columns(tree: Any, route: str = "") -> dict[str, str]:
    """Return the columns of a mapping by the key that they are for: `participants.0.country`."""
    if isinstance(tree, dict) and "column" in tree:
        return {route: tree["column"]}
    pairs = tree.items() if isinstance(tree, dict) else enumerate(tree) if isinstance(tree, list) else ()
    return {key: value for step, each in pairs for key, value in columns(each, f"{route}.{step}".strip(".")).items()}


P, Q = "participants.0.", "participants.1."
# Heads, one row of cells, and which column is which key.
TABLES: dict[str, tuple[str, str, dict[str, str]]] = {
    "plain": ("Title|Date|Country 1|Country 2|Topic|Link", f"Talks|2026-03-04|Morocco|Qatar|cloud|{URL}",
        {"title": "Title", "date": "Date", P + "country": "Country 1", Q + "country": "Country 2", "topics": "Topic", "sources.0.url": "Link"}),
    "French": ("Objet|Date de la réunion|Pays partenaire|Niveau|Ville|Source", f"Entretien|2026-03-04|Sénégal|Ministériel|Dakar|{URL}",
        {"title": "Objet", "date": "Date de la réunion", P + "country": "Pays partenaire", "level": "Niveau", "venue.city": "Ville", "sources.0.url": "Source"}),
    "Arabic": ("عنوان الاجتماع|التاريخ|الدولة|المدينة|الرابط", f"لقاء|2026-03-04|قطر|الدوحة|{URL}",
        {"title": "عنوان الاجتماع", "date": "التاريخ", P + "country": "الدولة", "venue.city": "المدينة", "sources.0.url": "الرابط"}),
    "the title of a person": ("Name|Title|Country|Date", "Amal Idrissi|Minister of Health|Morocco|2026-03-04",
        {P + "name": "Name", P + "role": "Title", P + "country": "Country", "date": "Date"}),
    "publication is not the meeting": ("Publication date|Date of meeting|Partner|Link", f"2026-03-09|2026-03-04|Chad|{URL}",
        {"date": "Date of meeting", "sources.0.published": "Publication date", P + "country": "Partner", "sources.0.url": "Link"}),
    "the day of an update": ("Last updated|When|Parties", "2026-09-09|2026-03-04|Mali; Niger",
        {"date": "When", P + "country": "Parties"}),
    "a next meeting": ("Date of next meeting|Start date|End date|Country", "2027-01-01|2026-03-04|2026-03-05|Peru",
        {"date": "Start date", "end_date": "End date", "next_meeting": "Date of next meeting", P + "country": "Country"}),
    "a dialogue and its sessions": ("Date|Country|Series|Session No|Agenda", f"2026-03-04|Peru|Digital dialogue|3|{URL}",
        {"date": "Date", P + "country": "Country", "series": "Series", "session": "Session No", "agenda_url": "Agenda"}),
    "an agenda in words, a session that is none": ("Date|Country|Session|Agenda", "2026-03-04|Peru|morning|Ports",
        {"date": "Date", P + "country": "Country"}),
    "the life of a document": ("Date|Country|Agreement|Type of agreement|Signed by|In force since|Expiry date|Terminated on|Renewal",
        "2026-03-04|Peru|On ports|Treaty|Ana Diaz; Issa Abdou|2026-04-01|2031-04-01|2030-01-01|tacit",
        {"date": "Date", P + "country": "Country", "documents.0.title": "Agreement", "documents.0.kind": "Type of agreement",
         "documents.0.signatories": "Signed by", "documents.0.in_force": "In force since", "documents.0.expires": "Expiry date",
         "documents.0.ended": "Terminated on", "documents.0.renewal": "Renewal"}),
    "the same in French": ("Date|Pays|Accord|Signataires|Entrée en vigueur|Date d'expiration|Renouvellement|Prochaine réunion|Pays de la source|Lien",
        f"2026-03-04|Maroc|Sur les ports|Ana Diaz|2026-04-01|2031-04-01|tacite reconduction|2027-01-01|Maroc|{URL}",
        {"date": "Date", P + "country": "Pays", "documents.0.title": "Accord", "documents.0.signatories": "Signataires",
         "documents.0.in_force": "Entrée en vigueur", "documents.0.expires": "Date d'expiration", "documents.0.renewal": "Renouvellement",
         "next_meeting": "Prochaine réunion", "sources.0.party": "Pays de la source", "sources.0.url": "Lien"}),
    "the same in Arabic": ("التاريخ|الدولة|الاتفاقية|الموقعون|تاريخ النفاذ|انتهاء الصلاحية|التجديد|الدورة|السلسلة|بلد المصدر|الرابط",
        f"2026-03-04|المغرب|حول الموانئ|علي|2026-04-01|2031-04-01|تلقائي|3|الحوار الرقمي|المغرب|{URL}",
        {"date": "التاريخ", P + "country": "الدولة", "documents.0.title": "الاتفاقية", "documents.0.signatories": "الموقعون",
         "documents.0.in_force": "تاريخ النفاذ", "documents.0.expires": "انتهاء الصلاحية", "documents.0.renewal": "التجديد",
         "session": "الدورة", "series": "السلسلة", "sources.0.party": "بلد المصدر", "sources.0.url": "الرابط"}),
    "a state that is a status": ("State|Date|Country", "Planned|2026-03-04|Peru",
        {"status": "State", "date": "Date", P + "country": "Country"}),
    "a state that is none": ("State|Date|Country", "Bavaria|2026-03-04|Peru", {"date": "Date", P + "country": "Country"}),
    "a source in words": ("Source|Date|Country", "Le Matin|2026-03-04|Peru",
        {"sources.0.title": "Source", "date": "Date", P + "country": "Country"}),
    "a host": ("Host country|Partner country|Date", "Norway|Peru|2026-03-04",
        {"venue.country": "Host country", P + "country": "Partner country", "date": "Date"}),
    "a date that is none": ("Date|Held on|Country", "spring|2026-03-04|Peru", {"date": "Held on", P + "country": "Country"}),
    "heads of no meaning": ("A1|B1|C1", f"2026-03-04|Peru; Chad|{URL}",
        {"date": "A1", P + "country": "B1", "sources.0.url": "C1"}),
    "underscores": ("meeting_date|partner_country|source_url", f"2026-03-04|Peru|{URL}",
        {"date": "meeting_date", P + "country": "partner_country", "sources.0.url": "source_url"}),
    "a comma in a name": ("Country|Date", '"Korea, South"|2026-03-04', {P + "country": "Country", "date": "Date"}),
    "organisations": ("Organisation|Country|Date", "European Union|Peru|2026-03-04",
        {P + "organization": "Organisation", Q + "country": "Country", "date": "Date"}),
    "people of two countries": ("Country A|Minister A|Country B|Minister B|Day", "Peru|Ana Diaz|Chad|Issa Abdou|2026-03-04",
        {P + "country": "Country A", P + "name": "Minister A", Q + "country": "Country B", Q + "name": "Minister B", "date": "Day"}),
    "participants that are people": ("Participants|Country|Date", "Amal Idrissi|Morocco|2026-03-04",
        {P + "name": "Participants", P + "country": "Country", "date": "Date"}),
    "documents and promises": ("Date|Country|Document signed|Type of document|Signed on|Next steps|Deadline",
        "2026-03-04|Peru|On ports|Memorandum of understanding|2026-03-05|Meet again|2026-09-01",
        {"date": "Date", P + "country": "Country", "documents.0.title": "Document signed", "documents.0.kind": "Type of document",
         "documents.0.signed": "Signed on", "commitments.0.text": "Next steps", "commitments.0.due": "Deadline"}),
    "French with accents left out": ("Date de debut|Date de fin|Pays|Statut|Type de reunion|Compte rendu",
        "2026-03-04|2026-03-05|Maroc|Reportée|Visite officielle|Rien",
        {"date": "Date de debut", "end_date": "Date de fin", P + "country": "Pays", "status": "Statut", "kind": "Type de reunion", "summary": "Compte rendu"}),
    "Arabic with people": ("تاريخ الاجتماع|الدولة|الوزير|المستوى|الحالة|مجال التعاون", "2026-03-04|المغرب|أمل الإدريسي|وزاري|مؤجل|الذكاء الاصطناعي",
        {"date": "تاريخ الاجتماع", P + "country": "الدولة", P + "name": "الوزير", "level": "المستوى", "status": "الحالة", "topics": "مجال التعاون"}),
    "heads with more words": ("Date of the bilateral meeting|Visited country (host)|Web page of the ministry", f"2026-03-04|Peru|{URL}",
        {"date": "Date of the bilateral meeting", P + "country": "Visited country (host)", "sources.0.url": "Web page of the ministry"}),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_heads_are_known_in_three_languages_and_traps_are_seen(name: str) -> None:
    head, row, expected = TABLES[name]
    _, mapping = suggested(f"{head}\n{row}\n")
    assert columns(mapping) == expected


def dated(*texts: str) -> str:
    return suggested("Date;Country\n" + "".join(f'"{text}";Peru\n' for text in texts))[0]


def test_an_order_that_is_open_is_asked_for_and_never_guessed() -> None:
    written = dated("03/04/2026", "05/06/2026")
    assert "is `03/04/2026` 3 April 2026 or 4 March 2026?" in written
    assert (
        '# date = { column = "Date", format = "%d/%m/%Y" }\n# date = { column = "Date", format = "%m/%d/%Y" }'
        in written
    )
    assert "date" not in tomllib.loads(written)
    for line, day in (("%d", "%d/%m/%Y"), ("%m", "%m/%d/%Y")):
        chosen = written.replace(
            f'# date = {{ column = "Date", format = "{line}', f'date = {{ column = "Date", format = "{line}'
        )
        assert tomllib.loads(chosen)["date"]["format"] == day


@pytest.mark.parametrize(
    ("texts", "formats"),
    [
        (("03/04/2026", "25/04/2026"), "%d/%m/%Y"),
        (("03/04/2026", "04/25/2026"), "%m/%d/%Y"),
        (("13.04.26",), "%d.%m.%y"),
        (("4 March 2026",), "%d %B %Y"),
        (("25/04/2026", "03/2026", "2025"), ["%d/%m/%Y", "%m/%Y", "%Y"]),
        (("2026/03/04",), "%Y/%m/%d"),
        (("2026-03-04 14:30:00",), "%Y-%m-%d %H:%M:%S"),
        (("2026-03-04", "2026-03", "2026"), None),
    ],
)
def test_formats_of_dates_are_found(texts: tuple[str, ...], formats: object) -> None:
    assert tomllib.loads(dated(*texts))["date"].get("format") == formats


@pytest.mark.parametrize("texts", [("25/04/2026", "04/25/2026"), ("03/03/2026",)])
def test_orders_that_both_occur_or_are_not_seen_are_asked_for(texts: tuple[str, ...]) -> None:
    written = dated(*texts)
    assert "are the dates 3 April 2026 or 4 March 2026?" in written
    assert "date" not in tomllib.loads(written)


def test_what_is_not_a_date_is_named() -> None:
    assert "not understood as dates: `12 mars 2026`" in dated("25/04/2026", "26/04/2026", "12 mars 2026")


@given(st.lists(st.dates(date(1990, 1, 1), date(2060, 1, 1)), min_size=1), st.sampled_from("/.-"), st.booleans())
@settings(max_examples=50)
def test_a_guess_reads_every_day_as_it_was_meant_or_asks(days: list[date], mark: str, is_day_first: bool) -> None:
    right, wrong = (f"%d{mark}%m{mark}%Y", f"%m{mark}%d{mark}%Y")[:: 1 if is_day_first else -1]
    form = date_form([day.strftime(right) for day in days])
    if form.orders:
        assert {each for each, _ in form.orders} == {right, wrong}
        assert all(day.day <= 12 for day in days)
    else:
        assert form.formats == (right,)
    assert not form.others


def test_days_of_a_spreadsheet_need_no_format() -> None:
    assert is_dated([Day("2026-03-04")])
    assert date_form([Day("2026-03-04")]).formats == ()


@pytest.mark.parametrize(
    ("cells", "separator"),
    [("Peru; Chad", ";"), ("Peru/Chad", "/"), ("Peru and Chad", " and "), ("Pérou et Tchad", " et "), ("المغرب وقطر", " و"), ("Korea, South", None)],
)  # fmt: skip
def test_several_parties_in_a_cell_are_taken_apart(cells: str, separator: str | None) -> None:
    written, mapping = suggested(f'Date|Countries|Minister\n2026-03-04|"{cells}"|Ana Diaz\n')
    assert mapping["participants"][0]["country"].get("separator") == separator
    assert ("name" in mapping["participants"][0]) == (separator is None)  # one person is not of several countries
    assert ("name the other" in written) == (separator is None)


def test_values_are_translated_and_those_not_known_are_named() -> None:
    written, mapping = suggested(
        "Date|Country|Statut|Topic\n2026-03-04|Peru|Tenue|cloud\n2026-03-05|Peru|held|zz\n2026-03-06|Peru|peut-être|cloud\n"
    )
    assert mapping["status"]["values"] == {"Tenue": "held"}
    assert "say what these mean: `peut-être`; one of planned, held" in written
    assert "not topics that coopdb knows: `zz`" in written


def test_what_is_missing_and_not_used_is_said() -> None:
    written, mapping = suggested("Published|Day|Who {x}|Remarks\n2026-03-05|2026-03-04|Peru|" + "x" * 50 + "\n")
    assert mapping["title"] == "Meeting"
    assert "# every record has a topic" in written
    assert mapping["sources"] == [{"published": {"column": "Published"}, "title": "t.csv"}]
    assert "# not used: `Remarks`" in written
    assert suggested("Country|Day\nPeru|2026-03-04\n")[1]["title"] == {"template": "Meeting of {Country}"}


def test_long_lists_of_what_is_not_known_are_cut() -> None:
    rows = "".join(f"2026-03-04|Peru|{chr(97 + n) * 60}\n" for n in range(7))
    assert "…`, `eeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeeee…` and 2 more;" in suggested("Date|Country|Topic\n" + rows)[0]


@pytest.mark.parametrize("name", ["t.csv", "t.jsonl", "t.xlsx", "t.ods"])
def test_a_suggestion_is_ready_for_map_whatever_the_file_is(repo: Repo, coopdb: Run, name: str) -> None:
    head = ["Subject", "Held on", "Country 1", "Country 2", "Topic", "Link"]
    row = ["Talks", "2026-03-04", "Morocco", "Qatar", "cloud", URL]
    text = io.StringIO()
    csv.writer(text).writerows([head, row])
    content = {
        "t.csv": text.getvalue().encode(),
        "t.jsonl": json.dumps(dict(zip(head, row, strict=True))).encode(),
        "t.xlsx": book(("A", [head, [row[0], date(2026, 3, 4), *row[2:]]])),
        "t.ods": ods(head, [row[0], date(2026, 3, 4), *row[2:]]),
    }[name]
    (repo.root / name).write_bytes(content)
    result = coopdb("import", name, "--suggest")
    assert result.code == 0
    (repo.root / "map.toml").write_text(result.out, encoding="utf-8")
    assert coopdb("import", name, "--map", "map.toml").err == "1 record written\n"
    assert (repo.root / "records/2026/2026-03-04-ma-qa.toml").exists()


def test_what_has_no_columns_has_no_suggestion(repo: Repo, coopdb: Run) -> None:
    with pytest.raises(StopError, match="no row can be read"):
        suggest(read_jsonl("1\n"), "t", packaged_vocabularies())
    assert suggested(",".join(f"c{n}" for n in range(500)) + "\n" + "x," * 499 + "x\n")
    with pytest.raises(StopError, match="500 columns at most, and here are 501"):
        suggested(",".join(f"c{n}" for n in range(501)) + "\n")
    Path("folder").mkdir()
    assert "is a folder" in coopdb("import", "folder", "--suggest").err


def test_hostile_heads_do_nothing_at_a_terminal_or_in_the_mapping(repo: Repo, coopdb: Run) -> None:
    heads = ["Date\x1b[31m", 'Country"]\n[x', "\u202eRemarks", "Topic\x7f", ""]
    text = io.StringIO()
    csv.writer(text).writerows([heads, ["2026-03-04", "Peru", "\x1b[2J", "cloud", "x"]])
    Path("t.csv").write_text(text.getvalue(), encoding="utf-8", newline="")
    result = coopdb("import", "t.csv", "--suggest")
    assert not set("\x1b\u202e\x7f") & set(result.out)
    assert tomllib.loads(result.out)["date"]["column"] == heads[0]


def test_a_second_column_of_one_key_is_left_out_and_what_a_document_is_is_asked() -> None:
    written, mapping = suggested("Date|Day|Country|Document\n2026-03-04|2026-03-05|Peru|On ports\n")
    assert mapping["date"] == {"column": "Date"}
    assert "# not used: `Day`" in written
    assert mapping["documents"] == [{"title": {"column": "Document"}}]
    assert '# kind = "agreement"' in written


def test_a_year_of_before_1000_is_not_a_date() -> None:
    assert not is_dated(["01.02.0999"])
    assert is_dated(["01.02.1000"])


def test_a_table_of_treaties_is_suggested_and_imported(repo: Repo, coopdb: Run) -> None:
    head = "Title|Date|Country|Partner|Topic|Agreement|Type of agreement|Signed by|In force|Valid until|Renewal|Session|Link|Source country"
    row = f"Talks|2026-03-04|Morocco|Qatar|cloud|On ports|Treaty|Ana Diaz; Issa Abdou|2026-04-01|2031|tacit|3|{URL}|Morocco"
    (repo.root / "t.csv").write_text(f"{head}\n{row}\n".replace("|", ","), encoding="utf-8")
    (repo.root / "m.toml").write_text(coopdb("import", "t.csv", "--suggest").out, encoding="utf-8")
    result = coopdb("import", "t.csv", "--map", "m.toml")
    assert result.code == 0, result.err
    (path,) = (repo.root / "records").rglob("*.toml")
    record = tomllib.loads(path.read_text(encoding="utf-8"))
    assert record["session"] == 3
    assert record["sources"][0]["party"] == "MA"
    assert record["documents"] == [
        {
            "kind": "treaty", "title": "On ports", "in_force": date(2026, 4, 1), "expires": "2031", "renewal": "automatic",
            "signatories": ["Ana Diaz", "Issa Abdou"],
        }
    ]  # fmt: skip
