"""Every threshold that a user can meet: the last value in and the first one out.

THRESHOLDS is the only list of them. That one more or one less is noticed is tried here, and in the source itself by
`scripts/prove_thresholds.py`, which also says which numbers are not thresholds of a user's, and why.
"""

import subprocess
import sys
from collections.abc import Callable
from contextlib import nullcontext
from datetime import date, timedelta
from importlib import import_module
from io import BytesIO
from pathlib import Path
from types import ModuleType, SimpleNamespace
from zipfile import ZipFile

import pytest
from conftest import GOOD, ROOT, Repo

from coopdb import text
from coopdb.author import editing, encoding, keys
from coopdb.author.articles import formats, mail, reading
from coopdb.author.articles.formats import format_of
from coopdb.author.duplicates import known_meetings
from coopdb.author.encoding import Encoding
from coopdb.author.importing import archive, extent, mapped, plan
from coopdb.author.importing.rows import RowError
from coopdb.author.importing.suggesting import mapping
from coopdb.check import addresses, days_said, days_told, duplicates, persons, wording
from coopdb.check.choice import Choice
from coopdb.check.files import check_files
from coopdb.check.problem import CheckReport, Finding, Problem
from coopdb.check.registry import RULES
from coopdb.check.rules import (
    event_of_another_year,
    fewer_than_two_parties,
    implausible_date,
    more_than_a_name,
    signing_without_documents,
    unedited_text,
)
from coopdb.cli import drafting
from coopdb.errors import StopError
from coopdb.lsp import incoming
from coopdb.query import commas, free_text, periods, selection
from coopdb.query.filters import Filters
from coopdb.record import guard, layout, omissions, paths
from coopdb.record.addresses import is_address
from coopdb.record.dates import PartialDate
from coopdb.record.span import at
from coopdb.record.syntax import slip
from coopdb.render import calendar
from coopdb.render.differences import github as annotations
from coopdb.render.drafts import toml as drafts
from coopdb.render.exports import xlsx
from coopdb.render.problems import full, markdown, sarif
from coopdb.render.screen import Screen
from coopdb.report import difference_words, pairing
from coopdb.report.report import Report, ReportItem, ReportSection
from coopdb.store.cache import fingerprint, inventory, location
from coopdb.store.files import records, writing
from coopdb.store.files.repository import Repository
from coopdb.store.star.rows import build_star
from coopdb.vocabulary import index, lookup, unknown_names
from coopdb.vocabulary.entry import Entry
from coopdb.vocabulary.packaged import packaged

DAY = date(2026, 2, 1)


def bytes_of_a_file(_: Repo) -> None:
    assert not guard.too_large(1_048_576)
    assert guard.too_large(1_048_577)


def brackets(_: Repo) -> None:
    assert not guard.too_deep("a = " + "[" * 100)
    assert guard.too_deep("a = " + "[" * 101)


def values_of_a_record(_: Repo) -> None:
    assert not guard.too_many({"a": [0] * 9_999})
    assert guard.too_many({"a": [0] * 10_000})


def bytes_of_a_name(_: Repo) -> None:
    assert paths.fits_name("é" * 127 + "a")
    assert not paths.fits_name("é" * 128)


def an_array_on_one_line(_: Repo) -> None:
    assert "\n" not in layout._array([f'"{"a" * 96}"'])
    assert "\n" in layout._array([f'"{"a" * 97}"'])


def a_line_of_a_calendar(_: Repo) -> None:
    assert "\r\n" not in calendar._folded("a" * 75)
    assert calendar._folded("a" * 76) == "a" * 75 + "\r\n a"


def days_between_duplicates(repo: Repo) -> None:
    found = [_codes_of_two(repo, DAY + timedelta(days=days), url="https://example.org/2") for days in (3, 4)]
    assert ["R001" in codes for codes in found] == [True, False]


def days_between_a_draft_and_a_record(repo: Repo) -> None:
    repo.add()
    for days, is_known in ((3, True), (4, False)):
        record = {"date": DAY + timedelta(days=days), "participants": [{"country": "QA"}, {"country": "MA"}]}
        star = build_star(records.load(Repository(repo.root)))
        assert bool(known_meetings(SimpleNamespace(record=record), star)) is is_known  # type: ignore[arg-type]


def records_of_one_source(_: Repo) -> None:
    groups = [[SimpleNamespace(parties=("MA", "QA"), addresses=("u",))] * number for number in (3, 4)]
    assert [bool(list(duplicates._of_one_source(group))) for group in groups] == [True, False]  # type: ignore[arg-type]


