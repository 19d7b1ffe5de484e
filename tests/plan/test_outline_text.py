"""An outline as Markdown says what the post is about and what is planned."""

from inkwright.model.post import Metadata
from inkwright.plan.outline import outline
from inkwright.plan.outline_text import as_markdown
from inkwright.text.markdown import parse_text

POST = """Some words of an opening.

## Results
<!-- section: results 200-300 -->
<!-- plan
- [x] the peak [[peak]]
- the cure
- ? does it hold
-->

<!-- plan: not placed
- a stray
-->
"""


def test_the_whole_outline() -> None:
    metadata = Metadata(planning={"thesis": "Retries make\noutages longer.", "who": "TK", "why": ""})
    assert as_markdown(outline(parse_text(POST), metadata, None), metadata).splitlines() == [
        "Thesis: Retries make outages longer.  ",
        "",
        "- (opening): 5 words",
        "- Results: 0 of 200-300 words",
        "  - [x] the peak [[peak]]",
        "  - [ ] the cure",
        "  - ? does it hold",
        "- Not placed",
        "  - [ ] a stray",
    ]


def test_a_post_without_a_plan() -> None:
    assert as_markdown(outline(parse_text(""), Metadata(), None), Metadata()) == ""
