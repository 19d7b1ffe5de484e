"""Constructs that Markdown does not know, one file each: how to find them so that they stay opaque."""
