"""What is to be checked: which files, by which rules, and since when."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from coopdb.record.config import Config
    from coopdb.store.files.base import Base


@dataclass(frozen=True, slots=True)
class Choice:
    """What is checked: the paths (all when None), and the rules (those of the configuration when there are none).

    `selected` are the files that are answered for as they are today, those of `paths` when None: see `Finding`.
    `config` takes the place of the repository's own. With a `base`, `paths` have changed since, `misnamed` ones among
    them, and others (all, or those that are `named`) may have problems that they did not have there.
    """

    paths: Collection[str] | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    selected: Collection[str] | None = None
    config: "Config | None" = None
    base: "Base | None" = None
    named: Collection[str] | None = None
    misnamed: tuple[str, ...] = ()

    def has(self, path: str) -> bool:
        """Tell whether a file is checked."""
        return self.paths is None or path in self.paths

    @property
    def wording(self) -> str:
        """The choice in words, the same for the same one."""
        paths = [each if each is None else sorted(each) for each in (self.paths, self.selected, self.named)]
        base = self.base and (self.base.commit, sorted(self.base.before))
        return f"{paths} {self.select} {self.ignore} {self.config and self.config.rules} {base}"

    def may_bring(self, path: str) -> bool:
        """Tell whether a file that has not changed is looked at for new problems."""
        return self.named is None or path in self.named

    def is_selected(self, path: str) -> bool:
        """Tell whether a file was chosen for itself, and not because all are checked."""
        chosen = self.paths if self.selected is None else self.selected
        return chosen is not None and path in chosen
