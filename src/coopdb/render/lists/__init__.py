"""Lists of meetings, one format a file, beside those that every table has: each `render(table, screen)`."""
