"""Drafts, one format a file, each `render(texts, screen)` of texts with their drafts."""
