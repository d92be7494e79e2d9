"""Drafts of records from the text of an article: deterministic, offline, each value with its evidence."""

from coopdb.author.draft.drafting import draft
from coopdb.author.draft.evidence import Doubt, Draft, Evidence

__all__ = ["Doubt", "Draft", "Evidence", "draft"]