def days_from_a_source_to_its_meeting(repo: Repo) -> None:
    for days, is_found in ((31, False), (32, True)):
        published = f"published = {DAY - timedelta(days=days)}"
        repo.add(content=GOOD.replace('url = "https://example.org/1"', f'url = "https://example.org/1"\n{published}'))
        assert ("S002" in _codes(repo)) is is_found


def days_from_an_agenda_to_its_meeting(repo: Repo) -> None:
    later = '\n[[sources]]\nurl = "https://example.org/2"\npublished = 2026-02-02\n'
    for days, is_found in ((183, False), (184, True)):
        published = f"published = {DAY - timedelta(days=days)}"
        first = GOOD.replace('url = "https://example.org/1"', f'url = "https://example.org/1"\n{published}')
        repo.add(content=f"{first}{later}")
        assert ("S002" in _codes(repo)) is is_found


def first_year_of_known_borders(repo: Repo) -> None:
    for year, is_found in ((1946, True), (1945, False)):
        content = _on(f"{year}-02-01", '[venue]\ncity = "Nairobi"\ncountry = "MA"\n')
        assert ("N011" in _codes_of(repo, content)) is is_found


def days_from_a_meeting_to_the_year_of_its_event(repo: Repo) -> None:
    for day, year, is_found in (("2026-01-31", 2025, False), ("2026-02-01", 2025, True), ("2025-12-01", 2026, False)):
        content = GOOD.replace("date = 2026-02-01", f'date = {day}\nhost_event = "Forum {year}"')
        assert ("D021" in _codes_of(repo, content)) is is_found


def years_from_a_meeting_to_that_of_its_event(repo: Repo) -> None:
    for year, is_found in ((2027, True), (2028, False), (2021, True), (2020, False)):
        content = GOOD.replace("date = 2026-02-01", f'date = 2026-02-01\nhost_event = "Forum {year}"')
        assert ("D021" in _codes_of(repo, content)) is is_found


def days_from_a_document_to_its_meeting(repo: Repo) -> None:
    for days, is_found in ((366, False), (367, True)):
        document = f'[[documents]]\nkind = "mou"\nsigned = {DAY - timedelta(days)}\n'
        assert ("D023" in _codes_of(repo, f"{GOOD}\n{document}")) is is_found


def days_of_a_meeting(repo: Repo) -> None:
    for days, is_found in ((21, False), (22, True)):
        content = GOOD.replace("date = 2026-02-01", f"date = 2026-02-01\nend_date = {DAY + timedelta(days - 1)}")
        assert ("D024" in _codes_of(repo, content)) is is_found


def days_of_a_call(repo: Repo) -> None:
    for how in ('kind = "courtesy-call"', 'kind = "signing-ceremony"', 'mode = "phone"'):
        for days, is_found in ((3, False), (4, True)):
            end = f"{how}\ndate = 2026-02-01\nend_date = {DAY + timedelta(days - 1)}"
            assert ("D024" in _codes_of(repo, GOOD.replace("date = 2026-02-01", end))) is is_found


def days_of_a_conference(repo: Repo) -> None:
    for days, is_found in ((42, False), (43, True)):
        end = f'host_event = "World Conference"\ndate = 2026-02-01\nend_date = {DAY + timedelta(days - 1)}'
        assert ("D024" in _codes_of(repo, GOOD.replace("date = 2026-02-01", end))) is is_found


def days_of_a_stay(repo: Repo) -> None:
    for days, is_found in ((184, False), (185, True)):
        end = f'kind = "visit"\ndate = 2026-02-01\nend_date = {DAY + timedelta(days - 1)}'
        assert ("D024" in _codes_of(repo, GOOD.replace("date = 2026-02-01", end))) is is_found


def words_before_a_signature(_: Repo) -> None:
    found = [signing_without_documents._is_only_spoken_of(["discuss", *"abcdef"[:number]]) for number in (3, 4)]
    assert found == [True, False]


def words_of_a_paper_alone(_: Repo) -> None:
    found = [signing_without_documents._is_only_spoken_of([*"abc"[:number], "agreement"]) for number in (2, 3)]
    assert found == [False, True]


def words_of_a_person(_: Repo) -> None:
    found = [persons.is_like_a_name(" ".join(["Ana"] * number)) for number in range(1, 6)]
    assert found == [False, True, True, True, False]


def words_before_the_day_of_a_first_sentence(_: Repo) -> None:
    words = [days_told.opens_with([*"ab"[:number], "on", "monday", "they", "met"], number + 1) for number in (1, 2)]
    assert words == [True, False]


