"""What a text quotes: from where to where somebody's own words stand, which tell of other places too."""

import re
from collections.abc import Iterator

from coopdb.author.draft.text import Article

_QUOTE = re.compile(r"[“„«]|,,(?=\w)|\"")
_ENDS = {"“": "”“", "„": "“”", "«": "»", ",,": "”", '"': '"'}
_FEWEST = 4  # words of a quotation: fewer are a name, or a word that is not meant


def find_quotes(article: Article) -> Iterator[tuple[int, int]]:
    """Yield where quotations of some length stand, each within its paragraph; what is not closed ends with that."""
    for paragraph in article.paragraphs:
        place = paragraph.start
        while opened := _QUOTE.search(article.plain, place, paragraph.end):
            ends = (article.plain.find(mark, opened.end(), paragraph.end) for mark in _ENDS[opened[0]])
            place = min((end for end in ends if end >= 0), default=paragraph.end)
            if len(article.words_in(opened.end(), place)) >= _FEWEST:
                yield opened.end(), place
            place += 1
