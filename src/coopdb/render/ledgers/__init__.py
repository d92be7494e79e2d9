"""Formats that only ledgers have, beside those of every table: each `render(ledger, screen)`."""
