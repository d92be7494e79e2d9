"""Reports at the command line: what they say of a few records, in every format, language and on another day."""

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from conftest import Repo, Result
from icalendar import Calendar
from test_tables_for_people import needs_browser, printed

from coopdb.cli import reporting
from coopdb.render.screen import Screen

Run = Callable[..., Result]
ON = ("--on", "2026-03-01")
FIRST = """\
title = "First talks"
date = 2022-05-10
series = "Digital Dialogue"
session = 1
topics = [{ topic = "cloud", stage = "discussed" }, { topic = "5g", stage = "agreed" }]
next_meeting = "2023-06"

[venue]
city = "Paris"
country = "FR"

[[participants]]
country = "FR"
name = "Ann Exemple"
role = "Envoy"

[[participants]]
country = "MA"
name = "Omar Exemple"
role = "Minister of Digital Affairs"

[[documents]]
key = "accord"
kind = "agreement"
title = "Digital agreement"
signed = 2022-05-10
in_force = 2022-06-01
expires = 2026-06-30

[[documents]]
kind = "mou"
signed = false

[[commitments]]
key = "office"
text = "Open an office"
owner = "FR"
due = 2023-01-31

[[commitments]]
text = "Send the list"
owner = "MA"
status = "done"

[[sources]]
url = "https://example.org/first"
publisher = "Agence Exemple"
published = 2022-05-11
"""
SECOND = """\
title = "Second talks"
date = 2024-09-01
series = "Digital Dialogue"
session = 2
level = "ministerial"
host_event = "Digital Days"
topics = [{ topic = "cloud", stage = "agreed" }, { topic = "5g", stage = "mentioned" }, "digital-skills"]
next_meeting = 2026-04-15

[[participants]]
country = "FR"
name = "Ann Exemple"
role = "Minister"
institution = "Ministry of the Digital"

[[participants]]
country = "MA"

[[commitments]]
key = "training"
text = "Train fifty people"
due = "2026-05"
owner = "MA"

[[commitments.updates]]
date = 2025-01-10
status = "in-progress"

[[sources]]
title = "A note without an address"
"""
PLANNED = """\
title = "Visit to Doha"
date = 2026-07-01
status = "planned"
topics = ["cloud"]

[[participants]]
country = "MA"

[[participants]]
country = "QA"

[[sources]]
url = "https://example.org/plan"
"""


@pytest.fixture
def told(repo: Repo, monkeypatch: pytest.MonkeyPatch) -> Repo:
    repo.add("2022/2022-05-10-fr-ma.toml", FIRST)
    repo.add("2024/2024-09-01-fr-ma.toml", SECOND)
    repo.add("2026/2026-07-01-ma-qa.toml", PLANNED)
    return repo


def items(result: Result) -> list[dict[str, object]]:
    assert result.code == 0, result.err
    found: list[dict[str, object]] = json.loads(result.out)["items"]
    return found


def test_overdue_commitments_come_first(told: Repo, coopdb: Run) -> None:
    found = items(coopdb("commitments", *ON, "--all", "--format", "json"))
    assert [(each["id"], each["state"], each["overdue"], each["undated"]) for each in found] == [
        ("2022-05-10-fr-ma#office", "open", True, False),
        ("2024-09-01-fr-ma#training", "in-progress", False, False),
        (None, "done", False, True),
    ]
    assert (found[1]["due"], found[1]["due_earliest"], found[1]["due_latest"]) == (
        "2026-05",
        "2026-05-01",
        "2026-05-31",
    )
    assert (found[1]["updated"], found[1]["parties"], found[1]["topics"]) == (
        "2025-01-10", ["FR", "MA"], ["cloud", "5g", "digital-skills"],
    )  # fmt: skip


