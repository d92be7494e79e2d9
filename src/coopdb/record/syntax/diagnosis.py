"""Finds the slips of a text that is not TOML, and keeps as cures what makes it TOML again."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, islice

from coopdb.record.edits import Edit, spans
from coopdb.record.span import Span
from coopdb.record.syntax.lines import statement_slips
from coopdb.record.syntax.pieces import Piece, pieces
from coopdb.record.syntax.slip import Patch, Slip, is_sound, patched, short
from coopdb.record.syntax.tables import Line, table_slips
from coopdb.record.syntax.texts import characters, conflicts, foreign
from coopdb.record.syntax.wording import hint, message

_MOST = 100  # statements with slips: what is broken beyond is another kind of file


Place = Callable[[int, int], Span]


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """A slip in words, with its place, and the edits that are its only cure."""

    kind: str
    message: str
    hint: str
    span: Span
    cure: tuple[Edit, ...] = ()


def diagnose(text: str) -> tuple[Diagnosis, ...]:
    """Return what is wrong with a text that is not TOML, in order; nothing where no slip is recognised."""
    for stage in (foreign, conflicts, characters, _statements):
        if found := tuple(islice(stage(text), _MOST)):
            place = spans(text)
            return tuple(_diagnosis(each, place) for each in found)
    return ()


def foreign_file(text: str) -> Diagnosis | None:
    """Return what kind of file this is, if it is another program's."""
    return next((_diagnosis(each, spans(text)) for each in foreign(text)), None)


def _diagnosis(slip: Slip, place: Place) -> Diagnosis:
    cure = tuple(Edit(place(start, end), new) for start, end, new in slip.cure)
    return Diagnosis(slip.kind, message(slip), hint(slip), place(slip.start, slip.end), cure)


def _statements(text: str) -> Iterator[Slip]:
    """Find the slips of the statements and between them; without cures where all of them do not make it TOML."""
    found, lines, stand_ins = list[Slip](), list[Line](), list[Patch]()
    place = spans(text)

    def line(piece: Piece, cured: str) -> Line:
        return Line(piece.start, piece.end, place(piece.start, piece.end).line, cured)

    for number, piece in enumerate(pieces(text)):
        slips = _of_piece(text, piece)
        if slips is None:
            lines.append(line(piece, text[piece.start : piece.end]))
            continue
        found += slips
        if len(found) > _MOST:
            break
        if all(each.cure for each in slips):
            patches = [(start - piece.start, end - piece.start, new) for each in slips for start, end, new in each.cure]
            lines.append(line(piece, patched(text[piece.start : piece.end], patches)))
        else:
            stand_ins.append((piece.start, piece.end, f"[stand-in-{number}]" if text[piece.start] == "[" else ""))
    between = list(table_slips(lines))
    stand_ins += [(each.start, each.end, "") for each in between if not each.cure]
    found = sorted([*found, *between], key=lambda each: each.start)
    cured = patched(text, _apart([*stand_ins, *chain.from_iterable(each.cure for each in found)]))
    yield from found if is_sound(cured) else (each._replace(cure=()) for each in found)


def _apart(patches: list[Patch]) -> Iterator[Patch]:
    """Leave out a patch that touches one before it."""
    done = 0
    for start, end, new in sorted(patches, key=lambda each: (each[0], each[1] > each[0], -each[1])):
        if start >= done:
            yield start, end, new
            done = end


def _of_piece(text: str, piece: Piece) -> list[Slip] | None:
    """Return the slips of a statement, None where it is sound; all have cures, or none has."""
    written = text[piece.start : piece.end]
    if piece.is_open:
        mark = '"""' if written.find('"""') >= 0 else "'''"
        return [Slip("unclosed-long", piece.end, piece.end, ((piece.end, piece.end, mark),), typed=mark)]
    if is_sound(written):
        return None
    slips = _merged(statement_slips(written)) or [Slip("other", 0, len(written), about=short(written))]
    cured = patched(written, _apart([patch for each in slips for patch in each.cure]))
    is_cured = all(each.cure for each in slips) and is_sound(cured)
    return [
        _placed(each, piece.start, cured if is_cured else None, written.count("\n", 0, each.start)) for each in slips
    ]


def _merged(slips: Iterator[Slip]) -> list[Slip]:
    """Join the slips of one kind in a statement: where the first is, with the cures of all, or none."""
    kinds: dict[str, list[Slip]] = {}
    for each in slips:
        kinds.setdefault(each.kind, []).append(each)
    return [_joined(same) for same in kinds.values()]


def _joined(same: list[Slip]) -> Slip:
    is_cured = all(each.cure for each in same)
    return same[0]._replace(cure=tuple(chain.from_iterable(each.cure for each in same)) if is_cured else ())


def _placed(slip: Slip, by: int, cured: str | None, line: int = 0) -> Slip:
    """Place a slip in the whole text, and say what to type: the statement as it should be."""
    lines = cured.splitlines() if cured else []  # there may be fewer than were written
    typed = f"`{short(lines[min(line, len(lines) - 1)])}`" if lines else slip.typed
    cure = tuple((start + by, end + by, new) for start, end, new in slip.cure) if cured is not None else ()
    return slip._replace(start=slip.start + by, end=slip.end + by, cure=cure, typed=typed)
