"""`coopdb organizations`: look through the organisations that meet countries as parties."""

from coopdb.cli.options.vocabulary import Action, As, Texts, VocabularyOptions, look_through
from coopdb.errors import ExitCode


def organizations(
    words: VocabularyOptions,
    action: Action = None,
    texts: Texts = None,
    format: As = "table",  # noqa: A002
) -> ExitCode:
    """Look through the organisations that meet countries.

    They are parties of meetings, as countries are. A record names an organisation by its slug, or by any of its names.
    """
    return look_through(words.vocabularies.organizations, action, texts, format)