def test_commitments_are_chosen_by_owner_and_day(told: Repo, coopdb: Run) -> None:
    def texts(*options: str) -> list[object]:
        return [each["text"] for each in items(coopdb("commitments", *ON, "--format", "json", *options))]

    assert texts() == ["Open an office", "Train fifty people"]
    assert texts("--overdue") == ["Open an office"]
    assert texts("--owner", "Maroc") == ["Train fifty people"]
    assert texts("--owner", "Maroc", "--all") == ["Train fifty people", "Send the list"]
    assert texts("--due-before", "2026-06-01") == ["Open an office", "Train fifty people"]
    assert texts("--due-before", "2026-05-31") == ["Open an office"]
    assert texts("-t", "digital-skills") == ["Train fifty people"]
    assert texts("--where", "commitment-status=in-progress") == ["Train fifty people"]


def test_what_was_not_known_on_a_day_is_not_told(told: Repo, coopdb: Run) -> None:
    before = items(coopdb("commitments", "--on", "2025-01-09", "--format", "json"))
    assert [each["state"] for each in before] == ["open", "open"]
    assert items(coopdb("commitments", "--on", "2022-05-09", "--all", "--format", "json")) == []
    assert [each["overdue"] for each in items(coopdb("commitments", "--on", "2023-01-31", "--format", "json"))] == [
        False
    ]
    assert [each["overdue"] for each in items(coopdb("commitments", "--on", "2023-02-01", "--format", "json"))] == [
        True
    ]


def test_ledgers_of_people_and_of_machines(told: Repo, coopdb: Run) -> None:
    table = coopdb("commitments", *ON, "--all").out
    assert "open, overdue" in table
    assert "done, undated" in table
    assert "3 commitments · no drafts" in table
    assert "As of 1 March 2026." in table
    machine = coopdb("commitments", *ON, "--format", "csv", "--lang", "ar").out
    assert machine.splitlines()[1] == (
        "2022-05-10-fr-ma#office,2023-01-31,FR,Open an office,open,2022-05-10-fr-ma,2022-05-10,1,0,,FR;MA,cloud;5g"
    )
    assert coopdb("commitments", *ON, "--format", "json", "--lang", "ar").out == coopdb(
        "commitments", *ON, "--format", "json"
    ).out  # fmt: skip
    text = coopdb("commitments", *ON, "--format", "text", "--lang", "fr").out
    assert "2023-01-31 · France · Open an office · ouvert, en retard · [2022-05-10-fr-ma]" in text
    assert "مفتوح، متأخر" in coopdb("commitments", *ON, "--format", "html", "--lang", "ar").out


def test_documents_have_their_state(told: Repo, coopdb: Run) -> None:
    found = items(coopdb("documents", *ON, "--format", "json"))
    assert [(each["title"], each["state"], each["signed"]) for each in found] == [
        ("Digital agreement", "expiring", "2022-05-10"),
        (None, "unsigned", False),
    ]
    near = items(coopdb("documents", *ON, "--expiring", "120", "--format", "json"))
    assert near[0]["state"] == "in-force"
    assert "Expiring: within 120 days." in coopdb("documents", *ON, "--expiring", "120").out
    assert coopdb("documents", *ON, "--format", "csv").out.splitlines()[2].split(",")[1:5] == [
        "mou",
        "",
        "FR;MA",
        "false",
    ]


def test_the_agenda_is_in_order_of_days(told: Repo, coopdb: Run) -> None:
    found = items(coopdb("agenda", *ON, "--format", "json"))
    assert [(each["date"], each["what"], each["text"]) for each in found] == [
        ("2026-04-15", "next-meeting", "Next meeting of Digital Dialogue"),
        ("2026-05", "commitment", "Train fifty people"),
        ("2026-06-30", "document", "Digital agreement"),
        ("2026-07-01", "meeting", "Visit to Doha"),
    ]
    assert [each["what"] for each in items(coopdb("agenda", *ON, "-c", "QA", "--format", "json"))] == ["meeting"]


