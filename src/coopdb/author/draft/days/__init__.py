"""The dates that a text gives, and which of them is the day of the meeting."""
