"""What was said of a block is kept as long as the block is."""

from inkwright.lint.blocks import of_blocks
from inkwright.lint.memo import Memo
from inkwright.model.document import Block, Document, Source

POST = "# Queues\n\nOne.\n\n- two\n- three\n\nFour.\n"


def test_only_new_blocks_are_asked_about() -> None:
    asked: list[str] = []

    def judge(document: Document, block: Block) -> str:
        asked.append(block.kind)
        return document.slice(block.span)

    memo = Memo()
    first = memo.read(Source("a.md", POST))
    assert of_blocks(first, judge) == [first.slice(block.span) for block in first.blocks]
    assert asked == ["heading", "paragraph", "list", "paragraph"]
    second = memo.read(Source("a.md", POST.replace("# Queues", "# Queues and more").replace("One", "None")))
    assert of_blocks(second, judge) == [second.slice(block.span) for block in second.blocks]
    assert asked[4:] == ["heading", "paragraph"]
    third = memo.read(Source("a.md", POST))
    assert of_blocks(third, len_of) == [len(third.slice(block.span)) for block in third.blocks]


def len_of(document: Document, block: Block) -> int:
    return len(document.slice(block.span))


def test_no_blocks() -> None:
    assert of_blocks(Memo().read(Source("a.md", "")), len_of) == []
