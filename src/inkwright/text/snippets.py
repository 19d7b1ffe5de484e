"""What a post says about its code: which fences are snippets, which are the output of one, what each declares."""

import re

from msgspec.structs import replace

from inkwright.model.document import Block, Document
from inkwright.model.info_string import InfoString
from inkwright.model.regex import regex
from inkwright.model.snippet import ExpectedOutput, Snippet
from inkwright.text.info_string import parse_info
from inkwright.text.transcripts import exchanges, language_of, prompt_of

_CELL_OPTION = regex(r"^#\| *([\w-]+): *(.*?) *$", re.M)
_NO = frozenset({"false", "no", "f"})


def snippets(document: Document) -> tuple[Snippet, ...]:
    """All fenced code blocks that name a language, in reading order, each with its output fence.

    An output fence is the next fence after a code fence, with only blank lines between, whose info string holds the
    word `output`; any other fence is never output. A post without code gives ().
    **Source:** decision 0003.
    """
    found: list[Snippet] = []
    for siblings in _sibling_lists(document):
        for at, block in enumerate(siblings):
            info = _code_info(block)
            if info is None or not info.language or info.output:
                continue
            follower = siblings[at + 1] if at + 1 < len(siblings) else None
            found.append(_snippet(block, info, _output_after(document, block, follower)))
    found.sort(key=lambda snippet: snippet.block.span)
    return tuple(replace(snippet, number=at) for at, snippet in enumerate(found, 1))


def loose_outputs(document: Document) -> list[Block]:
    """The output fences that stand right behind no snippet, in reading order: nothing is compared with them."""
    held = {snippet.output.block.span for snippet in snippets(document) if snippet.output}
    fences = (block for block in document.of_kind("code") if (info := _code_info(block)) and info.output)
    return [block for block in fences if block.span not in held]


def _sibling_lists(document: Document) -> list[tuple[Block, ...]]:
    return [document.blocks, *(block.children for block in document.all_blocks if block.children)]


def _code_info(block: Block) -> InfoString | None:
    return parse_info(block.info) if block.kind == "code" and block.name == "fenced" else None


def _output_after(document: Document, block: Block, follower: Block | None) -> ExpectedOutput | None:
    if follower is None or document.text[block.span.end : follower.span.start].strip(" \t\r\n>"):
        return None
    info = _code_info(follower)
    if info is None or not info.output:
        return None
    return shown_as(info, follower, follower.text)


def shown_as(info: InfoString, block: Block, text: str) -> ExpectedOutput:
    """A text that a block shows as output, to be compared on the terms that its info string states."""
    tolerance = info.options.get("tolerance")
    return ExpectedOutput(
        block,
        text,
        tolerance=_number(tolerance) if tolerance else None,
        ellipsis="ellipsis" in info.words,
        regex="regex" in info.words,
    )


def _number(written: str) -> float | None:
    try:
        return float(written)
    except ValueError:
        return None


def _snippet(block: Block, info: InfoString, output: ExpectedOutput | None) -> Snippet:
    options = info.options
    prompt = prompt_of(info.language, block.text)
    norun = options.get("norun", "").strip()
    held = norun or ("no reason given" if "norun" in info.words or "norun" in options else _held(block, info))
    return Snippet(
        0, block, language_of(prompt) if prompt else info.language, block.text, block.inner, info,
        norun=held, unexplained=held == "no reason given", raises=options.get("raises", ""),
        file=options.get("file", ""), figures=_names(options.get("figure", "")),
        writes=_names(options.get("writes", "")),
        prompt=prompt, exchanges=exchanges(block.text, prompt) if prompt else (), output=output,
    )  # fmt: skip


def _held(block: Block, info: InfoString) -> str:
    """The reason of an excerpt of real code that does not say `run`, and of a cell of Quarto or R Markdown that is
    marked as not to be evaluated; "" for any other."""
    if info.options.get("source") and "run" not in info.words:
        return "an excerpt of real code"
    if not info.cell:
        return ""
    options = {**dict(_CELL_OPTION.findall(block.text)), **info.options}
    return "the cell says eval: false" if options.get("eval", "").lower() in _NO else ""


def _names(written: str) -> tuple[str, ...]:
    return tuple(name for name in re.split(r"[,\s]+", written) if name)
