"""Places and buildings that no table has, before the city or the country they are in: in Sidi Amra, Egypt."""

from collections.abc import Iterable

from coopdb.author.draft.names.names import Names
from coopdb.author.draft.text.text import Word
from coopdb.author.draft.words import cues, telling_words
from coopdb.author.draft.words.name_forms import is_name_particle
from coopdb.pattern import pattern

_LONGEST = 6  # words of the name of a place, or of a building with its street
_COUNTRY = pattern(r",\s*(?:the\s+)?")  # between it and its country
_BEHIND = 25  # characters behind a country in which the next word begins


class UnknownPlaces:
    """Tells where such a name begins, in one article; `starts` are where the known places of it begin."""

    def __init__(self, names: Names, language: str | None, starts: Iterable[int]) -> None:
        """Read the small words of a language."""
        self._article = names.article
        self._in = cues.small_words("locatives", language)
        self._fillers = cues.spoken("place_fillers", language)
        self._known = {*starts, *(each.start for each in names.mentions)}  # Athens in Georgia too
        toward, places = cues.small_words("toward", language), telling_words.words("places_of_events")
        self._goes_on = self._in | toward | places | telling_words.day_words(language)

    def before(self, words: tuple[Word, ...], start: int, end: int) -> tuple[Word, ...] | None:
        """Return the words before `in` and the name before a place that ends at `end`; None without such a name."""
        plain = self._article.plain
        if not words or not _COUNTRY.fullmatch(plain, words[-1].end, start):
            return None
        number = len(words)
        while number and len(words) - number < _LONGEST and self._may_be_part(words[number - 1]):
            number -= 1
        name = words[number:]
        if not name or not number or plain[words[number - 1].start : words[number - 1].end].lower() not in self._in:
            return None
        is_other = "," in plain[name[0].start : name[-1].end] or any(each.start in self._known for each in name)
        return words[: number - 1] if not is_other and self._ends_place(end) else None

    def _may_be_part(self, word: Word) -> bool:
        """Tell a word that the name of a place may have: one in capitals, but for a month; a number; el-, the."""
        first = self._article.plain[word.start]
        is_name = first.isupper() or first.isdigit() or is_name_particle(word.folded) or word.folded in self._fillers
        return is_name and word.folded not in telling_words.months() and word.folded not in telling_words.weekdays()

    def _ends_place(self, end: int) -> bool:
        """Tell that a sentence is over behind a country, or goes on with when, or where: Egypt, from 3 to 5 May."""
        plain = self._article.plain
        behind = next(iter(self._article.words_in(end, end + _BEHIND)), None)
        if behind is None or (gap := plain[end : behind.start].strip(" ,")):
            return behind is None or gap[0] in ".;:()\n"
        return behind.folded in self._goes_on or behind.folded.isdigit()
