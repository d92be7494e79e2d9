"""What a text quotes: from where to where somebody's own words stand, which tell of other places too."""

from collections.abc import Iterator

from coopdb.author.draft.text.text import Article
from coopdb.pattern import pattern

_QUOTE = pattern(r"[“„«\"]|,,(?=\w)|(?<!\S)['‘](?=\w\w)")
_CLOSED = {"“": "[”“]", "„": "[“”]", "«": "»", ",,": "”", '"': '"'}
_ENDS = {opened: pattern(closed) for opened, closed in _CLOSED.items()}
_SINGLE = pattern(r"(?<=[\w.,!?…])['’](?![^\W_])")  # the end of 'a quotation', and of the sailors' too
_FEWEST = 4  # words of a quotation: fewer are a name, or a word that is not meant


def find_quotes(article: Article) -> Iterator[tuple[int, int]]:
    """Yield where quotations of some length stand, each within its paragraph; what is not closed ends with that."""
    for paragraph in article.paragraphs:
        place = paragraph.start
        while opened := _QUOTE.search(article.plain, place, paragraph.end):
            closed = _ENDS.get(opened[0], _SINGLE).search(article.plain, opened.end(), paragraph.end)
            place = closed.end() if closed else paragraph.end
            if len(article.words_in(opened.end(), place)) >= _FEWEST:
                yield opened.end(), place
