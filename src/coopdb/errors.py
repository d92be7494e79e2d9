"""The exit codes, and the one error that means "cannot go on"."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What a command's exit status says; the README has the same table."""

    FINE = 0
    PROBLEMS = 1
    USAGE = 2
    CANNOT_GO_ON = 3
    INTERRUPTED = 130


class StopError(Exception):
    """The command cannot go on: what is wrong, what to do about it, and the exit code to end with."""

    def __init__(self, message: str, hint: str = "", exit_code: ExitCode = ExitCode.CANNOT_GO_ON) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.exit_code = exit_code


def usage_error(message: str, hint: str = "") -> StopError:
    """Make the error for something wrong in the command line itself."""
    return StopError(message, hint, ExitCode.USAGE)
