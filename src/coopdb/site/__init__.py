"""The site: pages made of reports, tables and records, that open from a folder."""
