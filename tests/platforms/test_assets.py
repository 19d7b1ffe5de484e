import pytest

from inkwright.platforms.assets import Files, assets_of
from inkwright.text.markdown import parse_text


def found(text, *names, path="posts/a/index.md", image=""):
    return assets_of(parse_text(text, path), Files(frozenset((*names, path))), image)


@pytest.mark.parametrize(
    "text",
    ["![x](fig.png)", "![x](./fig.png?raw=1#top)", "[x](fig.png)", '<img src="fig.png">',
     "<video src='fig.png'></video>",
     "![x][f]\n\n[f]: fig.png", "![[fig.png]]", '{{< figure src="fig.png" >}}', "{% include img.html name=fig.png %}"],
)  # fmt: skip
def test_every_way_to_name_a_file(text):
    assert found(text, "posts/a/fig.png", "posts/a/other.png") == ("posts/a/fig.png",)


def test_what_is_not_named_is_not_needed():
    assert found("Text.", "posts/a/secret.csv") == ()


def test_what_stands_in_a_comment_is_not_needed():
    assert (
        found(
            "45 ms<!--=results.json#p50 .1f-->\n\n<!-- see notes.txt -->", "posts/a/results.json", "posts/a/notes.txt"
        )
        == ()
    )


def test_names_with_spaces_and_letters_of_any_script():
    assert found("![x](my%20fig.png) ![y](<b ü.png>)", "posts/a/my fig.png", "posts/a/b ü.png") == (
        "posts/a/b ü.png", "posts/a/my fig.png",
    )  # fmt: skip


def test_a_picture_seen_from_the_page_of_a_single_file():
    assert found("![x](../a/fig.png)", "blog/a/fig.png", path="blog/a.md") == ("blog/a/fig.png",)
    assert found("![x](fig.png)", "blog/a/fig.png", path="blog/a.md") == ("blog/a/fig.png",)


def test_an_embed_is_found_anywhere_in_a_vault():
    assert found("![[fig.png]]", "files/fig.png", path="notes/n.md") == ("files/fig.png",)


def test_the_picture_of_the_front_matter():
    assert found("Text.", "posts/a/cover.png", image="cover.png") == ("posts/a/cover.png",)


@pytest.mark.parametrize(
    "target", ["https://a.example/fig.png", "//a.example/fig.png", "#part", "mailto:a@b.example", "/fig.png"]
)
def test_addresses_elsewhere_are_no_files(target):
    assert found(f"![x]({target})", "fig.png", "posts/a/fig.png") == ()


def test_other_posts_are_no_assets():
    assert found("[b](../b.md)", "posts/b.md") == ()


def test_nothing_outside_the_workspace():
    assert found("![x](../../../../etc/passwd)", "posts/a/fig.png") == ()


def test_a_drawing_gives_its_export_and_never_its_source() -> None:
    files = Files(frozenset({"p/a.drawio", "p/a.drawio.svg", "p/b.excalidraw", "v/C d.excalidraw.md", "v/C d.svg"}))
    text = "![A](a.drawio) ![B](b.excalidraw) ![[C d.excalidraw]] ![N](none.drawio)\n"
    assert assets_of(parse_text(text, "p/post.md"), files) == ("p/a.drawio.svg", "v/C d.svg")
    assert assets_of(parse_text("[source](a.drawio)\n", "p/post.md"), files) == ("p/a.drawio",)
