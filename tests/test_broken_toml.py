"""Every kind of broken TOML that people make is named in the words of the record, with its place and its cure.

The table `KINDS` holds for each: the lines as they are broken, the message, its place, the lines as they are meant, and
whether `validate --fix` makes these of those. A person who reads only the message can do it by hand.
"""

# ruff: noqa: E501  # a row a kind
import tomllib
from collections.abc import Callable
from time import process_time
from typing import NamedTuple

import pytest
from conftest import Repo, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from coopdb.record.edits import edit
from coopdb.record.syntax.days import written_day
from coopdb.record.syntax.diagnosis import diagnose
from coopdb.record.syntax.items import Items
from coopdb.record.syntax.texts import conflicts
from coopdb.record.syntax.wording import KINDS as WORDS

Run = Callable[..., Result]
TOP = 'title = "Morocco and Qatar talk about AI"\ndate = 2026-02-01\ntopics = ["artificial-intelligence"]\n'
END = """
[[participants]]
country = "MA"

[[participants]]
country = "QA"

[[sources]]
url = "https://example.org/1"
"""


class Kind(NamedTuple):
    """Broken lines below the first three, the beginning of the message, its line and column, the lines meant."""

    broken: str
    message: str
    line: int
    column: int
    meant: str
    is_fixed: bool = True


