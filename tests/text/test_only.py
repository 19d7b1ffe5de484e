from hypothesis import given
from hypothesis import strategies as st

from inkwright.render.html import RenderOptions, render
from inkwright.text.markdown import parse_text
from inkwright.text.only import ends_alone, only_for, parts

POST = """# Caches

For all.

<!-- only: web -->

Try it below.

<!-- end -->
<!-- only: mail -->
Answer this mail.
<!-- end -->

Last.
"""


def shown(text, where, path="x.md"):
    return render(only_for(parse_text(text, path), where), RenderOptions(profile="site"))


def test_each_reader_sees_their_parts():
    web, mail = shown(POST, "web"), shown(POST, "mail")
    assert "Try it below." in web and "Answer this mail." not in web
    assert "Answer this mail." in mail and "Try it below." not in mail
    assert "For all." in web and "For all." in mail and "Last." in web and "Last." in mail
    assert "only" not in web and "end" not in web.replace("pending", "")


def test_a_text_without_parts_is_the_same_document():
    document = parse_text("Text.\n<!-- end -->\n")
    assert only_for(document, "web") is document and parts(document) == () and ends_alone(document) == ()


def test_parts_within_a_line():
    text = "See <!-- only: web -->below<!-- end --><!-- only: mail -->the site<!-- end -->\nfor more.\n"
    assert shown(text, "web") == "<p>See below\nfor more.</p>\n"
    assert shown(text, "mail") == "<p>See the site\nfor more.</p>\n"


def test_marks_of_mdx():
    text = "One.\n\n{/* only: mail */}\n\nTwo.\n\n{/* end */}\n\nThree {/* only: mail */}x{/* end */}.\n"
    assert "Two" not in shown(text, "web", "x.mdx") and "Two" in shown(text, "mail", "x.mdx")
    assert "Three ." in shown(text, "web", "x.mdx")


def test_marks_in_code_are_shown():
    text = "```html\n<!-- only: web -->\n```\n\nAnd `<!-- only: mail -->` too.\n"
    assert parts(parse_text(text)) == ()


def test_a_part_that_never_ends_reaches_to_the_next_or_to_the_end():
    first, second = parts(parse_text("<!-- only: web -->\na\n\n<!-- only: mail -->\nb\n"))
    assert (first.where, first.closed, second.where, second.closed) == ("web", False, "mail", False)
    assert "b" not in shown("<!-- only: web -->\na\n\n<!-- only: mail -->\nb\n", "web")


def test_a_part_for_nobody_known_is_shown_to_all():
    text = "<!-- only: email -->\nWords.\n<!-- end -->\n"
    assert "Words." in shown(text, "web") and "Words." in shown(text, "mail")


def test_an_end_that_ends_nothing():
    text = "<!-- only: web -->\na\n<!-- end -->\n\n<!-- end -->\n"
    assert [text[span.start : span.end] for span in ends_alone(parse_text(text))] == ["<!-- end -->"]


PIECES = st.lists(
    st.sampled_from(
        ["<!-- only: web -->", "<!-- only: mail -->", "<!-- end -->", "\n", "\n\n", "WEB", "words ", "- item\n",
         "> q\n",
         "```\n", "`c`", "\r\n", "# H\n", "é", "{/* only: web */}", "[a](b)", "| a |\n|---|\n"]
    ),
    max_size=24,
).map("".join)  # fmt: skip


@given(PIECES)
def test_nothing_moves_and_nothing_else_changes(text):
    document = parse_text(text)
    for where, other in (("web", "mail"), ("mail", "web")):
        made = only_for(document, where)
        assert len(made.text) == len(text)
        assert [at for at, sign in enumerate(made.text) if sign in "\r\n"] == [
            at for at, sign in enumerate(text) if sign in "\r\n"
        ]
        hidden = [part.span for part in parts(document) if part.where == other]
        for at, (old, new) in enumerate(zip(text, made.text, strict=True)):
            inside = any(span.start <= at < span.end for span in hidden)
            assert new == old or inside
            if inside:
                assert new in " \r\n<!->{}/*"
        if hidden:
            assert not any(text[a:b] and "WEB" in made.text[a:b] for a, b in hidden)
