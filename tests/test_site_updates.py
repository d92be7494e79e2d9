"""Whatever is edited, the public edition and the site that are brought up to date are those that are made anew."""

import copy
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
import tomli_w
from site_pages import DAY

from coopdb.query.filters import Filters
from coopdb.query.selection import select
from coopdb.site.building import site_files
from coopdb.site.options import SiteOptions
from coopdb.site.site import Site
from coopdb.store.cache import published
from coopdb.store.cache.index import Opened, _uncached, ask
from coopdb.store.files.made_folder import LIST, MadeFile, put_folder
from coopdb.store.files.repository import Repository
from coopdb.store.star.day import as_of
from coopdb.store.star.engine import Star
from coopdb.store.star.tables import star_tables

Records = dict[str, dict[str, Any]]  # by the path below records/
PEOPLE = (
    "",
    '["Amal Idrissi"]\naliases = ["A. Idrissi"]\n',
    '["Amal Idrissi"]\naliases = ["A. Idrissi"]\n["Adil Idrissi"]\naliases = ["A. Idrissi"]\n',
)
IDS = [f"2026-0{month}-01-{pair}" for month in (1, 2, 3) for pair in ("ma-qa", "fr-ma", "ma-tn-talks")]


def record(id: str) -> dict[str, Any]:
    countries = [each.upper() for each in id[11:].split("-")[:2]]
    return {
        "title": f"Talks of {id[11:]}",
        "date": id[:10],
        "topics": [{"topic": "cloud"}, {"topic": "open-source"}],
        "participants": [{"country": each, "name": name} for each, name in zip(countries, NAMES, strict=False)],
        "documents": [{"key": "pact", "kind": "mou", "title": "Pact"}],
        "commitments": [{"key": "promise", "text": "to meet", "due": "2026-12-01"}],
        "sources": [{"url": f"https://example.org/{id}-and-more"}, {"title": "Paper", "kind": "press"}],
    }


NAMES = ("Amal Idrissi", "A. Idrissi")


def edited(records: Records, chance: Random) -> None:
    """Edit one record in one way, or add one, delete one or give one another path."""
    path = chance.choice(sorted(records)) if records else ""
    target = f"{chance.choice(IDS)}{chance.choice(('', '#pact', '#promise'))}"
    match chance.randrange(12) if records else 0:
        case 0 | 1:
            id = chance.choice(IDS)
            records[f"{chance.choice(('2025', '2026'))}/{id}"] = record(id)
        case 2:
            del records[path]
        case 3:
            toggle(records[path], "internal")
        case 4:
            toggle(records[path], "draft")
        case 5 | 6:
            part = chance.choice(("participants", "topics", "documents", "commitments", "sources"))
            toggle(chance.choice(records[path][part]), "internal")
        case 7:
            records[path]["title"] = f"Talks {chance.randrange(9)}"
            records[path]["summary"] = f"See {target}-more, and {target.upper()}."
        case 8:
            records[path]["related"] = [target.partition("#")[0]]
        case 9:
            records[path]["commitments"][0]["closed_by"] = target.partition("#")[0]
            records[path]["documents"][0]["replaces"] = f"{target.partition('#')[0]}#pact"
        case 10:
            records[path]["documents"][0]["key"] = chance.choice(("pact", "treaty"))
        case _:
            toggle(records[path], "unknown")  # a fault


def toggle(table: dict[str, Any], key: str) -> None:
    table.update({} if table.pop(key, False) else {key: True})


def written(root: Path, records: Records, before: Records) -> None:
    for path in before.keys() - records.keys():
        (root / "records" / f"{path}.toml").unlink()
    for path, each in records.items():
        file = root / "records" / f"{path}.toml"
        file.parent.mkdir(parents=True, exist_ok=True)
        if before.get(path) != each:
            file.write_text(tomli_w.dumps(each), encoding="utf-8")


