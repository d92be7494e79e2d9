"""The site: its pages say what the records say, lead to one another, and are sound HTML in every language."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from posixpath import dirname, join, normpath
from string import Formatter
from typing import Any

import feedparser
import html5lib
import icalendar
import pytest
from conftest import CORPUS, ROOT, Repo
from site_pages import DAY, EVERYTHING, OLDER, corpus_files, made_files, made_site, write_records

from coopdb.query.dimensions import DIMENSIONS
from coopdb.record.fields import record_fields
from coopdb.render.record_view import RecordView
from coopdb.render.records import json as record_as_json
from coopdb.render.screen import Screen
from coopdb.report.wording import LANGUAGES, catalogue, plural_form
from coopdb.site import building
from coopdb.site.building import site_files
from coopdb.site.entities import KINDS
from coopdb.site.forge import Forge
from coopdb.site.naming import file_name
from coopdb.site.parts import entities, ledgers
from coopdb.site.words import site_catalogue
from coopdb.store.files.made_folder import LIST, put_folder
from coopdb.store.files.records import load
from coopdb.store.files.repository import Repository
from coopdb.vocabulary.vocabularies import packaged_vocabularies

MEETING = "meetings/2026-02-01-ma-qa.html"
SITE = ROOT / "src" / "coopdb"


class Page(HTMLParser):
    """The links, the identifiers and the text of a page."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.links: list[tuple[str, str]] = []
        self.ids: list[str] = []
        self.text = ""
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(content.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self.tags.append((tag, values))
        self.ids += [values["id"]] if values.get("id") else []
        self.links += [(tag, str(values[name])) for name in ("href", "src") if values.get(name)]

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return made_files(write_records(tmp_path_factory.mktemp("records")), base_url="https://example.org/x/")


def pages(files: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    found = [(path, content) for path, content in files.items() if path.endswith(".html")]
    assert len(found) > 100
    return iter(found)


def kinds(files: Iterable[str]) -> list[str]:
    """Return a page of each kind: the longest path of each folder, and those of no folder."""
    by_folder = {dirname(path) or path: path for path in files if path.endswith(".html")}
    tops = [path for path in files if path.endswith(".html") and path.count("/") <= 1]
    return sorted({*by_folder.values(), *tops})


def test_every_link_leads_to_a_file_of_the_site_or_out_of_it(files: dict[str, bytes]) -> None:
    for every in (files, corpus_files()):
        for path, content in pages(every):
            for target in {unescape(each) for each in re.findall(r' (?:href|src)="([^"]*)"', content.decode())}:
                if not re.match("https?:", target):
                    file, _, anchor = target.partition("#")
                    found = normpath(join(dirname(path), file)) if file else path
                    assert found in every, (path, target)
                    assert not anchor or f' id="{anchor}"'.encode() in every[found]


def test_nothing_is_loaded_from_anywhere_else(files: dict[str, bytes]) -> None:
    for path, content in pages(files):
        page = Page(content)
        for tag, values in page.tags:
            loaded = values.get("src") or (values.get("href") if values.get("rel") == "stylesheet" else None)
            assert not re.match("[a-z]+:|//", loaded or ""), path
            assert tag not in ("iframe", "object", "embed")
            assert not any(name.startswith("on") for name in values)
    assert not re.search(rb"@import|url\(", files["assets/site.css"])


def test_pages_are_sound_html(files: dict[str, bytes]) -> None:
    chosen = [path for path in kinds(files) if path != "index.html"]
    assert len(chosen) > 3 * 12
    for path in ["index.html", *chosen]:
        parser = html5lib.HTMLParser(strict=True)
        parser.parse(files[path])
        ids = Page(files[path]).ids
        assert len(ids) == len(set(ids)), path


def test_a_page_has_a_language_one_heading_landmarks_and_named_tables(files: dict[str, bytes]) -> None:
    for path in kinds(files):
        if path == "index.html":
            continue
        tags = [tag for tag, _ in Page(files[path]).tags]
        assert tags[: tags.index("body")].count("title") == 1  # each mark of a chart has one too
        assert [tags.count(each) for each in ("h1", "main", "header", "footer")] == [1] * 4, path
        labelled = [values for tag, values in Page(files[path]).tags if tag == "table" and "aria-labelledby" in values]
        assert tags.count("caption") + len(labelled) == tags.count("table")
        html = Page(files[path]).tags[0][1]
        assert html == {"lang": path[:2], "dir": "rtl" if path.startswith("ar/") else "ltr"}
        heads = [values for tag, values in Page(files[path]).tags if tag == "th"]
        assert all(values.get("scope") in ("col", "row") for values in heads)


@pytest.mark.parametrize("has_every_key", [True, False])
def test_a_meeting_is_there_as_show_writes_it(tmp_path: Path, has_every_key: bool) -> None:
    root = write_records(tmp_path) if has_every_key else CORPUS
    files = made_files(root) if has_every_key else corpus_files()
    made = {path: content for path, content in files.items() if path.startswith("data/records/")}
    entries = load(Repository(root).published()).sound
    assert len(made) == len(entries)
    words = packaged_vocabularies()
    shown = {each.path: record_as_json.render([RecordView(each, words)], Screen()) for each in entries}
    for path, content in made.items():
        found = json.loads(content)
        assert found == json.loads(shown[found["path"]])
        page = files[f"ar/meetings/{path.removeprefix('data/records/').removesuffix('.json')}.html"].decode()
        assert f'href="../../{path}"' in page


def test_every_language_has_the_same_pages_and_leads_to_the_same_page(files: dict[str, bytes]) -> None:
    names = {language: {path[3:] for path in files if path.startswith(f"{language}/")} for language in LANGUAGES}
    assert names["en"] == names["fr"] == names["ar"]
    page = files[f"fr/{MEETING}"].decode()
    assert f'href="../../ar/{MEETING}" hreflang="ar"' in page


def test_the_first_page_leads_to_the_language_that_was_chosen(tmp_path: Path) -> None:
    files = made_files(write_records(tmp_path), language="ar", title="Ours & theirs")
    assert b'url=ar/index.html"' in files["index.html"]
    assert b"<h1>Ours &amp; theirs</h1>" in files["index.html"]
    assert b"<title>Overview \xc2\xb7 Ours &amp; theirs</title>" in files["en/index.html"]


def test_the_page_of_a_meeting_says_all_that_its_record_says(files: dict[str, bytes]) -> None:
    text = Page(files[f"en/{MEETING}"]).text + files[f"en/{MEETING}"].decode()
    named = {each.key for fields in record_fields().values() for each in fields}
    assert named - {"waivers", "code", "reason", "internal"} <= set(re.findall(r"\w+", EVERYTHING)) | {"draft"}
    said = (
        *("1 February 2026", "3 February 2026", "20 January 2026", "about May 2027", "joint commission", "session 3"),
        *("ministerial level", "hybrid", "Web Summit <Qatar>", "They met & they spoke.", "https://example.org/agenda"),
        *("An older meeting", "Planned with an organisation", "Palace of Congresses", "Doha", "Qatar", "one side"),
        *("Amal Idrissi", "Minister of Everything", "Ministry of All", "lead", "محمد المناعي", "Cloud computing"),
        *("agreed", "a note on clouds", "Memorandum on clouds", "memorandum of understanding", "2 February 2026"),
        *("1 March 2026", "1 January 2027", "31 December 2026", "by agreement", "signed by", "Nobody Here"),
        *("2025-01-01-ma-qa#old", "https://example.org/memo", "Open source", "not binding", "not signed", "treaty"),
        *("share the guide", "30 June 2026", "in progress since 1 April 2026, overdue", "Data exchange", "half of it"),
        *("the ministry will share", "closed by", "done, undated", "dropped, undated", "The talks", "Example Press"),
        *("A. Writer", "published by: Morocco", "4 February 2026", "press", "5 February 2026", "archived copy"),
        *("Not an address", "javascript:alert(1)", "records/2026/2026-02-01-ma-qa.toml", "Joint Commission / اللجنة"),
    )
    for each in said:
        assert each in text
    assert 'href="javascript' not in text
    assert 'id="2026-02-01-ma-qa.memo"' in text


def test_a_meeting_leads_to_those_that_refer_to_it(files: dict[str, bytes]) -> None:
    text = files["en/meetings/2025-01-01-ma-qa.html"].decode()
    assert re.search(r"<dt>referred to by</dt>\s*<dd><a href=\"../meetings/2026-02-01-ma-qa.html\">", text)


def test_a_meeting_that_was_not_held_says_so(files: dict[str, bytes]) -> None:
    assert '<strong class="status">planned</strong>' in files["en/meetings/2026-02-09-dz-unido.html"].decode()
    assert '<strong class="status">postponed</strong>' in files["en/countries/dz.html"].decode()
    assert "1 meeting held" not in files["en/countries/dz.html"].decode()
    assert "No meeting has been held." in files["en/countries/dz.html"].decode()


def test_records_with_one_id_have_a_page_each(files: dict[str, bytes]) -> None:
    assert len([path for path in files if path.startswith("en/meetings/records-20")]) == 2


# The properties of https://schema.org/Event and of what it inherits from Thing, as far as pages use them.
EVENT = {
    *("@context", "@type", "@id", "about", "attendee", "description", "endDate", "eventAttendanceMode", "eventStatus"),
    *("location", "name", "previousStartDate", "startDate", "subjectOf", "superEvent", "url"),
}


def events(files: Mapping[str, bytes]) -> Iterator[tuple[str, dict[str, Any]]]:
    for path, content in files.items():
        for text in re.findall('<script type="application/ld\\+json">(.*?)</script>', content.decode()):
            yield path, json.loads(text)


def test_a_meeting_is_an_event_of_the_vocabulary(files: dict[str, bytes]) -> None:
    found = list(events(files))
    assert len(found) == len([path for path in files if "/meetings/" in path and path.endswith(".html")])
    for path, event in found:
        assert event.keys() <= EVENT
        assert (event["@context"], event["@type"]) == ("https://schema.org", "Event")
        assert event["name"]
        assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", event["startDate"])
        assert event["eventStatus"].removeprefix("https://schema.org/Event") in ("Scheduled", "Postponed", "Cancelled")
        assert event["url"] == f"https://example.org/x/{path}"
        assert {each["@type"] for each in event["attendee"]} <= {"GovernmentOrganization", "Organization", "Person"}


def test_the_event_of_a_meeting_says_what_the_record_says(files: dict[str, bytes]) -> None:
    event = dict(events(files))[f"en/{MEETING}"]
    assert event["name"] == "Everything </script><b>bold</b> & “more”"
    assert (event["startDate"], event["endDate"], event["previousStartDate"]) == (
        *("2026-02-01", "2026-02-03"),
        ["2026-01-20"],
    )
    assert event["location"] == {
        "@type": "Place",
        "name": "Palace of Congresses",
        "address": {"@type": "PostalAddress", "addressLocality": "Doha", "addressCountry": "QA"},
    }
    assert event["subjectOf"] == [{"@type": "CreativeWork", "url": "https://example.org/1?a=1&b=2"}]
    assert {"@type": "Person", "name": "Amal Idrissi", "jobTitle": "Minister of Everything"} in event["attendee"]
    assert "eventAttendanceMode" not in dict(events(files))["en/meetings/2026-02-09-dz-unido.html"]


def test_entities_are_named_in_other_scripts_and_say_what_they_are_part_of(files: dict[str, bytes]) -> None:
    country = files["en/countries/ma.html"].decode()
    assert '<bdi lang="ar">المغرب</bdi>' in country
    assert '<bdi lang="fr">Royaume du Maroc</bdi>' in country
    assert 'Part of <a href="../topics/digital-infrastructure.html">' in files["en/topics/cloud.html"].decode()


def test_a_pair_and_a_series_tell_how_far_topics_got(files: dict[str, bytes]) -> None:
    assert "discussed 2025 → agreed 2026" in files["en/pairs/ma-qa.html"].decode()
    series = next(path for path in files if path.startswith("en/series/joint"))
    assert "How far topics got" in files[series].decode()


def test_a_person_has_the_offices_in_which_they_met_others(files: dict[str, bytes]) -> None:
    person = files[f"en/people/{file_name('Amal Idrissi')}.html"].decode()
    assert re.search(
        r"<bdi>Minister of Everything</bdi> · <bdi>Ministry of All</bdi> <a href=\"../countries/ma.html\">", person
    )
    assert "../organizations/unido.html" in person


def test_a_rhythm_and_that_it_is_late_are_told(repo: Repo) -> None:
    for year in ("2015", "2016", "2017"):
        repo.add(f"{year}/{year}-01-01-ma-qa.toml", OLDER.replace("2025-01-01", f"{year}-01-01"))
    page = made_files(repo.root)["en/pairs/ma-qa.html"].decode()
    assert "usually every 366 days" in page
    assert '<strong class="status">late</strong>' in page


def test_of_many_meetings_only_the_newest_are_on_a_page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(entities, "MOST", 1)
    monkeypatch.setattr(entities, "MOST_VALUES", 1)
    monkeypatch.setattr(ledgers, "MOST", 1)
    files = made_files(write_records(tmp_path))
    page = files["en/countries/ma.html"].decode()
    assert "The newest 1 of 4 are listed here" in page
    assert page.count('<span class="when">') == 1
    assert "and 1 more" in page
    assert files["data/countries/ma.csv"].count(b"\n") == 5
    assert len(json.loads(files["data/countries/ma.json"])) == 4
    assert "and 3 more" in files["en/commitments.html"].decode()


def test_every_table_is_beside_its_page_as_csv_and_json(files: dict[str, bytes]) -> None:
    for path, content in pages(files):
        page = Page(content)
        tables = sum(tag == "table" for tag, _ in page.tags)
        if path.endswith("/index.html") and path.count("/") == 1:
            tables -= 2  # what comes and what is overdue: the ledgers have all of it
        for ending in (".csv", ".json"):
            assert sum(target.endswith(ending) for _, target in page.links) >= tables, path
    for path, content in files.items():
        if path.endswith(".json"):
            json.loads(content)
    assert {path.removesuffix(".csv") for path in files if path.endswith(".csv")} == {
        path.removesuffix(".json") for path in files if path.endswith(".json") and "/records/" not in path
    }


def test_data_are_in_no_language(files: dict[str, bytes]) -> None:
    assert b"in-progress" in files["data/commitments.csv"]
    (line,) = [each for each in json.loads(files["data/countries.json"]) if each["key"] == "MA"]
    assert (line["name_fr"], line["name_ar"], line["meetings"]) == ("Maroc", "المغرب", 4)


def test_a_list_of_an_entity_is_what_search_says(coopdb: Any, tmp_path: Path) -> None:
    root = write_records(tmp_path)
    files = made_files(root)
    for ending in ("csv", "json"):
        command = ("search", "--root", root, "-c", "MA", "--format", ending, "--no-drafts", "--on", DAY)
        assert coopdb(*command).out == files[f"data/countries/ma.{ending}"].decode()


def test_the_feed_is_one_that_readers_read(files: dict[str, bytes], tmp_path: Path) -> None:
    root = write_records(tmp_path)
    feed = feedparser.parse(made_files(root, on_day := "2026-03-01")["en/feed.atom"])
    assert not feed.bozo
    assert on_day in feed.feed.updated
    assert feed.entries
    assert any(entry.link == MEETING for entry in feed.entries)
    far = made_files(root, on_day, base_url="https://example.org/x/")["fr/feed.atom"]
    assert b'<link rel="self" href="https://example.org/x/fr/feed.atom"/>' in far
    assert any(entry.link == f"https://example.org/x/fr/{MEETING}" for entry in feedparser.parse(far).entries)
    assert not feedparser.parse(files["en/feed.atom"]).bozo


def test_the_calendar_has_what_comes(files: dict[str, bytes]) -> None:
    calendar = icalendar.Calendar.from_ical(files["ar/agenda.ics"])
    assert len(list(calendar.walk("VEVENT"))) >= 1


def addresses(content: bytes) -> list[str]:
    return re.findall("<loc>(.*?)</loc>", content.decode())


def test_the_map_has_every_page(files: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wanted = {f"https://example.org/x/{path}".removesuffix("index.html") for path, _ in pages(files)}
    assert {*addresses(files["sitemap.xml"]), "https://example.org/x/"} == wanted
    monkeypatch.setattr(building, "_MOST", 100)
    several = made_files(write_records(tmp_path), base_url="https://example.org/x/")
    parts = addresses(several["sitemap.xml"])
    assert parts[0] == "https://example.org/x/sitemap-1.xml"
    assert sum(len(addresses(several[PurePosixPath(part).name])) for part in parts) == len(
        addresses(files["sitemap.xml"])
    )


def test_without_an_address_there_is_no_map() -> None:
    assert "sitemap.xml" not in corpus_files()
    assert b"canonical" not in corpus_files()["en/index.html"]


def test_a_record_leads_to_its_file_and_its_history(tmp_path: Path) -> None:
    files = made_files(write_records(tmp_path), forge=Forge("https://github.com/o/r", "data"))
    page = files[f"en/{MEETING}"].decode()
    assert 'href="https://github.com/o/r/blob/HEAD/data/records/2026/2026-02-01-ma-qa.toml"' in page
    assert 'href="https://github.com/o/r/commits/HEAD/data/records/2026/2026-02-01-ma-qa.toml"' in page


def test_home_is_light_and_tells_what_is_new_coming_and_overdue(files: dict[str, bytes]) -> None:
    home = files["en/index.html"].decode()
    assert "share the guide" in home
    assert "Next meeting of Joint Commission" in home
    corpus = corpus_files()
    assert len(corpus["en/index.html"]) + len(corpus["assets/site.css"]) < 200_000


def test_a_site_without_records_is_one_too(repo: Repo) -> None:
    files = made_files(repo.root)
    assert "None." in files["en/index.html"].decode()
    assert "None." in files["en/countries/index.html"].decode()


def test_the_same_records_and_day_give_the_same_bytes(tmp_path: Path) -> None:
    root = write_records(tmp_path)
    assert made_files(root) == made_files(root)


def test_what_is_only_brought_up_to_date_is_what_is_made_anew(tmp_path: Path) -> None:
    root = write_records(tmp_path / "records")
    kept = tmp_path / "kept"
    put_folder(kept, site_files(made_site(root)))
    path = root / "records/2026/2026-02-09-dz-unido.toml"
    changes = (
        lambda: path.write_text(path.read_text().replace("Planned with", "Arranged with")),
        lambda: path.write_text(path.read_text().replace('name = "Amal Idrissi"', 'name = "Another Person"')),
        (root / "records/2025/2025-01-01-ma-qa.toml").unlink,
        lambda: (root / "records/people.toml").write_text('["Amal Idrissi"]\naliases = ["A. Idrissi"]\n'),
        lambda: path.write_text(path.read_text().replace('"digital-identity"', '"open-source"')),
    )
    for day, change in zip((DAY, "2026-01-31", DAY, DAY, "2027-06-01"), changes, strict=True):
        change()
        code = str((root / "records/people.toml").exists())
        files = site_files(made_site(root, day, code))
        put_folder(kept, files)
        found = contents(kept)
        assert found.pop(LIST)
        assert found == {each.path: each.make() for each in files}
    put_folder(tmp_path / "fresh", files)
    assert contents(kept) == contents(tmp_path / "fresh")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_changed_record_changes_its_own_pages_only(tmp_path: Path) -> None:
    root = write_records(tmp_path / "records")
    put_folder(tmp_path / "site", site_files(made_site(root)))
    path = root / "records/2024/2024-03-01-fr-ma.toml"
    path.write_text(path.read_text().replace("https://example.org/2", "https://example.org/9"))
    changed = put_folder(tmp_path / "site", site_files(made_site(root)))
    assert 0 < changed.written < changed.same / 3
    assert changed.removed == 0


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("digital-identity", "digital-identity"),
        ("2026-02-01-ma-qa", "2026-02-01-ma-qa"),
        ("Amal Idrissi", "amal-idrissi-04b31e93c6"),
        ("aux", "aux-"),
        ("index", "index-"),
        ("com1", "com1-"),
        ("a/b\\c:d", "a-b-c-d-"),
        ("..", "x-"),
        ("", "x-"),
        ("محمد", "x-"),
        ("a-0123456789", "a-0123456789-"),
        ("a" * 101, "a" * 50 + "-"),
    ],
)
def test_a_file_has_a_safe_name(key: str, name: str) -> None:
    found = file_name(key)
    assert found.startswith(name)
    assert re.fullmatch(r"[a-z0-9][a-z0-9-]{0,99}", found)
    assert found == key or re.fullmatch(r".*-[0-9a-f]{10}", found)


def test_names_that_look_alike_have_a_file_each() -> None:
    names = ["Amal Idrissi", "amal idrissi", "AMAL IDRISSI", "Amal-Idrissi", "Ámal Idrissi", "amal-idrissi"]
    assert len({file_name(each) for each in names}) == len(names)


def placeholders(words: Any) -> set[str | None]:
    texts = words.values() if isinstance(words, dict) else [words]
    return {name for text in texts for _, name, _, _ in Formatter().parse(text) if name}


def test_every_catalogue_has_the_same_words_with_the_same_places() -> None:
    english = site_catalogue("en")
    for language in LANGUAGES:
        own = site_catalogue(language)
        assert own.keys() == english.keys()
        for key, words in own.items():
            assert isinstance(words, dict) == isinstance(english[key], dict)
            assert placeholders(words) == placeholders(english[key]), key
            if isinstance(words, dict):
                assert words.keys() == {plural_form(language, number) for number in range(201)}
        assert not own.keys() & catalogue(language).keys()


def test_no_word_of_the_site_is_unused() -> None:
    sources = [*(SITE / "data" / "site").rglob("*.html"), *(SITE / "data" / "site").rglob("*.js")]
    sources += [*(SITE / "site").rglob("*.py")]
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources)
    families = ("menu.", "kind-of.", "listed.", "renewal.", "capacity.", "search.", "explorer.")
    for key in site_catalogue("en"):
        assert f'"{key}"' in text or f"'{key}'" in text or key.startswith(families), key


def test_kinds_of_entities_are_dimensions() -> None:
    assert {kind.dimension for kind in KINDS.values()} <= DIMENSIONS.keys()
    assert all(folder == kind.folder for folder, kind in KINDS.items())


def test_the_corpus_has_pages_of_every_kind() -> None:
    folders = {dirname(path) for path in corpus_files()}
    assert {f"ar/{each}" for each in (*KINDS, "meetings")} <= folders
    assert CORPUS.is_dir()
