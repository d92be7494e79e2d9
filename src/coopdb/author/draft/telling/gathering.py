"""Whether a sentence tells of a gathering of many, and not only of what is before one: in Oslo ahead of the summit."""

from coopdb.author.draft.text.text import Article, Passage
from coopdb.author.draft.words import cues

_NEAR = 3  # words between "before" and the gathering: ahead of the next European summit


def tells_of_gathering(article: Article, sentence: Passage, language: str | None) -> bool:
    """Tell a sentence with words for a gathering that does not stand behind one for before."""
    text = article.folded(sentence)
    before = [*cues.word_list("before_gatherings", language).find(text)] if language else []
    return any(
        not any(end <= start and len(text[end:start].split()) <= _NEAR for _, end in before)
        for start, _ in cues.word_list("gathering").find(text)
    )