def test_the_agenda_is_a_calendar_with_the_identifiers_of_exports(told: Repo, coopdb: Run) -> None:
    coopdb("export", "ics", "all.ics")
    exported = {each["uid"] for each in Calendar.from_ical(Path("all.ics").read_text(encoding="utf-8")).walk("vevent")}
    found = Calendar.from_ical(coopdb("agenda", *ON, "--format", "ics").out)
    events = {str(each["summary"]): each for each in found.walk("vevent")}
    assert set(events) == {"Next meeting of Digital Dialogue", "Expires: Digital agreement", "Visit to Doha"}
    assert {events["Visit to Doha"]["uid"]} == exported
    assert events["Visit to Doha"]["dtstart"].dt == date(2026, 7, 1)
    assert events["Visit to Doha"]["dtend"].dt == date(2026, 7, 2)
    (todo,) = found.walk("vtodo")
    assert (todo["due"].dt, todo["status"], todo["uid"]) == (
        date(2026, 5, 31),
        "IN-PROCESS",
        "2024-09-01-fr-ma#training@coopdb",
    )
    assert coopdb("agenda", *ON, "--format", "ics").out == coopdb("agenda", *ON, "--format", "ics").out


def test_commitments_without_a_key_have_an_identifier_of_their_own(told: Repo, coopdb: Run) -> None:
    told.add("2022/2022-05-10-fr-ma.toml", FIRST.replace('key = "office"\n', ""))
    uids = [each["uid"] for each in Calendar.from_ical(coopdb("commitments", *ON, "--format", "ics").out).walk("vtodo")]
    assert len(set(uids)) == 2
    assert all(each.startswith("2022-05-10-fr-ma#") and "office" not in each for each in uids[:1])
    moved = FIRST.replace('key = "office"\n', "").replace("2023-01-31", "2023-02-28")
    told.add("2022/2022-05-10-fr-ma.toml", moved)
    again = Calendar.from_ical(coopdb("commitments", *ON, "--format", "ics").out).walk("vtodo")
    assert [each["uid"] for each in again] == uids


def test_a_brief_tells_what_to_know(told: Repo, coopdb: Run, golden: Callable[[str, str], None]) -> None:
    for language in ("en", "fr", "ar"):
        golden(f"brief.{language}.txt", coopdb("brief", "MA", "FR", *ON, "--objectives", "--lang", language).out)
    golden("brief.md", coopdb("brief", "MA", "FR", *ON, "--format", "markdown").out)
    golden("brief.html", coopdb("brief", "MA", "FR", *ON, "--objectives", "--format", "html", "--lang", "ar").out)
    golden("brief.json", coopdb("brief", "MA", "FR", *ON, "--format", "json").out)


def test_every_line_of_a_report_names_its_records(told: Repo, coopdb: Run) -> None:
    for command in (("brief", "MA", "FR"), ("brief", "MA"), ("progress", "MA"), ("digest", "--since", "2022-01-01")):
        for section in json.loads(coopdb(*command, *ON, "--format", "json").out)["sections"]:
            assert all(each["records"] and each["text"] for each in section["items"])


def test_the_home_country_is_we(told: Repo, coopdb: Run) -> None:
    (told.root / "coopdb.toml").write_text('home = "Maroc"\nlanguage = "fr"\n', encoding="utf-8")
    assert coopdb("validate").code == 0
    brief = coopdb("brief", "France", *ON).out
    assert brief.startswith("Maroc – France\nNote de synthèse au 1er mars 2026\n")
    assert "\n  Nous\n    Train fifty people" in brief
    assert coopdb("brief", "MA", *ON).out.startswith("Maroc\n")


def test_a_brief_of_a_series_and_of_one_party(told: Repo, coopdb: Run) -> None:
    series = coopdb("brief", "--series", "dialogue", *ON).out
    assert series.startswith("Digital Dialogue\n")
    assert "session 2" in series
    assert "late" in series
    party = coopdb("brief", "QA", *ON).out
    assert "No meeting is recorded." in party
    assert "Planned for 1 July 2026: Visit to Doha [1]" in party


def test_whom_a_brief_is_about_is_said(told: Repo, coopdb: Run) -> None:
    for command in ((), ("MA", "FR", "QA"), ("MA", "Maroc"), ("Marocco",), ("--series", "nothing")):
        assert coopdb("brief", *command).code == 2, command
    told.add("2021/2021-01-01-fr-ma.toml", FIRST.replace("2022-05-10", "2021-01-01").replace("Digital Dia", "Old Dia"))
    result = coopdb("brief", "--series", "dialogue")
    assert result.code == 2
    assert "`Digital Dialogue`, `Old Dialogue`" in result.err
    assert coopdb("brief", "--series", "Old Dialogue").code == 0