def words_from_talks_to_their_day(_: Repo) -> None:
    for place, is_told in (("doha", True), ("new york", False)):
        words = f"dialogue in {place} on 13 february dealt with cloud".split()
        (said,) = days_said.days_of(words)
        assert days_told.told_by_first_sentence(words, said) is is_told


def days_of_an_overdue_commitment(repo: Repo) -> None:
    for days, is_found in ((365, False), (366, True)):
        due = date(2026, 6, 1) - timedelta(days)
        content = _on("2024-02-01", f'[[commitments]]\ntext = "share the code"\ndue = {due}\n')
        assert ("D025" in _codes_of(repo, content)) is is_found


def ranks_from_a_level_to_a_role(repo: Repo) -> None:
    for role, is_found in (("Deputy Minister", False), ("Director", True)):
        people = f'name = "A. B"\nrole = "{role}"\n'
        content = GOOD.replace('country = "MA"\n', f'country = "MA"\n{people}')
        content = content.replace('country = "QA"\n', f'country = "QA"\n{people.replace("A. B", "C. D")}')
        content = content.replace("date =", 'level = "ministerial"\ndate =')
        assert ("P011" in _codes_of(repo, content)) is is_found


def words_of_a_whole_name(_: Repo) -> None:
    assert more_than_a_name._more_than_a_name.__wrapped__("Els Wouters and Pieter Claes")
    assert not more_than_a_name._more_than_a_name.__wrapped__("Els Wouters and Pieter")
    assert more_than_a_name._more_than_a_name.__wrapped__("Minister Els Wouters")
    assert not more_than_a_name._more_than_a_name.__wrapped__("Minister Wouters")


def letters_of_a_placeholder(_: Repo) -> None:
    assert unedited_text._unfinished(f"{'a' * 40}: title{'.' * 33}")
    assert not unedited_text._unfinished(f"{'a' * 40}: title{'.' * 34}")


def capitals_of_a_text(repo: Repo) -> None:
    for number, is_found in ((19, False), (20, True)):
        content = GOOD.replace("Morocco and Qatar talk about AI", "A" * number)
        assert ("K021" in _codes_of(repo, content)) is is_found


def words_from_met_to_its_day(repo: Repo) -> None:
    for words, is_found in ((9, True), (10, False)):
        content = GOOD.replace("date =", f'summary = "They met{" x" * words} 9 March 2026"\ndate =')
        assert ("D022" in _codes_of(repo, content)) is is_found


def last_day_of_a_month(_: Repo) -> None:
    assert [bool([*days_said.days_of([f"{day}", "may"])]) for day in (31, 32)] == [True, False]


def steps_to_a_first_page(_: Repo) -> None:
    found = [
        addresses.is_home_page(f"https://example.org/{path}/") for path in ("en-us/pages/home", "en/fr/pages/home")
    ]
    assert found == [True, False]


def letters_of_a_language_in_an_address(_: Repo) -> None:
    found = [addresses.is_home_page(f"https://example.org/{path}/") for path in ("f", "fr", "fra")]
    assert found == [False, True, False]


def characters_of_a_label_of_a_host(_: Repo) -> None:
    for before in ("", "me@"):
        hosts = [f"https://{before}{'a' * length}.org/" for length in (63, 64)]
        assert [is_address(each) for each in hosts] == [True, False]


def characters_of_a_value_in_a_message(_: Repo) -> None:
    assert wording.show("a" * 60) == f"`{'a' * 60}`"
    assert wording.show("a" * 61) == f"`{'a' * 60}…`"


def alternatives_in_a_hint(_: Repo) -> None:
    names = tuple(f"k{number:02}{'q' * number}" for number in range(41))
    assert "more" not in text.one_of("zzzz", names[:40])
    assert text.one_of("zzzz", names).endswith("and 1 more")


def slips_of_one_file(_: Repo) -> None:
    fault = SimpleNamespace(expected=(), value="Moroco")
    found = wording.hints([fault] * 51, packaged("country"))  # type: ignore[list-item]
    assert [bool(hint) for _, hint in found] == [True] * 50 + [False]


def characters_of_a_name_in_a_text(_: Repo) -> None:
    for length, is_found in ((511, True), (512, False)):
        name = "2026-".ljust(length, "a")
        shown = omissions.without_names(f"{name}-x", omissions.PublicNames(frozenset(), frozenset({name})))
        assert (shown == omissions.OMITTED) == is_found


def problems_of_a_summary(_: Repo) -> None:
    assert "more" not in markdown.render(_report(200), Screen())
    assert markdown.render(_report(201), Screen()).endswith("and 1 more\n")


