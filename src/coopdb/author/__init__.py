"""Writing records: drafts of them from articles, and more."""
