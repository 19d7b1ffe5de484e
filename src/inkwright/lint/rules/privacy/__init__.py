"""Rule pages and code of one category."""
