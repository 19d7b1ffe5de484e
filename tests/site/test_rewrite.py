import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.hostile_parts import MARKUP

from inkwright.site.rewrite import rewrite


def marked(target: str) -> str | None:
    return None if target == "gone" else f"[{target}]"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('<a href="x.md">t</a>', '<a href="[x.md]">t</a>'),
        ("<img src='a.png' alt=\"href=b\">", '<img src="[a.png]" alt="href=b">'),
        ("<img alt=x src=a.png>", '<img alt=x src="[a.png]">'),
        ('<a title="see > here" href="x&amp;y">', '<a title="see > here" href="[x&amp;y]">'),
        ('<a href="gone">t</a>', "<a >t</a>"),
        ('<source srcset="a.png 1x, b.png 2x">', '<source srcset="[a.png] 1x, [b.png] 2x">'),
        ('<video poster="p.png" src="v.mp4">', '<video poster="[p.png]" src="[v.mp4]">'),
        ("a<!-- secret -->b", "ab"),
        ("a<!-->b<!--->c", "abc"),
        ("a<!-- never closed <b>x</b>", "a"),
        ('<script>x = "<!-- kept -->"</script>', '<script>x = "<!-- kept -->"</script>'),
        ("<style>a{}</style><!--x-->", "<style>a{}</style>"),
        ("<abbr href=x>", "<abbr href=x>"),
        ("&lt;a href=x&gt;", "&lt;a href=x&gt;"),
        ('<a href="x', '<a href="x'),
        ("", ""),
    ],
)
def test_rewrite(before: str, after: str) -> None:
    assert rewrite(before, marked) == after


@given(st.text(alphabet="<>!-\"'= /abhrefscipt", max_size=80))
def test_an_identity_resolver_only_drops_comments(text: str) -> None:
    assert "<!--" not in rewrite(text, lambda target: target).split("<script")[0].split("<style")[0]


@pytest.mark.parametrize("piece", MARKUP)
def test_hostile_html_stays_as_written_but_for_comments(piece: str) -> None:
    assert rewrite(MARKUP[piece], str) == ("" if piece == "<!--" else MARKUP[piece])
