"""Takes the README's pictures of the site, of tests/corpus, into docs/ or the folder named: PNG, as Chromium shows it.

It is run by hand where the pages have changed: browsers do not draw the same bytes everywhere.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from coopdb.cli import main

ROOT = Path(__file__).parent.parent
CORPUS = ROOT / "tests" / "corpus"
DAY = "2026-02-15"
MOST = 150_000  # bytes of a picture
# The page of each picture, and the width and height of the window.
PICTURES = {
    "site-home": ("en/index.html#matrix", 1100, 720),
    "site-meeting": ("ar/meetings/2026-02-01-ma-qa-web-summit-qatar.html", 1100, 760),
}


def draw(folder: Path) -> None:
    """Make the site, and take each picture of it."""
    with tempfile.TemporaryDirectory() as made, sync_playwright() as playwright:
        if main(["site", f"{made}/site", "--root", str(CORPUS), "--on", DAY, "--repository-url", ""]):
            raise SystemExit(1)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"))
        for name, (page_name, width, height) in PICTURES.items():
            page = browser.new_page(viewport={"width": width, "height": height}, color_scheme="light")
            page.goto(f"file://{made}/site/{page_name}")
            content = page.screenshot()
            if len(content) > MOST:
                raise SystemExit(f"{name}: {len(content):,} bytes are too many")
            (folder / f"{name}.png").write_bytes(content)
            print(folder / f"{name}.png", f"{len(content):,}")
        browser.close()


if __name__ == "__main__":
    draw(Path(sys.argv[1]) if sys.argv[1:] else ROOT / "docs")
