"""Capture and find: ideas, log, clips, papers."""
