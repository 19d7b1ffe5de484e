"""Templates, outlines, word budgets."""
