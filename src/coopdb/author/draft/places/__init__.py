"""Where they met, and on whose margins."""
