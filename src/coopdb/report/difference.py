"""What a change means: what differs between two versions of the records, in words, grouped by record."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import partial
from typing import Literal, NamedTuple

from coopdb.invisible import without_misplaced
from coopdb.record.comparison import NamesNow, ValueChange, compare
from coopdb.record.dates import PartialDate
from coopdb.record.model import Meeting, RecordTable
from coopdb.record.values import Language
from coopdb.report.difference_words import heading, said_of
from coopdb.report.pairing import RecordPair, paired
from coopdb.report.wording import Wording
from coopdb.store.files.base import Content
from coopdb.store.files.local import read_own_contents
from coopdb.store.files.records import RecordFile, RecordFiles, entry_of, record_id
from coopdb.store.files.versions import Version, Versions
from coopdb.vocabulary.lookup import Vocabulary
from coopdb.vocabulary.vocabularies import Vocabularies

Kind = Literal["added", "removed", "moved", "changed"]
UNITS = ("meetings", "held", "documents", "commitments", "sources")


class DifferenceItem(NamedTuple):
    """What differs at one place of a record, or the whole of it (route `()`)."""

    record: str
    change: Kind
    route: tuple[str, ...]
    was: object
    now: object
    text: str


class RecordDifference(NamedTuple):
    """All that differs in a record: its id, what it is called, and the items."""

    record: str
    heading: str
    items: tuple[DifferenceItem, ...]


class Difference(NamedTuple):
    """What differs between two versions; `broken` are files that one of them cannot read, `counts` are differences."""

    base: str
    head: str
    records: tuple[RecordDifference, ...]
    broken: tuple[tuple[str, str], ...]
    counts: Mapping[str, int]


class _ReadVersion(NamedTuple):
    """One version, read: its sound records by id, the paths of others, and its vocabularies."""

    sound: dict[str, RecordFile]
    faulty: frozenset[str]
    vocabularies: Vocabularies


def difference(versions: Versions, language: Language = "en", *, is_public: bool = False) -> Difference:
    """Compare two versions, or what is public of them. A record that one side cannot read is named, not compared."""
    was, now = _public_sides(versions) if is_public else _sides(versions)
    broken = was.faulty | now.faulty
    before, after = (_without(side.sound, {record_id(path) for path in broken}) for side in (was, now))
    pairs = list(paired(before, after))
    ids = {pair.was.id: pair.now.id for pair in pairs if pair.was and pair.now}
    names = _names(now.vocabularies, ids)
    wording = Wording(now.vocabularies, language)
    records = sorted(filter(None, (_compared(pair, names, wording) for pair in pairs)), key=_order)
    return Difference(
        versions.base, versions.head, tuple(records), tuple(_named(was.faulty, now.faulty)), _counts(before, after)
    )


def _names(words: Vocabularies, ids: Mapping[str, str]) -> NamesNow:
    """Return what names things as the later version does."""
    return NamesNow(
        partial(_person, words.people), lambda record: ids.get(record, record), partial(_topic, words.topics)
    )


def _order(difference: RecordDifference) -> str:
    return difference.record


def _person(people: Vocabulary, name: str) -> str:
    """Return the one spelling of a person's name."""
    found = people.resolve(name) if people.entries else ()
    return found[0].key if len(found) == 1 else " ".join(without_misplaced(name).split())


def _topic(topics: Vocabulary, slug: str) -> str:
    """Return the slug that a topic has now: its own, or that of the topic which has replaced it."""
    entry = topics.entries.get(slug)
    return (entry and entry.replaced_by) or slug


def _sides(versions: Versions) -> tuple[_ReadVersion, _ReadVersion]:
    """Read both; what is the same text in both says something else only where the words are not the same."""
    same = {} if versions.was.own == versions.now.own else versions.same()
    return _side(versions.was, same), _side(versions.now, same)


def _public_sides(versions: Versions) -> tuple[_ReadVersion, _ReadVersion]:
    """Read what is public of both, for which all records have to be read; files with faults are not named."""
    from coopdb.report.public_versions import public_versions

    same = versions.same()
    was, now = _records(versions.was, same), _records(versions.now, same)
    was, now = public_versions(was, now, _names(now.vocabularies, {}))
    return _read(was), _read(now)


