"""Makes the tables in `names/`, the index of every name in the packaged vocabularies."""

import sys

from coopdb.vocabulary.index import make_index
from coopdb.vocabulary.packaged import FILES, read_entries, read_words
from coopdb.vocabulary.tables import DATA

FOLDER = DATA / "names"


def main() -> int:
    """Write the tables, or with `--check` say whether those on disk are what would be written."""
    texts = {FOLDER / f"{file}.tsv": render(noun) for noun, file in FILES.items()}
    if "--check" not in sys.argv:
        FOLDER.mkdir(exist_ok=True)
        for path, text in texts.items():
            path.write_text(text, encoding="utf-8")
        return 0
    stale = [path for path, text in texts.items() if not path.is_file() or path.read_text(encoding="utf-8") != text]
    for path in stale:
        print(f"{path} is not what make_names.py makes; run it again", file=sys.stderr)
    return 1 if stale else 0


def render(noun: str) -> str:
    """Write a line for every name of a vocabulary: the keys of the entries it means, separated by a space."""
    index = make_index(read_entries(noun).values(), read_words())
    header = f"# Made by scripts/make_names.py from {FILES[noun]}.json, under the licence of that table.\n"
    return header + "".join(f"{name}\t{' '.join(index[name])}\n" for name in sorted(index))


if __name__ == "__main__":
    sys.exit(main())
