from urllib.parse import unquote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.lint.engine import check
from inkwright.lint.external import external
from inkwright.model.context import Context
from inkwright.model.net import LinkAnswer
from inkwright.text.edits import apply, non_overlapping
from inkwright.text.markdown import parse_text

OLD = "http://a.dev/x"
WRITTEN = [
    f"See [a]({OLD}#f 'a title') and [b]({OLD}).\n",
    f"See <{OLD}> there.\n",
    f"| a | b |\n|---|---|\n| [a]({OLD}) | c |\n",
    f"See [a][r] and [b][r].\n\n[r]: {OLD} 'a title'\n",
    f"See <a class='x' href='{OLD}'>a</a> and <img src=\"{OLD}\" alt='b'>.\n",
    f"See ![a](<{OLD}>).\n",
]


def mended(text: str, to: str) -> str:
    document = parse_text(text, "post.md")
    context = Context(answers={OLD: LinkAnswer("moved", "it moved", to)})
    found = check(document, context, only=["moved-link"])
    assert found
    return apply(text, non_overlapping(edit for one in found if one.fix for edit in one.fix.edits))


@pytest.mark.parametrize("text", WRITTEN)
@given(path=st.text(alphabet="abc()[]|*_~`'\"\\<>&;{}!$,.-%20#é ", max_size=12))
def test_the_link_goes_to_the_new_address_whatever_is_in_it(text: str, path: str) -> None:
    to = f"https://b.dev/{path.replace('#', '')}z"
    after = parse_text(mended(text, to), "post.md")
    assert {unquote(link.address) for link in external(after)} == {unquote(to)}
    assert len(external(after)) == len(external(parse_text(text, "post.md")))


def test_the_fragment_stays() -> None:
    assert mended(f"[a]({OLD}#part)\n", "https://b.dev/y") == "[a](https://b.dev/y#part)\n"
    assert mended(f"[a]({OLD}#part)\n", "https://b.dev/y#own") == "[a](https://b.dev/y#own)\n"


def test_what_has_no_new_address_is_told_without_a_fix() -> None:
    document = parse_text(f"[a]({OLD})\n", "post.md")
    context = Context(answers={OLD: LinkAnswer("moved", "it leads to the front page of a.dev for good")})
    (finding,) = check(document, context, only=["moved-link"])
    assert finding.fix is None
    assert "probably gone" in finding.message
