"""Who acts in a sentence before the first person that it names: the minister met Prime Minister Ruiz; she met him."""

from coopdb.author.draft import cues
from coopdb.author.draft.name_forms import is_office
from coopdb.author.draft.said import Said
from coopdb.author.draft.text import Article
from coopdb.text import fold


class Acting:
    """Remembers of the people that a text has named so far whose offices they hold, and who acted last."""

    def __init__(self, article: Article, language: str | None) -> None:
        self._article = article
        self._pronouns = cues.small_words("pronouns", language)
        self._by_office: dict[str, Said] = {}
        self._subject: Said | None = None  # the first person of the last sentence that names any
        self._last: Said | None = None

    def see(self, each: Said) -> None:
        """Remember somebody whom the text names."""
        if self._last is None or self._last.sentence != each.sentence:
            self._subject = each
        self._last = each
        for word in filter(is_office, fold(each.person.role).split()):
            self._by_office.setdefault(word, each)

    def before(self, each: Said) -> Said | None:
        """Return who acts before somebody whom a sentence names first, if the text has named them."""
        near = min(each.person.near or each.person.start, each.person.start)
        text = self._article.plain[each.sentence.start : near]
        if not self._pronouns.isdisjoint(text.lower().split()):
            return self._subject
        words = fold(text).split()
        return next((self._by_office[word] for word in words if word in self._by_office), None)
