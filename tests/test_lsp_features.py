"""What the language server answers: completion, hovers, actions, layout, definitions, references, renaming, symbols."""

import json
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from conftest import GOOD, Repo
from lsp_client import Client, applied, in_process

from coopdb.data.meanings import MEANINGS
from coopdb.record import values
from coopdb.record.fields import record_fields

FULL = """\
title = "Morocco and Qatar sign on AI"
date = 2025-03-04
host_event = "Web Summit Qatar 2025"
series = "Morocco–Qatar Joint Commission"
session = 2
summary = "They signed."

[venue]
city = "Doha"
country = "QA"

[[participants]]
country = "MA"
name = "Amal O'Neill"
role = "Minister of Ports"
institution = "Ministry of Ports"

[[participants]]
country = "QA"
name = "Hamad Ali"

[[participants]]
organization = "itu"
name = "Doreen B"

[[topics]]
topic = "artificial-intelligence"
stage = "agreed"

[[documents]]
key = "mou-on-ai"
kind = "mou"
title = "Memorandum on AI"
signed = 2025-03-04
signatories = ["Amal O'Neill", "Hamad Ali"]
topics = ["cloud"]

[[commitments]]
key = "send-a-draft"
text = "Send a draft"
owner = "MA"
due = 2025-06-01
updates = [{ date = 2025-05-01, status = "in-progress", note = "Begun." }]

[[commitments]]
text = "Open an office"
owner = "QA"
closed_by = "2026-02-01-ma-qa"

[[sources]]
url = "https://example.org/0"
publisher = "Agency"
language = "fr"
"""
FULL_ID = "2025-03-04-ma-qa"
MINE = GOOD.replace("date = 2026", f'follows = ["{FULL_ID}"]\ndate = 2026')


@pytest.fixture
def client(repo: Repo) -> Iterator[Client]:
    """Give a client of a repository with two records, of which the later is open."""
    repo.add(f"2025/{FULL_ID}.toml", FULL)
    path = repo.add(content=MINE)
    with in_process() as found:
        found.initialize(repo.root)
        found.open(path)
        yield found


@pytest.fixture
def uri(client: Client) -> str:
    return next(iter(client.texts))


@pytest.fixture
def full(client: Client, repo: Repo) -> str:
    return client.open(repo.root / f"records/2025/{FULL_ID}.toml")


def offered(client: Client, uri: str, line: str) -> list[dict[str, Any]]:
    """Return what is offered where | stands in a line, which takes the place of the title."""
    client.put(uri, MINE.replace('title = "Morocco and Qatar talk about AI"', line.replace("|", "")))
    found = client.ask("textDocument/completion", client.at(uri, line.partition("|")[0]))
    items: list[dict[str, Any]] = found["items"]
    return items


def taken(client: Client, uri: str, line: str, label: str) -> str:
    """Return the line once an offer has been taken."""
    item = next(each for each in offered(client, uri, line) if each["label"] == label)
    number = line.partition("|")[0].count("\n")
    return applied(client.texts[uri], [item["textEdit"]]).split("\n")[number]


@pytest.mark.parametrize("typed", ["maroc", "المغرب", "Moroc", "marrueco", "MA", "royaume du maroc", "Marokko"])
def test_a_country_is_offered_by_any_of_its_names(client: Client, uri: str, typed: str) -> None:
    first, *_ = offered(client, uri, f'[venue]\ncountry = "{typed}|"')
    assert first["label"] == "MA"
    assert first["filterText"].startswith(typed)
    assert first["detail"].startswith("Morocco")
    assert first["textEdit"]["newText"] == "MA"
    assert "المغرب" in first["documentation"]


