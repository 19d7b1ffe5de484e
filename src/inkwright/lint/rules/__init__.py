"""Rule pages and the code of rules that need code, by category."""