KINDS = (
    Kind("level = “ministerial”", "typographic quotes", 4, 9, 'level = "ministerial"'),
    Kind("level = «\u00a0ministerial\u00a0»", "typographic quotes", 4, 9, 'level = "ministerial"'),
    Kind("level = „ministerial“ # sûr", "typographic quotes", 4, 9, 'level = "ministerial" # sûr'),
    Kind("host_event = ‘L’IA en Afrique’", "typographic quotes", 4, 14, 'host_event = "L’IA en Afrique"'),
    Kind('host_event = "Forum”', "typographic quotes", 4, 20, 'host_event = "Forum"'),
    Kind('host_event = “Forum "bis"”', "typographic quotes", 4, 14, r'host_event = "Forum \"bis\""'),
    Kind("related = [“a”، “b”]", "typographic quotes", 4, 12, 'related = ["a", "b"]'),
    Kind("related = [“a, “b”]", "typographic quotes", 4, 12, 'related = ["a", "b"]', is_fixed=False),
    Kind("host_event = “Forum", "the quotation mark that closes", 4, 14, 'host_event = "Forum"'),
    Kind("host_event = ''Forum''", "two single marks", 4, 14, 'host_event = "Forum"'),
    Kind('host_event = "Forum', "the quotation mark that closes", 4, 19, 'host_event = "Forum"'),
    Kind('host_event = "Forum # sûr', "the quotation mark that closes", 4, 25, 'host_event = "Forum" # sûr', is_fixed=False),
    Kind('related = ["a", "b]', "the quotation mark that closes", 4, 17, 'related = ["a", "b"]'),
    Kind('host_event = Forum"', "the quotation mark that opens", 4, 14, 'host_event = "Forum"'),
    Kind("host_event = Forum de Doha", "a text needs quotation marks", 4, 14, 'host_event = "Forum de Doha"'),
    Kind("related = [a, b]", "a text needs quotation marks", 4, 12, 'related = ["a", "b"]'),
    Kind('host_event = "The "AI" forum"', "the quotation marks within", 4, 19, r'host_event = "The \"AI\" forum"'),
    Kind("host_event = 'L'IA en Afrique'", "the apostrophe ends", 4, 16, 'host_event = "L\'IA en Afrique"'),
    Kind(r'host_event = "C:\Users\moi"', "a backslash", 4, 17, r'host_event = "C:\\Users\\moi"'),
    Kind(r'host_event = "C:\new\Users"', "a backslash", 4, 17, r'host_event = "C:\\new\\Users"', is_fixed=False),
    Kind('host_event = "Forum de\nDoha" # sûr', "the text goes on", 4, 14, 'host_event = "Forum de Doha" # sûr'),
    Kind('host_event = "Coopé-\nration"', "the text goes on", 4, 14, 'host_event = "Coopération"', is_fixed=False),
    Kind('summary = "One.\nTwo.\nThree."', "the text goes on", 4, 11, 'summary = """One.\nTwo.\nThree."""'),
    Kind('summary = """\nOne.\nTwo.', "the text that begins with three", 6, 5, 'summary = """\nOne.\nTwo."""'),
    Kind("end_date = 13.03.2026", "`13.03.2026` is not written as a date", 4, 12, "end_date = 2026-03-13"),
    Kind("end_date = 3/3/2026", "`3/3/2026` is not written as a date", 4, 12, "end_date = 2026-03-03"),
    Kind("end_date = 2026–3–12", "`2026–3–12` is not written as a date", 4, 12, "end_date = 2026-03-12"),
    Kind("end_date = jeudi 12 mars 2026", "`jeudi 12 mars 2026` is not a date", 4, 12, "end_date = 2026-03-12", is_fixed=False),
    Kind("end_date = 12 mars 2026", "`12 mars 2026` is not written as a date", 4, 12, "end_date = 2026-03-12"),
    Kind("end_date = March 12th, 2026", "`March 12th, 2026` is not", 4, 12, "end_date = 2026-03-12"),
    Kind("end_date = 1er mars 2026", "`1er mars 2026` is not", 4, 12, "end_date = 2026-03-01"),
    Kind("end_date = 2026-03~", "`2026-03~` is not written as a date", 4, 12, 'end_date = "2026-03~"'),
    Kind("end_date = 03/2026", "`03/2026` is not written as a date", 4, 12, 'end_date = "2026-03"'),
    Kind("end_date = mars 2026", "`mars 2026` is not written as a date", 4, 12, 'end_date = "2026-03"'),
    Kind("end_date = 12.03.2026", "`12.03.2026` may be two days", 4, 12, "end_date = 2026-03-12", is_fixed=False),
    Kind("end_date = 12/03/2026", "`12/03/2026` may be two days", 4, 12, "end_date = 2026-12-03", is_fixed=False),
    Kind("end_date = 12.03.26", "there is no such day", 4, 12, "end_date = 2026-03-12", is_fixed=False),
    Kind("end_date = 2026-02-30", "there is no such day", 4, 12, "end_date = 2026-02-28", is_fixed=False),
    Kind("end_date = 13/2026", "there is no such day", 4, 12, 'end_date = "2026-03"', is_fixed=False),
    Kind("end_date = 2026-03-12 10:00", "a date has no time", 4, 12, "end_date = 2026-03-12", is_fixed=False),
    Kind("end_date = 2026-02-03 to 2026-02-05", "`2026-02-03 to", 4, 12, "end_date = 2026-02-05", is_fixed=False),
    Kind("end_date = soon", "`soon` is not a date", 4, 12, "end_date = 2026-02-05", is_fixed=False),
    Kind("end_date = 2026-02-03 (Tue)", "`(Tue)` stands behind", 4, 23, "end_date = 2026-02-03 # (Tue)", is_fixed=False),
    Kind("draft = oui", "`oui` is not a value", 4, 9, "draft = true"),
    Kind("draft = False", "`False` is not a value", 4, 9, "draft = false"),
    Kind("draft = maybe", "`maybe` is not a value", 4, 9, "draft = false", is_fixed=False),
    Kind("level = null", "`null` is not a value", 4, 9, "", is_fixed=False),
    Kind("level =", "`level` has no value", 4, 1, "", is_fixed=False),
    Kind("level = # which?", "`level` has no value", 4, 1, "# which?", is_fixed=False),
    Kind("level", "`level` has no value", 4, 1, "", is_fixed=False),
    Kind('level : "ministerial"', "`=` stands between", 4, 6, 'level = "ministerial"'),
    Kind('level == "ministerial"', "`=` stands between", 4, 6, 'level = "ministerial"'),
    Kind('level "ministerial"', "`=` stands between", 4, 6, 'level = "ministerial"'),
    Kind("level\tministerial", "`=` stands between", 4, 6, 'level = "ministerial"'),
    Kind("level\tministerial\tDoha", "a row of a table", 4, 1, 'level = "ministerial"', is_fixed=False),
    Kind("Pays\tNom\tRôle", "a row of a table", 4, 1, "", is_fixed=False),
    Kind("level\u00a0= \u202f'technical'", "a space that only looks like one", 4, 6, "level =  'technical'"),
    Kind('venue,city = "Doha"', "a full stop, not a comma", 4, 1, 'venue.city = "Doha"'),
    Kind('a,b = "Doha"', "a full stop, not a comma", 4, 1, "", is_fixed=False),
    Kind('Host Event = "Forum"', "`Host Event` is not written as a key", 4, 1, 'host_event = "Forum"'),
    Kind('“level” = "technical"', "`“level”` is not written as a key", 4, 1, 'level = "technical"'),
    Kind('one two = "Forum"', "`one two` is not written as a key", 4, 1, 'host_event = "Forum"', is_fixed=False),
    Kind('level = "technical";', "`;` stands behind", 4, 20, 'level = "technical"'),
    Kind("draft = false,", "`,` stands behind", 4, 14, "draft = false"),
    Kind("host_event = Forum;", "a text needs quotation marks", 4, 14, 'host_event = "Forum"'),
    Kind('level = "technical" // sûr', "a note begins with `#`", 4, 21, 'level = "technical" # sûr'),
    Kind("// sûr", "a note begins with `#`", 4, 1, "# sûr"),
    Kind('level = "technical" in Doha', "`in Doha` stands behind", 4, 21, 'level = "technical" # in Doha', is_fixed=False),
    Kind('host_event = "A", "B"', '`, "B"` stands behind', 4, 17, 'host_event = "A, B"', is_fixed=False),
    Kind('level = "technical" mode = "online"', "a second key", 4, 21, 'level = "technical"\nmode = "online"'),
    Kind('draft = false mode = "online"', "a second key", 4, 15, 'draft = false\nmode = "online"'),
    Kind('host_event = Forum mode = "online"', "a second key", 4, 20, 'host_event = "Forum"\nmode = "online"', is_fixed=False),
    Kind('related = "a", "b"', "a list stands in square brackets", 4, 11, 'related = ["a", "b"]'),
    Kind("related = a; b", "a list stands in square brackets", 4, 11, 'related = ["a", "b"]'),
    Kind('related = "a", "b"]', "a bracket is missing", 4, 11, 'related = ["a", "b"]'),
    Kind('related = ["a", "b"', "a bracket is missing", 4, 20, 'related = ["a", "b"]'),
    Kind('related = ("a", "b")', "a bracket is missing", 4, 11, 'related = ["a", "b"]'),
    Kind('related = {"a", "b"}', "a bracket is missing", 4, 11, 'related = ["a", "b"]'),
    Kind('related = ["a", "b"]]', "a bracket is missing", 4, 21, 'related = ["a", "b"]'),
    Kind('related = ["a" "b"]', "a comma is missing", 4, 15, 'related = ["a", "b"]'),
    Kind('related = [\n  "a"\n  "b"\n]', "a comma is missing", 5, 6, 'related = [\n  "a",\n  "b"\n]'),
    Kind('related = ["a"; "b"]', "values are separated by one comma", 4, 15, 'related = ["a", "b"]'),
    Kind('related = ["a". "b"]', "values are separated by one comma", 4, 15, 'related = ["a", "b"]'),
    Kind('related = ["a",, "b"]', "values are separated by one comma", 4, 16, 'related = ["a", "b"]'),
    Kind('related = ["a" x, "b"]', "`x` stands behind", 4, 16, 'related = ["a x", "b"]', is_fixed=False),
    Kind('related = [a = "b"]', "`=` stands between", 4, 14, 'related = ["a", "b"]', is_fixed=False),
    Kind('venue = { city: "Doha" country = "QA", }', "`=` stands between", 4, 15, 'venue = { city = "Doha", country = "QA" }'),
    Kind('venue = {\n  city = "Doha",\n  country = "QA"\n}', "a table in braces", 4, 10, 'venue = { city = "Doha", country = "QA" }'),
    Kind('venue = {\n  city = "Doha" # c\n}', "a table in braces", 4, 10, 'venue = { city = "Doha" } # c', is_fixed=False),
    Kind('title = "Morocco and Qatar talk about AI"', "`title` is given twice: the first is on line 1", 4, 1, ""),
    Kind('title = "AI"', "`title` is given twice: the first is on line 1", 4, 1, "", is_fixed=False),
    Kind("title = 'AI'\ndate = 2026-02-02", "a second record begins here", 4, 1, "", is_fixed=False),
    Kind('[venue]\ncity = "Doha"\n[venue]\ncountry = "QA"', "table `venue` is given twice", 6, 1, '[venue]\ncity = "Doha"\ncountry = "QA"', is_fixed=False),
    Kind('[[topics]]\ntopic = "cloud"', "`topics` is given in two ways", 4, 1, "", is_fixed=False),
    Kind('[participants]\ncountry = "FR"', "`participants` is a list", 4, 1, '[[participants]]\ncountry = "FR"'),
    Kind('[participant]\ncountry = "FR"\n[participant]\ncountry = "BE"', "`participant` is a list", 4, 1, '[[participants]]\ncountry = "FR"\n[[participants]]\ncountry = "BE"'),
    Kind('[[participants]\ncountry = "FR"', "the brackets of the header", 4, 1, '[[participants]]\ncountry = "FR"'),
    Kind('[ [participants] ]\ncountry = "FR"', "the brackets of the header", 4, 1, '[[participants]]\ncountry = "FR"'),
    Kind('[venue\ncity = "Doha"', "the brackets of the header", 4, 1, '[venue]\ncity = "Doha"'),
    Kind('participants:\ncountry = "FR"', "the brackets of the header", 4, 1, '[[participants]]\ncountry = "FR"'),
    Kind('[[participants]] country: "FR"', "a second key", 4, 18, '[[participants]]\ncountry = "FR"'),
    Kind('[[participants]] country = "FR"', "a second key", 4, 18, '[[participants]]\ncountry = "FR"'),
    Kind('[[participants]]:\ncountry = "FR"', "`:` stands behind", 4, 17, '[[participants]]\ncountry = "FR"'),
    Kind('[[participants]] // a\ncountry = "FR"', "a note begins with `#`", 4, 18, '[[participants]]  # a\ncountry = "FR"'),
    Kind('[[participants]] host\ncountry = "FR"', "`host` stands behind", 4, 18, '[[participants]] # host\ncountry = "FR"', is_fixed=False),
    Kind('["a", "b"]', '`["a", "b"]` is neither', 4, 1, "", is_fixed=False),
    Kind("They spoke of AI.", "`They spoke of AI.` is neither", 4, 1, "# They spoke of AI.", is_fixed=False),
    Kind("- country: MA", "this is a list as in YAML", 4, 1, "", is_fixed=False),
    Kind("```toml", "````toml` does not belong", 4, 1, ""),
    Kind("---", "`---` does not belong", 4, 1, ""),
    Kind('<<<<<<< HEAD\nlevel = "technical"\n=======\nlevel = "ministerial"\n>>>>>>> main', "unresolved conflict, lines 4 to 8", 4, 1, 'level = "technical"', is_fixed=False),
    Kind('level = "tech\0nical"', "there are null characters", 4, 14, 'level = "technical"'),
    Kind('host_event = "Fo\x0brum"', "the character U+000B", 4, 17, 'host_event = "Forum"', is_fixed=False),
    Kind('pays = "MA"\nlevel = “technical”', "typographic quotes", 5, 9, 'level = "technical"', is_fixed=False),
)  # fmt: skip