@pytest.mark.parametrize(
    ("line", "label", "after"),
    [
        ('[venue]\ncountry = "leb|"', "LB", 'country = "LB"'),
        ("[venue]\ncountry = |", "LB", 'country = "LB"'),
        ("[venue]\ncountry = leb|", "LB", 'country = "LB"'),
        ('[venue]\ncountry = "leb|', "LB", 'country = "LB"'),
        ("[venue]\ncountry = 'leb|'", "LB", "country = 'LB'"),
        ('topics = ["cloud", "intel|"]', "artificial-intelligence", 'topics = ["cloud", "artificial-intelligence"]'),
        ('topics = [{ topic = "ذكاء|" }]', "artificial-intelligence",
         'topics = [{ topic = "artificial-intelligence" }]'),
        ('topics = [{ topic = "cloud", stage = "|" }]', "agreed", 'topics = [{ topic = "cloud", stage = "agreed" }]'),
        ('[[participants]]\norganization = "telecommunication|"', "itu", 'organization = "itu"'),
        ('[[commitments]]\nowner = "union euro|"', "european-union", 'owner = "european-union"'),
        ('[[commitments]]\nowner = "فرنسا|"', "FR", 'owner = "FR"'),
        ('[[participants]]\nname = "oneil|"', "Amal O'Neill", 'name = "Amal O\'Neill"'),
        ('[[participants]]\ncountry = "QA"\nname = "|"', "Hamad Ali", 'name = "Hamad Ali"'),
        ('[[participants]]\nname = "Amal O\'Neill"\nrole = "|"', "Minister of Ports", 'role = "Minister of Ports"'),
        ('[[participants]]\ninstitution = "port|"', "Ministry of Ports", 'institution = "Ministry of Ports"'),
        ('series = "joint|"', "Morocco–Qatar Joint Commission", 'series = "Morocco–Qatar Joint Commission"'),
        ('host_event = "web|"', "Web Summit Qatar 2025", 'host_event = "Web Summit Qatar 2025"'),
        ('[venue]\ncountry = "QA"\ncity = "d|"', "Doha", 'city = "Doha"'),
        ('follows = ["sign|"]', FULL_ID, f'follows = ["{FULL_ID}"]'),
        ('[[documents]]\nreplaces = "memo|"', f"{FULL_ID}#mou-on-ai", f'replaces = "{FULL_ID}#mou-on-ai"'),
        ('kind = "vi|"', "visit", 'kind = "visit"'),
        ("draft = |", "true", "draft = true"),
        ("draft = t|", "true", "draft = true"),
        ('[[sources]]\nlanguage = "franç|"', "fr", 'language = "fr"'),
        ('[[sources]]\nlanguage = "ar|"', "ar", 'language = "ar"'),
        ('[[waivers]]\ncode = "source url|"', "S001", 'code = "S001"'),
        ("sum|", "summary", "summary = "),
        ("[venue]\nci|", "city", "city = "),
        ("|", "[[participants]]", "[[participants]]"),
        ("ven|", "[venue]", "[venue]"),
        ("[[docu|]]", "[[documents]]", "[[documents]]"),
        ("[[commitments.|]]", "[[commitments.updates]]", "[[commitments.updates]]"),
    ],
)  # fmt: skip
def test_what_is_offered_can_be_taken(client: Client, uri: str, line: str, label: str, after: str) -> None:
    assert taken(client, uri, line, label) == after


def test_of_values_with_a_meaning_it_is_told(client: Client, uri: str) -> None:
    found = {each["label"]: each["detail"] for each in offered(client, uri, 'mode = "|"')}
    assert found == MEANINGS["Mode"]


def test_every_value_of_a_fixed_list_has_a_meaning() -> None:
    kinds = {each.kind for fields in record_fields().values() for each in fields if each.kind[:1].isupper()}
    assert {kind: list(each) for kind, each in MEANINGS.items() if kind in kinds} == {
        kind: list(get_args(getattr(values, kind))) for kind in kinds
    }


def test_people_come_with_their_latest_office_those_of_the_party_first(client: Client, uri: str, repo: Repo) -> None:
    people = repo.root / "records/people.toml"
    people.write_text(
        '["Sara El"]\ncountry = "QA"\naliases = ["سارة"]\noffices = [{ role = "Envoy" }]\n', encoding="utf-8"
    )
    client.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
    found = offered(client, uri, '[[participants]]\ncountry = "QA"\nname = "|"')
    assert [each["label"] for each in found] == ["Hamad Ali", "Amal O'Neill", "Doreen B", "Sara El"]
    assert [each.get("detail") for each in found] == ["QA", "Minister of Ports, Ministry of Ports, MA", "itu", "Envoy"]
    (found,) = offered(client, uri, '[[participants]]\nname = "سار|"')
    assert (found["label"], found["filterText"]) == ("Sara El", "سارة")


