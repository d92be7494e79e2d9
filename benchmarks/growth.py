"""Measures whether the time of reading grows with the size alone.

It prints the cases of `tests/test_costs.py` that grow faster. Run it from
the top of the repository: ``python benchmarks/growth.py``. It takes some minutes.
"""

import gc
import sys
import time
from multiprocessing import get_context
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from test_costs import CASES, GROWTH, READERS, done

LEAST, SIZE = 1_500, 15_000  # characters; what is quadratic but small does not show in fewer
LITTLE = 0.05  # seconds below which chance is larger than what is measured
FAST = 1.75  # times the growth of the size from which a case is printed; quadratic work has 4


def once(reader: str, shape: str, size: int) -> float:
    """Return the processor time of one run, without what collects garbage, which comes when it likes."""
    work, shapes = READERS[reader]
    text = shapes[shape](size)
    gc.disable()
    start = time.process_time()
    done(work, text)
    return time.process_time() - start


def seconds(reader: str, shape: str, size: int) -> float:
    """Return the least time of three runs, each in a process of its own: what one remembers would spare the next."""
    with get_context("fork").Pool(1, maxtasksperchild=1) as pool:
        return min(pool.apply(once, (reader, shape, size)) for _ in range(3))


def main() -> None:
    """Print the growth of every case that grows faster than its size."""
    for reader, shape in CASES:
        once(reader, shape, LEAST)  # what is loaded once is loaded
        few, many = (seconds(reader, shape, size) for size in (SIZE, SIZE * GROWTH))
        if many > max(FAST * GROWTH * few, LITTLE):
            print(f"{reader}, {shape}: {few:.3f} s, {GROWTH} times as much {many:.3f} s")


if __name__ == "__main__":
    main()
