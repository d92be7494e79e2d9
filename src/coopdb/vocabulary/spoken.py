"""Vocabularies that name their entries in a language, where they have a name in it."""

from coopdb.vocabulary.lookup import Vocabulary
from coopdb.vocabulary.vocabularies import Vocabularies


class SpokenVocabulary(Vocabulary):
    """A vocabulary whose words for a key are those of a language, else the English ones."""

    def __init__(self, vocabulary: Vocabulary, language: str) -> None:
        super().__init__(vocabulary.noun, vocabulary.entries, vocabulary.words, vocabulary.index)
        self.english, self._language = vocabulary, language

    def label(self, key: str) -> str:
        """Return the name of a key; a key that is not there is its own name."""
        return self.entries[key].labels.get(self._language) or super().label(key) if key in self.entries else key

    def short(self, key: str) -> str:
        """Return the whole name: the short ones are English."""
        return self.label(key)


def spoken(words: Vocabularies, language: str) -> Vocabularies:
    """Return the vocabularies with the names of a language."""
    return Vocabularies(*(SpokenVocabulary(each, language) for each in words))


def in_english(words: Vocabularies) -> Vocabularies:
    """Return the vocabularies with English names: what is chosen by a name is the same in every language."""
    return Vocabularies(*(each.english if isinstance(each, SpokenVocabulary) else each for each in words))
