"""How a platform writes Markdown, as data, and what rewriting for it asks and gives back."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from msgspec import Struct

from inkwright.model.document import Block
from inkwright.model.site import Loss

Pair = tuple[str, str]
"""What stands before and after."""
CalloutForm = Literal["alert", "colons", "div", "indented", "quote"]
"""`> [!NOTE] Title`, `:::note[Title]`, `::: {.callout-note title="Title"}`, `!!! note "Title"`, a quotation with its
title in bold."""
EVERY_KIND: frozenset[str] = frozenset()
"""Any kind of callout may be named."""


class Flavour(Struct, frozen=True):
    """How one platform writes Markdown.

    `callouts` and `kinds` say how a callout is written and which kinds there are. `math` and `display` stand around a
    formula in a sentence and alone; None makes a picture of it. `mermaid` says whether its source is drawn there, with
    `cell` in braces. `notes` says whether footnotes exist, `inline_notes` whether they may stand in the sentence.
    `mdx` escapes what MDX would read as code. `html` says whether raw HTML is shown, `highlight` what stands around
    marked words, `more` the mark that ends an excerpt ("" for none). `info` says what may stand behind the language
    of code: any words, the same with the code's file as
    its title, Quarto's too ("cells"), a title and marked lines as options with or without braces, nothing.
    `constructs` names the family of opaque constructs that are understood there, `calls` those of it that are
    (None for all). `liquid` wraps code that Liquid would
    read, `shortcodes` disarms calls of shortcodes in code. Without `tables` they become text in columns.
    """

    callouts: CalloutForm = "quote"
    kinds: frozenset[str] = EVERY_KIND
    math: Pair | None = ("$", "$")
    display: Pair | None = ("$$\n", "\n$$")
    mermaid: Literal["fence", "cell", "picture"] = "picture"
    notes: bool = True
    inline_notes: bool = False
    mdx: bool = False
    html: bool = True
    highlight: Pair = ("<mark>", "</mark>")
    more: str = ""
    info: Literal["words", "titled", "cells", "braces", "options", "bare"] = "words"
    constructs: frozenset[str] = frozenset()
    calls: frozenset[str] | None = None
    liquid: bool = False
    shortcodes: bool = False
    tables: bool = True


class Shown(NamedTuple):
    """Where something is found by the readers of a copy; `address` "" for nowhere, and then `why` in a few words."""

    address: str
    why: str = ""


class Places(Struct, frozen=True):
    """What rewriting asks about the rest of the world.

    `link(target)` and `wikilink(name)` give the destination of a link, `image(target)` that of a picture or another
    file shown in place, `picture(kind, source, alt)` that of a drawing made of a text. `data(block)` gives the HTML of
    a table or chart drawn from data. `original` is the address of the post at home, "" where it has none.
    """

    link: Callable[[str], Shown]
    wikilink: Callable[[str], Shown]
    image: Callable[[str], Shown]
    picture: Callable[[str, str, str], Shown]
    data: Callable[[Block], str]
    original: str = ""


class Written(Struct, frozen=True):
    """A text for another platform, and what does not look there as it does at home, in reading order."""

    text: str
    losses: tuple[Loss, ...] = ()