def _side(version: Version, same: Mapping[str, Content]) -> _ReadVersion:
    return _read(_records(version, same))


def _records(version: Version, same: Mapping[str, Content]) -> RecordFiles:
    readings, vocabularies = read_own_contents(version.own)
    entries = tuple(entry_of(path, text, vocabularies) for path, text in {**same, **version.records}.items())
    return RecordFiles(entries, vocabularies, tuple(RecordFile(path, reading) for path, reading in readings.items()))


def _read(records: RecordFiles) -> _ReadVersion:
    times = Counter(entry.id for entry in records.sound)
    by_id = {entry.id if times[entry.id] == 1 else entry.path: entry for entry in records.sound}
    return _ReadVersion(by_id, frozenset(entry.path for entry in records.faulty), records.vocabularies)


def _without(sound: Mapping[str, RecordFile], broken: Collection[str]) -> dict[str, RecordFile]:
    return {key: entry for key, entry in sound.items() if entry.id not in broken}


def _named(was: frozenset[str], now: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield the files that cannot be read, and on which side."""
    for path in sorted(was | now):
        yield path, "both" if path in was & now else "base" if path in was else "head"


def _compared(pair: RecordPair, names: NamesNow, wording: Wording) -> RecordDifference | None:
    """Return what differs in a record; None where nothing does."""
    entry = pair.now or pair.was
    assert entry is not None  # noqa: S101  # a pair has one of them
    items = tuple(_items(pair, entry, names, wording))
    return RecordDifference(entry.id, heading(entry.meeting, wording), items) if items else None


def _items(pair: RecordPair, entry: RecordFile, names: NamesNow, wording: Wording) -> Iterator[DifferenceItem]:
    if pair.was is None or pair.now is None:
        kind: Kind = "added" if pair.now else "removed"
        title = entry.meeting.title
        yield DifferenceItem(
            entry.id, kind, (), pair.was and title, pair.now and title, wording.say(f"diff.{kind}", title=title)
        )
        return
    changes = list(compare(pair.was.meeting, pair.now.meeting, names))
    for change in _of_meaning(changes, pair.was.meeting, pair.now.meeting):
        kind = "moved" if change.route == ("date",) else _kind(change)
        was, now = (_plain(each) for each in (change.was, change.now))
        yield DifferenceItem(entry.id, kind, change.route, was, now, said_of(change, wording))


def _of_meaning(changes: Iterable[ValueChange], was: Meeting, now: Meeting) -> Iterator[ValueChange]:
    """Leave out that a meeting that moved has the day that it moved from among its previous ones: it is said once."""
    moved = {("previous_dates", was.date.text)} if was.date != now.date else set()
    yield from (change for change in changes if change.route not in moved)


def _kind(change: ValueChange) -> Kind:
    """Tell whether an element is new or gone, or a value another."""
    is_element = isinstance(change.was or change.now, RecordTable) or change.route[0] == "parties"
    return ("added" if change.was is None else "removed") if is_element else "changed"


def _plain(value: object) -> object:
    """Return a value as JSON has it; of an element, what its keys say that is not as if they were not given."""
    if isinstance(value, PartialDate):
        return value.text
    if isinstance(value, tuple):
        return list(map(_plain, value))
    if not isinstance(value, RecordTable):
        return value
    fields = type(value).model_fields
    said = {key: getattr(value, key) for key in fields}
    return {key: _plain(each) for key, each in said.items() if each != fields[key].default}


def _counts(was: Mapping[str, RecordFile], now: Mapping[str, RecordFile]) -> dict[str, int]:
    """Return what counts differ by: meetings of every status, those held, and what they have."""
    before, after = (_sums(side) for side in (was, now))
    return {unit: after[unit] - before[unit] for unit in UNITS}


def _sums(records: Mapping[str, RecordFile]) -> Counter[str]:
    sums: Counter[str] = Counter()
    for entry in records.values():
        meeting = entry.meeting
        sums["meetings"] += 1
        sums["held"] += meeting.status == "held"
        for unit in ("documents", "commitments", "sources"):
            sums[unit] += len(getattr(meeting, unit))
    return sums