def test_what_a_country_was_is_offered_last_unless_it_was_then(client: Client, uri: str) -> None:
    labels = [each["label"] for each in offered(client, uri, 'title = "x"\n[venue]\ncountry = "germany|"')]
    assert labels.index("DE") < labels.index("DD")
    client.put(uri, MINE.replace("2026-02-01", "1980-02-01").replace('"QA"', '"germany"'))
    found = client.ask("textDocument/completion", client.at(uri, '"germany'))
    assert "DD" in [each["label"] for each in found["items"]][:3]


@pytest.mark.parametrize("line", ["# a commen|t", "title = |", 'title = "|x"', 'zzz = "|"', "date = 2026|"])
def test_nothing_is_offered_where_nothing_is_known(client: Client, uri: str, line: str) -> None:
    assert offered(client, uri, line) == []


def test_a_key_that_is_there_is_not_offered_again(client: Client, uri: str) -> None:
    labels = [each["label"] for each in offered(client, uri, 'title = "x"\n|')]
    assert "title" not in labels
    assert "summary" in labels


def told(client: Client, uri: str, text: str, within: int | None = None) -> str:
    found = client.ask("textDocument/hover", client.at(uri, text, within))
    return str(found["contents"]["value"]) if found else ""


def test_a_hover_tells_the_names_and_the_last_meetings_of_the_pair(client: Client, uri: str) -> None:
    assert told(client, uri, '"MA') == (
        "MA: Morocco · Maroc · المغرب\n1 other record of MA and QA:\n"
        f"2025-03-04  Morocco and Qatar sign on AI  ({FULL_ID})"
    )
    client.put(uri, MINE.replace('country = "QA"', 'organization = "itu"').replace('country = "MA"', 'zz = "MA"'))
    assert "International Telecommunication Union" in told(client, uri, '"itu')


def test_a_hover_tells_what_a_topic_means(client: Client, uri: str) -> None:
    assert told(client, uri, '"artificial').startswith("artificial-intelligence: Artificial intelligence · ")


def test_a_hover_tells_of_people_records_parties_and_values(client: Client, full: str) -> None:
    assert told(client, full, '"Amal') == (
        f"Minister of Ports, Ministry of Ports, MA\n1 record:\n2025-03-04  Morocco and Qatar sign on AI  ({FULL_ID})"
    )
    assert "2026-02-01  Morocco and Qatar talk about AI" in told(client, full, '"2026-02-01-ma-qa')
    assert told(client, full, 'owner = "MA').startswith("MA: Morocco")
    assert told(client, full, 'kind = "mo') == "a memorandum of understanding"
    assert told(client, full, "host_ev").startswith("The event on whose margins they met")
    assert told(client, full, "[[docu").startswith("What was signed or issued.")
    assert told(client, full, "publisher").endswith('publisher = "Ministry of Foreign Affairs"')
    assert told(client, full, 'summary = "They') == ""
    assert told(client, full, "\n", within=0) == ""
    client.put(full, FULL.replace('owner = "MA"', 'owner = "itu"').replace("publisher", "zzz"))
    assert told(client, full, 'owner = "itu').startswith("itu: International")
    assert told(client, full, "zz") == ""


def test_a_hover_tells_the_offices_of_a_person_that_the_repository_knows(client: Client, full: str, repo: Repo) -> None:
    offices = '[{ role = "Envoy", country = "QA", since = 2020-01-01 }, { role = "Judge" }]'
    (repo.root / "records/people.toml").write_text(f'["Hamad Ali"]\noffices = {offices}\n', encoding="utf-8")
    client.notify("textDocument/didSave", {"textDocument": {"uri": full}})
    assert told(client, full, '"Hamad').splitlines()[1:3] == ["Envoy QA 2020-01-01 to …", "Judge"]


