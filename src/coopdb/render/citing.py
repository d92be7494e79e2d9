"""How a line of a report refers to the records it rests on, by their numbers among its sources; and links to those."""

from collections.abc import Iterable, Mapping


def is_web(url: str) -> bool:
    """Tell whether a link may lead to an address: only to a page of the web."""
    return url.startswith(("https://", "http://"))


def references(records: Iterable[str], numbers: Mapping[str, int]) -> str:
    """Write numbers in brackets, those in a row as a range: `[1, 3–5]`; nothing for none."""
    ranges: list[list[int]] = []
    for number in sorted({numbers[each] for each in records}):
        if ranges and ranges[-1][-1] == number - 1:
            ranges[-1][1:] = [number]
        else:
            ranges.append([number])
    return f"[{', '.join('–'.join(map(str, each)) for each in ranges)}]" if ranges else ""
