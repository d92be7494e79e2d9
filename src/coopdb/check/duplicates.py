"""Finds records that may tell of one meeting: by parties and days, or sources, and by what they say of it."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import takewhile

from coopdb.check.outline import Outline
from coopdb.record.dates import Days, days_apart
from coopdb.text import fold, folded_words

_NEAR = 3  # days between what may be one meeting
_LIST = 3  # records of the same parties that one source may tell of; one that tells of more is a list


def duplicates(outlines: Iterable[Outline]) -> Mapping[str, Outline]:
    """Return, by path, the first other record that says the same of a meeting that may be the same, if there is one.

    Those whose titles, people or documents differ tell of two meetings, and so do those of which one names the other.
    """
    found: dict[str, Outline] = {}
    for group in (*_near(outlines), *_of_one_source(outlines)):
        for alike in _groups((_account(each), each) for each in group):
            for number, each in enumerate(alike):
                other = next((other for other in _around(alike, number) if not is_linked(each, other)), None)
                if other:
                    found.setdefault(each.path, other)
    return found


def _around(group: list[Outline], number: int) -> Iterator[Outline]:
    """Yield those near one of a group that is in the order of days: after it as far as any are, then before it."""
    one = group[number]
    yield from takewhile(partial(is_near, one), map(group.__getitem__, range(number + 1, len(group))))
    yield from filter(partial(is_near, one), map(group.__getitem__, range(number - 1, -1, -1)))


def resembling(one: Outline, outlines: Iterable[Outline]) -> Iterator[Outline]:
    """Yield the records of the same parties that are near, or have the same source, but for those of other series."""
    same = [each for each in outlines if each.parties == one.parties and each.path != one.path]
    return (each for each in same if is_near(one, each) and not is_linked(one, each) and not _are_two_series(one, each))


def _are_two_series(one: Outline, other: Outline) -> bool:
    """Tell whether two records are of two standing dialogues, each said by its name."""
    return len({fold(each.series) for each in (one, other) if each.series}) > 1


def is_near(one: Outline, other: Outline) -> bool:
    """Tell whether two records may be within a few days of each other, or have a source in common."""
    return are_near_days(one.days, other.days) or not set(one.addresses).isdisjoint(other.addresses)


def are_near_days(one: Days, other: Days) -> bool:
    """Tell whether two meetings of the same parties may be one by their days."""
    return days_apart(one, other) <= _NEAR


def is_list(records: int) -> bool:
    """Tell whether a source of so many records of the same parties is a list of meetings."""
    return records > _LIST


def is_linked(one: Outline, other: Outline) -> bool:
    """Tell whether two are one, or one of the two names the other, so that somebody knows of both."""
    return one.id == other.id or other.id in (*one.related, *one.follows) or one.id in (*other.related, *other.follows)


def _account(record: Outline) -> tuple[object, ...]:
    """Return what a record says of its meeting, however it is spelled: the title, the people, the documents."""
    return (
        _words(record.title),
        tuple(sorted(_words(name) for name, _ in record.people)),
        tuple(sorted((kind, _words(title or "")) for kind, title in record.documents)),
    )


def _words(text: str) -> tuple[str, ...]:
    return tuple(sorted(folded_words(text)))


def _near(outlines: Iterable[Outline]) -> Iterator[list[Outline]]:
    """Yield the records of the same parties between any two of which, one after the other, there are few days."""
    for group in _groups((each.parties, each) for each in outlines if each.parties):
        group.sort(key=lambda each: each.first)
        chain, last = [group[0]], group[0].last
        for each in group[1:]:
            if not are_near_days((chain[0].first, last), each.days):
                if chain[1:]:
                    yield chain
                chain = []
            chain.append(each)
            last = max(last, each.last)
        if chain[1:]:
            yield chain


def _of_one_source(outlines: Iterable[Outline]) -> Iterator[list[Outline]]:
    """Yield the records of the same parties that have the same address of a source, unless that is of a list."""
    groups = _groups(((each.parties, url), each) for each in outlines if each.parties for url in each.addresses)
    return (group for group in groups if not is_list(len(group)))


def _groups(pairs: Iterable[tuple[object, Outline]]) -> Iterator[list[Outline]]:
    """Yield the records that have the same key, where there are several."""
    found: dict[object, list[Outline]] = {}
    for key, each in pairs:
        found.setdefault(key, []).append(each)
    return (group for group in found.values() if group[1:])
