"""The documents that came out of a meeting: what was signed or issued, with the title that the text gives it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coopdb.author.draft import cues
from coopdb.author.draft.text import BODY, Article
from coopdb.text import fold
from coopdb.vocabulary.places import places_of

_TITLE = re.compile(
    r"[^.;\n(“”«»\"]{0,4}?\s*(?:on|relatif à|relative à|portant sur|sur|sobre|über|om|dans le domaine d\w*"
    r"|in the (?:field|area) of|في مجال|بشأن|حول)\s+[^.;,\n()“”«»\"]{3,90}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundDocument:
    """A document: its kind, its title as far as the text gives one, and where."""

    kind: str
    title: str
    start: int
    end: int


def find_documents(article: Article) -> Iterator[FoundDocument]:
    """Yield a document of each kind that a sentence says was signed or issued."""
    seen: set[str] = set()
    for sentence in article.sentences:
        text = article.folded(sentence)
        if sentence.rank > BODY or not cues.pattern("signed").search(text) or _is_past(text):
            continue
        for kind, names in cues.table()["documents"].items():
            told = [name for name in map(fold, names) if f" {name}" in text]
            place = _first(article.plain[sentence.start : sentence.end], told)
            if place and kind not in seen and not (kind == "agreement" and seen):
                seen.add(kind)
                start, end = sentence.start + place[0], sentence.start + place[1]
                more = _TITLE.match(article.plain, end, sentence.end)
                last = more.end() if more else end
                yield FoundDocument(kind, " ".join(article.plain[start:last].split()), start, last)


def _is_past(text: str) -> bool:
    """Tell a sentence about an older document: the words for it come before the verb."""
    past, signed = cues.pattern("past").search(text), cues.pattern("signed").search(text)
    return bool(past and signed and past.start() < signed.start() + 40)


def _first(text: str, names: list[str]) -> tuple[int, int] | None:
    places = (place for name in sorted(names, key=len, reverse=True) for place in places_of(text, name))
    return next(places, None)
