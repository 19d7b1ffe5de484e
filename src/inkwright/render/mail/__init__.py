"""A rendered text as mail programs show it: tables for layout, no scripts, formulas as text or pictures. Pure."""
