"""Whether a topic is one of the talks, or only named in a text: by the words beside it, where, and how often."""

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cached_property

from coopdb.author.draft.text.text import BACKGROUND, LEAD, TITLE, Article, Passage
from coopdb.author.draft.topics.stages import Stages
from coopdb.author.draft.words import cues
from coopdb.pattern import pattern
from coopdb.text import fold

_OFTEN = 2  # names of a topic: more are often
_BRIEF = 250  # words of a text that hardly names a topic in passing
_LONG = 1500  # words of a text that names much in passing
_SEVERAL = 3  # topics of a sentence that is about such topics
_MANY = 4  # topics of a text: one of more names some only beside others
_SHORT = 30  # words of an item of a list
_ITEM = pattern(r"[-–—•*·▪◦]+\s|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]\s")
_SUBJECTS = ("agreed", "proposed", "discussed")  # lists of verbs whose objects are topics
_TALKS = ("may_meet", *_SUBJECTS, "cooperation", "topics_told", "talks_with")

Places = list[tuple[int, int]]


class Weight:
    """Weighs the topics of one article."""

    def __init__(self, article: Article, stages: Stages, found: Mapping[str, Places]) -> None:
        self._article, self._stages = article, stages
        beside = ({article.sentence_at(start) for start, _ in places} for places in found.values())
        self._is_rich = len(found) > _MANY
        self._topics_in = Counter(sentence for each in beside for sentence in each)

    def is_meant(self, slug: str, places: Places, *, is_agreed: bool) -> bool:
        """Tell whether a topic is one of the meeting; of one that many texts only touch more is asked."""
        if self._is_passing(places) or not (self._is_titled(places) or self._is_told_of(places)):
            return False
        if self._is_brief:
            return True
        if is_agreed or self._is_stressed(places):
            return True
        is_beside = self._is_rich and slug in cues.table()["weak_topics"] and not self._is_prominent(places)
        return slug not in cues.table()["faint_topics"] and (not is_beside or self._is_told_of(places, _SUBJECTS))

    def _is_prominent(self, places: Places) -> bool:
        """Tell a topic of title or lead, or one that is named often."""
        return len(places) > _OFTEN or any(self._article.rank_at(start) <= LEAD for start, _ in places)

    def digital(self, places: Places, digital: set[Passage]) -> Places:
        """Return the places of a topic in ordinary words that are beside something digital, or agreed on."""
        return [each for each in places if self._is_digital(each[0], digital) or self._stages.at(*each) == "agreed"]

    def _is_digital(self, start: int, digital: set[Passage]) -> bool:
        """Tell a place in the title, or in a sentence about something digital: with another topic, or a word for it."""
        sentence = self._article.sentence_at(start)
        return (
            sentence.rank == TITLE
            or sentence in digital
            or any(
                word.removeprefix("و").removeprefix("ال").startswith(self._stems)
                for word in self._article.folded(sentence).split()
            )
        )

    @cached_property
    def _stems(self) -> tuple[str, ...]:
        return tuple(map(fold, cues.table()["digital_stems"]))

    @property
    def _is_brief(self) -> bool:
        """Tell a text of the length of news."""
        return self._length <= _BRIEF

    @cached_property
    def _length(self) -> int:
        proper = (each for each in self._article.paragraphs if each.rank < BACKGROUND)
        return sum(len(self._article.words_in(each.start, each.end)) for each in proper)

    def _is_passing(self, places: Places) -> bool:
        """Tell a topic that a long text names once, below its lead, in a sentence of hardly any other topic."""
        if self._length <= _LONG or len(places) > 1:
            return False
        sentence = self._article.sentence_at(places[0][0])
        return sentence.rank > LEAD and self._topics_in[sentence] < _SEVERAL

    def _is_stressed(self, places: Places) -> bool:
        """Tell a topic in the title, or named again, of which the lead has one."""
        ranks = [self._article.rank_at(start) for start, _ in places]
        return TITLE in ranks or len(places) > _OFTEN or (len(places) > 1 and LEAD in ranks)

    def _is_titled(self, places: Places) -> bool:
        """Tell a topic of the title."""
        return any(self._article.rank_at(start) == TITLE for start, _ in places)

    def _is_told_of(self, places: Places, lists: tuple[str, ...] = _TALKS) -> bool:
        """Tell a topic whose own sentence, or that above its list, has words of lists: of talks, or of common work."""
        return any(
            self._article.says(each, name) for start, _ in places for each in self._sentences(start) for name in lists
        )

    def _sentences(self, start: int) -> Iterator[Passage]:
        """Yield the sentence of a place, and for an item of a list the one above the list."""
        yield self._article.sentence_at(start)
        paragraph = self._article.paragraph_at(start)
        if heading := self._headings.get(paragraph.start if paragraph else 0):
            yield heading

    @cached_property
    def _headings(self) -> dict[int, Passage]:
        """Map where items of lists begin to the sentence above the list; short paragraphs below a colon are items."""
        article, above = self._article, None
        found: dict[int, Passage] = {}
        for paragraph in article.paragraphs:
            is_short = len(article.words_in(paragraph.start, paragraph.end)) <= _SHORT
            is_listed = above is not None and is_short and article.text(above).endswith(":")
            if above and (is_listed or _ITEM.match(article.plain, paragraph.start)):
                found[paragraph.start] = above
            else:
                above = article.sentence_at(paragraph.end - 1)
        return found
