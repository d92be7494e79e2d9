"""`coopdb groups`: look through the groups of countries."""

from coopdb.cli.vocabulary import Action, As, On, Texts, look_through
from coopdb.errors import ExitCode
from coopdb.vocabulary.vocabularies import Vocabularies


def groups(
    vocabularies: Vocabularies,
    action: Action = None,
    texts: Texts = None,
    format: As = "table",  # noqa: A002
    on: On = None,
) -> ExitCode:
    """Look through the groups of countries.

    A filter names a group with `@`: `-c @gcc` is any country that belonged to it on the day of the meeting.
    """
    return look_through(vocabularies.groups, action, texts, format, on)
