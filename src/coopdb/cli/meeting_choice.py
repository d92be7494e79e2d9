"""Which of the meetings that a text tells of is meant: `--number`, or a list of them and what to type."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from coopdb.author.draft import Draft
from coopdb.author.drafted_text import DraftedText
from coopdb.cli.streams import remark, remark_lines
from coopdb.errors import usage_error


def check_single(files: Sequence[Path], number: int | None, url: str | None) -> None:
    """Refuse options that are of one text where there are several."""
    if len(files) > 1 and number is not None:
        raise usage_error("`--number` chooses among the meetings of one text", "give one file")
    if len(files) > 1 and url is not None:
        raise usage_error("`--url` is the address of one text", "give one file")


def numbered(texts: Sequence[DraftedText], number: int | None) -> tuple[DraftedText, ...]:
    """Return the draft with a number, or those of all texts, after a list on stderr of each text that has several.

    Those that may be recorded already are told.
    """
    if number is not None:
        (text,) = texts
        return (text._replace(drafts=(single(text, number),)),)
    for text in texts:
        whose = f"the meeting in `{text.name}`" if texts[1:] else "this meeting"
        for place, each in enumerate(text.drafts, 1):
            _tell_recorded(each, f"meeting {place} in `{text.name}`" if text.drafts[1:] else whose)
    for text in texts:
        if text.drafts[1:]:
            how = "it alone" if texts[1:] else "it again"
            remark(f"`{text.name}` tells of {len(text.drafts)} meetings; run {how} with `--number 2` for one of them:")
            remark_lines("\n".join(_lines(text.drafts)))
    return tuple(texts)


def single(text: DraftedText, number: int | None) -> Draft:
    """Return the one draft, or that with a number; several without a number are a usage error that lists them.

    That it may be recorded already is told.
    """
    drafts = text.drafts
    if number is None and drafts[1:]:
        remark_lines("\n".join(_lines(drafts)))
        raise usage_error(
            f"`{text.name}` tells of {len(drafts)} meetings", "run it again with `--number 2` for one of them"
        )
    if number is not None and number > len(drafts):
        told = f"{len(drafts)} meetings" if drafts[1:] else "one meeting"
        hint = f"choose one from 1 to {len(drafts)}" if drafts[1:] else "leave `--number` out"
        raise usage_error(f"there is no meeting `{number}`: the text tells of {told}", hint)
    found = drafts[(number or 1) - 1]
    _tell_recorded(found, "this meeting")
    return found


def _tell_recorded(draft: Draft, meeting: str) -> None:
    for record_id in draft.existing:
        remark(f"warning: `{record_id}` may already be a record of {meeting}")


def _lines(drafts: Sequence[Draft]) -> Iterator[str]:
    """Yield a line a meeting: its number, its parties and its date."""
    parties = [_parties(each) for each in drafts]
    width = max(map(len, parties))
    for number, (each, draft) in enumerate(zip(parties, drafts, strict=True), 1):
        yield f"{number:>4}  {each:<{width}}  {draft.record.get('date', 'no certain date')}"


def _parties(draft: Draft) -> str:
    keys = (each.get("country") or each["organization"] for each in draft.record.get("participants", ()))
    return ", ".join(dict.fromkeys(keys)) or "no parties"
