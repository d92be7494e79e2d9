"""Parts of tables, for the formats that draw them: cells, columns that fit, shades of numbers, CSV for spreadsheets."""
