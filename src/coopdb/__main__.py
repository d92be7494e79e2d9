"""Run coopdb, as ``coopdb`` or ``python -m coopdb``."""

import sys


def run() -> int:
    """Run the command line of the process. An interrupt is an exit code even while modules are still being imported."""
    try:
        from coopdb.cli import main

        return main()
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(run())