def record(lines: str) -> str:
    return f"{TOP}{lines}\n{END}"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.broken[:40])
def test_a_kind_has_its_message_place_and_cure(kind: Kind, repo: Repo, coopdb: Run) -> None:
    path = repo.add(content=record(kind.broken).encode())
    lines = coopdb("validate", "--format", "concise").out.splitlines()
    found = [each for each in lines if f": F004 {kind.message}" in each]
    assert found, lines
    assert found[0].split(" ", 1)[0] == f"records/2026/2026-02-01-ma-qa.toml:{kind.line}:{kind.column}:"
    assert "see `coopdb explain F004`)" in found[0]
    coopdb("validate", "--fix")
    fixed = path.read_bytes().decode()
    if kind.is_fixed:
        assert fixed == record(kind.meant)
    else:
        assert kind.broken in fixed or "pays" in kind.broken
    assert "nothing to change" in coopdb("validate", "--diff").err
    path.write_text(record(kind.meant), encoding="utf-8")
    after = coopdb("validate", "--format", "concise").out
    assert "F004" not in after


def test_every_kind_of_slip_has_a_row_or_a_file() -> None:
    found = {each.kind for kind in KINDS for each in diagnose(record(kind.broken))}
    found |= {each.kind for text, _ in FILES for each in diagnose(text)}
    found |= {"other"}  # what no row can have: a slip of a kind that is not known
    assert found == set(WORDS)
    assert len(KINDS) > 100