def test_a_hover_tells_how_far_a_commitment_is(client: Client, full: str) -> None:
    assert told(client, full, 'text = "Send').splitlines() == [
        "in-progress since 2025-05-01, overdue, as of 2026-11-01",
        "2025-05-01  in-progress  Begun.",
    ]
    assert told(client, full, 'text = "Open') == "done, as of 2026-11-01"
    client.put(full, FULL.replace('closed_by = "2026-02-01-ma-qa"', 'status = "dropped"'))
    assert told(client, full, 'text = "Open') == "dropped (of no day), as of 2026-11-01"
    client.put(full, FULL.replace('title = "Morocco and', "title = Morocco and"))
    assert told(client, full, 'text = "Open') == ""


def actions(client: Client, uri: str) -> dict[str, dict[str, Any]]:
    whole = {"start": {"line": 0, "character": 0}, "end": {"line": 99, "character": 0}}
    asked = {"textDocument": {"uri": uri}, "range": whole, "context": {"diagnostics": []}}
    return {each["title"]: each for each in client.ask("textDocument/codeAction", asked)}


def done(client: Client, uri: str, action: dict[str, Any]) -> str:
    (change,) = action["edit"]["documentChanges"]
    assert change["textDocument"] == {"uri": uri, "version": client.versions[uri]}
    return applied(client.texts[uri], change["edits"])


def test_every_fix_is_an_action_and_so_are_all_at_once(client: Client, uri: str) -> None:
    client.put(
        uri, MINE.replace('"MA"', '"Maroc 😀"'.replace(" 😀", "")).replace("talk", "talk 😀").replace('"QA"', '"Qatar"')
    )
    found = actions(client, uri)
    assert done(client, uri, found['Write "MA" (K005)']) == client.texts[uri].replace('"Maroc"', '"MA"')
    assert done(client, uri, found["Fix 2 problems of this file"]) == MINE.replace("talk", "talk 😀")
    assert found['Write "MA" (K005)']["diagnostics"][0]["code"] == "K005"
    near = {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 1}}
    asked = {"textDocument": {"uri": uri}, "range": near, "context": {"diagnostics": []}}
    assert [each["title"] for each in client.ask("textDocument/codeAction", asked)] == [
        "Fix 2 problems of this file", "Record it as a draft"
    ]  # fmt: skip


def test_keys_elements_and_quotes_are_fixed_too(client: Client, uri: str) -> None:
    client.put(uri, MINE.replace("title", "titel").replace('["artificial', '["artificial-intelligence", "artificial'))
    found = actions(client, uri)
    assert done(client, uri, found["Write the key title (K002)"]).startswith("title = ")
    taken_out = next(each for title, each in found.items() if title.startswith("Take it out"))
    assert done(client, uri, taken_out).count("artificial") == 1
    client.put(uri, MINE.replace('"Morocco and Qatar talk about AI"', "“Morocco and Qatar talk about AI”"))
    assert done(client, uri, actions(client, uri)["Fix it (F004)"]) == MINE


def test_a_rule_is_waived_with_a_reason_that_is_still_to_be_said(client: Client, uri: str) -> None:
    client.put(uri, MINE.replace('url = "https://example.org/1"', 'title = "A note"'))
    after = done(client, uri, actions(client, uri)["Waive S001 with a reason"])
    assert after.endswith('\n[[waivers]]\ncode = "S001"\nreason = ""\n')
    client.put(uri, after)
    (problem,) = [each for each in client.diagnostics(uri) if each["code"] != "S001"]
    assert (problem["severity"], problem["range"]["start"]["line"]) == (1, 16)


def test_a_record_becomes_a_draft(client: Client, uri: str) -> None:
    after = done(client, uri, actions(client, uri)["Record it as a draft"])
    client.put(uri, after)
    assert [each["code"] for each in client.diagnostics(uri)] == ["R002"]
    assert "Record it as a draft" not in actions(client, uri)
    client.put(uri, MINE.replace("[[participants]]", "[[participants]] # x\n", 1) + "]")
    assert "Record it as a draft" not in actions(client, uri)


