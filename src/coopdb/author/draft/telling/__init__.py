"""What a sentence tells: of the meeting, of something else, of another time."""
