"""The free words of a search: where each may stand, how much it counts there, and why a meeting was found.

A word is found as the beginning of one, and as a whole counts for more. Only a short word that stands whole somewhere
is not the beginning of another too: `Bonn` finds the city, and no `bonnes pratiques`. `bonn*` asks for both.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import NamedTuple

from coopdb.errors import usage_error
from coopdb.query.vocabulary_tables import name_kind
from coopdb.store.star.engine import Star
from coopdb.store.star.tables import JOINED, TEXTS
from coopdb.text import fold, visible
from coopdb.vocabulary.index import is_short
from coopdb.vocabulary.lookup import Vocabulary
from coopdb.vocabulary.places import places_of
from coopdb.vocabulary.spelling import asked_spellings
from coopdb.vocabulary.vocabularies import Vocabularies

# What a whole word counts for by where it stands; one that is only begun counts for two thirds.
WEIGHTS = dict(zip(TEXTS, (12, 6, 6, 3, 3), strict=True))
JOINED_WEIGHT = 6  # of a name without its apostrophe, wherever it stands
_BEGUN = "*"  # behind a short word: what it is the beginning of too
_MOST = 100  # words and phrases; SQLite takes apart no expression a thousand deep
_AROUND, _LONGEST = 24, 60  # characters of an excerpt on either side of what was found, and of what has no spaces
_TEXTS_OF = """
SELECT 'title', title FROM meetings WHERE meeting = :meeting
UNION ALL SELECT 'person', name FROM people WHERE meeting = :meeting
UNION ALL SELECT 'role', role FROM people WHERE meeting = :meeting
UNION ALL SELECT 'institution', institution FROM people WHERE meeting = :meeting
UNION ALL SELECT 'venue', venue_name FROM meetings WHERE meeting = :meeting
UNION ALL SELECT 'city', city FROM meetings WHERE meeting = :meeting
UNION ALL SELECT 'host event', host_event FROM meetings WHERE meeting = :meeting
UNION ALL SELECT 'summary', summary FROM meetings WHERE meeting = :meeting
UNION ALL SELECT 'topic note', note FROM topics WHERE meeting = :meeting
UNION ALL SELECT 'document', title FROM documents WHERE meeting = :meeting
UNION ALL SELECT 'commitment', text FROM commitments WHERE meeting = :meeting
UNION ALL SELECT 'source', title FROM sources WHERE meeting = :meeting
UNION ALL SELECT 'publisher', publisher FROM sources WHERE meeting = :meeting
UNION ALL SELECT 'author', author FROM sources WHERE meeting = :meeting
UNION ALL SELECT 'address', url FROM sources WHERE meeting = :meeting
"""


class NamedColumn(NamedTuple):
    """Keys whose names may be asked for: in which column they stand, and the vocabulary that has the names."""

    field: str
    weight: int
    table: str
    column: str
    vocabulary: Vocabulary


class Reason(NamedTuple):
    """Why a word found a meeting: the field, the value in it, and how the word is in that."""

    word: str
    field: str
    value: str
    how: str

    @property
    def words(self) -> str:
        """The reason as people read it."""
        return f"{self.field} {self.value}{f' ({self.how})' if self.how else ''}"


class Asked(NamedTuple):
    """One word, or several in a row, as the user wrote and as it is looked for.

    A short word that stands whole somewhere `is_whole`: it is not taken for the beginning of others.
    """

    text: str
    folded: str
    is_whole: bool = False

    @property
    def marks(self) -> tuple[str, ...]:
        """What is found, as `places_of` takes it."""
        wholes = tuple(f"{each} " for each in (*self._wholes, *self._joined))
        return wholes if self.is_whole else (self.folded, *wholes)

    @property
    def _wholes(self) -> tuple[str, ...]:
        """The words as they are, and the plural of a short one, which is no other word."""
        return (self.folded, f"{self.folded}s") if is_short(self.folded) else (self.folded,)

    @property
    def _joined(self) -> tuple[str, ...]:
        """The words without the apostrophes that they may have within names: `oneill` for O'Neill or O Neill."""
        return asked_spellings(self.text)[1:]

    def settled(self, star: Star) -> "Asked":
        """Find out whether a short word stands whole somewhere: in a text, or in the name of what a meeting has.

        A code is such a name as it is written: `QAT` is, and `qat` may be begun.
        """
        if not is_short(self.folded) or self.text.endswith(_BEGUN):
            return self
        whole = self._replace(is_whole=True)
        sql, parameters = whole.score(star.vocabularies, has_codes=self.text.isupper())
        found = star.connection.execute(f"SELECT 1 FROM texts WHERE {sql} > 0 LIMIT 1", parameters)  # noqa: S608  # our own SQL
        return whole if any(found) else self

    def score(self, words: Vocabularies, *, has_codes: bool = True) -> tuple[str, tuple[str, ...]]:
        """Return the SQL expression of what a meeting of `texts` scores, 0 when it has no such word."""
        parts, parameters = [], []
        wholes = [f" {each} " for each in (*self._wholes, *self._joined)]
        for text, weight in WEIGHTS.items():
            whole = " OR ".join([f"INSTR({text}, ?) > 0"] * len(wholes))
            begun = "" if self.is_whole else f"WHEN INSTR({text}, ?) > 0 THEN {weight * 2 // 3}"
            parts.append(f"CASE WHEN {whole} THEN {weight} {begun} ELSE 0 END")
            parameters += wholes if self.is_whole else [*wholes, f" {self.folded}"]
        parts.append(f"CASE WHEN INSTR({JOINED}, ?) > 0 THEN {JOINED_WEIGHT} ELSE 0 END")
        parameters.append(wholes[0])
        for names in named_columns(words):
            for is_whole, keys in self._keys(names.vocabulary, has_codes=has_codes):
                marks, weight = ", ".join("?" * len(keys)), names.weight if is_whole else names.weight * 2 // 3
                chosen = f"SELECT meeting FROM {names.table} WHERE {names.column} IN ({marks})"  # noqa: S608  # our own names
                parts.append(f"CASE WHEN meeting IN ({chosen}) THEN {weight} ELSE 0 END")
                parameters += keys
        return " + ".join(parts), tuple(parameters)

    def reasons(self, star: Star, meeting: int) -> Iterator[Reason]:
        """Yield where a meeting has the word: among the names of what it has a key of, and in its texts."""
        for names in named_columns(star.vocabularies):
            known = {key for _, keys in self._keys(names.vocabulary) for key in keys}
            query = f"SELECT DISTINCT {names.column} FROM {names.table} WHERE meeting = ?"  # noqa: S608  # our own names
            for (key,) in star.connection.execute(query, (meeting,)):
                if key in known:
                    match = names.vocabulary.name_with(key, self.folded)
                    yield Reason(self.text, names.field, names.vocabulary.label(key), name_kind(match))
        statement = _TEXTS_OF.replace(":meeting", str(meeting))
        for field, text in star.connection.execute(statement):
            plain = " ".join((text or "").split())
            places = chain.from_iterable(places_of(plain, mark) for mark in self.marks)
            for start, end in islice(places, 1):
                yield Reason(self.text, field, _excerpt(plain, start, end), "")

    def _keys(self, vocabulary: Vocabulary, *, has_codes: bool = True) -> Iterator[tuple[bool, list[str]]]:
        """Yield the keys that have a name with the word, apart by whether it is whole there."""
        found: dict[str, bool] = {}
        for key, is_whole in vocabulary.named(self.folded, is_begun=self.text.endswith(_BEGUN)):
            found[key] = found.get(key, False) or is_whole
        if not has_codes:
            found = {key: is_whole for key, is_whole in found.items() if not vocabulary[key].has_code(self.folded)}
        for each in self._joined:
            found |= {key: True for key, is_whole in vocabulary.named(each) if is_whole}
        for wanted in (True,) if self.is_whole else (True, False):
            if keys := sorted(key for key, is_whole in found.items() if is_whole is wanted):
                yield wanted, keys


