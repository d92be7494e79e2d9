"""Who took part, and whom each person stands for."""
