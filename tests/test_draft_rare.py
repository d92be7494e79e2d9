"""What is rare: a next day of no day, who reports alone, parts of a verb about a comma, an output without room."""

import pytest

from coopdb.author.draft import draft
from coopdb.cli import streams
from coopdb.errors import StopError
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()


def test_the_next_day_of_no_day_is_none() -> None:
    text = "Berg meets Otieno\n\nThe next day Norwegian Minister Ingrid Berg met Kenyan Minister Peter Otieno.\n\n"
    (found,) = draft(
        f"{text}A fair for farmers, fishers and friends opens in the old town of Bergen on 3 May 2026.\n",
        WORDS,
        published="2026-03-12",
        country="NO",
    )
    assert "date" not in found.record


@pytest.mark.parametrize("who", ["Laut Außenministerin Ingrid Berg", "Laut dem norwegischen Minister Lars Holm"])
def test_who_reports_with_nobody_behind_is_read(who: str) -> None:
    text = "Kenias Präsident Peter Otieno wurde am Dienstag in Oslo von Ministerpräsidentin Anna Lie empfangen."
    (found,) = draft(f"Oslo\n\n{text} {who} war es gut.\n", WORDS, published="2026-03-12", country="NO")
    assert {each["country"] for each in found.record["participants"]} == {"KE", "NO"}


def test_parts_of_a_verb_about_a_comma_belong_together_only_when_near() -> None:
    far = "das lange geplante Treffen mit dem kenianischen Präsidenten Peter Otieno in der alten Hauptstadt von Kenia, "
    text = (
        f"Norwegens Ministerpräsidentin Ingrid Berg sagte am Dienstag {far}wie es aus dem Amt am Abend weiter hieß, ab."
    )
    (found,) = draft(f"{text}\n", WORDS, published="2026-03-12", country="NO")
    assert {each["country"] for each in found.record["participants"]} >= {"NO"}


def test_what_is_done_is_told_where_it_cannot_be_written(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: str) -> None:
        raise StopError("cannot write the output: no room", "send it elsewhere")

    monkeypatch.setattr(streams, "write", refuse)
    with pytest.raises(StopError, match="no room, but the record is written"):
        streams.write_done("a\n", "the record is written")