def read_words(texts: Iterable[str]) -> tuple[Asked, ...]:
    """Read what is asked for: each text is a phrase, and so is what stands in quotes within one.

    What has neither letter nor digit is refused: it would find everything.
    """
    parts = (
        part
        for text in texts
        for part in (text.split('"') if text.count('"') > 1 else [text])
        if part.strip() or part == text
    )
    asked = tuple(Asked(part.strip(), _folded(part)) for part in parts)
    if len(asked) > _MOST:
        raise usage_error(f"{len(asked):,} words, where a search has at most {_MOST}", "put words in a row in quotes")
    return asked


def _folded(word: str) -> str:
    if folded := fold(word):
        return folded
    raise usage_error(f"nothing to search for in `{visible(word)}`", "ask for words, with at least a letter or a digit")


def named_columns(words: Vocabularies) -> Iterator[NamedColumn]:
    """Yield the columns whose keys may be asked for by any of their names."""
    yield NamedColumn("country", 9, "parties", "country", words.countries)
    yield NamedColumn("host country", 3, "meetings", "host", words.countries)
    yield NamedColumn("organization", 9, "parties", "organization", words.organizations)
    yield NamedColumn("topic", 9, "topics", "topic", words.topics)
    yield NamedColumn("person", 6, "people", "name", words.people)


def _excerpt(text: str, start: int, end: int) -> str:
    """Cut a text around what was found, at spaces."""
    before, after = text.rfind(" ", 0, max(start - _AROUND, 0)) + 1, text.find(" ", end + _AROUND)
    first = max(before if start > _AROUND else 0, start - _LONGEST)
    last = min(after if after >= 0 else len(text), end + _LONGEST)
    return f"“{'…' if first else ''}{text[first:last]}{'…' if last < len(text) else ''}”"
