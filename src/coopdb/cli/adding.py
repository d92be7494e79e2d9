"""What `add` does before there is a proposal: where a record begins, and what the options say of it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from coopdb.author.answer_context import AnswerContext, Values
from coopdb.author.course import well_formed
from coopdb.author.days import day
from coopdb.author.defaults import following, like
from coopdb.author.draft import Doubt
from coopdb.author.flags import Given, record_of
from coopdb.author.keys import with_keys
from coopdb.author.moving import find_one
from coopdb.author.origins import is_own
from coopdb.author.proposal import propose, propose_text
from coopdb.check.problem import Problem
from coopdb.cli.conversing import Conversation
from coopdb.cli.dialogue import Dialogue
from coopdb.cli.proposing import Wishes, edited, finish
from coopdb.cli.streams import raise_all, remark
from coopdb.cli.terminal import is_at_terminal
from coopdb.errors import ExitCode, StopError, usage_error
from coopdb.record.content import parse
from coopdb.record.dates import DateError, PartialDate
from coopdb.record.fault import Fault, Route
from coopdb.store.files.contents import content_of
from coopdb.store.files.records import RecordFiles, load
from coopdb.store.files.repository import Repository
from coopdb.text import visible

_A_DRAFT = re.compile(r"^draft = true\b", re.MULTILINE)  # the line of every draft
_NEEDED = {"title": "--title", "date": "--date", "participants": "--party", "topics": "--topic", "sources": "--source"}


def add_record(repository: Repository, given: Mapping[str, Any], wishes: Wishes) -> ExitCode:
    """Make the record and write it; PROBLEMS when it is not valid, or may be recorded already."""
    _refuse_at_odds(wishes)
    records, today = load(repository), date.today()
    if wishes.edit and (text := _broken_draft(wishes.from_)):
        proposal = edited(propose_text(text, records, today, wishes.words), records, wishes, today, repository.root)
        return finish(repository, proposal, wishes, lambda _: "")
    beginning, doubts = _beginning(repository, records, given, wishes)
    said = record_of(given, AnswerContext(records, today, {**beginning, **_dated(given)}))
    raise_all([each.error() for each in said.faults])
    together = _together(beginning, said)
    values = together.values
    _remark(each for each in doubts if not _is_settled(each.route, said, values))
    missing = [option for key, option in _NEEDED.items() if not values.get(key)]
    if missing and not (wishes.edit or is_at_terminal()):
        raise usage_error(
            f"a record needs {', '.join(f'`{option}`' for option in missing)}",
            f"or run `coopdb {'follow' if wishes.follow else 'add'}` at a terminal",
        )
    if not wishes.edit and (missing or (wishes.from_ is not None and is_at_terminal())):
        return Conversation(repository, Dialogue(AnswerContext(records, today, values)), wishes).hold()
    proposal = propose(with_keys(values), records, today, wishes.words)
    if wishes.edit:
        proposal = edited(proposal, records, wishes, today, repository.root)
    return finish(repository, proposal, wishes, partial(_at_option, together))


def _at_option(said: Given, problem: Problem) -> str:
    option = said.option_at(problem.route)
    return f"`{option}`" if option else ""


def _dated(given: Mapping[str, Any]) -> Values:
    """Return the date that the options say, as far as it is one: names are understood as of that day."""
    return {"date": day(given["date"])} if given.get("date") else {}


def _together(beginning: Mapping[str, Any], said: Given) -> Given:
    """Put what is said to what the record begins with: of a source it completes what is known of it.

    What stands in the record otherwise than the options say it, or by none of them, is of no option.
    """
    values, options = {**beginning, **said.values}, dict(said.options)
    if beginning.get("sources") and said.values.get("sources"):
        begun, (first, *others) = beginning["sources"][0], said.values["sources"]
        is_other = "url" in begun and is_own(first)
        values["sources"] = [begun, first, *others] if is_other else [{**begun, **first}, *others]
        if is_other:
            options = _moved(options, "sources", 1)
        elif option := options.pop(("sources", 0), ""):
            options = {("sources", 0, key): option for key in first} | options
    if beginning.get("follows"):
        values["follows"] = [*beginning["follows"], *said.values.get("follows", ())]
        options = _moved(options, "follows", len(beginning["follows"]))
    return said._replace(values=values, options=options)


def _moved(options: Mapping[Route, str], key: str, by: int) -> dict[Route, str]:
    """Return options with what they say of a list so many elements further on."""
    return {
        (key, route[1] + by, *route[2:]) if route[0] == key and isinstance(route[1], int) else route: option
        for route, option in options.items()
    }


def _beginning(
    repository: Repository, records: RecordFiles, given: Mapping[str, Any], wishes: Wishes
) -> tuple[Values, Sequence[Doubt]]:
    """Return what the record begins with, a draft, an article or another record, and what is doubtful of it.

    An article counts its days from when the options say that it was published.
    """
    if wishes.like:
        return like(records.find(wishes.like)[0]), ()
    if wishes.follow:
        return following(find_one(records, wishes.follow)), ()
    if not wishes.from_:
        return {}, ()
    if wishes.from_.suffix == ".toml":
        return _draft(wishes.from_), ()
    from coopdb.cli.drafting import draft_files
    from coopdb.cli.meeting_choice import single

    drafted = draft_files([wishes.from_], _published(given), repository=repository, encoding=wishes.encoding)
    raise_all(drafted.faults)
    found = single(drafted.texts[0], wishes.number)
    return dict(found.record), found.unresolved


def _published(given: Mapping[str, Any]) -> str | None:
    """Return the day or the month in which the options say that the source was published, as far as it is one."""
    said = given.get("source_published")
    try:
        found = PartialDate.of(str(day(said))) if said else None
    except DateError:
        return None
    return None if found is None or found.is_about or found.precision == "year" else found.text


def _refuse_at_odds(wishes: Wishes) -> None:
    """Refuse options of which one would be ignored for another, or for want of an article."""
    is_article = wishes.from_ is not None and wishes.from_.suffix != ".toml"
    if wishes.number and not is_article:
        raise usage_error("`--number` chooses a meeting of an article", "give the article: `--from FILE`")
    if wishes.encoding is not None and not is_article:
        raise usage_error("`--encoding` is that of an article", "give the article: `--from FILE`")
    if wishes.like is not None and wishes.from_ is not None:
        hint = "leave one out; what the other does not know is said by options, such as `--party` and `--topic`"
        raise usage_error("a record begins with `--like` or with `--from`, not with both", hint)


def _is_settled(route: Route, said: Given, values: Values) -> bool:
    """Tell whether an option says what a draft leaves in doubt; to a source and a venue it may add something else.

    Own minutes were published nowhere.
    """
    if not route or route[0] not in said.values:
        return False
    given = values[str(route[0])]
    part = given[0] if route[0] == "sources" else given
    if route[0] == "sources" and is_own(part):
        return True
    return not isinstance(part, Mapping) or len(route) == 1 or route[-1] in part


def _remark(doubts: Iterable[Doubt]) -> None:
    for each in doubts:
        maybe = f": {' or '.join(each.candidates)}?" if each.candidates else ""
        remark(f"to be settled: {each.message}{maybe}")


def _broken_draft(path: Path | None) -> str:
    """Return the text of a draft that is not TOML, which only an editor can fix; nothing for any other."""
    content = content_of(path) if path and path.suffix == ".toml" else b""
    text, data = ("", {}) if isinstance(content, Fault) else parse(content)
    return text if isinstance(data, Fault) else ""


def _draft(path: Path) -> Values:
    """Read a draft; what does not have the shape of a record's value is said, and left out."""
    content, name = content_of(path), visible(str(path))
    if isinstance(content, Fault):
        raise StopError(f"cannot read `{name}`: {content.detail}", "give the file of a draft or of an article")
    text, data = parse(content)
    if len(_A_DRAFT.findall(text)) > 1:
        hint = "give each a file of its own, or give the article: `coopdb add --from FILE --number 2`"
        raise StopError(f"`{name}` holds several drafts", hint)
    if isinstance(data, Fault):
        raise StopError(f"`{name}` is not TOML: {data.detail}", "fix it, or draft it anew")
    values, others = well_formed(data)
    for key in others:
        remark(f"warning: `{visible(key)}` of `{name}` is not understood, and left out")
    return values
