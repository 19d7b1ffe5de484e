"""A terminal's lines as a picture: readable in both themes, its text as text, its facts inside."""

import xml.etree.ElementTree as ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inkwright.model.terminal import Line, Run, Style
from inkwright.render.colors import LEAST, contrast
from inkwright.render.terminal import DARK, LIGHT, Caption, terminal_svg

SVG = "{http://www.w3.org/2000/svg}"
CAPTION = Caption('echo "<hi>" & done', "2026-11-21", 3, 80, "hi\n")
STYLES = st.builds(
    Style,
    color=st.sampled_from(["", "0", "7", "15", "#ffff00", "#000001"]),
    background=st.sampled_from(["", "0", "11", "#fefefe"]),
    bold=st.booleans(), dim=st.booleans(), italic=st.booleans(), underline=st.booleans(), strike=st.booleans(),
    inverse=st.booleans(), hidden=st.booleans(), link=st.sampled_from(["", "https://x.org/?a=1&b", "javascript:x"]),
)  # fmt: skip


def drawn(*lines: Line) -> ElementTree.Element:
    return ElementTree.fromstring(terminal_svg(lines, CAPTION))


def test_the_picture_says_what_it_is() -> None:
    root = drawn((Run("hi", 0, 2),))
    assert root.findtext(f"{SVG}title") == '$ echo "<hi>" & done'
    assert root.get("role") == "img"
    said = root.findtext(f"{SVG}desc") or ""
    assert "2026-11-21" in said and "status 3" in said and said.endswith("hi\n")
    (shot,) = root.iter("{https://inkwright.dev/ns/shot}shot")
    assert (shot.get("date"), shot.get("status"), shot.get("command")) == ("2026-11-21", "3", 'echo "<hi>" & done')


def test_each_run_stands_at_its_cells() -> None:
    root = drawn((Run("ab", 0, 2), Run("漢", 2, 2, Style(color="1"))), (), (Run("x", 4, 1),))
    texts = root.findall(f".//{SVG}text")
    assert [text.get("y") for text in texts] == ["31", "71"]
    first, wide = texts[0]
    assert (first.text, first.get("x"), first.get("textLength")) == ("ab", "16", "16.8")
    assert (wide.text, wide.get("x"), wide.get("textLength")) == ("漢", "32.8", "16.8")


def test_no_lines_give_an_empty_screen() -> None:
    root = drawn()
    assert not root.findall(f".//{SVG}text")
    assert int(root.get("height") or 0) > 0


def test_looks_are_rules_for_both_themes() -> None:
    text = terminal_svg(((Run("x", 0, 1, Style(color="1", bold=True, underline=True)),),), CAPTION)
    assert "font-weight:bold;text-decoration:underline" in text
    assert "@media(prefers-color-scheme:dark)" in text
    assert LIGHT.palette[1] in text and DARK.palette[1] in text


def test_only_web_addresses_are_links() -> None:
    good = drawn((Run("x", 0, 1, Style(link="https://example.org")),))
    assert [link.get("href") for link in good.iter(f"{SVG}a")] == ["https://example.org"]
    assert not list(drawn((Run("x", 0, 1, Style(link="javascript:alert(1)")),)).iter(f"{SVG}a"))


def test_hidden_text_is_left_out() -> None:
    assert "secret" not in terminal_svg(((Run("secret", 0, 6, Style(hidden=True)),),), CAPTION)


@pytest.mark.parametrize("theme", [LIGHT, DARK])
@given(style=STYLES)
def test_every_style_can_be_read_in_both_themes(theme, style: Style) -> None:
    ink, ground = theme.ink_of(style)
    assert contrast(ink, ground or theme.ground) >= LEAST


@given(st.lists(st.tuples(st.text(min_size=1, max_size=12), STYLES), max_size=6))
def test_any_text_gives_well_formed_xml(runs: list[tuple[str, Style]]) -> None:
    line: list[Run] = []
    for text, style in runs:
        line.append(Run(text, sum(run.cells for run in line), len(text), style))
    root = ElementTree.fromstring(terminal_svg((tuple(line),), CAPTION))
    allowed = {
        f"{SVG}{name}" for name in ("svg", "title", "desc", "metadata", "style", "rect", "g", "text", "tspan", "a")
    }
    assert {node.tag for node in root.iter()} - {"{https://inkwright.dev/ns/shot}shot"} <= allowed
