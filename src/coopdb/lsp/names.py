"""Countries, organisations and topics by any of their names, in any language."""

from collections.abc import Iterator

from coopdb.lsp.candidate import Candidate, Typing
from coopdb.text import fold
from coopdb.vocabulary.entry import Entry, Period
from coopdb.vocabulary.lookup import Vocabulary

_SHOWN = ("en", "fr", "ar")


def of_vocabularies(kinds: tuple[str, ...], typing: Typing) -> Iterator[Candidate]:
    """Offer the entries of some vocabularies that have a name with what is typed in it."""
    on = _days(typing)
    for number, kind in enumerate(kinds):
        vocabulary: Vocabulary = getattr(typing.document.kept.vocabularies, kind)
        folded = fold(typing.typed)
        keys = dict(_found(vocabulary, folded)) if folded else dict.fromkeys(vocabulary.entries, False)
        for key, is_whole in keys.items():
            if key in vocabulary:
                yield _candidate(vocabulary, key, folded, on, number, is_whole=is_whole)


def _found(vocabulary: Vocabulary, folded: str) -> Iterator[tuple[str, bool]]:
    """Yield the keys that have a name with the folded words, and whether it is whole; keys that begin so come too."""
    found: dict[str, bool] = {}
    for key, is_whole in vocabulary.named(folded, is_begun=True):
        found[key] = found.get(key, False) or is_whole
    yield from found.items()


def _candidate(
    vocabulary: Vocabulary, key: str, folded: str, on: Period | None, number: int, *, is_whole: bool
) -> Candidate:
    entry = vocabulary[key]
    name = vocabulary.name_with(key, folded).matched if folded else entry.label
    is_code = fold(key) == folded
    is_past = not entry.is_valid_on(on) if on else entry.is_former
    nearness = 0 if is_code else 1 if is_whole else 2 if fold(name).startswith(folded) else 3
    rank = (nearness + 4 * is_past, number, entry.label)
    return Candidate(
        key, _about(entry, name), "name", rank, name=name if folded else f"{key} {entry.label}", more=more(entry)
    )


def _about(entry: Entry, name: str) -> str:
    """Return the English name of an entry, and the one by which it was found."""
    return entry.label if name in (entry.label, entry.key) else f"{entry.label} · {name}"


def more(entry: Entry) -> str:
    """Return the names of an entry in three languages, what it means, and when it is valid."""
    labels = dict.fromkeys(entry.labels[language] for language in _SHOWN if language in entry.labels)
    periods = (each.words for each in entry.periods)
    return "\n".join(filter(None, (" · ".join(labels), entry.definition, *periods)))


def _days(typing: Typing) -> Period | None:
    """Return the days of the record, as far as it can be read."""
    meeting = typing.document.entry.reading.meeting
    is_known = meeting is not None and not typing.document.entry.reading.is_broken(("date",))
    return meeting.date.period if meeting is not None and is_known else None
