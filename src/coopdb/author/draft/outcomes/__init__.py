"""What came out of a meeting: documents and undertakings."""