def results_of_sarif(_: Repo) -> None:
    assert "problem left out" not in sarif.render(_report(5_000), Screen())
    assert "1 problem left out" in sarif.render(_report(5_001), Screen())


def characters_of_a_message_of_sarif(_: Repo) -> None:
    assert "a…" not in sarif.render(_report(1, "a" * 1_000), Screen())
    assert "a…" in sarif.render(_report(1, "a" * 1_001), Screen())


def characters_of_a_shown_line(_: Repo) -> None:
    assert "…" not in full.render(_report(1, source="a" * 160), Screen())
    assert "…" in full.render(_report(1, source="a" * 161), Screen())


def parts_of_a_name(_: Repo) -> None:
    for number, is_whole in ((12, True), (13, False)):
        name = ", ".join("abcdefghijklmnop"[:number])
        assert (commas.split_values(name, lambda name=name: name.__eq__) == [name]) is is_whole  # type: ignore[misc]


def periods_of_a_table(_: Repo) -> None:
    assert len(periods.years(("0001", "5001"))) == 5_001
    assert len(periods.years(("0001", "5002"))) == 2


def filters_of_a_question(repo: Repo) -> None:
    star = build_star(records.load(Repository(repo.root)))
    selection.select(Filters({"topic": ("cloud",) * 500}), star)
    with pytest.raises(StopError, match="more than 500 filters"):
        selection.select(Filters({"topic": ("cloud",) * 501}), star)


def values_of_a_filter(repo: Repo) -> None:
    star = build_star(records.load(Repository(repo.root)))
    selection.select(Filters({"topic": (",".join(("cloud",) * 1_000),)}), star)
    with pytest.raises(StopError, match="1,001 values"):
        selection.select(Filters({"topic": (",".join(("cloud",) * 1_001),)}), star)


def words_of_a_question(_: Repo) -> None:
    assert len(free_text.read_words(f"w{number}" for number in range(100))) == 100
    with pytest.raises(StopError):
        free_text.read_words(f"w{number}" for number in range(101))


def characters_of_a_told_value(repo: Repo) -> None:
    repo.add()
    found = records.load(Repository(repo.root))
    for title, told in (("a" * 60, "a" * 60), ("a" * 61, f"{'a' * 59}…")):
        said = editing.edit(found, "2026-02-01-ma-qa", {"title": title}, (), date(2026, 3, 1)).said
        assert said == (f"title Morocco and Qatar talk about AI → {told}",)


def characters_of_a_name(_: Repo) -> None:
    words = packaged("country")
    assert [match.key for match in words.resolve("Morocco" + " " * 193)] == ["MA"]
    assert words.resolve("Morocco" + " " * 194) == ()


def letters_of_a_name_that_may_be_a_slip(_: Repo) -> None:
    words = packaged("country")
    assert (words.suggest("Omn"), words.suggest("Oa")) == ("Oman", "")


def letters_of_a_short_word(_: Repo) -> None:
    assert [index.is_short(word) for word in ("port", "ports")] == [True, False]


def characters_of_a_slip(_: Repo) -> None:
    candidates = (
        "a" * 100,
        "a" * 101,
    )  # in an object of their own, so that no other test is told what a moved number says
    assert text._Slips(candidates).near("a" * 99 + "b", 1, 0.7) == ("a" * 100,)
    assert text._Slips(candidates).near("a" * 100 + "b", 1, 0.7) == ()


def bytes_of_all_caches(_: Repo) -> None:
    one = inventory.Cache(Path("a"), Path("r"), 1, 1.0)
    assert list(inventory._beyond([one], 999_999_999)) == []
    assert list(inventory._beyond([one], 1_000_000_000)) == [one]


def settled_files(_: Repo) -> None:
    now = 10_000_000_000
    settled = [fingerprint.is_settled([(0, 0, now - age, 0)], now) for age in (2_000_000_000, 1_999_999_999)]
    assert settled == [True, False]


def ids_in_an_error(repo: Repo) -> None:
    for number in range(6):
        repo.add(f"2026/2026-02-01-ma-qa-{number}.toml")
    with pytest.raises(StopError) as caught:
        records.load(Repository(repo.root)).find("2026")
    assert caught.value.hint.count("`") == 10


def characters_of_a_key(_: Repo) -> None:
    values = {"commitments": [{"text": f"{'a' * 20} {'b' * number}"} for number in (19, 20)]}
    assert [len(key) for key in keys.keys_of(values)["commitments"]] == [40, 20]


