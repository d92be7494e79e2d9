"""What ends a process from outside: while files are written it is an interrupt, so that nothing half made is left."""

import signal
from collections.abc import Callable


def hangups() -> list[signal.Signals]:
    """Return the signals by which a terminal that is closed, or a system, ends a process."""
    return [getattr(signal, name) for name in ("SIGHUP", "SIGTERM") if hasattr(signal, name)]


def ignore_hangups() -> None:
    """Be interrupted no more: both system and shell tell of a closed terminal."""
    for each in hangups():
        signal.signal(each, signal.SIG_IGN)


def interrupt(*_: object) -> None:
    """Be interrupted, once."""
    ignore_hangups()
    raise KeyboardInterrupt


def take_for_interrupts() -> Callable[[], None]:
    """Take what would end the process for an interrupt, until what is returned is called.

    What does something else by now, or is ignored as under `nohup`, stays as it is; and so does all in other threads
    than the first, which signals never reach.
    """
    taken = [each for each in hangups() if signal.getsignal(each) is signal.SIG_DFL]
    try:
        for each in taken:
            signal.signal(each, interrupt)
    except ValueError:  # another thread
        taken = []

    def put_back() -> None:
        for each in taken:
            signal.signal(each, signal.SIG_DFL)

    return put_back
