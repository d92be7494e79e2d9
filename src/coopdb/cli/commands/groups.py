"""`coopdb groups`: look through the groups of countries."""

from coopdb.cli.options.vocabulary import Action, As, On, Texts, VocabularyOptions, look_through
from coopdb.errors import ExitCode


def groups(
    words: VocabularyOptions,
    action: Action = None,
    texts: Texts = None,
    format: As = "table",  # noqa: A002
    on: On = None,
) -> ExitCode:
    """Look through the groups of countries.

    A filter names a group with `@`: `-c @gcc` is any country that belonged to it on the day of the meeting.
    """
    return look_through(words.vocabularies.groups, action, texts, format, on)