def edits(root: Path, seed: int, steps: int) -> Iterator[int]:
    """Write records, and yield after each of some edits; own people change too."""
    chance = Random(seed)  # noqa: S311  # the same each time
    records: Records = {f"2026/{each}": record(each) for each in IDS[:5]}
    before: Records = {}
    for step in range(steps):
        written(root, records, before)
        (root / "records/people.toml").write_text(PEOPLE[(step + seed) // 4 % 3], encoding="utf-8")
        yield step
        before = copy.deepcopy(records)
        for _ in range(chance.randint(1, 3)):
            edited(records, chance)


def contents(star: Star) -> dict[str, list[tuple[Any, ...]]]:
    """Return the rows of every table, each with the path of its record instead of the number."""
    found = {}
    for table in (*star_tables(), "texts"):
        statement = f"SELECT named.path, own.* FROM {table} AS own JOIN meetings AS named USING (meeting)"  # noqa: S608  # our own names
        rows = star.connection.execute(statement)
        place = [each[0] for each in rows.description].index("meeting")
        found[table] = sorted((row[:place] + row[place + 1 :] for row in rows), key=repr)
    return found


@pytest.fixture
def public(tmp_path: Path, settled_at_once: None) -> Repository:
    (tmp_path / "caches").mkdir(mode=0o700)
    return Repository(tmp_path / "repo", caches=lambda: tmp_path / "caches").published()


@pytest.mark.parametrize("seed", range(8))
def test_the_public_edition_that_is_brought_up_to_date_is_that_of_the_files(public: Repository, seed: int) -> None:
    for step in edits(public.root, seed, 15):
        found = ask(public, lambda opened: (contents(opened.star), opened[1:], words(opened)))
        made = _uncached(public)
        assert found == (contents(made.star), made[1:], words(made)), step


def words(opened: Opened) -> list[Any]:
    """Return the words of the public's own that are public."""
    return [sorted(each.entries.items()) for each in (opened.star.vocabularies.people, opened.star.vocabularies.topics)]


@pytest.mark.parametrize("seed", range(3))
def test_the_site_that_is_brought_up_to_date_is_the_one_that_is_made_anew(public: Repository, seed: int) -> None:
    folder = public.root.parent / "site"

    for step in edits(public.root, seed + 100, 5):
        ask(public, lambda opened: put_folder(folder, files(opened)))
        found = {each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()}
        assert found.pop(LIST)
        assert found == {each.path: each.make() for each in files(_uncached(public))}, step


def test_links_follow_a_page_whose_name_changes_with_another_record(public: Repository) -> None:
    folder, id = public.root.parent / "site", IDS[0]
    first = {f"2026/{id}": record(id)}
    other = record("2026-05-05-tn-qa") | {
        "topics": ["cybersecurity"],
        "participants": [{"country": "TN"}, {"country": "SE"}],
    }
    for records, before in ((first, {}), (first | {f"2025/{id}": other}, first)):
        written(public.root, records, before)
        ask(public, lambda opened: put_folder(folder, files(opened)))
    for each in files(_uncached(public)):
        assert (folder / each.path).read_bytes() == each.make(), each.path


def test_a_page_names_the_record_that_refers_to_it_and_not_another_of_its_id(public: Repository) -> None:
    one, other = IDS[:2]
    second = record(one) | {"title": "The second", "related": [other]}
    records = {f"2025/{one}": record(one), f"2026/{one}": second, f"2026/{other}": record(other)}
    written(public.root, records, {})
    (page,) = [each for each in ask(public, files) if each.path == f"en/meetings/{other}.html"]
    html = ask(public, lambda opened: {each.path: each.make() for each in files(opened)})[page.path].decode()
    assert "The second" in html
    assert record(one)["title"] not in html


def files(opened: Opened) -> list[MadeFile]:
    """Return the files of the site; own words stand for the code that pages are made with, as the command sums up."""
    star = as_of(opened.star, DAY)
    selection = select(Filters(day=DAY).for_reports(), star)
    return site_files(Site.of(star, selection, SiteOptions(), str(words(opened))))


def test_one_changed_record_is_all_that_is_read_for_the_public_edition(
    public: Repository, monkeypatch: pytest.MonkeyPatch
) -> None:
    records: Records = {f"2026/{each}": record(each) for each in IDS}
    records[f"2026/{IDS[1]}"]["related"] = [IDS[0]]
    written(public.root, records, {})
    read: list[str] = []
    real = published.read_entry
    monkeypatch.setattr(
        published, "read_entry", lambda root, path, words: (read.append(path), real(root, path, words))[1]
    )

    def after(**values: Any) -> list[str]:
        before = copy.deepcopy(records)
        records[f"2026/{IDS[0]}"] |= values
        written(public.root, records, before)
        read.clear()
        ask(public, lambda opened: opened.star.vocabularies)
        return [each.rpartition("/")[2].removesuffix(".toml") for each in read]

    assert len(after()) == len(IDS)
    assert after(title="Other talks") == [IDS[0]]
    assert after(internal=True) == [IDS[0], IDS[1]]  # which names it
    assert after(title="Talks again") == [IDS[0]]
    assert after(internal=False) == [IDS[0], IDS[1]]
