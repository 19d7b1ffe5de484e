"""The verbs of `inkwright stats`, one file each, found by their names."""
