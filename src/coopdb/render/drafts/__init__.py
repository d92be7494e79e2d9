"""Drafts, one format a file, each `render(drafts, screen)`."""
