"""The output formats of a report that is read, one a file: each `render(report, screen)`."""
