"""The state of one repository that a server keeps: its records in outline, and the texts that are open in an editor.

What changes is read again a file at a time; what was looked up across all records is kept as long as it depends on
nothing that has changed.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from typing import Any

from coopdb.api import Records
from coopdb.check.choice import Choice
from coopdb.check.files import config_of, misnamed_entries, own_entries
from coopdb.check.outline import Outline
from coopdb.check.problem import Problem
from coopdb.check.runner import Runner
from coopdb.check.scope import Scope
from coopdb.lsp.patching import PATCHES
from coopdb.lsp.summary import RecordSummary, summarize, summarize_files
from coopdb.record.content import text_of
from coopdb.record.fault import Fault
from coopdb.store.cache.kept_index import KeptIndex
from coopdb.store.files.contents import content_of
from coopdb.store.files.local import read_own_contents
from coopdb.store.files.records import RecordFile, entry_of, read_entry
from coopdb.store.files.repository import Repository
from coopdb.store.files.tree import FOLDER, PEOPLE, TOPICS, State, is_record
from coopdb.vocabulary.vocabularies import packaged_vocabularies

_ALL = frozenset(Outline._fields)
_MANY = 20  # files that have changed at once
# What a fact of `Scope` depends on: keys of outlines. It is worked out again when one of these changes somewhere.
_FACTS: Mapping[str, frozenset[str]] = {
    "people": frozenset(("people",)),
    "countries_of_people": frozenset(("people",)),
    "cities": frozenset(("city",)),
    "host_events": frozenset(("host_event",)),
    "series": frozenset(("series",)),
    "sessions": frozenset(("id", "last", "is_dated", "series", "session")),
    "latest_meetings": frozenset(("series", "parties", "first", "is_dated", "is_off")),
    "paths": frozenset(("path",)),
}


class KeptRecords:
    """The records of one repository; `open_texts` has the texts that an editor holds, by path from the root."""

    def __init__(self, repository: Repository, today: Callable[[], date]) -> None:
        self.repository = repository
        self._today = today
        self.open_texts: dict[str, str] = {}
        self._states: dict[str, State] = {}
        self._saved: dict[str, RecordSummary] = {}  # of the files as they are on disk
        self._index = KeptIndex(repository)
        self._open: dict[str, RecordFile] = {}
        self._written: dict[str, RecordSummary] = {}  # of the open ones as they are in the editor
        self._known: dict[str, Any] = {}  # what was looked up across the saved records
        self._words: dict[str, Any] = {}
        self._scope: Scope | None = None
        self.vocabularies = packaged_vocabularies()
        self._read_own()
        self._refresh_records()

    def _read_own(self) -> None:
        """Read the configuration and the own topics and people, as far as they are open as they are there."""
        there = (*self.repository.own_files(), *filter(self.is_own, self.open_texts))
        contents = {path: self._held(path) for path in dict.fromkeys(there)}
        readings, vocabularies = read_own_contents(contents)
        words = {path: reading.words for path, reading in readings.items()}
        if words != self._words:  # else the same is kept, of which much is remembered
            self._words, self.vocabularies, self._scope = words, vocabularies, None
        self.own = own_entries(readings)
        self.config = config_of(readings)

    @property
    def scope(self) -> Scope:
        """What rules look at besides one record, as of today."""
        today = self._today()
        if self._scope is None or self._scope.today != today:
            self._scope = Scope(tuple(each.outline for each in self.summaries), self.vocabularies, today)
        return self._scope

    @property
    def summaries(self) -> tuple[RecordSummary, ...]:
        """All records as they are in the editor, else on disk, in the order of their paths."""
        every = {**self._saved, **self._written}
        return tuple(every[path] for path in sorted(every))

    def known(self, name: str, work: Callable[[Iterable[RecordSummary]], Any]) -> Any:
        """Return what was looked up across the saved records; it is worked out again when one of them changes."""
        if name not in self._known:
            self._known[name] = work(self._saved.values())
        return self._known[name]

    def has(self, path: str) -> bool:
        """Tell whether a path is that of a record, of what is only misnamed, or of a file of the repository's own."""
        is_named = self.is_own(path) or is_record(path)
        return is_named or (path.startswith(f"{FOLDER}/") and path in self.repository.overlooked())

    def is_own(self, path: str) -> bool:
        """Tell whether a path is that of the configuration, or of own topics or people."""
        return path in (self.repository.config_path, f"{FOLDER}/{TOPICS}", f"{FOLDER}/{PEOPLE}")

    def search(self, text: str, limit: int) -> list[dict[str, Any]]:
        """Search the files as they are on disk, as `search` does; all words, the best first."""
        found = Records(self._index.ask, self.repository).meetings(*text.split(), limit=limit, on=self._today())
        return found.to_dicts()

    def is_there(self) -> bool:
        """Tell whether the folder of records still is there."""
        return (self.repository.root / FOLDER).is_dir()

    def entry(self, path: str) -> RecordFile:
        """Return a record, or a file of the repository's own, as it is in the editor, else on disk."""
        if path in self.own:
            return self.own[path]
        return self._open.get(path) or read_entry(self.repository.root, path, self.vocabularies)

    def text(self, path: str) -> str:
        """Return what a file says, as it is in the editor, else on disk; nothing where it cannot be read."""
        content = self._held(path)
        return "" if isinstance(content, Fault) else text_of(content)

    def put(self, path: str, text: str | None) -> None:
        """Take the text that an editor holds; None when it no longer does."""
        if text is None:
            self.open_texts.pop(path, None)
        else:
            self.open_texts[path] = text
        if self.is_own(path):
            self._put_own()
        elif not is_record(path):
            self._put_misnamed(path)
        elif text is None:
            self._open.pop(path, None)
            self._note(self._written.pop(path, None), self._saved.get(path))
        else:
            self._put_record(path)

    def _put_misnamed(self, path: str) -> None:
        """Take a file whose name is not that of a record: this is its only problem."""
        if path in self.open_texts:
            self._open |= misnamed_entries((path,))
        else:
            self._open.pop(path, None)

    def _put_record(self, path: str) -> None:
        self._open[path] = entry = entry_of(path, self._held(path), self.vocabularies)
        before = self._written.get(path) or self._saved.get(path)
        self._written[path] = summarize(entry)
        self._note(before, self._written[path])

    def _held(self, path: str) -> bytes | Fault:
        """Return what a file holds in the editor, else on disk; a link is not followed, whatever an editor shows."""
        place, text = self.repository.root / path, self.open_texts.get(path)
        return content_of(place) if text is None or place.is_symlink() else text.encode(errors="surrogatepass")

    def _put_own(self) -> None:
        """Read own files again, and all records where they are then understood in another way."""
        before = self.vocabularies
        self._read_own()
        if before is not self.vocabularies:
            self._reread()

    def _reread(self) -> None:
        """Read all records with other vocabularies."""
        self._states.clear()
        self._refresh_records()
        for path in filter(is_record, self._open):
            self._put_record(path)

    def _note(self, before: RecordSummary | None, after: RecordSummary | None) -> None:
        """Keep of what was looked up across records what does not depend on a change of one."""
        old, new = (each and each.outline for each in (before, after))
        if old == new or self._scope is None:
            return
        changed = _changed(old, new)
        facts = vars(self._scope)
        self._scope = None
        self.scope.learn(
            {name: facts[name] for name, keys in _FACTS.items() if name in facts and changed.isdisjoint(keys)}
        )
        every = self.scope.outlines
        self.scope.learn(
            {name: patch(facts[name], (old, new), every) for name, patch in PATCHES.items() if name in facts}
        )

    def refresh(self, named: Iterable[str] = ()) -> None:
        """Look at all files, and read again those that have changed, and those `named`."""
        before = self.vocabularies
        self._read_own()
        if before is not self.vocabularies:
            self._reread()
        else:
            self._refresh_records(frozenset(named))

    def _refresh_records(self, named: Collection[str] = ()) -> None:
        now = self.repository.states()
        gone = self._saved.keys() - now.keys()
        changed = [path for path, state in now.items() if self._states.get(path) != state or path in named]
        if len(changed) + len(gone) > _MANY:
            self._scope = None  # not once for each of them
        for path in gone:
            self._saved_now(path, None)
        for path, summary in summarize_files(self.repository.root, changed, self.vocabularies).items():
            self._saved_now(path, summary)
        self._states = now
        if gone or changed:
            self._index.close()

    def _saved_now(self, path: str, summary: RecordSummary | None) -> None:
        before = self._saved.pop(path, None)
        if summary:
            self._saved[path] = summary
        if path not in self._written:
            self._note(before, summary)
        self._known.clear()

    def problems(self, path: str) -> tuple[Problem, ...]:
        """Check one file as `validate` does when it is named."""
        found = self._runner.problems([self.entry(path)], self.scope)
        return tuple(sorted(found, key=lambda each: (each.span.line, each.span.column, each.code, each.message)))

    @property
    def _runner(self) -> Runner:
        """What checks the open files: those are selected, so that it matters what today's date brings about."""
        return Runner(self.config, Choice(frozenset(self.open_texts)))


def _changed(old: Outline | None, new: Outline | None) -> frozenset[str]:
    """Return the keys by which two outlines differ: all where one is not there."""
    if old is None or new is None:
        return _ALL
    return frozenset(name for name, one, other in zip(Outline._fields, old, new, strict=True) if one != other)
