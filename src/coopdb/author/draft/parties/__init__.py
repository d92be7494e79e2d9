"""Which countries and organisations met."""