def reasons_of_a_row(_: Repo) -> None:
    assert "more" not in plan._reason(_report(3).problems)
    assert plan._reason(_report(4).problems).endswith("; and 1 more")


def years_of_a_meeting(_: Repo) -> None:
    for year, is_plausible in ((1799, False), (1800, True)):
        assert (not _findings(implausible_date, date=PartialDate.of(f"{year}"))) is is_plausible


def years_ahead(_: Repo) -> None:
    for year, is_plausible in ((2036, True), (2037, False)):
        assert (not _findings(implausible_date, date=PartialDate.of(f"{year}"))) is is_plausible


def parties_of_a_meeting(_: Repo) -> None:
    for parties, is_enough in ((("MA",), False), (("MA", "QA"), True)):
        found = _findings(fewer_than_two_parties, parties=parties, countries=parties)
        assert (not found) is is_enough


def bytes_of_a_message_to_the_language_server(_: Repo) -> None:
    assert incoming.Incoming(BytesIO(b"Content-Length: 67108864\r\n")).readline()
    with pytest.raises(StopError, match="67,108,865 bytes"):
        incoming.Incoming(BytesIO(b"content-length: 67108865\r\n")).readline()


def bytes_of_a_header_to_the_language_server(_: Repo) -> None:
    assert len(incoming.Incoming(BytesIO(b"a" * 1_000)).readline()) == 1_000
    with pytest.raises(StopError, match="longer than 1,000 bytes"):
        incoming.Incoming(BytesIO(b"a" * 1_001)).readline()


def bytes_of_a_spreadsheet(_: Repo) -> None:
    for number, reason in ((32 * 2**20, "damaged"), (32 * 2**20 + 1, "too large")):
        with pytest.raises(StopError, match=reason):
            archive.unpack(bytes(number), "a.xlsx")


def parts_of_a_spreadsheet(_: Repo) -> None:
    assert archive.unpack(_zipped(2_000), "a.xlsx") == {}
    with pytest.raises(StopError, match="2,001 parts"):
        archive.unpack(_zipped(2_001), "a.xlsx")


def cells_of_a_sheet(_: Repo) -> None:
    extent._Meter("a")._grow(5_000, 1_000, 0)
    with pytest.raises(StopError, match="5,000,000 cells"):
        extent._Meter("a")._grow(5_000_001, 1, 0)


def characters_of_a_sheet(_: Repo) -> None:
    extent._Meter("a")._grow(1, 1, 100_000_000)
    with pytest.raises(StopError, match="100,000,000 characters"):
        extent._Meter("a")._grow(1, 1, 100_000_001)


def cells_of_an_array(_: Repo) -> None:
    assert len(list(mapped._flat({"a": [{"b": "1"}] * 10_000}))) == 1
    with pytest.raises(RowError, match="10,000 cells"):
        list(mapped._flat({"a": [{"b": "1"}] * 10_001}))


def characters_in_a_comment(_: Repo) -> None:
    assert mapping._shown("a" * 40) == f"`{'a' * 40}`"
    assert mapping._shown("a" * 41) == f"`{'a' * 40}…`"


def characters_of_a_slip_in_a_message(_: Repo) -> None:
    assert slip.short("a" * 60) == "a" * 60
    assert slip.short("a" * 61) == f"{'a' * 60}…"


def characters_of_the_name_of_an_encoding(_: Repo) -> None:
    for letters, shown in ((40, "x" * 40), (41, f"{'x' * 40}…")):
        with pytest.raises(StopError, match=f"unknown encoding `{shown}`"):
            encoding.codec_told("x" * letters)


def control_characters_of_a_text(_: Repo) -> None:
    met = b"Kenya and Norway met\n"
    assert format_of(met + b"\x02" * 3, "a") == "text"
    with pytest.raises(StopError, match="`a` is not text"):
        format_of(met + b"\x02" * 4, "a")


def characters_of_evidence(_: Repo) -> None:
    assert drafts._short("a" * 96) == "a" * 96
    assert drafts._short("a" * 97) == f"{'a' * 96}…"


def characters_of_a_cell(_: Repo) -> None:
    for value, is_whole in (("a" * 32_767, True), ("a" * 32_768, False), ("😀" * 16_383, True), ("😀" * 16_384, False)):
        with nullcontext() if is_whole else pytest.raises(StopError, match="32,767 at most"):
            assert xlsx._text("meetings", value) == value


def entries_of_one_name(_: Repo) -> None:
    entries = [Entry(key=f"k{number}", labels={"en": "Alpha"}) for number in range(51)]
    found = index.make_index(entries, packaged("topic").words())
    assert len(found["alpha"]) == 50


