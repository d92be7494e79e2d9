"""Opens the zip archive that a spreadsheet is, within bounds: what is packed small may be large."""

import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO

from coopdb.errors import StopError
from coopdb.pattern import pattern
from coopdb.text import visible

MARK = b"PK\x03\x04"  # how an archive begins
LARGEST_FILE = 32 * 2**20
LARGEST_UNPACKED = 256 * 2**20
MOST_PARTS = 2_000
_CHUNK = 2**20
# Parts with cells, and what says which they are. Links to other files, macros and pictures are never unpacked.
_NEEDED = pattern(r"(?!.*(?:externalLinks|drawings|media|pivot|customXml)/).*\.(?:xml|rels)|mimetype")
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)  # of others zipfile unpacks a whole piece at once
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError)

Parts = Mapping[str, bytes]


def unpack(content: bytes, name: str, most: int = LARGEST_UNPACKED) -> Parts:
    """Return the parts of a spreadsheet, by name; raise where they are too many, too large or not readable.

    `most` is how many bytes they may have unpacked.
    """
    if len(content) > LARGEST_FILE:
        raise _too_large(name, f"it has {len(content) / 2**20:,.1f} MiB, {LARGEST_FILE // 2**20} at most")
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            return dict(_parts(archive, name, most))
    except _BROKEN as error:
        raise StopError(
            f"`{visible(name)}` is damaged: {visible(str(error))}", "save it again, or get it again"
        ) from error


def _parts(archive: zipfile.ZipFile, name: str, most: int) -> Iterator[tuple[str, bytes]]:
    members = archive.infolist()
    if len(members) > MOST_PARTS:
        raise _too_large(name, f"it has {len(members):,} parts, {MOST_PARTS:,} at most")
    left = most
    for member in members:
        if not _NEEDED.fullmatch(member.filename):
            continue
        if member.flag_bits & 1 or member.compress_type not in _PACKINGS:
            raise StopError(
                f"`{visible(name)}` is encrypted, or packed in an unusual way", "save it without a password"
            )
        content = _unpacked(archive, member, left)
        left -= len(content)
        if left < 0:
            raise _too_large(name, f"unpacked it has more than {most // 2**20} MiB")
        yield member.filename, content


def _unpacked(archive: zipfile.ZipFile, member: zipfile.ZipInfo, most: int) -> bytes:
    """Unpack one part, but no more than one byte over `most`, whatever its head says of its size."""
    found = bytearray()
    with archive.open(member) as part:
        while len(found) <= most and (piece := part.read(min(_CHUNK, most + 1 - len(found)))):
            found += piece
    return bytes(found)


def _too_large(name: str, why: str) -> StopError:
    return StopError(f"`{visible(name)}` is too large: {why}", "split it, or save the sheet as CSV")


def pack(parts: Parts) -> BytesIO:
    """Make an archive of parts as they are: what reads it finds nothing that has not been measured."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    file.seek(0)
    return file