def test_the_way_of_topics(told: Repo, coopdb: Run) -> None:
    told.add(
        "2025/2025-03-03-fr-ma.toml", SECOND.replace("2024-09-01", "2025-03-03").replace("session = 2", "session = 3")
    )
    sections = {
        each["key"]: [item["text"] for item in each["items"]]
        for each in json.loads(coopdb("progress", "MA", "FR", *ON, "--format", "json").out)["sections"]
    }
    assert sections["advanced"] == []
    assert sections["back"] == ["5G and mobile networks: agreed 2022 → mentioned 2024–2025"]
    assert sections["still"] == [
        "Cloud computing: discussed 2022 → agreed 2024–2025",
        "Digital skills: discussed 2024–2025",
    ]
    assert "Cloud computing: discussed 2022 → agreed 2024" in coopdb("progress", "MA", "--on", "2024-12-01").out
    only = json.loads(coopdb("progress", "MA", "FR", *ON, "-t", "cloud", "--format", "json").out)["sections"]
    assert [item["topic"] for each in only for item in each["items"] if "topic" in item] == ["cloud"]


def test_a_digest_tells_what_happened_since(told: Repo, coopdb: Run, golden: Callable[[str, str], None]) -> None:
    golden("digest.txt", coopdb("digest", "--since", "2022-01-01", *ON).out)
    later = json.loads(coopdb("digest", "--since", "2024-09-02", *ON, "--format", "json").out)
    assert all(not each["items"] for each in later["sections"])
    assert later["filters"] == {"drafts": False, "since": "2024-09-02"}
    for options in ((), ("--since", "2026"), ("--since", "2026-03-02")):
        assert coopdb("digest", *ON, *options).code == 2


def test_what_was_closed_since_a_day(told: Repo, coopdb: Run) -> None:
    told.add(
        "2022/2022-05-10-fr-ma.toml",
        FIRST.replace("due = 2023-01-31\n", 'due = 2023-01-31\nclosed_by = "2024-09-01-fr-ma"\n'),
    )

    def closed(since: str) -> int:
        found = json.loads(coopdb("digest", "--since", since, *ON, "--format", "json").out)["sections"]
        return sum(len(each["items"]) for each in found if each["key"] == "closed")

    assert (closed("2024-09-01"), closed("2024-09-02")) == (1, 0)


def test_a_day_may_be_told_from_today_on(told: Repo, coopdb: Run) -> None:
    today = date.today()
    for text, day in (
        ("today", today),
        ("-7d", today - timedelta(7)),
        ("-1w", today - timedelta(7)),
        ("+1d", today + timedelta(1)),
    ):
        document = json.loads(coopdb("agenda", "--on", text, "--format", "json").out)
        assert document["on"] == day.isoformat()
    assert coopdb("search", "--since", "-40y", "--format", "ids").out.count("\n") == 3
    assert coopdb("commitments", "--due-before", "-1m").code == 0
    assert coopdb("digest", "--since", "-1m").code == 0
    beyond = coopdb("agenda", "--on", "-9999y")
    assert (beyond.code, beyond.err.splitlines()[0]) == (2, "error: `--on -9999y` is beyond the years 1 to 9999")
    assert coopdb("agenda", "--on", "-1q").code == 2


def test_a_month_before_is_its_last_day_where_it_is_shorter() -> None:
    from coopdb.cli.options.day import absolute_day

    assert absolute_day("-1m", date(2026, 3, 31), "--on") == "2026-02-28"
    assert absolute_day("-1y", date(2024, 2, 29), "--on") == "2023-02-28"
    assert absolute_day("-3M", date(2026, 1, 15), "--on") == "2025-10-15"
    assert absolute_day(" Today ", date(2026, 1, 15), "--on") == "2026-01-15"


