"""`draft` tells the meetings of one text apart: a trip of three is three drafts, one told in two wordings is one."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import GOOD, ROOT, Repo, Result

from coopdb.author.draft import draft
from coopdb.vocabulary.vocabularies import packaged_vocabularies

Run = Callable[..., Result]
WORDS = packaged_vocabularies()
EN = "Norwegian minister in New York\n\nOn 22 September 2025 Norwegian Minister Ann Berg {}"
FR = "La ministre chilienne à New York\n\nLe 22 septembre 2025, la ministre chilienne Ana Rojas {}"
ES = "La ministra de Chile en Nueva York\n\nEl 22 de septiembre de 2025 la ministra de Chile Ana Rojas {}"
PT = "A ministra do Chile em Nova York\n\nEm 22 de setembro de 2025 a ministra do Chile Ana Rojas {}"
DE = "Norwegische Ministerin in New York\n\nAm 22. September 2025 hat die norwegische Ministerin Ann Berg {}"
SV = "Norges minister i New York och en rad andra\n\nDet var den 22 september 2025 som det hände: {}"
AR = "وزير خارجية تشيلي في نيويورك\n\n{}"


def pairs(text: str, home: str | None = None) -> list[set[str]]:
    """Return the parties of each meeting that a text tells of."""
    found = draft(text, WORDS, country=home)
    return [{each["country"] for each in one.record.get("participants", ()) if "country" in each} for one in found]


@pytest.mark.parametrize(
    ("text", "others"),
    [
        (
            EN.format(
                "met Kenyan Minister Paul Odede.\n\nLater she received Ghanaian Minister Kofi Mensah for talks on data."
                "\n\nShe then held talks with Togolese Minister Ama Lawson."
            ),
            ["KE", "GH", "TG"],
        ),
        (
            EN.format(
                "met Kenyan Minister Paul Odede. On Tuesday she met Ghanaian Minister Kofi Mensah. Finally she received"
                " Togolese Minister Ama Lawson."
            ),
            ["KE", "GH", "TG"],
        ),
        (
            EN.format(
                "held separate talks with Kenyan Minister Paul Odede, Ghanaian Minister Kofi Mensah and Togolese "
                "Minister Ama Lawson."
            ),
            ["KE", "GH", "TG"],
        ),
        (
            EN.format(
                "met separately with Paul Odede, Minister of Kenya, Kofi Mensah, Minister of Ghana, and Ama Lawson, "
                "Minister of Togo."
            ),
            ["KE", "GH", "TG"],
        ),
        (
            "Norway meets Kenya, Ghana and Togo\n\nNorwegian Minister Ann Berg held a series of bilateral meetings. "
            + "\n\n".join(
                (
                    "She met Kenyan Minister Paul Odede.",
                    "She met Ghanaian Minister Kofi Mensah.",
                    "She received Togolese Minister Ama Lawson.",
                )
            ),
            ["KE", "GH", "TG"],
        ),
        (
            FR.format(
                "a rencontré le ministre kényan Paul Odede. Elle a ensuite reçu le ministre ghanéen Kofi Mensah. Enfin,"
                " elle a rencontré la ministre togolaise Ama Lawson."
            ),
            ["KE", "GH", "TG"],
        ),
        (
            ES.format(
                "se reunió con el ministro de Kenia Paul Odede. Después se reunió con el ministro de Ghana Kofi Mensah."
                " Finalmente recibió a la ministra de Togo Ama Lawson."
            ),
            ["KE", "GH", "TG"],
        ),
        (
            PT.format(
                "reuniu-se com o ministro do Quênia Paul Odede. Depois recebeu o ministro do Gana Kofi Mensah. Por fim,"
                " encontrou-se com a ministra do Togo Ama Lawson."
            ),
            ["KE", "GH", "TG"],
        ),
        (
            DE.format(
                "den kenianischen Minister Paul Odede getroffen. Danach traf sie den ghanaischen Minister Kofi Mensah. "
                "Schließlich empfing sie die togoische Ministerin Ama Lawson."
            ),
            ["KE", "GH", "TG"],
        ),
        (
            SV.format(
                "träffade Norges minister Ann Berg, i New York, Kenyas minister Paul Odede. Därefter träffade hon"
                " Ghanas minister Kofi Mensah. Slutligen mötte hon Togos minister Ama Lawson."
            ),
            ["KE", "GH", "TG"],
        ),
        (
            AR.format(
                "التقى وزير خارجية تشيلي خوان روخاس وزير خارجية كينيا بول أوديدي. كما التقى "
                "وزير خارجية غانا كوفي منساه."
            ),
            ["KE", "GH"],
        ),
    ],
)
def test_a_trip_is_a_draft_for_each_meeting(text: str, others: list[str]) -> None:
    home = "CL" if "Chile" in text or "chilienne" in text or "تشيلي" in text else "NO"
    assert pairs(text) == [{home, other} for other in others]


@pytest.mark.parametrize(
    "text",
    [
        EN.format("met Kenyan Minister Paul Odede.\n\nThe Kenyan minister was received by Ms Berg. They talked."),
        EN.format("met Kenyan Minister Paul Odede. They spoke of the talks that the Ghanaian minister had offered."),
        EN.format("met Kenyan Minister Paul Odede. Last week she had received the Ghanaian minister Kofi Mensah."),
        EN.replace("in New York", "and Kenya talk").format(
            "met Kenyan Minister Paul Odede. Later Ghana's minister met others."
        ),
        FR.format("a rencontré le ministre kényan Paul Odede. Le ministre kényan et Mme Rojas ont ensuite discuté."),
        FR.format("a rencontré le ministre kényan Paul Odede. Ils ont évoqué la rencontre du ministre ghanéen."),
        ES.format("se reunió con el ministro de Kenia Paul Odede. El ministro de Kenia habló después con Ana Rojas."),
        PT.format("reuniu-se com o ministro do Quênia Paul Odede. Depois o ministro do Quênia visitou um museu."),
        DE.format("den kenianischen Minister Paul Odede getroffen. Danach sprach der kenianische Minister vom Wetter."),
        SV.format("träffade Norges minister Ann Berg Kenyas minister Paul Odede. Därefter talade Kenyas minister."),
        AR.format("التقى وزير خارجية تشيلي خوان روخاس وزير خارجية كينيا بول أوديدي. ثم بحث وزير خارجية كينيا التعاون."),
    ],
)
def test_one_meeting_in_several_wordings_is_one_draft(text: str) -> None:
    (parties,) = pairs(text)
    assert "KE" in parties


def test_a_meeting_of_three_is_one_draft() -> None:
    trilateral = EN.format(
        "held trilateral talks with Kenyan Minister Paul Odede. Later she also met Ghanaian Minister Kofi Mensah there."
    )
    assert len(pairs(trilateral)) == 1


def test_home_is_the_party_of_all_meetings_where_the_title_names_nobody() -> None:
    text = EN.format("met Kenyan Minister Paul Odede.\n\nLater she received Ghanaian Minister Kofi Mensah.")
    text = text.replace("Norwegian minister in New York", "A busy day in New York")
    assert pairs(text, "NO") == [{"NO", "KE"}, {"NO", "GH"}]
    assert pairs(text) == [{"NO", "KE"}, {"NO", "GH"}]  # the surest is the party of all where home is not given
    assert len(pairs(text.replace("A busy day", "A day of Kenya"), "NO")) == 1


def test_each_draft_has_what_is_told_of_its_own_meeting() -> None:
    text = EN.format(
        "held separate talks with Kenyan Minister Paul Odede and Ghanaian Minister Kofi Mensah.\n\n"
        "With the Kenyan minister she spoke about cybersecurity.\n\nThe Ghanaian minister visited to discuss cloud."
    )
    first, second = draft(text, WORDS)
    assert [each["topic"] for each in first.record["topics"]] == ["cybersecurity"]
    assert [each["topic"] for each in second.record["topics"]] == ["cloud"]
    assert {each.get("name") for each in second.record["participants"]} == {"Ann Berg", "Kofi Mensah"}


def test_who_stood_for_a_party_at_a_second_meeting_is_asked_where_only_the_first_says() -> None:
    text = EN.format("met Kenyan Minister Paul Odede.\n\nLater she received Ghanaian Minister Kofi Mensah.")
    _, second = draft(text, WORDS)
    (doubt,) = [each for each in second.unresolved if each.candidates == ("Ann Berg",)]
    assert doubt.route == ("participants",)


TRIP = EN.format("met Kenyan Minister Paul Odede.\n\nLater she received Ghanaian Minister Kofi Mensah.")
ONE = EN.format("met Kenyan Minister Paul Odede.")


def test_a_text_that_is_too_long_to_be_read_once_a_meeting_is_one_draft_with_a_doubt() -> None:
    padding = "\n\n" + "-" * 255_000  # with two meetings a little over the limit
    assert [len(draft(TRIP + padding[:length], WORDS)) for length in (None, 200_000)] == [1, 2]
    (doubt,) = [each for each in draft(TRIP + padding, WORDS)[0].unresolved if not each.route]
    assert "too long" in doubt.message
    assert sorted(doubt.candidates) == ["GH", "KE"]


def test_several_meetings_are_listed_and_a_number_chooses_one(tmp_path: Path, coopdb: Run) -> None:
    path = tmp_path / "trip 1.txt"
    path.write_text(TRIP, encoding="utf-8")
    result = coopdb("draft", str(path))
    assert result.code == 0
    assert result.out.count("[[participants]]") == 4
    lines = result.err.splitlines()
    assert lines[0] == f"`{path}` tells of 2 meetings; run it again with `--number 2` for one of them:"
    assert lines[1:] == ["   1  NO, KE  2025-09-22", "   2  GH, NO  no certain date"]
    chosen = coopdb("draft", str(path), "--number", "2")
    assert '"GH"' in chosen.out
    assert '"KE"' not in chosen.out
    assert "tells of" not in chosen.err
    missing = coopdb("draft", str(path), "--number", "3")
    assert (missing.code, missing.out) == (2, "")
    assert "there is no meeting `3`: the text tells of 2 meetings" in missing.err
    assert "help: choose one from 1 to 2" in missing.err
    both = coopdb("draft", str(path), str(path), "--number", "1")
    assert both.code == 2
    assert "give one file" in both.err
    url = coopdb("draft", str(path), str(path), "--url", "https://example.org/a")
    assert (url.code, url.err) == (2, "error: `--url` is the address of one text\n  help: give one file\n")
    assert coopdb("draft", str(path), "--number", "0").code == 2


def test_of_several_texts_each_lists_its_own_meetings(repo: Repo, coopdb: Run) -> None:
    record = GOOD.replace("2026-02-01", "2025-09-22").replace('"MA"', '"KE"').replace('"QA"', '"NO"')
    repo.add("2025/2025-09-22-ke-no.toml", record)
    for name, text in {"trip.txt": TRIP, "one.txt": ONE}.items():
        (repo.root / name).write_text(text, encoding="utf-8")
    result = coopdb("draft", "one.txt", "trip.txt", "one.txt")
    assert result.err.splitlines() == [
        "warning: `2025-09-22-ke-no` may already be a record of the meeting in `one.txt`",
        "warning: `2025-09-22-ke-no` may already be a record of meeting 1 in `trip.txt`",
        "warning: `2025-09-22-ke-no` may already be a record of the meeting in `one.txt`",
        "`trip.txt` tells of 2 meetings; run it alone with `--number 2` for one of them:",
        "   1  NO, KE  2025-09-22",
        "   2  GH, NO  no certain date",
    ]
    drafts = result.out.split("\n# ---- the next meeting: a file of its own ----\n\n")
    assert [each.splitlines()[0] for each in drafts] == [
        *("# a draft of one.txt", "# a draft of trip.txt", "# a draft of trip.txt", "# a draft of one.txt")
    ]
    assert "# a draft of" not in coopdb("draft", "trip.txt").out
    assert coopdb("draft", "trip.txt", "--number", "2").err == ""
    said = "warning: `2025-09-22-ke-no` may already be a record of this meeting\n"
    assert coopdb("draft", "trip.txt", "--number", "1").err == said
    assert "leave `--number` out" in coopdb("draft", "one.txt", "--number", "2").err


@pytest.mark.parametrize(
    ("text", "number", "whole"),
    [
        ("The weather\n\nIt will rain in the north and snow in the south of the country today.", 1, True),
        (EN.format("met Kenyan Minister Paul Odede."), 1, False),
        (TRIP + "\n\nShe then held talks with Togolese Minister Ama Lawson.", 3, False),
    ],
)
def test_the_json_of_drafts_has_one_shape_however_many_there_are(
    text: str, number: int, whole: bool, tmp_path: Path, coopdb: Run  # a case
) -> None:  # fmt: skip
    path = tmp_path / "article.txt"
    path.write_text(text, encoding="utf-8")
    found = json.loads(coopdb("draft", str(path), "--format", "json").out)
    assert list(found) == ["version", "drafts"]
    assert found["version"] == 2
    assert len(found["drafts"]) == number
    for each in found["drafts"]:
        assert list(each) == ["record", "evidence", "unresolved"]
        for doubt in each["unresolved"]:
            assert list(doubt) == ["route", "message", "candidates"]
        assert ([] in [doubt["route"] for doubt in each["unresolved"]]) == whole


def test_a_draft_of_the_corpus_tells_two_meetings(coopdb: Run) -> None:
    assert "   2  MA, KE  2025-04-15" in coopdb("draft", str(ROOT / "tests/drafts/13.txt")).err
