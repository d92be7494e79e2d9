"""Questions put to the records: filters, search and cross-tabulation; each answers with a plain table."""
