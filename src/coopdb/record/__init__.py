"""What a meeting is: its model, partial dates, TOML in with positions, and TOML out."""
