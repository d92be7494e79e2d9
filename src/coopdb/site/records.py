"""What pages tell of meetings: all that the star has of those that are shown, read at once."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple, TypeVar

from coopdb.query.selection import Selection
from coopdb.report.commitments import CommitmentLine, commitment_lines
from coopdb.report.documents import DocumentLine, document_lines
from coopdb.site.naming import file_name
from coopdb.store.files.made_folder import digest
from coopdb.store.star.engine import Star
from coopdb.store.star.tables import star_tables
from coopdb.vocabulary.lookup import Vocabulary

Row = Mapping[str, Any]
Line = TypeVar("Line", DocumentLine, CommitmentLine)
_LEFT_OUT = ("waivers", "memberships")  # the first are for `validate`, the others follow from parties and day


class SiteMeeting(NamedTuple):
    """A meeting with all its rows, by table; `page` is the path of its page below the folder of a language.

    `documents` and `commitments` tell what became of them, by their names in the star. `key` sums up all of it.
    """

    number: int
    id: str
    page: str
    main: Row
    rows: Mapping[str, Sequence[tuple[Any, ...]]]
    parties: tuple[str, ...]
    documents: Mapping[str, DocumentLine]
    commitments: Mapping[str, CommitmentLine]
    is_held: bool
    key: str

    def table(self, name: str) -> list[Row]:
        """Return its rows of a table, by column."""
        names = _columns(name)
        return [dict(zip(names, row, strict=True)) for row in self.rows.get(name, ())]

    def own(self, table: str, part: str, name: str, column: str) -> list[Any]:
        """Return a column of those rows of a table that belong to one document or commitment."""
        return [row[column] for row in self.table(table) if row[part] == name]

    def updates(self, name: str) -> list[Row]:
        """Return what became of a commitment."""
        return [row for row in self.table("commitment_updates") if row["commitment"] == name]

    def anchor(self, key: str) -> str:
        """Return the identifier of a document or commitment on pages: unlike its key, no other meeting has it."""
        return f"{self.page.removeprefix('meetings/').removesuffix('.html')}.{key}"

    def values(self, table: str, column: str) -> tuple[str, ...]:
        """Return the distinct values that it has in a column, in order."""
        place = _columns(table).index(column)
        return tuple(dict.fromkeys(row[place] for row in self.rows.get(table, ()) if row[place] is not None))


class SiteRecords(NamedTuple):
    """The meetings that are shown, the newest first; and those of an id, for what refers to them."""

    meetings: tuple[SiteMeeting, ...]
    by_id: Mapping[str, SiteMeeting]
    referring: Mapping[str, tuple[SiteMeeting, ...]]
    shown: Mapping[str, frozenset[str]]

    def has(self, folder: str, key: str) -> bool:
        """Tell whether something has a page: what meetings do not have themselves may have none."""
        return folder not in self.shown or key in self.shown[folder]

    def of(self, reference: str) -> SiteMeeting | None:
        """Return the meeting that a reference names, `ID` or `ID#key`, where it is shown."""
        return self.by_id.get(reference.partition("#")[0])

    def page_key(self, meeting: SiteMeeting) -> str:
        """Sum up all that the page of a meeting tells: the meeting, and those that refer to it."""
        return digest(meeting.key, [_called(each) for each in self.referring.get(meeting.id, ())])


@cache
def _columns(table: str) -> tuple[str, ...]:
    return tuple(each.name for each in star_tables()[table].columns[1:])


def read_records(star: Star, selection: Selection) -> SiteRecords:
    """Read the meetings that a selection takes, with all that the star has of them as of its day."""
    tables = {name: _grouped(star, name, selection) for name in star_tables() if name not in _LEFT_OUT}
    documents = _by_record(document_lines(star, selection))
    commitments = _by_record(commitment_lines(star, selection))
    names = _columns("meetings")
    mains = {number: dict(zip(names, rows[0], strict=True)) for number, rows in tables["meetings"].items()}
    times = Counter(main["id"] for main in mains.values())
    order = sorted(mains, key=lambda number: (mains[number]["id"], mains[number]["path"]))
    order.sort(key=lambda number: mains[number]["earliest"], reverse=True)
    meetings = tuple(
        _meeting(
            star,
            number,
            mains[number],
            {name: table[number] for name, table in tables.items() if number in table},
            documents[mains[number]["path"]],
            commitments[mains[number]["path"]],
            is_one_of_several=times[mains[number]["id"]] > 1,
        )
        for number in order
    )
    by_id = {each.id: each for each in reversed(meetings)}
    shown = _shown(meetings, star.vocabularies.topics)
    whole = tuple(each._replace(key=_whole_key(each, by_id, shown)) for each in meetings)
    by_id = {each.id: each for each in reversed(whole)}
    return SiteRecords(whole, by_id, _referring(whole, by_id), shown)


def _by_record(lines: Iterable[Line]) -> Mapping[str, dict[str, Line]]:
    """Group documents or commitments by the file of their record, each by its name in the star."""
    found: dict[str, dict[str, Line]] = defaultdict(dict)
    for each in lines:
        found[each.place.rpartition("#")[0]][each.place] = each
    return found


def _grouped(star: Star, name: str, selection: Selection) -> Mapping[int, list[tuple[Any, ...]]]:
    """Read a table by the number of the meeting, in the order of the record."""
    chosen = f"meeting IN (SELECT meeting FROM {star.base}meetings AS meetings WHERE {selection.sql})"  # noqa: S608  # our own SQL
    statement = f"SELECT meeting, {', '.join(_columns(name))} FROM {star.base}{name} WHERE {chosen} ORDER BY rowid"  # noqa: S608  # the same
    found: dict[int, list[tuple[Any, ...]]] = {}
    for number, *row in star.connection.execute(statement, selection.parameters):
        found.setdefault(number, []).append(tuple(row))
    return found


def _meeting(
    star: Star,
    number: int,
    main: Row,
    rows: Mapping[str, Sequence[tuple[Any, ...]]],
    documents: Mapping[str, DocumentLine],
    commitments: Mapping[str, CommitmentLine],
    *,
    is_one_of_several: bool,
) -> SiteMeeting:
    """Make a meeting; where several records have one id, its page is named by its file."""
    page = f"meetings/{file_name(main['path'] if is_one_of_several else main['id'])}.html"
    states = [(name, each.state, each.updated, each.is_overdue, each.is_undated) for name, each in commitments.items()]
    key = digest(list(rows.items()), [(name, each.state) for name, each in documents.items()], states)
    place = _columns("parties").index("party")
    parties = tuple(row[place] for row in rows.get("parties", ()))
    is_held = main["status"] == "held" and main["earliest"] <= star.day
    return SiteMeeting(
        number, main["id"], page, main, rows, parties, documents, commitments, is_held, digest(key, page, is_held)
    )


def referred(meeting: SiteMeeting) -> Iterator[str]:
    """Yield what a meeting refers to: ids, or `ID#key`."""
    yield from meeting.values("links", "target")
    yield from meeting.values("documents", "replaces")
    yield from meeting.values("commitments", "closed_by")
    yield from meeting.values("commitment_updates", "record")


def _called(meeting: SiteMeeting) -> tuple[str, str, str]:
    return meeting.page, meeting.main["title"], meeting.main["date"]


def _shown(meetings: Sequence[SiteMeeting], topics: Vocabulary) -> Mapping[str, frozenset[str]]:
    """Return the people, countries and topics that have a page, by the folder of the pages."""
    own = {topic for each in meetings for topic in each.values("topics", "topic")}
    return {
        "people": frozenset(name for each in meetings for name in each.values("people", "name")),
        "countries": frozenset(code for each in meetings for code in each.values("parties", "country")),
        "topics": frozenset(broader for topic in own for broader in topics.broader_chain(topic)),
    }


def _whole_key(meeting: SiteMeeting, by_id: Mapping[str, SiteMeeting], shown: Mapping[str, frozenset[str]]) -> str:
    """Sum up a meeting, what others are called that it refers to, and which of what it names has a page."""
    named = {
        "people": meeting.values("document_signatories", "name"),
        "countries": (meeting.main["host"],),
        "topics": meeting.values("document_topics", "topic") + meeting.values("commitment_topics", "topic"),
    }
    found = [by_id.get(each.partition("#")[0]) for each in referred(meeting)]
    have = [[key in shown[folder] for key in keys] for folder, keys in named.items()]
    return digest(meeting.key, [_called(each) for each in found if each], have)


def _referring(
    meetings: Sequence[SiteMeeting], by_id: Mapping[str, SiteMeeting]
) -> Mapping[str, tuple[SiteMeeting, ...]]:
    found: dict[str, dict[int, SiteMeeting]] = {}
    for each in meetings:
        for target in {reference.partition("#")[0] for reference in referred(each)} - {each.id}:
            found.setdefault(target, {})[each.number] = each
    return {target: tuple(every.values()) for target, every in found.items() if target in by_id}