@pytest.mark.parametrize(
    ("right", "wrong", "titles"),
    [
        ('"artificial-intelligence"', '"artificial-inteligence"', ['Write "artificial-intelligence" (V003)']),
        ('"QA"', '"Qattar"', ['Write "QA" (V001)']),
        ('"QA"', '"Congo"', ['Write "CD" (V001)', 'Write "CG" (V001)']),
        ('country = "QA"', 'organization = "unidoo"', ['Write "unido" (V002)']),
        ('"QA"', '"Zzzzzzzz"', []),
        ("date =", 'level = "zzzz"\ndate =', []),
        ("date =", "zzzz = 1\ndate =", []),
    ],
)
def test_what_a_name_may_have_meant_is_offered_and_not_preferred(
    client: Client, uri: str, right: str, wrong: str, titles: list[str]
) -> None:
    client.put(uri, MINE.replace(right, wrong))
    found = {title: each for title, each in actions(client, uri).items() if title.startswith("Write")}
    assert sorted(found) == titles
    for title, each in found.items():
        assert not each.get("isPreferred")
        assert title.split()[1] in done(client, uri, each)


def test_a_file_that_moves_takes_the_references_along(client: Client, uri: str, full: str, repo: Repo) -> None:
    client.put(full, FULL.replace("2025-03-04", "2025-03-05"))
    action = next(each for title, each in actions(client, full).items() if title.startswith("Move the file"))
    change, move = action["edit"]["documentChanges"]
    assert change["textDocument"] == {"uri": uri, "version": 1}
    assert applied(MINE, change["edits"]) == MINE.replace(FULL_ID, "2025-03-05-ma-qa")
    assert move == {
        "kind": "rename",
        "oldUri": full,
        "newUri": (repo.root / "records/2025/2025-03-05-ma-qa.toml").as_uri(),
    }


def laid_out(client: Client, uri: str) -> list[dict[str, Any]] | None:
    options = {"tabSize": 4, "insertSpaces": True}
    found: list[dict[str, Any]] | None
    found = client.ask("textDocument/formatting", {"textDocument": {"uri": uri}, "options": options})
    return found


def test_the_layout_is_that_of_fmt(client: Client, uri: str) -> None:
    client.put(uri, MINE.replace('"MA"', "'Maroc' # of course 😀"))
    edits = laid_out(client, uri)
    assert edits
    after = applied(client.texts[uri], edits)
    assert '"MA" # of course 😀' in after
    assert after.index("date = ") < after.index("follows = ")
    client.put(uri, after)
    assert laid_out(client, uri) == []


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("title =", "titel =", "line 1: unknown key `titel`"),
        ("title =", "title", "line 1: "),
        ("date =", 'session = "x"\ndate =', "line 3: "),
    ],
)
def test_the_layout_is_refused_as_fmt_refuses_it(client: Client, uri: str, before: str, after: str, why: str) -> None:
    client.put(uri, MINE.replace(before, after))
    assert laid_out(client, uri) is None
    (said,) = [each["params"] for each in client.notifications if each["method"] == "window/showMessage"]
    assert said["message"].startswith("`records/2026/2026-02-01-ma-qa.toml` is left as it is: " + why)


def test_own_files_and_those_of_several_names_have_no_layout(client: Client, uri: str, repo: Repo) -> None:
    own = client.open(repo.root / "records/topics.toml", "[ports]\n")
    assert laid_out(client, own) is None
    path = repo.root / "records/2026/2026-02-01-ma-qa.toml"
    path.with_suffix(".other").hardlink_to(path)
    assert laid_out(client, uri) is None


def places(found: list[dict[str, Any]]) -> list[tuple[str, int]]:
    return [(each["uri"].rpartition("/")[2], each["range"]["start"]["line"]) for each in found or []]


