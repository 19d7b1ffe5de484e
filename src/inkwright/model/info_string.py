"""What stands after the opening of a fenced code block, taken apart."""

from collections.abc import Mapping

from msgspec import Struct, field


class InfoString(Struct, frozen=True):
    """What stands after a fence: the language in lower case ("" when none), bare words, `key=value` options.

    `written` is the language before its short name became the long one ("py" of "python"); `cell` is set for a cell
    of Quarto or R Markdown (`{python}`). Ranges of lines (`{1,3-5}`) are words with their braces.
    """

    language: str = ""
    words: tuple[str, ...] = ()
    options: Mapping[str, str] = field(default_factory=dict)
    written: str = ""
    cell: bool = False

    @property
    def output(self) -> bool:
        """Whether the fence shows what a program printed: it holds the word `output`. **Source:** decision 0003."""
        return self.language == "output" or "output" in self.words