def characters_of_a_root_in_a_cache(repo: Repo) -> None:
    root = repo.root / ("a" * 120)
    root.mkdir()
    found = location.cache_of(Repository(root, None, lambda: repo.root.parent / "caches"))
    assert found is not None
    assert found.name.startswith("a" * 100 + "-")
    assert len(found.name.partition("-")[0]) == 100


def seconds_of_a_file_left_behind(repo: Repo) -> None:
    path = repo.root / "new-x-1"
    path.write_bytes(b"")
    now = path.stat().st_mtime
    assert [writing._is_left(path, now + age, can_ask=True) for age in (3_600, 3_600.5)] == [False, True]


def bytes_of_an_article(_: Repo) -> None:
    for number, is_read in ((20_000_000, True), (20_000_001, False)):
        with nullcontext() if is_read else pytest.raises(StopError, match="more than"):
            assert drafting._limited(BytesIO(b"a" * number)) == b"a" * number


def characters_of_an_article(_: Repo) -> None:
    _read_article("a" * 1_048_576, "a" * 1_048_577)


def characters_of_a_page(_: Repo) -> None:
    _read_article("<p>" + "a" * 4_194_301, "<p>" + "a" * 4_194_302)


def _read_article(last: str, first_too_long: str) -> None:
    encoding = Encoding(None, lambda _: None)
    assert reading.read_source(last.encode(), "a", encoding).text == last
    with pytest.raises(StopError, match="characters"):
        reading.read_source(first_too_long.encode(), "a", encoding)


def parts_within_parts(_: Repo) -> None:
    for number, is_read in ((50, True), (51, False)):
        head = "".join(f"Content-Type: multipart/mixed; boundary={n}\n\n--{n}\n" for n in range(number))
        content = f"{head}Content-Type: text/plain\n\nKenya".encode()
        with nullcontext() if is_read else pytest.raises(StopError, match="parts within parts"):
            mail.read_mail(content, "a.eml", Encoding(None, lambda _: None))


def notices_of_a_difference(_: Repo) -> None:
    item = ReportItem("a title changed", ("2026-02-01-ma-qa",))
    for number, has_more in ((9, False), (10, True)):
        sections = tuple(ReportSection("record", f"{place}", (item,)) for place in range(number))
        notices = annotations.render(Report("Changes", "", "2026-02-01", "en", sections), Screen())
        assert notices.count("::notice title=") == 10
        assert ("…" in notices) is has_more


def characters_of_a_quoted_text(_: Repo) -> None:
    assert difference_words._short("a" * 100) == "a" * 100
    assert difference_words._short("a" * 101) == "a" * 99 + "…"


def points_of_one_meeting(repo: Repo) -> None:
    other = GOOD.replace("example.org/1", "example.org/2")
    of_its_title = other.replace("2026-02-01", "2026-03-01")
    of_its_day = other.replace("talk about AI", "sign a pact")
    was = _records_of(repo, "2026/2026-02-01-ma-qa.toml", GOOD)
    for content, pairs in ((of_its_title, 1), (of_its_day, 2)):
        now = _records_of(repo, "2026/2026-02-02-ma-qa.toml", content)
        assert len(list(pairing.paired(was, now))) == pairs


def records_that_share_a_title(repo: Repo) -> None:
    """Of twenty records that are gone, a title tells one; of more it does not."""
    now = _records_of(repo, "2026/2026-02-02-ma-qa.toml", GOOD.replace("example.org/1", "example.org/2"))
    (entry,) = _records_of(repo, "2026/2026-02-01-ma-qa.toml", GOOD).values()
    for gone, pairs in ((20, 20), (21, 22)):
        assert len(list(pairing.paired({f"{number}": entry for number in range(gone)}, now))) == pairs