def test_ids_topics_and_people_have_a_definition(client: Client, uri: str, full: str, repo: Repo) -> None:
    def defined(uri: str, text: str) -> list[tuple[str, int]]:
        return places(client.ask("textDocument/definition", client.at(uri, text)))

    assert defined(uri, f'"{FULL_ID}') == [(f"{FULL_ID}.toml", 0)]
    client.put(uri, MINE + f'\n[[documents]]\nreplaces = "{FULL_ID}#mou-on-ai"\n')
    assert defined(uri, 'replaces = "2025') == [(f"{FULL_ID}.toml", 30)]
    assert defined(uri, '"artificial') == []
    assert defined(uri, '"https') == []
    assert defined(uri, "[[part") == []
    topics, people = repo.root / "records/topics.toml", repo.root / "records/people.toml"
    topics.write_text('[ports]\nlabels = { en = "Ports" }\n[other]\nlabels = { en = "Other" }\n', encoding="utf-8")
    people.write_text('["Hamad Ali"]\naliases = ["Hamad"]\n', encoding="utf-8")
    client.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
    client.put(uri, MINE.replace('"artificial-intelligence"', '"Ports", "zzz"'))
    assert defined(uri, '"Ports') == [("topics.toml", 0)]
    assert defined(uri, '"zzz') == []
    assert defined(full, '"Hamad') == [("people.toml", 0)]
    own = client.open(topics)
    assert places(client.ask("textDocument/references", {**client.at(own, "[por"), "context": CONTEXT})) == []


CONTEXT = {"includeDeclaration": True}


def test_ids_topics_and_people_have_references(client: Client, uri: str, full: str, repo: Repo) -> None:
    def named(uri: str, text: str) -> list[tuple[str, int]]:
        return places(client.ask("textDocument/references", {**client.at(uri, text), "context": CONTEXT}))

    mine = "2026-02-01-ma-qa.toml"
    assert named(full, "title") == [(mine, 1)]
    assert named(uri, "title") == [(f"{FULL_ID}.toml", 47)]
    assert named(uri, '"artificial') == [(f"{FULL_ID}.toml", 26), (mine, 3)]
    assert named(full, 'name = "Amal') == [(f"{FULL_ID}.toml", 13), (f"{FULL_ID}.toml", 34)]
    client.put(uri, MINE + f'\n[[documents]]\nreplaces = "{FULL_ID}#mou-on-ai"\n')
    assert named(uri, 'replaces = "2025') == [(mine, 15)]
    assert named(full, "title") == [(mine, 1), (mine, 15)]


def test_a_person_is_renamed_in_every_record(client: Client, uri: str, full: str, repo: Repo) -> None:
    asked = client.at(full, '"Hamad')
    found = client.ask("textDocument/prepareRename", asked)
    assert found["start"] == {"line": 19, "character": 8}
    edit = client.ask("textDocument/rename", {**asked, "newName": "Hamad Al-Ali"})
    (change,) = edit["documentChanges"]
    assert applied(FULL, change["edits"]) == FULL.replace("Hamad Ali", "Hamad Al-Ali")
    assert client.ask("textDocument/prepareRename", client.at(full, '"https')) is None


def test_a_topic_is_renamed_in_every_record_and_in_the_own_topics(
    client: Client, uri: str, full: str, repo: Repo
) -> None:
    own = repo.root / "records/topics.toml"
    own.write_text('[ports]\nlabels = { en = "Ports" }\n', encoding="utf-8")
    client.notify("textDocument/didSave", {"textDocument": {"uri": uri}})
    client.put(uri, MINE.replace("artificial-intelligence", "ports"))
    edit = client.ask("textDocument/rename", {**client.at(uri, '"por'), "newName": "harbours"})
    texts = client.texts | {own.as_uri(): own.read_text("utf-8")}
    after = {
        each["textDocument"]["uri"]: applied(texts[each["textDocument"]["uri"]], each["edits"])
        for each in edit["documentChanges"]
    }
    assert after == {
        uri: MINE.replace("artificial-intelligence", "harbours"),
        own.as_uri(): '[harbours]\nlabels = { en = "Ports" }\n',
    }
    assert [each["textDocument"]["version"] for each in edit["documentChanges"]] == [client.versions[uri], None]


