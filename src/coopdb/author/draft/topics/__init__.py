"""What they talked about, and how far each topic got."""
