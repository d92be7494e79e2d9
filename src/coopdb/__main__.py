"""Run coopdb as ``python -m coopdb``."""

import sys

from coopdb.cli import main

sys.exit(main())
