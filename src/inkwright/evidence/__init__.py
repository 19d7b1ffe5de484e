"""Snippets that run, numbers that are bound, benchmarks."""