def test_a_saved_question_may_be_a_report(told: Repo, coopdb: Run) -> None:
    (told.root / "coopdb.toml").write_text('[queries.monday]\ncommand = "digest --since -7d"\n', encoding="utf-8")
    assert coopdb("run", "monday").out.startswith("Digest\n")
    assert coopdb("run", "monday", "--", "--lang", "fr").out.startswith("Bulletin\n")


def test_the_language_is_the_options_else_the_environments_else_the_configurations(
    told: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def title() -> str:
        return coopdb("agenda", *ON, "--format", "text").out.split("\n")[0]

    assert title() == "Agenda"
    (told.root / "coopdb.toml").write_text('language = "ar"\n', encoding="utf-8")
    assert title() == "المواعيد"
    monkeypatch.setenv("COOPDB_LANG", "fr")
    assert "rencontre prévue" not in title()
    assert coopdb("commitments", *ON, "--format", "text").out.startswith("Engagements")
    assert coopdb("commitments", *ON, "--format", "text", "--lang", "en").out.startswith("Commitments")
    assert coopdb("agenda", "--lang", "de").code == 2


def test_a_language_that_reports_have_not_is_an_error_and_faults_are_not(told: Repo, coopdb: Run) -> None:
    (told.root / "coopdb.toml").write_text('language = "fre"\n', encoding="utf-8")
    result = coopdb("agenda")
    assert (result.code, result.err.splitlines()[0]) == (3, "error: `coopdb.toml`: `fre` is not a language of reports")
    (told.root / "coopdb.toml").write_text(f'language = "{"x" * 99}"\n', encoding="utf-8")
    assert f"`{'x' * 60}…` is not a language of reports" in coopdb("agenda").err
    assert coopdb("agenda", "--format", "csv").code == 0
    assert coopdb("validate").code == 1
    (told.root / "coopdb.toml").write_text("language = \n", encoding="utf-8")
    assert coopdb("agenda").code == 0


def test_a_report_is_written_to_a_file_in_the_format_of_its_name(told: Repo, coopdb: Run) -> None:
    for name in ("b.html", "b.md", "b.json", "b.txt"):
        assert coopdb("brief", "MA", "FR", "--output", name).code == 0
        assert "2024-09-01-fr-ma" in Path(name).read_text(encoding="utf-8")
    assert coopdb("brief", "MA", "--output", "b.csv").code == 2
    assert coopdb("agenda", *ON, "--output", "a.ics").code == 0
    assert Path("a.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    for option in (("--columns", "id"), ("--no-header",), ("--excel",), ("--separator", ";")):
        assert coopdb("agenda", "--format", "ics", *option).code == 2


def test_filters_are_said_in_the_language(told: Repo, coopdb: Run) -> None:
    options = (
        "-c",
        "Maroc,Qatar",
        "-t",
        "cloud",
        "--since",
        "2020-01",
        "--exclude",
        "country=DE",
        "--drafts",
        "--lang",
        "fr",
    )
    footer = coopdb("commitments", *ON, *options).out.splitlines()[-3]
    assert footer == (
        "2 engagements · pays : Maroc ou Qatar · sujet : Informatique en nuage · hors pays : Allemagne · "
        "depuis janvier 2020 · brouillons compris"
    )


def test_filters_that_no_vocabulary_names_are_said_as_they_are(told: Repo, coopdb: Run) -> None:
    assert "kind: talks" in coopdb("commitments", *ON, "--kind", "talks").out


def test_the_same_records_and_day_give_the_same_bytes(told: Repo, coopdb: Run) -> None:
    for command in (("brief", "MA", "FR"), ("digest", "--since", "2020-01-01"), ("silences", "--all"), ("documents",)):
        assert coopdb(*command, *ON).out == coopdb(*command, *ON).out


OPENING = """
import sys
opened = []
sys.addaudithook(lambda event, about: opened.append(str(about[0])) if event == "open" else None)
from coopdb.cli import main
from coopdb.store.cache import fingerprint
fingerprint.GRAIN = 0  # no file changes unseen
main(sys.argv[1:])
names = {path.rpartition("/")[2] for path in opened if path.endswith((".json", ".toml", ".tsv", ".html"))}
heavy = {"pydantic", "rich", "toml_rs", "statistics"} & set(sys.modules)
print(sorted(names), sorted(heavy), file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("command", "tables"),
    [
        (("commitments",), set()),
        (("agenda",), {"countries.json"}),
        (("silences",), {"countries.json"}),
        (("documents",), set()),
        (("digest", "--since", "2026-02-01"), {"countries.json", "topics.json"}),
        (("brief", "MA", "FR"), {"countries.json", "topics.json"}),
    ],
)
def test_a_report_opens_only_what_it_needs(told: Repo, command: tuple[str, ...], tables: set[str]) -> None:
    for _ in range(2):
        result = subprocess.run(
            [sys.executable, "-c", OPENING, *command, "--format", "json", *ON],
            capture_output=True, text=True, check=True, env={**os.environ, "COOPDB_LANG": "fr"}, cwd=told.root,
        )  # fmt: skip
    names, heavy = map(ast.literal_eval, re.findall(r"\[.*?\]", result.stderr.splitlines()[-1]))
    assert heavy == []
    assert set(names) <= {"dimensions.json", "dates.json", "en.json", *tables}


def test_a_brief_is_read_at_eighty_columns(real: Path, coopdb: Run) -> None:
    for pair in (("DE", "FR"), ("KR", "TN"), ("FR",)):
        lines = coopdb("brief", *pair, *ON).out.splitlines()
        assert max(map(len, lines)) <= 80
        assert len(lines) <= 66  # a page


def test_the_corpus_in_reports(real: Path, coopdb: Run, golden: Callable[[str, str], None]) -> None:
    on = ("--on", "2026-11-26")
    golden("corpus-brief.txt", coopdb("brief", "FR", *on).out)
    golden("corpus-brief.fr.md", coopdb("brief", "DE", "FR", *on, "--lang", "fr", "--format", "markdown").out)
    golden("corpus-progress.txt", coopdb("progress", "BJ", *on).out)
    golden("corpus-digest.json", coopdb("digest", "--since", "2025-01-01", *on, "--format", "json").out)
    golden("corpus-silences.txt", coopdb("silences", "--all", "-c", "FR", *on).out)
    golden("corpus-documents.ar.html", coopdb("documents", *on, "-c", "SG", "--lang", "ar", "--format", "html").out)
    golden("corpus-commitments.json", coopdb("commitments", *on, "--format", "json").out)


@needs_browser
@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_brief_is_one_sheet_of_paper(real: Path, coopdb: Run, tmp_path: Path, language: str) -> None:
    page = coopdb("brief", "FR", *ON, "--objectives", "--format", "html", "--lang", language).out
    (sheet,) = printed(page, tmp_path)
    assert "2025-05-21-de-fr" in sheet


@pytest.mark.parametrize(
    ("width", "options", "is_table"),
    [(119, (), False), (120, (), True), (119, ("--columns", "record,text"), True), (60, ("--format", "table"), True)],
)
def test_a_ledger_is_no_table_where_a_terminal_is_narrow(
    told: Repo, coopdb: Run, monkeypatch: pytest.MonkeyPatch, width: int, options: tuple[str, ...], is_table: bool
) -> None:
    monkeypatch.setattr(reporting, "screen", lambda: Screen(is_terminal=True, width=width))
    out = coopdb("commitments", *ON, *options).out
    assert ("Commitments\n" not in out) is is_table


def test_a_column_in_which_nothing_stands_is_not_shown(told: Repo, coopdb: Run) -> None:
    assert "expected" not in coopdb("silences", "--on", "2026-01-01", "--all", "--until", "2023").out.split("\n")[0]
    assert "due" not in coopdb("commitments", *ON, "--all", "--where", "commitment-status=done").out.split("\n")[0]
    assert "due" in coopdb("commitments", *ON, "--columns", "due,text").out.split("\n")[0]
    assert "due" in coopdb("commitments", "--on", "2010-01-01").out.split("\n")[0]  # there is no line
