"""What a post says about its code: which fences are snippets, which are the output of one, what each declares."""

from inkwright.model.document import Block, Document
from inkwright.model.snippet import ExpectedOutput, InfoString, Snippet
from inkwright.text.info_string import parse_info


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
    return tuple(_numbered(snippet, at) for at, snippet in enumerate(found, 1))


def is_output_fence(block: Block) -> bool:
    """Whether a block is a fenced code block whose info string holds the word `output`."""
    info = _code_info(block)
    return info is not None and info.output


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
    tolerance = info.options.get("tolerance")
    return ExpectedOutput(
        follower,
        follower.text,
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
    norun = options.get("norun", "")
    if not norun and "norun" in info.words:
        norun = "no reason given"
    return Snippet(
        0, block, info.language, block.text, block.inner, info,
        norun=norun, raises=options.get("raises", ""), file=options.get("file", ""), output=output,
    )  # fmt: skip


def _numbered(snippet: Snippet, number: int) -> Snippet:
    return Snippet(
        number, snippet.block, snippet.language, snippet.code, snippet.span, snippet.info,
        norun=snippet.norun, raises=snippet.raises, file=snippet.file, output=snippet.output,
    )  # fmt: skip
