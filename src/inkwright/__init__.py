"""Inkwright: the writing system for engineers who publish."""

__version__ = "0.1.0"