THRESHOLDS: dict[tuple[object, str], Callable[[Repo], None]] = {
    (guard, "MAX_BYTES"): bytes_of_a_file,
    (guard, "MAX_DEPTH"): brackets,
    (guard, "MAX_VALUES"): values_of_a_record,
    (paths, "_LONGEST"): bytes_of_a_name,
    (layout, "_WIDTH"): an_array_on_one_line,
    (calendar, "_LONGEST"): a_line_of_a_calendar,
    (duplicates, "_NEAR"): days_between_duplicates,
    (duplicates, "_LIST"): records_of_one_source,
    (import_module("coopdb.check.rules.published_before"), "_MONTH"): days_from_a_source_to_its_meeting,
    (import_module("coopdb.check.rules.published_before"), "_HALF_A_YEAR"): days_from_an_agenda_to_its_meeting,
    (import_module("coopdb.check.rules.city_of_another_country"), "_BORDERS"): first_year_of_known_borders,
    (event_of_another_year, "_MONTH"): days_from_a_meeting_to_the_year_of_its_event,
    (event_of_another_year, "_AHEAD"): years_from_a_meeting_to_that_of_its_event,
    (event_of_another_year, "_BACK"): years_from_a_meeting_to_that_of_its_event,
    (import_module("coopdb.check.rules.signed_long_before"), "_YEAR"): days_from_a_document_to_its_meeting,
    (import_module("coopdb.check.rules.implausibly_long"), "_LONGEST"): days_of_a_meeting,
    (import_module("coopdb.check.rules.implausibly_long"), "_LONGEST_CALL"): days_of_a_call,
    (import_module("coopdb.check.rules.implausibly_long"), "_LONGEST_CONFERENCE"): days_of_a_conference,
    (import_module("coopdb.check.rules.implausibly_long"), "_LONGEST_STAY"): days_of_a_stay,
    (import_module("coopdb.check.rules.long_overdue"), "_YEAR"): days_of_an_overdue_commitment,
    (import_module("coopdb.check.rules.level_against_roles"), "_APART"): ranks_from_a_level_to_a_role,
    (more_than_a_name, "_WHOLE"): words_of_a_whole_name,
    (unedited_text, "_SHORT"): letters_of_a_placeholder,
    (unedited_text, "_CAPITALS"): capitals_of_a_text,
    (days_told, "_REACH"): words_from_met_to_its_day,
    (days_told, "_OPENING"): words_before_the_day_of_a_first_sentence,
    (days_told, "_SUBJECT"): words_from_talks_to_their_day,
    (persons, "_LEAST"): words_of_a_person,
    (persons, "_MOST"): words_of_a_person,
    (signing_without_documents, "_NEAR"): words_before_a_signature,
    (signing_without_documents, "_PAPER_ALONE"): words_of_a_paper_alone,
    (addresses, "_MOST_STEPS"): steps_to_a_first_page,
    (days_said, "_LAST_DAY"): last_day_of_a_month,
    (addresses, "_LETTERS_OF_A_LANGUAGE"): letters_of_a_language_in_an_address,
    (import_module("coopdb.record.addresses"), "_LABEL"): characters_of_a_label_of_a_host,
    (unknown_names, "LONGEST_QUOTED"): characters_of_a_value_in_a_message,
    (text, "_MOST_LISTED"): alternatives_in_a_hint,
    (wording, "MOST_SLIPS"): slips_of_one_file,
    (omissions, "_LONGEST"): characters_of_a_name_in_a_text,
    (markdown, "_SHOWN"): problems_of_a_summary,
    (sarif, "_SHOWN"): results_of_sarif,
    (sarif, "_LONGEST"): characters_of_a_message_of_sarif,
    (full, "_LONGEST"): characters_of_a_shown_line,
    (commas, "_MOST"): parts_of_a_name,
    (periods, "_MOST"): periods_of_a_table,
    (selection, "_MOST"): filters_of_a_question,
    (selection, "_MOST_VALUES"): values_of_a_filter,
    (free_text, "_MOST"): words_of_a_question,
    (lookup, "_LONGEST"): characters_of_a_name,
    (lookup, "_FEWEST"): letters_of_a_name_that_may_be_a_slip,
    (index, "_LONGEST_SHORT"): letters_of_a_short_word,
    (text, "_LONGEST_SLIP"): characters_of_a_slip,
    (fingerprint, "GRAIN"): settled_files,
    (records, "_NAMED"): ids_in_an_error,
    (keys, "_LONGEST"): characters_of_a_key,
    (editing, "_LONGEST"): characters_of_a_told_value,
    (plan, "_NAMED"): reasons_of_a_row,
    (inventory, "LIMIT"): bytes_of_all_caches,
    (implausible_date, "_FIRST"): years_of_a_meeting,
    (implausible_date, "_AHEAD"): years_ahead,
    (fewer_than_two_parties, "_FEWEST"): parties_of_a_meeting,
    (incoming, "_MOST_BYTES"): bytes_of_a_message_to_the_language_server,
    (incoming, "_MOST_HEADER"): bytes_of_a_header_to_the_language_server,
    (archive, "LARGEST_FILE"): bytes_of_a_spreadsheet,
    (archive, "MOST_PARTS"): parts_of_a_spreadsheet,
    (extent, "MOST_CELLS"): cells_of_a_sheet,
    (extent, "MOST_CHARACTERS"): characters_of_a_sheet,
    (mapped, "_MOST_CELLS"): cells_of_an_array,
    (mapping, "_LONGEST"): characters_in_a_comment,
    (slip, "_LONGEST"): characters_of_a_slip_in_a_message,
    (drafts, "_LONGEST"): characters_of_evidence,
    (xlsx, "_LONGEST"): characters_of_a_cell,
    (index, "_MOST_KEYS"): entries_of_one_name,
    (location, "_LONGEST"): characters_of_a_root_in_a_cache,
    (drafting, "_MOST"): bytes_of_an_article,
    (reading, "_MOST"): characters_of_an_article,
    (reading, "_MOST_OF_PAGE"): characters_of_a_page,
    (encoding, "_LONGEST"): characters_of_the_name_of_an_encoding,
    (formats, "_FEW"): control_characters_of_a_text,
    (mail, "_PARTS"): parts_within_parts,
    (annotations, "_SHOWN"): notices_of_a_difference,
    (difference_words, "_LONGEST"): characters_of_a_quoted_text,
    (pairing, "_ENOUGH"): points_of_one_meeting,
    (pairing, "_MOST"): records_that_share_a_title,
    (writing, "_AGE"): seconds_of_a_file_left_behind,
}


