"""Diagrams on pages: files of the site under their digest, both themes, descriptions, placeholders, feeds."""

import re

import pytest

from inkwright.flows.drawing import Draughtsman
from inkwright.model.diagram import Drawing, Drawn, Fault
from inkwright.site.drawings import SAID, Drawings, in_light, words_in
from inkwright.workspace.folder import Workspace

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text x="1">{}</text></svg>'
FLOW = "```mermaid\nflowchart LR\n  accTitle: Two <parts>\n  A --> B\n```\n"


def fake(width: int = 100, said: str = "One"):
    def draw(kind: str, source: str) -> Drawn:
        if "broken" in source:
            return Drawn(fault=Fault("it is <broken>", 2))
        light = Drawing(SVG.format(f"{said} light {kind}"), width, 50)
        return Drawn(light, light._replace(svg=SVG.format(f"{said} dark {kind}")))

    return draw


def figure_in(page: str) -> str:
    found = re.search(r'<figure class="diagram">.*?</figure>', page, re.S)
    assert found
    return found[0]


def test_a_diagram_is_two_files_and_a_figure(post, pages):
    made = pages(post("posts/a.md", FLOW), draw=fake())
    files = sorted(path for path in made if path.startswith("diagrams/"))
    assert len(files) == 2
    assert {made[path].body.decode() for path in files} == {
        SVG.format("One light mermaid"),
        SVG.format("One dark mermaid"),
    }
    figure = figure_in(made["posts/a/index.html"].body.decode())
    assert sorted(re.findall(r'src="\.\./\.\./(diagrams/\w+\.svg)"', figure)) == files
    assert figure.count('alt="Two &lt;parts&gt;"') == 2
    assert 'class="light"' in figure
    assert 'class="dark"' in figure
    assert 'width="100" height="50"' in figure


def test_the_same_diagram_on_two_pages_is_drawn_into_the_same_files(post, pages):
    made = pages(post("posts/a.md", FLOW), post("posts/b/c.md", FLOW), draw=fake())
    assert len([path for path in made if path.startswith("diagrams/")]) == 2


def test_a_wide_diagram_leads_to_its_full_size(post, html):
    figure = figure_in(html("posts/a/index.html", post("posts/a.md", FLOW), draw=fake(width=2000)))
    light = re.search(r'<a class="light" href="([^"]+)"><img src="([^"]+)"', figure)
    assert light
    assert light[1] == light[2]
    assert '<a class="dark"' in figure
    assert figure.count('style="min-width:1200px"') == 2


def test_a_feed_has_the_light_one_with_its_whole_address(post, pages):
    for width in (100, 2000):
        made = pages(post("posts/a.md", FLOW, date="2026-01-01"), draw=fake(width=width))
        feed = next(page.body.decode() for path, page in made.items() if path.endswith("feed.json"))
        assert feed.count("diagrams/") == (1 if width == 100 else 2)
        assert "https://ada.example/blog/diagrams/" in feed
        assert 'class=\\"dark\\"' not in feed


def test_a_diagram_without_a_description_says_its_words(post, html):
    text = "```mermaid\nflowchart LR\n```\n"
    assert 'alt="Diagram: One light mermaid"' in html("posts/a/index.html", post("posts/a.md", text), draw=fake())
    long = words_in(Drawing(SVG.format("word " * 200), 1, 1))
    assert len(long) < SAID + 20
    assert words_in(Drawing("<svg/>", 1, 1)) == "Diagram"


def test_a_caption_is_the_description_in_hugo_too(post, html):
    text = "{{< mermaid >}}\nflowchart LR\n{{< /mermaid >}}\n\n*Two parts*\n"
    page = html("posts/a/index.html", post("posts/a.md", text), draw=fake(), generator="hugo")
    assert 'alt="Two parts"' in figure_in(page)


