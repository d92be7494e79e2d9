"""Which of the meetings that a text tells of is meant: `--number`, or a list of them and what to type."""

import shlex
from collections.abc import Iterator, Sequence
from pathlib import Path

from coopdb.author.draft import Draft
from coopdb.cli.comparing import Drafts
from coopdb.cli.streams import remark, remark_lines
from coopdb.errors import usage_error
from coopdb.text import visible


def numbered(texts: Sequence[Drafts], number: int | None, files: Sequence[Path]) -> Drafts:
    """Return the draft with a number, or those of all texts, after a list on stderr of each text that has several."""
    if number is not None:
        if len(files) != 1:
            raise usage_error("`--number` chooses among the meetings of one text", "give one file")
        return (_one(texts[0], number),)
    for path, drafts in zip(files, texts, strict=True):
        if len(drafts) > 1:
            command = f"coopdb draft {_quoted(path)} --number 2"
            remark(f"`{path}` tells of {len(drafts)} meetings; `{command}` drafts one of them:")
            remark_lines("\n".join(_lines(drafts)))
    return tuple(each for drafts in texts for each in drafts)


def single(drafts: Sequence[Draft], number: int | None, path: Path) -> Draft:
    """Return the one draft, or that with a number; several without a number are a usage error that lists them."""
    if number is not None:
        return _one(drafts, number)
    if len(drafts) > 1:
        remark_lines("\n".join(_lines(drafts)))
        raise usage_error(
            f"`{visible(str(path))}` tells of {len(drafts)} meetings",
            f"choose one: `coopdb add --from {_quoted(path)} --number 2`",
        )
    return drafts[0]


def _one(drafts: Sequence[Draft], number: int) -> Draft:
    if number > len(drafts):
        told = "one meeting" if len(drafts) == 1 else f"{len(drafts)} meetings"
        hint = "leave `--number` out" if len(drafts) == 1 else f"choose one from 1 to {len(drafts)}"
        raise usage_error(f"there is no meeting `{number}`: the text tells of {told}", hint)
    return drafts[number - 1]


def _quoted(path: Path) -> str:
    return shlex.quote(visible(str(path)))


def _lines(drafts: Sequence[Draft]) -> Iterator[str]:
    """Yield a line a meeting: its number, its parties and its date."""
    parties = [_parties(each) for each in drafts]
    width = max(map(len, parties))
    for number, (each, draft) in enumerate(zip(parties, drafts, strict=True), 1):
        yield f"{number:>4}  {each:<{width}}  {draft.record.get('date', 'no certain date')}"


def _parties(draft: Draft) -> str:
    keys = (each.get("country") or each["organization"] for each in draft.record.get("participants", ()))
    return ", ".join(dict.fromkeys(keys)) or "no parties"
