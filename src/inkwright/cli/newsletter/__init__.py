"""The verbs of `inkwright newsletter`, one file each, found by their names."""
