"""One file per command; its docstring's first line is its line in the help."""