@pytest.mark.parametrize("check", THRESHOLDS.values(), ids=lambda check: check.__name__)
def test_the_last_value_is_in_and_the_first_one_out(repo: Repo, check: Callable[[Repo], None]) -> None:
    check(repo)


@pytest.mark.parametrize("step", [-1, 1])
@pytest.mark.parametrize(("place", "check"), THRESHOLDS.items(), ids=lambda value: getattr(value, "__name__", ""))
def test_another_value_would_be_noticed(
    repo: Repo, monkeypatch: pytest.MonkeyPatch, place: tuple[object, str], check: Callable[[Repo], None], step: int
) -> None:
    module, name = place
    monkeypatch.setattr(module, name, getattr(module, name) + step)
    with pytest.raises((AssertionError, ValueError, StopError, pytest.fail.Exception)):  # two of a name may disagree
        check(repo)


def test_every_number_is_a_threshold_or_is_said_not_to_be() -> None:
    script = [sys.executable, ROOT / "scripts" / "prove_thresholds.py", "--list"]
    result = subprocess.run(script, capture_output=True, text=True, check=False)
    assert (result.returncode, result.stderr) == (0, "")
    assert result.stdout.count("\n") > 100


def _records_of(repo: Repo, name: str, content: str) -> dict[str, records.RecordFile]:
    path = repo.add(name, content)
    found = {each.id: each for each in records.load(Repository(repo.root)).sound}
    path.unlink()
    assert len(found) == 1
    return found


def _codes(repo: Repo) -> set[str]:
    every = Choice(None, tuple(rule.code for rule in RULES), ())
    found = check_files(Repository(repo.root), Repository(repo.root).files(), date(2026, 6, 1), every, lambda *_: None)
    return {problem.code for problem in found.problems}


def _codes_of(repo: Repo, content: str) -> set[str]:
    repo.add(content=content)
    return _codes(repo)


def _on(day: str, table: str) -> str:
    """Return a good record of another day, with one more table."""
    return f"{GOOD}\n{table}".replace("2026-02-01", day)


def _codes_of_two(repo: Repo, day: date, url: str) -> set[str]:
    repo.add()
    moved = GOOD.replace("2026-02-01", f"{day}").replace("https://example.org/1", url)
    other = repo.add(f"2026/{day}-ma-qa.toml", moved)
    found = _codes(repo)
    other.unlink()
    return found


def _findings(rule: ModuleType, **values: object) -> list[Finding]:
    """Return what a rule finds in a meeting that has only these values, in 2026."""
    entry, scope = SimpleNamespace(meeting=SimpleNamespace(**values)), SimpleNamespace(today=date(2026, 6, 1))
    return list(rule.check(entry, scope))


def _zipped(parts: int) -> bytes:
    content = BytesIO()
    with ZipFile(content, "w") as file:
        for number in range(parts):
            file.writestr(f"{number}", "")
    return content.getvalue()


def _report(number: int, message: str = "a", source: str = "") -> CheckReport:
    rule = RULES[0]
    problem = Problem(rule.code, rule.name, "error", message, "", "p", at(1, 1), (), None, source)
    return CheckReport(1, (problem,) * number)