def test_a_renaming_that_cannot_be_is_refused_in_words(client: Client, uri: str, full: str) -> None:
    answer = client.answer("textDocument/rename", {**client.at(uri, '"artificial'), "newName": "No Slug"})
    assert answer["error"]["code"] == -32803
    assert answer["error"]["message"] == "`No Slug` is not a slug: write it with a-z, 0-9 and single hyphens"
    answer = client.answer("textDocument/rename", {**client.at(uri, '"https'), "newName": "x"})
    assert "only topics and people" in answer["error"]["message"]
    client.put(full, FULL.replace('"cloud"', '"5g"'))
    client.put(uri, MINE.replace('["art', '["cloud", "art'))
    answer = client.answer("textDocument/rename", {**client.at(uri, '"cloud'), "newName": "artificial-intelligence"})
    assert answer["error"]["message"].startswith("`records/2026/2026-02-01-ma-qa.toml` is left as it is")


def test_what_is_left_by_a_renaming_is_said(client: Client, uri: str, full: str) -> None:
    client.put(uri, MINE.replace('["art', '["cloud", "art'))
    client.put(full, FULL.replace('"cloud"', '"5g"'))
    client.put(full, FULL.replace('topic = "artificial-intelligence"', 'topic = "5g"'))
    edit = client.ask("textDocument/rename", {**client.at(full, '["clo'), "newName": "artificial-intelligence"})
    assert [each["textDocument"]["uri"] for each in edit["documentChanges"]] == [full]
    (said,) = [each["params"] for each in client.notifications if each["method"] == "window/showMessage"]
    assert said["message"].startswith("`records/2026/2026-02-01-ma-qa.toml` is left as it is")


def test_a_document_has_an_outline(client: Client, uri: str, full: str) -> None:
    (record,) = client.ask("textDocument/documentSymbol", {"textDocument": {"uri": full}})
    assert record["name"] == "Morocco and Qatar sign on AI"
    assert [(each["name"], each.get("detail")) for each in record["children"]][:3] == [
        ("venue", "Doha"), ("participants", "MA"), ("participants", "QA"),
    ]  # fmt: skip
    assert record["children"][0]["range"]["end"] == {"line": 9, "character": 14}
    client.put(uri, "x = 1\n[[]]\n[venue]")
    (record,) = client.ask("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
    assert (record["name"], [each["name"] for each in record["children"]]) == (
        "records/2026/2026-02-01-ma-qa.toml", ["venue"],
    )  # fmt: skip
    client.put(uri, "")
    (record,) = client.ask("textDocument/documentSymbol", {"textDocument": {"uri": uri}})
    assert record["children"] == []


def test_records_are_found_by_words_as_search_finds_them(client: Client, uri: str, coopdb: Any) -> None:
    for words in ("", "qatar", "maroc sign", "المغرب", "doha", "zzz", "oneill"):
        found = client.ask("workspace/symbol", {"query": words})
        result = coopdb("search", *words.split(), "--format", "json", "--on", "2026-11-01")
        assert [each["containerName"] for each in found] == [each["id"] for each in _items(result.out)]


def _items(text: str) -> list[dict[str, Any]]:
    found = json.loads(text)
    items: list[dict[str, Any]] = found if isinstance(found, list) else found["meetings"]
    return items


@pytest.mark.parametrize(
    ("line", "label", "detail"),
    [
        ('[venue]\ncountry = "Suisse"\ncity = "genf|"', "Geneva", "CH · Genf"),
        ('[venue]\ncity = "الرباط|"', "Rabat", "MA · رباط"),  # of a country that takes part
        ('[venue]\ncity = "doh|"', "Doha", "QA"),  # once, though it is in both
    ],
)
def test_cities_are_offered_of_the_country_of_the_venue_or_else_of_those_that_take_part(
    client: Client, uri: str, line: str, label: str, detail: str
) -> None:
    assert [(each["label"], each["detail"]) for each in offered(client, uri, line)] == [(label, detail)]


def test_cities_of_other_countries_are_not_offered(client: Client, uri: str) -> None:
    assert offered(client, uri, '[venue]\ncountry = "QA"\ncity = "genev|"') == []
