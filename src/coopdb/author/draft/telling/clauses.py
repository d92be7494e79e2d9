"""Where a sentence goes on with what else was done: they signed a paper on trade, and spoke of visas."""

from collections.abc import Iterator, Sequence
from functools import cache

from coopdb.author.draft.words import cues, telling_words
from coopdb.author.draft.words.script import is_arabic
from coopdb.author.draft.words.word_list import WordList

_AND = "و"  # which Arabic writes before a verb: وتحدثا
_LONGEST = 4  # words of a verb: se sont mis d'accord
_VERBS = ("discussed", "agreed", "planned", "proposed", "speaks")
_NOUNS = ("encounters", "of_ours", "articles", "exchanges")


def further_clauses(words: Sequence[str], language: str | None) -> Iterator[int]:
    """Yield the numbers of the folded words with which a further clause of a sentence begins: `and`, then its verb."""
    joins, verbs = cues.spoken("list_and", language), _verbs(language)
    for number, word in enumerate(words):
        if word in joins:
            behind = words[number + 1 : number + 1 + _LONGEST]
        elif word.startswith(_AND):
            behind = (word[len(_AND) :], *words[number + 1 : number + _LONGEST])
        else:
            continue
        if verbs.at_start(" ".join(behind)):
            yield number


@cache
def _verbs(language: str | None) -> WordList:
    """Return the verbs of what was, and of what comes of it, that are no nouns: et échange, and visits, are none."""
    nouns = cues.joined(language, *_NOUNS)
    held = (word for word in cues.spoken("took_place", language) - nouns if not is_arabic(word))  # بحث is a noun too
    past = telling_words.of_language("finite_past", language)
    further = cues.joined(language, *_VERBS) - nouns - cues.spoken("meeting", language)
    return WordList({*past, *held, *further})
