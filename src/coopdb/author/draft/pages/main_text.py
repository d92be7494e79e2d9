"""Which part of a page is the article: not the menus, notices, shared links, comments and lists of other articles."""

from collections.abc import Callable, Iterator, Sequence

from coopdb.author.draft.pages.markup import Element, Markup
from coopdb.pattern import pattern

_ASIDE = frozenset({"nav", "footer", "aside", "form", "dialog", "menu", "figure", "figcaption"})
_ROLES = frozenset({"navigation", "banner", "complementary", "contentinfo", "dialog", "alertdialog", "search", "form"})
_LABELS = pattern(
    r"(?<![a-z])(?:cookies?|consent|gdpr|nav|navbar|navigation|menu|submenu|breadcrumbs?|sidebar|related|recommend\w*+"
    r"|shar(?:e|ing)|sharedaddy|social|comments?|disqus|newsletter|subscri\w++|promo|advert\w*+|ads?|popup|modal|footer"
    r"|pag(?:er|ination)|toolbar|skip|login|signup|trending|popular|latest|teasers?|outbrain|taboola|sponsor\w*+"
    r"|readmore|seealso|caption|byline|tags?)(?![a-z])"
)
_CERTAIN = pattern(r"(?<![a-z])(?:cookies?|consent|gdpr|comments?|disqus|related|recommend\w*+)(?![a-z])")
_UNSEEN = frozenset({"hidden", "visually-hidden", "visuallyhidden", "sr-only", "screen-reader-text", "d-none"})
_NEVER = frozenset({"", "html", "body", "main", "article", "table", "tbody", "tr"})
_HOLDERS = frozenset({"", "html", "body", "main", "article", "section", "div", "table", "tbody", "tr", "td", "center"})
_LISTS = frozenset({"ul", "ol", "dl", "div", "section", "table", "p"})
_LINKED = 0.7  # of the words: a list of links
_LINKS = 2  # the fewest links of a list of them
_FEWEST = 25  # words of an article, below which an element that says it is one is not believed
_MUCH = 0.4  # of the words of the page outside links: an element with more is the article, not a notice beside it
_MOST = 0.8  # of the words: a block with as many is where the text is
_APART = 2  # times as many words as the next: one article among teasers


class MainText:
    """Tells the main element of a page, and which elements inside it are not read."""

    def __init__(self, markup: Markup) -> None:
        self._elements = markup.elements
        heading = next((n for n, each in enumerate(self._elements) if each.name == "h1"), 0)
        self._around_heading = frozenset(self._path(heading))
        self._kept = self._around_heading | markup.unclosed  # what nothing closes hides nothing
        self._total = self._elements[0].words - self._elements[0].linked
        self._in_article = self._inside(lambda element: element.name in ("article", "main"))
        self.is_dropped = self._dropped()
        self._words = self._own_words()
        self.main = self._main()
        self.is_read = self._read()

    def _path(self, number: int) -> Iterator[int]:
        """Yield an element and all those around it."""
        while number:
            yield number
            number = self._elements[number].parent
        yield 0

    def _inside(self, is_meant: Callable[[Element], bool]) -> list[bool]:
        """Tell of each element whether it, or one around it, is such a one."""
        found = [False]
        for element in self._elements[1:]:
            found.append(found[element.parent] or is_meant(element))
        return found

    def _dropped(self) -> list[bool]:
        """Tell of each element whether it, or one around it, is beside the article."""
        dropped = [False]
        for number, element in enumerate(self._elements[1:], 1):
            dropped.append(dropped[element.parent] or self._is_beside(number, element))
        return dropped

    def _is_beside(self, number: int, element: Element) -> bool:
        """Tell what is beside the article by its kind or label, unless it holds the heading, or much of the text."""
        if element.name in _NEVER or number in self._kept:
            return False
        names = f"{element.attribute('id')} {element.attribute('class')}"
        if _is_unseen(element) or _CERTAIN.search(names):
            return True
        if element.words - element.linked > _MUCH * self._total:
            return False
        return (
            element.name in _ASIDE
            or (element.name == "header" and not self._in_article[number])
            or element.attribute("role") in _ROLES
            or _LABELS.search(names) is not None
            or _is_list_of_links(element)
        )

    def _own_words(self) -> list[int]:
        """Count the words of each element, with those inside it, that are outside links and not dropped."""
        found = [0 if dropped else each.own for each, dropped in zip(self._elements, self.is_dropped, strict=True)]
        for number in range(len(found) - 1, 0, -1):
            found[self._elements[number].parent] += found[number]
        return found

    def _main(self) -> int:
        named = (
            (lambda each: "articlebody" in each.attribute("itemprop")),
            (lambda each: each.name == "article"),
            (lambda each: each.name == "main" or each.attribute("role") == "main"),
        )
        for is_named in named:
            numbers = [n for n, each in enumerate(self._elements) if is_named(each) and not self.is_dropped[n]]
            if chosen := self._largest(numbers):
                return chosen
        return self._deepest(0)

    def _largest(self, numbers: Sequence[int]) -> int:
        """Return the element with most words: the only one, one that has the heading, or one far before the others."""
        best = max(numbers, key=lambda each: self._words[each], default=0)
        if self._words[best] < _FEWEST:
            return 0
        chosen = self._elements[best]
        inside = self._inside(lambda element: element is chosen)
        above = frozenset(self._path(best))
        others = [self._words[each] for each in numbers if not inside[each] and each not in above]
        if best in self._around_heading or self._words[best] >= _APART * max(others, default=0):
            return best
        return 0

    def _deepest(self, number: int) -> int:
        """Return the innermost block that holds nearly all words."""
        children: dict[int, list[int]] = {}
        for each, element in enumerate(self._elements[1:], 1):
            children.setdefault(element.parent, []).append(each)
        while inside := [each for each in children.get(number, ()) if self._elements[each].name in _HOLDERS]:
            best = max(inside, key=lambda each: self._words[each])
            if self._words[best] < _MOST * self._words[number]:
                return number
            number = best
        return number

    def _read(self) -> list[bool]:
        """Tell of each element whether it is read: it is in the main one, and not beside the article."""
        main = self._elements[self.main]
        inside = self._inside(lambda element: element is main)
        return [(each or not self.main) and not dropped for each, dropped in zip(inside, self.is_dropped, strict=True)]


def _is_unseen(element: Element) -> bool:
    """Tell what a browser does not show."""
    return (
        "hidden" in element.attributes
        or element.attribute("aria-hidden") == "true"
        or "display:none" in element.attribute("style").replace(" ", "")
        or not _UNSEEN.isdisjoint(element.attribute("class").split())
    )


def _is_list_of_links(element: Element) -> bool:
    return element.name in _LISTS and element.links >= _LINKS and element.linked >= _LINKED * element.words
