"""An export in Parquet as what questions are put to, by an engine other than the index."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Literal, TypeVar

from coopdb.errors import StopError, usage_error
from coopdb.store.files.exported import refuse_half
from coopdb.store.star.day import LATEST, as_of
from coopdb.store.star.engine import Star
from coopdb.store.star.tables import star_tables
from coopdb.text import visible
from coopdb.vocabulary.vocabularies import Vocabularies

EngineName = Literal["duckdb", "spark"]
Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Dataset:
    """A folder of Parquet files, the engine that reads them, and the vocabularies that give words for its keys."""

    folder: Path
    engine: EngineName
    vocabularies: Vocabularies

    def ask(self, question: Callable[[Star], Answer]) -> Answer:
        """Put a question to the tables."""
        files = self._files()
        try:
            engine = import_module(f"coopdb.store.star.engines.{self.engine}")
        except ImportError as error:
            raise StopError(f"{self.engine} is not installed", f"install `coopdb[{self.engine}]`") from error
        tables = engine.open_tables(files)
        try:
            base, temporary = engine.NAMES
            star = Star(tables, lambda: self.vocabularies, base=base, temporary=temporary)
            return question(as_of(star, LATEST))
        finally:
            tables.close()

    def _files(self) -> Mapping[str, str]:
        """Find the file of each table, or its folder of partitions: a path, or a pattern."""
        refuse_half(self.folder)
        found = {}
        for name, table in star_tables().items():
            file, folder = self.folder / f"{name}.parquet", self.folder / name
            if not (file.exists() or folder.is_dir()) and table.since > 1:
                continue  # an export of before it
            if not (file.exists() or folder.is_dir()):
                hint = "name a folder that `coopdb export parquet` of this version has written"
                raise usage_error(f"`{visible(str(self.folder))}` has no table `{name}`", hint)
            found[name] = str(file if file.exists() else folder / "**" / "*.parquet")
        return found
