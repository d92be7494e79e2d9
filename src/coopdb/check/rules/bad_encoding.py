"""Finds a byte that is not UTF-8.

TOML files are UTF-8. An editor that saves in another encoding, such as Latin-1 or Windows-1256, turns every accented or
Arabic letter into bytes that cannot be read back with certainty, so nothing is guessed.

Bad, saved as Latin-1:

    title = "Maroc et S<E9>n<E9>gal"

Good, saved as UTF-8:

    title = "Maroc et Sénégal"
"""

from collections.abc import Iterator

from coopdb.check.problem import Finding
from coopdb.check.scope import Scope
from coopdb.record.syntax.diagnosis import foreign_file
from coopdb.store.files.records import RecordFile

CODE = "F002"
READS = None
NEEDS = ("bad-encoding",)
IS_ALWAYS = True

_MORE = f"see `coopdb explain {CODE}`"


def check(entry: RecordFile, _: Scope) -> Iterator[Finding]:
    """Yield a finding at the first byte that is not UTF-8."""
    for fault in entry.reading.faults_of("bad-encoding"):
        if file := foreign_file(entry.reading.text):
            yield Finding((), file.message, f"{file.hint}; {_MORE}", span=file.span)
        else:
            hint = f"save the file as UTF-8 in your editor; {_MORE}"
            yield Finding((), f"byte {fault.detail} is not UTF-8", hint, span=fault.span)
