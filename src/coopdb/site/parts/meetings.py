"""A page for each meeting."""

from collections.abc import Iterator
from functools import partial

from coopdb.site.naming import file_name
from coopdb.site.site import Site
from coopdb.store.files.made_folder import MadeFile

_SQL = "SELECT id, title, date FROM meetings WHERE draft = 0 ORDER BY earliest DESC, id, path"


def files(site: Site) -> Iterator[MadeFile]:
    """Yield the pages of each language, and the list of all."""
    meetings = list(site.star.connection.execute(_SQL))
    for language in site.words:
        listed = [(f"meetings/{file_name(record)}.html", title, date) for record, title, date in meetings]
        make = partial(site.page, language, "meetings/index.html", "meetings", meetings=listed)
        yield MadeFile(f"{language}/meetings/index.html", site.key(listed), make)
        for name, title, date in listed:
            make = partial(site.page, language, name, "meeting", title=title, date=date)
            yield MadeFile(f"{language}/{name}", site.key(title, date), make)
