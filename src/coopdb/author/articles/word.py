"""Word files (.docx): the paragraphs and tables of the document, in order, with its title.

The standard library reads them: a Word file is a zip archive with one XML file of interest. `python-docx` (1.2, MIT)
needs lxml (12 MB), has no limit on what it unpacks, and leaves tables out of its paragraphs.
"""

import io
import zlib
from xml.parsers import expat
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile

from coopdb.author.articles.source_text import SourceText
from coopdb.errors import StopError

_DOCUMENT = "word/document.xml"
_PACKED = (ZIP_STORED, ZIP_DEFLATED)  # the ways in which Word packs
_MOST = 20_000_000  # bytes of the document unpacked
_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


class _Refused(Exception):  # noqa: N818  # it ends the reading; it is not an error of the program
    """The XML has what a Word file never has."""


class _Document:
    """Collects the text of a document as the XML goes by."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self._is_text = False
        self._fallbacks = 0

    def begin(self, name: str, _attributes: dict[str, str]) -> None:
        self._fallbacks += name == _FALLBACK
        space, _, local = name.rpartition("}")
        if space == _SPACE and not self._fallbacks:
            self._is_text = local == "t"
            self.parts.append({"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}.get(local, ""))

    def end(self, name: str) -> None:
        self._fallbacks -= name == _FALLBACK
        space, _, local = name.rpartition("}")
        if space == _SPACE and not self._fallbacks:
            self._is_text = False
            self.parts.append("\n\n" if local == "p" else "")

    def text(self, data: str) -> None:
        if self._is_text and not self._fallbacks:
            self.parts.append(data)


def read_word(content: bytes, name: str) -> SourceText:
    """Read a Word file; text that was deleted, comments and notes are left out."""
    try:
        return SourceText(_text_of(_unpacked(content, name)))
    except (_Refused, expat.ExpatError) as error:
        raise StopError(f"`{name}` is a damaged Word file", "open it in Word and save it again, or as text") from error


def _unpacked(content: bytes, name: str) -> bytes:
    """Return the XML of the document; what unpacks to more than 20 MB is refused before it is unpacked further."""
    try:
        with ZipFile(io.BytesIO(content)) as archive, archive.open(_DOCUMENT) as file:
            xml = file.read(_MOST + 1) if archive.getinfo(_DOCUMENT).compress_type in _PACKED else b""
    except KeyError as error:
        raise StopError(f"`{name}` is an archive and not a Word file", "give the file of one article") from error
    except (BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError, zlib.error) as error:
        raise StopError(f"`{name}` is a damaged or locked archive", "save it as text first") from error
    if len(xml) > _MOST:
        raise StopError(f"`{name}` unpacks to more than {_MOST // 1_000_000} MB", "give the text of one article")
    return xml


def _text_of(xml: bytes) -> str:
    document = _Document()
    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartElementHandler = document.begin
    parser.EndElementHandler = document.end
    parser.CharacterDataHandler = document.text
    parser.StartDoctypeDeclHandler = _refuse  # whose entities could unpack without end, or name other files
    parser.buffer_text = True
    parser.Parse(xml, True)  # noqa: FBT003  # it has no name
    return "".join(document.parts)


def _refuse(*_: object) -> None:
    raise _Refused
