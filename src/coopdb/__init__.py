"""coopdb tracks the cooperation between countries: records of their meetings, validated, searched and counted."""

HOME_PAGE = "https://github.com/coopdb/coopdb"
__version__ = "0.1.0"
