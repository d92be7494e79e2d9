"""Country by topic, by pandas over the ready CSV."""

import sys

import pandas as pd

table = pd.read_csv(sys.argv[1], dtype=str)
for column in ("country", "topic"):
    table = table.assign(**{column: table[column].str.split(";")}).explode(column)
sys.stdout.write(f"{pd.crosstab(table['country'], table['topic']).shape}\n")
