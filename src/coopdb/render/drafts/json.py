"""Drafts as JSON, version 2: an array of drafts, however many the texts tell of."""

from collections.abc import Sequence
from datetime import date

from coopdb.author.draft import Draft
from coopdb.author.drafted_text import DraftedText
from coopdb.render.data import dumps, json_for
from coopdb.render.screen import Screen

ENDINGS = (".json",)


def render(texts: Sequence[DraftedText], screen: Screen) -> str:
    """Write the record, the evidence of each value, and what is unresolved."""
    document = {"version": 2, "drafts": [_object(each) for text in texts for each in text.drafts]}
    return json_for(dumps(document, indent=2) + "\n", screen)


def _object(draft: Draft) -> dict[str, object]:
    return {
        "record": _plain(draft.record),
        "evidence": [
            {
                "route": list(each.route),
                "value": each.value,
                "text": each.text,
                "start": each.start,
                "end": each.end,
                "rule": each.rule,
            }
            for each in draft.evidence
        ],
        "unresolved": [
            {"route": list(each.route), "message": each.message, "candidates": list(each.candidates)}
            for each in draft.unresolved
        ],
    }


def _plain(value: object) -> object:
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value
