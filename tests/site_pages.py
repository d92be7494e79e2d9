"""What tests of the site share: a repository with a record that has every key, and the files of its site."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from conftest import CORPUS

from coopdb.query.filters import Filters
from coopdb.query.selection import select
from coopdb.site.building import site_files
from coopdb.site.options import SiteOptions
from coopdb.site.site import Site
from coopdb.store.files.records import load
from coopdb.store.files.repository import Repository
from coopdb.store.star.day import as_of
from coopdb.store.star.rows import build_star

DAY = "2026-11-26"
# Every key of a record, each with a text of its own.
EVERYTHING = """\
title = "Everything </script><b>bold</b> & “more”"
date = 2026-02-01
end_date = 2026-02-03
status = "held"
kind = "joint-commission"
level = "ministerial"
mode = "hybrid"
host_event = "Web Summit <Qatar>"
series = "Joint Commission / اللجنة"
session = 3
next_meeting = "2027-05~"
summary = "They met & they spoke."
agenda_url = "https://example.org/agenda"
follows = ["2025-01-01-ma-qa"]
related = ["2026-02-09-dz-unido"]
previous_dates = [2026-01-20]

[venue]
name = "Palace of Congresses"
city = "Doha"
country = "QA"

[[participants]]
country = "MA"
name = "Amal Idrissi"
role = "Minister of Everything"
institution = "Ministry of All"
capacity = "lead"

[[participants]]
country = "QA"
name = "محمد المناعي"

[[participants]]
organization = "unido"

[[topics]]
topic = "cloud"
stage = "agreed"
note = "a note on clouds"

[[documents]]
key = "memo"
kind = "mou"
title = "Memorandum on clouds"
signed = 2026-02-02
in_force = 2026-03-01
expires = 2027-01-01
ended = 2026-12-31
renewal = "by-agreement"
signatories = ["Amal Idrissi", "Nobody Here"]
replaces = "2025-01-01-ma-qa#old"
url = "https://example.org/memo"
topics = ["cloud", "open-source"]
binding = true

[[documents]]
kind = "protocol"
signed = false
url = "memo.pdf"

[[documents]]
kind = "treaty"
signed = true
binding = false
replaces = "2001-01-01-xx-yy#gone"

[[commitments]]
key = "share-guide"
text = "share the guide"
owner = "MA"
due = 2026-06-30
topics = ["data-exchange"]
evidence = "the ministry will share"

[[commitments.updates]]
date = 2026-04-01
status = "in-progress"
note = "half of it"
record = "2026-02-09-dz-unido"
url = "https://example.org/update"

[[commitments.updates]]
date = 2026-05-01
record = "2001-01-01-xx-yy"
url = "update.pdf"

[[commitments]]
text = "close the loop"
closed_by = "2026-02-09-dz-unido"

[[commitments]]
text = "open the door"
status = "done"
closed_by = "2001-01-01-xx-yy"

[[commitments]]
text = "dropped for good"
status = "dropped"

[[sources]]
url = "https://example.org/1?a=1&b=2"
title = "The talks"
publisher = "Example Press"
author = "A. Writer"
party = "MA"
published = 2026-02-04
language = "fr"
kind = "press"
accessed = 2026-02-05
archive = "https://archive.example.org/1"

[[sources]]
url = "javascript:alert(1)"
title = "Not an address"
archive = "copy.pdf"

[[sources]]
publisher = "Radio"
"""
OLDER = """\
title = "An older meeting"
date = 2025-01-01
topics = ["cloud"]
series = "Joint Commission / اللجنة"

[[participants]]
country = "MA"

[[participants]]
country = "QA"

[[documents]]
key = "old"
kind = "agreement"

[[sources]]
url = "https://example.org/2"
"""
OTHER = """\
title = "Planned with an organisation"
date = 2026-02-09
status = "planned"
mode = "written"
topics = ["digital-identity"]

[[participants]]
country = "DZ"
role = "Director"

[[participants]]
organization = "unido"
name = "Amal Idrissi"

[[documents]]
kind = "roadmap"
title = "A plan"

[[commitments]]
text = "meet again"
due = 2026-12-31

[[sources]]
url = "https://example.org/3"
"""


def write_records(root: Path) -> Path:
    """Write a repository with a record that has every key, and some of all that is odd."""
    texts = {
        "2026/2026-02-01-ma-qa": EVERYTHING,
        "2025/2025-01-01-ma-qa": OLDER,
        "2026/2026-02-09-dz-unido": OTHER,
        "2026/2024-03-01-fr-ma": OLDER.replace("2025-01-01", "2024-03-01").replace('"QA"', '"FR"'),
        "2024/2024-03-01-fr-ma": OLDER.replace("2025-01-01", "2024-03-01").replace('"QA"', '"FR"'),  # the same id
        "2026/AUX": OTHER.replace("2026-02-09", '"2019~"').replace("planned", "postponed"),
        "2026/2023-01-01-us-unido-x": OTHER.replace("2026-02-09", '"2023-01"').replace("planned", "cancelled"),
    }
    for name, text in texts.items():
        path = root / "records" / f"{name}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return root


def made_site(root: Path, day: str = DAY, code: str = "", **options: Any) -> Site:
    """Make the site of a repository, without a cache."""
    records = load(Repository(root).published())
    star = as_of(build_star(records), day)
    return Site.of(star, select(Filters(day=day).for_reports(), star), SiteOptions(**options), code)


def made_files(root: Path, day: str = DAY, **options: Any) -> dict[str, bytes]:
    """Make the files of the site of a repository."""
    files = site_files(made_site(root, day, **options))
    found = {each.path: each.make() for each in files}
    assert len(found) == len(files)
    assert len({path.casefold() for path in found}) == len(found)
    return found


@cache
def corpus_files() -> Mapping[str, bytes]:
    """Make the site of the corpus, once."""
    return made_files(CORPUS)