FILES = (
    ("{\\rtf1\\ansi title}", "this is a word processor's file (RTF)"),
    ("PK\x03\x04word/document.xml", "this is the file of a word processor or a spreadsheet"),
    ("%PDF-1.7\n", "this is a PDF"),
    ("<!DOCTYPE html>\n<p>", "this is a web page"),
    ("t\0i\0t\0l\0e\0", "this is text in another encoding (UTF-16)"),
    ('{\n  "title": "Talks"\n}', "this is JSON, not TOML"),
    (record("").replace("\n", "\r"), "the lines end as on an old Macintosh"),
    ("pays douze", "`pays douze` is neither"),
    ("x = 012", "`012` is not a number"),
    ("x = 1,5", "`1,5` is not a number"),
)


@pytest.mark.parametrize(("text", "message"), FILES)
def test_a_file_of_another_kind_is_named(text: str, message: str, repo: Repo, coopdb: Run) -> None:
    repo.add(content=text.encode())
    out = coopdb("validate", "--format", "concise").out
    assert f"F004 {message}" in out
    assert "`coopdb explain F004`" in out


def test_old_line_ends_are_fixed(repo: Repo, coopdb: Run) -> None:
    path = repo.add(content=record("").replace("\n", "\r").encode())
    coopdb("validate", "--fix")
    assert path.read_bytes() == record("").encode()


