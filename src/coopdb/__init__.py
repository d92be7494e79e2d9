"""coopdb tracks the cooperation between countries: records of their meetings, validated, searched and counted."""

__version__ = "0.1.0"
