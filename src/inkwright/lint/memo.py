"""What was said about the blocks of a text, kept until the text is checked again: after an edit only the blocks that
changed are looked at by those rules that look at one block at a time."""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import lru_cache

from msgspec.structs import replace

from inkwright.lint.tokens import part
from inkwright.model.document import Block, Document, Source
from inkwright.model.finding import Edit, Finding
from inkwright.text.markdown import Reading, read
from inkwright.text.rereading import read_on
from inkwright.text.versions import before


class Memo:
    """The version of one text that was checked last, with the findings in each of its top-level blocks."""

    def __init__(self) -> None:
        self._reading: Reading | None = None
        self._document: Document | None = None
        self._key: object = None
        self._found: list[list[Finding]] = []
        self._held: tuple[Document, frozenset[str], list[frozenset[str]]] | None = None

    def read(self, source: Source) -> Document:
        """The next version of the text, parsed around what changed in it."""
        self._reading = read_on(source, self._reading) if self._reading else read(source)
        return self._reading.document

    def findings(self, document: Document, key: object, run: Callable[[Document], Iterable[Finding]]) -> list[Finding]:
        """All that `run` finds in a document; it is asked only about the blocks that are new.

        `run` must judge each block for itself. `key` is what its findings depend on besides: with another one all is
        asked anew.
        """
        found = self._known(document, key)
        fresh = [at for at in range(len(document.blocks)) if at not in found]
        starts = [document.blocks[at].span.start for at in fresh]
        found |= {at: [] for at in fresh}
        for finding in run(part(document, [document.blocks[at] for at in fresh])) if fresh else ():
            found[fresh[max(bisect_right(starts, finding.span.start) - 1, 0)]].append(finding)
        self._document, self._key, self._found = document, key, [found[at] for at in range(len(document.blocks))]
        return [finding for there in self._found for finding in there]

    def held(self, document: Document, wanted: frozenset[str]) -> frozenset[str]:
        """Those of some texts that a document holds; blocks that the last version has as well are not searched."""
        within, beyond = _within(wanted)
        text, earlier, known = document.text, before(document), self._held
        kept = {}
        if earlier and known and known[0] is earlier[0] and known[1] == wanted:
            kept = {at: known[2][was] for at, was in earlier[1].items()}
        reach = max(map(len, wanted), default=0)
        found, rest, seams, end = [], [], [], 0
        for at, block in enumerate(document.blocks):
            start = block.span.start
            rest.append(text[end:start])
            seams.append(text[max(end - reach, 0) : start + reach])
            end = block.span.end
            found.append(kept[at] if at in kept else _held(document.slice(block.span), wanted))
        self._held = document, wanted, found
        # What begins or ends with a blank, or holds a line end, may stand across the edge of a block.
        between, across = "\n".join([*rest, text[end:]]), "\0".join([*seams, text[max(end - reach, 0) :]])
        return _held_again(across, beyond) | _held_again(between, within).union(*found)

    def forget(self) -> None:
        """Keep nothing: the next check looks at everything."""
        self._document, self._found = None, []

    def _known(self, document: Document, key: object) -> dict[int, list[Finding]]:
        """What is known of the blocks that the last version has as well, by index."""
        earlier = before(document)
        if self._document is None or earlier is None or earlier[0] is not self._document or key != self._key:
            return {}
        return {
            at: _moved(self._found[was], self._document.blocks[was], document.blocks[at])
            for at, was in earlier[1].items()
        }


@lru_cache(maxsize=8)
def _within(wanted: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Those of some texts that stand in one block or between two if anywhere, and the others."""
    within = frozenset(one for one in wanted if one == one.strip() and "\n" not in one)
    return within, wanted - within


@lru_cache(maxsize=32)
def _held_again(text: str, wanted: frozenset[str]) -> frozenset[str]:
    """Those that a text holds; remembered, as few edits change what stands between blocks or at their edges."""
    return _held(text, wanted)


def _held(text: str, wanted: Iterable[str]) -> frozenset[str]:
    return frozenset(filter(text.__contains__, wanted))


def _moved(found: list[Finding], old: Block, new: Block) -> list[Finding]:
    by = new.span.start - old.span.start
    return [_shifted(finding, by) for finding in found] if by else found


def _shifted(finding: Finding, by: int) -> Finding:
    fix = finding.fix
    if fix:
        fix = replace(fix, edits=tuple(Edit(edit.span.shift(by), edit.text) for edit in fix.edits))
    return replace(finding, span=finding.span.shift(by), fix=fix)
