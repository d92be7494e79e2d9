"""Engines that run the counting SQL over an export in Parquet, one a file, each `open_tables(files)`."""
