"""The meetings of a country whose title or summary has a word, by DuckDB over the ready CSV."""

import sys

import duckdb

SQL = """
SELECT * FROM read_csv(?, header = true, all_varchar = true)
WHERE list_contains(string_split(country, ';'), ?) AND (title || ' ' || summary) ILIKE '%' || ? || '%'
ORDER BY date DESC
"""
sys.stdout.write(f"{len(duckdb.connect().execute(SQL, sys.argv[1:4]).fetchall())}\n")
