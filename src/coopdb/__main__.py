"""Run coopdb as ``python -m coopdb``."""

from coopdb.cli import run

run()
