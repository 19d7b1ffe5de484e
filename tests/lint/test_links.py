import pytest

from inkwright.lint.engine import check
from inkwright.lint.links import offered_anchors, squash, targets
from inkwright.model.context import Context
from inkwright.text.markdown import parse_text

STATIC = (("static", ""), ("assets/img", "images"))


def candidates(written: str, path: str = "posts/a.md", roots=()) -> tuple[str, ...]:
    document = parse_text(f"{written}\n", path)
    return tuple(file for target in targets(document, path, roots) for file in target.candidates)


@pytest.mark.parametrize(
    "written",
    [
        "[x](https://example.com/a.md)", "[x](mailto:a@example.com)", "[x](//example.com/a.png)", "<https://example.com>",
        "[x]({{ site.baseurl }}/a.md)", "![x]({{< param img >}})", "![x](@site/static/a.png)", "![x](${base}/a.png)",
        "[x](/about/)", "[x](../other-post)", "[x](page.html)", "[x](/posts/a.md)", "[x](tag/python/)", "[x](?page=2)",
    ],
)  # fmt: skip
def test_what_cannot_be_known_is_not_judged(written: str) -> None:
    assert candidates(written) == ()


def test_a_relative_file_is_looked_for_beside_the_post() -> None:
    assert candidates("[x](b.md)")[0] == "posts/b.md"
    assert candidates("[x](../notes/b%20c.md#part)")[0] == "notes/b c.md"
    assert candidates("![x](./p.png?raw=true)")[0] == "posts/p.png"


def test_a_static_folder_answers_for_a_site_path() -> None:
    assert candidates("![x](/logo.png)", roots=STATIC) == ("static/logo.png",)
    assert candidates("![x](/images/a/b.png)", roots=STATIC) == ("static/images/a/b.png", "assets/img/a/b.png")
    assert candidates("![x](/logo.png)") == ()


def test_html_images_and_links_count() -> None:
    found = targets(parse_text('<p><img src="p.png"> <a href="b.md">b</a></p>\n', "a.md"), "a.md")
    assert [(target.image, target.candidates[0]) for target in found] == [(True, "p.png"), (False, "b.md")]


ANCHORED = """
# What we Found!

## Other {#own}

## Third[[third-one]]

<a id="spot"></a> <span name='other-spot'></span>

Text[^n] ends here ^block1

[^n]: Note.
"""


@pytest.mark.parametrize(
    "fragment",
    ["what-we-found", "What-We-Found", "own", "third-one", "spot", "other-spot", "block1", "fn:n", "top", ""],
)
def test_anchors_on_offer(fragment: str) -> None:
    offered = offered_anchors(parse_text(ANCHORED, "a.md"))
    assert offered is not None
    assert squash(fragment) in offered


def test_other_anchors_are_not() -> None:
    offered = offered_anchors(parse_text(ANCHORED, "a.md"))
    assert offered is not None
    assert squash("what-we-lost") not in offered


def test_included_parts_may_hold_any_anchor() -> None:
    assert offered_anchors(parse_text("{% include notes.md %}\n", "a.md")) is None


def test_an_anchor_in_another_file() -> None:
    document = parse_text("[x](b.md#there) and [y](b.md#gone)\n", "a.md")
    context = Context(path="a.md", files=frozenset({"b.md"}), anchors={"b.md": frozenset({"there"})})
    assert [document.slice(finding.span) for finding in check(document, context)] == ["[y](b.md#gone)"]