def test_a_binary_file_is_named_by_its_kind_not_by_a_byte(repo: Repo, coopdb: Run) -> None:
    repo.add(content=b"PK\x03\x04\xff\xff")
    out = coopdb("validate", "--format", "concise").out
    assert "F002 this is the file of a word processor or a spreadsheet" in out
    assert "see `coopdb explain F002`" in out


@pytest.mark.parametrize(
    ("broken", "meant"),
    [
        ('niveau = "ministériel"', 'level = "ministerial"'),
        ('statut = "tenue"', 'status = "held"'),
        ("المستوى = “وزاري”", 'level = "ministerial"'),
        ('date de fin = "2 février 2026"', "end_date = 2026-02-02"),
        ('lieu = { ville = "Doha", pays = "Qatar" }', 'venue = { city = "Doha", country = "QA" }'),
        ('[lieu]\nville = "Doha"\npays = "Qatar"', '[venue]\ncity = "Doha"\ncountry = "QA"'),
        ('[[engagements]]\ntexte = "t"\néchéance = 13/03/2027', '[[commitments]]\ntext = "t"\ndue = 2027-03-13'),
        ('level = "Ministre"', 'level = "ministerial"'),
        ('draft = "oui"', "draft = true"),
        ('[[venue]]\ncity = "Doha"', '[venue]\ncity = "Doha"'),
        ('[documents]\nkind = "accord"', '[[documents]]\nkind = "agreement"'),
    ],
)
def test_words_of_other_languages_are_understood(broken: str, meant: str, repo: Repo, coopdb: Run) -> None:
    path = repo.add(content=record(broken).encode())
    coopdb("validate", "--fix")
    assert path.read_text(encoding="utf-8") == record(meant)
    assert "nothing to change" in coopdb("validate", "--diff").err


def test_a_country_of_a_participant_is_written_in_arabic(repo: Repo, coopdb: Run) -> None:
    path = repo.add(content=record("").replace('country = "MA"', 'الدولة = "المغرب"').encode())
    coopdb("validate", "--fix")
    assert path.read_text(encoding="utf-8") == record("")


def test_a_key_below_a_table_is_to_be_moved_up(repo: Repo, coopdb: Run) -> None:
    repo.add(content=f'{record("")}summary = "s"\ntitle = "A"\ndate = 2026-03-01\n')
    out = coopdb("validate", "--format", "concise").out
    assert "unknown key `summary` (move it above the first `[`: here it belongs to `sources`)" in out
    assert "unknown key `date` (`date` stands at the top too: does a second record begin here?" in out


def test_a_day_in_quotes_that_may_be_two_is_asked(repo: Repo, coopdb: Run) -> None:
    path = repo.add(content=record('end_date = "12/03/2026"').encode())
    assert "(write `2026-03-12` or `2026-12-03`)" in coopdb("validate", "--format", "concise").out
    coopdb("validate", "--fix")
    assert "12/03/2026" in path.read_text(encoding="utf-8")


