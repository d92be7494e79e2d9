"""Country by topic with its margins and total, each of distinct meetings, as JSON, by DuckDB over the ready CSV."""

import json
import sys

import duckdb

SQL = """
WITH meetings AS (SELECT * FROM read_csv(?, header = true, all_varchar = true)),
countries AS (SELECT id, unnest(string_split(country, ';')) AS country FROM meetings),
topics AS (SELECT id, unnest(string_split(topic, ';')) AS topic FROM meetings)
SELECT country, topic, COUNT(DISTINCT id) FROM countries JOIN topics USING (id) GROUP BY CUBE (country, topic)
"""
sys.stdout.write(json.dumps(duckdb.connect().execute(SQL, [sys.argv[1]]).fetchall()))  # not `dump`, which is slow