def test_a_mistake_is_seen_on_the_page_and_told(post, html):
    lost = []
    text = "Text.\n\n```mermaid\nflowchart LR\nbroken\n```\n"
    page = html(
        "posts/a/index.html", post("posts/a.md", text), draw=fake(), on_loss=lambda *what: lost.append(what[1:])
    )
    assert "Mermaid (not drawn): it is &lt;broken&gt; in its line 2" in page
    assert "flowchart LR\nbroken" in page
    assert lost == [("mermaid diagram with a mistake", 7)]


def test_where_nothing_draws_the_source_is_shown_as_code(post, html):
    lost = []
    page = html("posts/a/index.html", post("posts/a.md", FLOW), on_loss=lambda *what: lost.append(what[1]))
    assert 'data-language="mermaid"' in page
    assert lost == ["diagram"]


@pytest.mark.parametrize("info", ["plantuml", "{dot}"])
def test_languages_that_nobody_draws_are_told_by_name(post, html, info):
    lost = []
    html("posts/a/index.html", post("posts/a.md", f"```{info}\nx\n```\n"), on_loss=lambda *what: lost.append(what[1]))
    assert lost == [f"{info.strip('{}')} diagram"]


def test_in_light_leaves_everything_else():
    assert (
        in_light('<img class="light" alt="&gt;"><img class="dark" alt="&gt;"><p>')
        == '<img class="light" alt="&gt;"><p>'
    )
    assert in_light('<a class="dark" href="x"><img src="x"></a><b>') == "<b>"
    assert not Drawings().holds("diagrams/x.svg")


def test_labels_that_attack_stay_words_on_the_page(post, pages, tmp_path):
    text = '```mermaid\nflowchart LR\n  A["<img src=x onerror=alert(1)> \'&quot;"] --> B["<b>x</b>"]\n```\n'
    made = pages(post("posts/a.md", text), draw=Draughtsman(Workspace(tmp_path, False)))
    page = made["posts/a/index.html"].body.decode()
    assert "<img src=x" not in page
    assert "onerror=" not in figure_in(page).replace("&lt;", "<").split("alt=")[0]
    assert all(b"onerror=" not in made[path].body for path in made if path.startswith("diagrams/")) or all(
        b"<img" not in made[path].body for path in made if path.startswith("diagrams/")
    )


def shown(post: str, target: str) -> str | Drawn | None:
    drawn = fake()("excalidraw", "")
    return {"s.excalidraw": drawn, "p.drawio": "posts/b/p q.drawio.svg"}.get(target.rsplit("/", 1)[-1])


def test_a_drawing_of_ours_is_shown_in_both_themes(post, pages):
    made = pages(post("posts/b/index.md", "![The parts](s.excalidraw)\n"), shown=shown)
    page = made["posts/b/index.html"].body.decode()
    files = [path for path in made if path.startswith("diagrams/")]
    assert len(files) == 2
    assert all(f'src="../../{path}"' in page for path in files)
    assert page.count('alt="The parts"') == 2
    assert 'class="dark"' in page


def test_an_embed_names_its_drawing_and_its_width(post, html):
    page = html("posts/b/index.html", post("posts/b/index.md", "![[art/s.excalidraw|200]]\n"), shown=shown)
    assert page.count('alt="s" width="200"') == 2


def test_the_export_of_a_drawing_is_shown_and_copied(post, pages):
    made = pages(post("posts/b/index.md", "![P](p.drawio)\n", assets=["posts/b/p q.drawio.svg"]), shown=shown)
    assert 'src="p%20q.drawio.svg"' in made["posts/b/index.html"].body.decode()
    assert made["posts/b/p q.drawio.svg"].copy_from == "posts/b/p q.drawio.svg"
    assert not [path for path in made if path.endswith(".drawio")]


def test_a_drawing_that_nobody_exported_is_told(post, html):
    lost = []
    text = "Text.\n\n![P](x.drawio) ![Q](https://x.org/q.drawio)\n"
    html("posts/b/index.html", post("posts/b/index.md", text), on_loss=lambda *what: lost.append(what[1:]))
    assert lost == [("drawing without an exported picture", 12)]
