"""Whether a command is about all records, or about their public edition."""

from typing import NewType

from coopdb.store.files.repository import Repository

# The repository of a command that can keep to what is public: `--public` chooses the public edition.
Edition = NewType("Edition", Repository)
