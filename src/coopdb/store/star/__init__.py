"""The star of tables that questions are put to: its columns, its rows, and the engines that run SQL over it."""
