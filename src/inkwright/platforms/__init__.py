"""One file per platform or site generator."""
