"""Who acts in a sentence before the first person that it names: the minister met Prime Minister Ruiz; she met him."""

from coopdb.author.draft.officials.said import Said
from coopdb.author.draft.text.text import Article
from coopdb.author.draft.words import cues
from coopdb.author.draft.words.name_forms import is_office
from coopdb.text import fold


class Acting:
    """Remembers of the people that a text has named so far whose offices they hold, and who acted last."""

    def __init__(self, article: Article, language: str | None) -> None:
        self._article, self._language = article, language
        self._pronouns = cues.small_words("pronouns", language)
        self._by_office: dict[str, Said] = {}
        self._by_surname: dict[str, Said] = {}
        self.subject: Said | None = None  # the first person of the last sentence that names any
        self._last: Said | None = None

    @property
    def implied(self) -> Said | None:
        """The one who acts in a sentence that names nobody, in a language whose verb tells who: ha incontrato Ruiz."""
        return self.subject if cues.has_trait(self._language, "without_subject") else None

    def see(self, each: Said) -> None:
        """Remember somebody whom the text names."""
        is_first = self._last is None or self._last.sentence != each.sentence
        if is_first and (self.subject is None or not self.is_called_by_pronoun(each)):
            self.subject = each  # of who is called by a pronoun the text goes on to tell
        self._last = each
        if each.person.role:
            self._by_surname.setdefault(each.person.surname, each)
        for word in filter(is_office, fold(each.person.role).split()):
            self._by_office.setdefault(word, each)

    def holder(self, each: Said) -> Said | None:
        """Return who has an office of those with the last name of somebody who is named without one."""
        return self._by_surname.get(each.person.surname)

    def is_called_by_pronoun(self, each: Said) -> bool:
        """Tell who acts before somebody from the other of the two before: she was accompanied by."""
        return not self._pronouns.isdisjoint(self._before(each).lower().split())

    def before(self, each: Said) -> Said | None:
        """Return who acts before somebody whom a sentence names first, if the text has named them.

        By a pronoun, by a surname alone, or by an office alone.
        """
        if self.is_called_by_pronoun(each):
            return self.subject
        words = fold(self._before(each)).split()
        if named := next((self._by_surname[word] for word in words if word in self._by_surname), None):
            return named
        return next((self._by_office[word] for word in words if word in self._by_office), None)

    def _before(self, each: Said) -> str:
        """Return what a sentence says before somebody."""
        near = each.person.whole_start
        return self._article.plain[each.sentence.start : near]
