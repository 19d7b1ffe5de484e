"""Regular expressions that few runs need: each is compiled when it is first used."""

import re
from typing import Any, cast


class _Uncompiled:
    """Stands for a pattern; what is asked of it once it keeps."""

    def __init__(self, text: str, flags: int) -> None:
        self._said = text, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._said), name)
        setattr(self, name, found)
        return found


def pattern(text: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern that `re.compile` gives, for use by its methods. What is wrong with it is raised when it is used.

    Compiling takes 0.1 ms and more, and a module may hold ten of them for a construct that a post does not have.
    """
    return cast("re.Pattern[str]", _Uncompiled(text, flags))