def test_own_files_are_fixed_too(repo: Repo, coopdb: Run) -> None:
    repo.add()
    path = repo.root / "coopdb.toml"
    path.write_text("ignore = [“R001”]\n", encoding="utf-8")
    coopdb("validate", "--fix")
    assert path.read_text(encoding="utf-8") == 'ignore = ["R001"]\n'


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("12/12/2026", ("2026-12-12",)),
        ("12/13/2026", ("2026-12-13",)),
        ("13/12/2026", ("2026-12-13",)),
        ("13/13/2026", ()),
        ("11/12/2026", ("2026-11-12", "2026-12-11")),
        ("١٢ مارس ٢٠٢٦", ("2026-03-12",)),
        ("12/2026", ('"2026-12"',)),
        ("2026/13", ()),
        ("12 march", ()),
        ("12 13 march 2026", ()),
        ("1st of may 2026", ("2026-05-01",)),
        ("31 april 2026", ()),
        ("2026-03-12 à 10h", ("2026-03-12",)),
    ],
)
def test_days_are_read_as_people_write_them(text: str, days: tuple[str, ...]) -> None:
    assert written_day(text).days == days


OPERATORS = (
    lambda line: line.replace('"', "“", 1)[::-1].replace('"', "”", 1)[::-1],
    lambda line: line.replace(" = ", ": ", 1),
    lambda line: line.replace(" = ", "\u00a0= ", 1),
    lambda line: f"{line};",
    lambda line: line.rstrip('"'),
    lambda line: line.replace('= "', "= ", 1),
)
VALUES = st.text(st.sampled_from("ab éx-1ي"), min_size=2, max_size=20).filter(lambda text: text.strip() == text)


@settings(max_examples=60)
@given(st.lists(st.tuples(VALUES, st.sampled_from(OPERATORS)), min_size=1, max_size=5))
def test_what_is_broken_in_one_way_a_line_means_the_same_when_fixed(
    lines: list[tuple[str, Callable[[str], str]]],
) -> None:
    names = ("name", "role", "institution", "title", "text")
    whole = [f'{name} = "z{value}z"' for name, (value, _) in zip(names, lines, strict=False)]
    broken = "\n".join(operator(line) for line, (_, operator) in zip(whole, lines, strict=True))
    fixed = broken
    while found := [each for slip in diagnose(fixed) for each in slip.cure]:
        fixed = edit(fixed, found)
    assert tomllib.loads(fixed) == tomllib.loads("\n".join(whole)), broken


@settings(max_examples=300)
@given(st.text(st.sampled_from("\"'“”«»[]{}()=:#,;.\\\n\t\r ab1é\u00a0-<>`"), max_size=60))
def test_no_text_stops_the_diagnosis_and_every_cure_makes_it_toml_or_leaves_the_rest(text: str) -> None:
    found = diagnose(text)
    cures = [each for slip in found for each in slip.cure]
    assert not cures or edit(text, cures) != text


@pytest.mark.parametrize(
    "piece",
    ['"', "“", "“a", "[", "a = [", "a = “", "= ", "a ", "a\t", '"""\n', "a = '", "{ a = ", "\u00a0", "a = \\", ",", "[[a\n", "a = \"b\n", "- ", "x\n", "a = {\n", "a = \"\"\"\n", "a b = 1\n"],
)  # fmt: skip
def test_the_cost_of_a_diagnosis_grows_with_the_text_alone(piece: str) -> None:
    small, large = (f"x = “\n{piece * (size // len(piece))}" for size in (4_000, 40_000))

    def cost(text: str) -> float:
        start = process_time()
        diagnose(text)
        return process_time() - start

    assert min(cost(large), cost(large)) < 40 * max(min(cost(small), cost(small)), 0.005)


@pytest.mark.parametrize("text", ["a.b = 1\na = 2\n", "[a]\n[a.b]\n[[a]]\n", "a = {}\n[a.b]\n"])
def test_what_is_not_recognised_is_told_where_reading_stops(repo: Repo, coopdb: Run, text: str) -> None:
    repo.add(content=text)
    result = coopdb("validate", "--format", "concise")
    assert (result.code, "F004 not TOML: " in result.out, "coopdb explain F004" in result.out) == (1, True, True)


@pytest.mark.parametrize("value", ["[1, 2]", "[1, # one\n 2]", "[true]"])
def test_a_sound_list_has_no_slip(value: str) -> None:
    assert list(Items(value, None).slips()) == []


def test_the_end_of_a_conflict_without_its_beginning_is_none() -> None:
    assert list(conflicts(">>>>>>> main\n")) == []


def test_a_cure_may_have_fewer_lines_than_what_it_cures() -> None:
    (slip, *_) = diagnose('date = { cox = 1\n]]\ncountry = { column = "visited" }\n')
    assert slip.hint
