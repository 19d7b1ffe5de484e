"""Blocks that were shifted are those of the text with something put before it."""

import pytest

from inkwright.text.markdown import parse_text
from inkwright.text.shifted import shifted

TEXT = """\
# A *heading* {#id}

Words with `code`, [a link](x.md "t"), ![a picture](y.png) and a note[^n].

- an item
  1. below it

> [!note] Title
> quoted

| a | b |
|---|:-:|
| 1 | 2 |

```py
x = 1
```

<div>raw</div>

[^n]: the note
"""


@pytest.mark.parametrize("ahead", ["Up.\n\n", "# Up\n\n- é\n\n***\n\n"])
def test_shifted_blocks_are_those_of_a_text_with_more_before_it(ahead: str) -> None:
    known = parse_text(TEXT).blocks
    more = parse_text(ahead + TEXT).blocks
    assert more[len(more) - len(known) :] == tuple(shifted(block, len(ahead)) for block in known)


def test_a_block_that_stays_is_itself() -> None:
    block = parse_text(TEXT).blocks[0]
    assert shifted(block, 0) is block
