"""People beside their offices, as sentences name them."""
