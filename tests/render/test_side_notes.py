"""Footnotes beside the paragraph that refers to them."""

from hypothesis import given
from hypothesis import strategies as st

from inkwright.render.footnotes import SIDE
from inkwright.render.html import RenderOptions, render
from inkwright.text.markdown import parse_text

BESIDE = RenderOptions(side_notes=True)


def html(text: str) -> str:
    return render(parse_text(text), BESIDE)


def test_a_short_note_stands_beside_its_reference_and_not_at_the_end() -> None:
    found = html("One[^a] two.\n\n[^a]: A *short* [note](x).\n")
    assert f'{SIDE} id="fn-a"><sup>1</sup> A <em>short</em> <a href="x">note</a>.</span> two.</p>' in found
    assert 'href="#fn-a" id="fnref-a"' in found
    assert "doc-endnotes" not in found


def test_the_signs_that_end_a_word_stand_before_its_note() -> None:
    found = html('He said "so[^1]." And[^2], then *more[^3]!* went^[on]\n\n[^1]: A.\n\n[^2]: B.\n\n[^3]: C.\n')
    assert f"1</a></sup>.&quot;{SIDE}" in found and f"2</a></sup>,{SIDE}" in found and f"3</a></sup>!{SIDE}" in found
    assert "</span> And" in found and "</span> then" in found and "</span></p>" in found


def test_a_note_in_the_text_too() -> None:
    assert f'{SIDE} id="fn-note-1"><sup>1</sup> here</span>' in html("One^[here] two.\n")


def test_a_long_note_and_one_that_holds_notes_stand_at_the_end_under_their_number() -> None:
    found = html("A[^1] b[^2] c[^3].\n\n[^1]: Short.\n\n[^2]: Long.\n\n    More.\n\n[^3]: See[^4].\n\n[^4]: Deep.\n")
    assert found.count(SIDE) == 1
    assert [found.count(f'value="{number}"') for number in (1, 2, 3, 4)] == [0, 1, 1, 1]


def test_headings_lists_and_cells_keep_their_notes_at_the_end() -> None:
    for text in ("# A[^1]\n", "- a[^1]\n- b\n", "| a[^1] |\n|---|\n| b |\n"):
        assert SIDE not in html(f"{text}\n[^1]: Note.\n")


def test_a_second_reference_leads_to_the_same_note() -> None:
    found = html("A[^1] b[^1].\n\n[^1]: Note.\n")
    assert found.count(SIDE) == 1 and found.count('href="#fn-1"') == 2


def test_without_the_wish_nothing_changes() -> None:
    text = "A[^1].\n\n[^1]: Note.\n"
    assert SIDE not in render(parse_text(text), RenderOptions())
    assert "value=" not in render(parse_text(text), RenderOptions())


@given(st.lists(st.sampled_from(["A[^1]", "b[^2]", "^[in *text*]", "\n\n", "[^1]: one\n\n", "[^2]: two[^1]\n\n", "- x",
                                 "> q[^2]", "# h[^1]\n"]), max_size=12))  # fmt: skip
def test_every_reference_leads_to_one_note(parts: list[str]) -> None:
    found = html("".join(parts) + "\n\n[^1]: end\n\n[^2]: end\n")
    for name in {part.split('"')[0] for part in found.split('href="#fn-')[1:]}:
        assert found.count(f'id="fn-{name}"') == 1
