"""`coopdb organizations`: look through the organisations that meet countries as parties."""

from coopdb.cli.vocabulary import Action, As, Texts, look_through
from coopdb.errors import ExitCode
from coopdb.vocabulary.vocabularies import Vocabularies


def organizations(
    vocabularies: Vocabularies,
    action: Action = None,
    texts: Texts = None,
    format: As = "table",  # noqa: A002
) -> ExitCode:
    """Look through the organisations that meet countries as parties.

    A record names an organisation by its slug, or by any of its names.
    """
    return look_through(vocabularies.organizations, action, texts, format)
