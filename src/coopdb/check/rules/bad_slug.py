"""Finds a topic of `records/topics.toml` whose key is not a slug.

A slug has small letters, digits and single hyphens, so that it can stand in records, options and addresses alike.

Bad:

    ["Smart ports"]
    definition = "Running ports with data."

Good:

    [smart-ports]
    definition = "Running ports with data."
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.check.wording import show
from coopdb.record.identity import has_form
from coopdb.store.files.records import RecordFile
from coopdb.store.files.tree import TOPICS
from coopdb.text import fold

CODE = "V007"
READS = None
NEEDS = ("words",)


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding for every own topic whose key is not a slug."""
    if entry.path.endswith(f"/{TOPICS}"):
        keys = {word.key for word in entry.reading.words}
        for word in entry.reading.words:
            if not has_form(word.key):
                slug = fold(word.key).replace(" ", "-")
                is_taken = slug in keys
                other = f"`{slug}` stands here already" if is_taken else "use the letters a to z, digits and hyphens"
                hint = f"write `{slug}`" if has_form(slug) and not is_taken else other
                yield Finding((word.key,), f"{show(word.key)} is not a slug", hint, at="key")
