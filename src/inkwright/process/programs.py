"""Which programs are on the PATH."""

import shutil


def program(name: str) -> str:
    """The path of a program, "" when it is not on the PATH."""
    return shutil.which(name) or ""
