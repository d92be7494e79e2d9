"""The countries, organisations and cities that a text names."""
