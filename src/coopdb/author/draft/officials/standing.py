"""How certain it is whom somebody stands for."""

from enum import Enum


class Standing(Enum):
    """Certain, a guess that is to be doubted, or for another than those that are known to have met."""

    CERTAIN = "certain"
    GUESSED = "guessed"
    ELSEWHERE = "elsewhere"
