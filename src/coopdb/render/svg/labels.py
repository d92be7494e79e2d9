"""Labels that fit their room and stay different from each other; and which of many keys are drawn."""

from collections import Counter
from collections.abc import Sequence
from math import ceil

from coopdb.render.svg.text_width import shorten, shorten_middle, text_width

SIZE = 12.0  # of labels
LINE = 16.0  # from one line of labels to the next


def fitted(texts: Sequence[str], room: float, size: float = SIZE) -> list[str]:
    """Shorten texts to a room: at their end, or in the middle where they would be the same."""
    short = [shorten(text, size, room) for text in texts]
    times = Counter(short)
    parted = [
        cut if times[cut] == 1 or cut == text else shorten_middle(text, size, room)
        for text, cut in zip(texts, short, strict=True)
    ]
    return _numbered(texts, parted, room, size)


def _numbered(texts: Sequence[str], cuts: Sequence[str], room: float, size: float) -> list[str]:
    """Give numbers to those that are the same though their texts are not."""
    times, seen, found = Counter(cuts), Counter[str](), []
    for text, cut in zip(texts, cuts, strict=True):
        seen[cut] += 1
        mark = f" {seen[cut]}"
        is_plain = times[cut] == 1 or cut == text
        found.append(cut if is_plain else shorten(text, size, room - text_width(mark, size)) + mark)
    return found


def widest(texts: Sequence[str], size: float = SIZE) -> float:
    """Return the width of the widest text."""
    return max((text_width(text, size) for text in texts), default=0.0)


def every(texts: Sequence[str], step: float, size: float = SIZE) -> int:
    """Return of how many labels in a row, `step` units apart, one can be written: 1 for all of them."""
    return max(ceil((widest(texts, size) + size) / step), 1) if len(texts) > 1 else 1


def largest(totals: Sequence[float], most: int) -> list[int]:
    """Return the places of the largest totals in their order; all but one less than `most` where there are more."""
    if len(totals) <= most:
        return [*range(len(totals))]
    ranked = sorted(range(len(totals)), key=lambda place: (-totals[place], place))
    return sorted(ranked[: most - 1])


def ticks(most: float) -> list[float]:
    """Return round numbers from 0 to one that is not less than `most`, about five of them, whole ones for counts."""
    step = 1.0
    while most / step > 6:  # noqa: PLR2004  # lines across a chart
        step *= 2.5 if f"{step:e}".startswith("2") else 2
    return [step * number for number in range(max(ceil(most / step), 1) + 1)]
