"""What the site is asked with. Light: the command line makes it before anything is read."""

from typing import NamedTuple

from coopdb.record.values import Language
from coopdb.site.forge import NO_FORGE, Forge


class SiteOptions(NamedTuple):
    """What the site is asked with: the language of its first page, its title, and the address it will have.

    `forge` is where the files of the records can be read.
    """

    language: Language = "en"
    title: str = ""
    base_url: str = ""
    forge: Forge = NO_FORGE
