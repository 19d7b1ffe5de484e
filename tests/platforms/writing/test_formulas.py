"""Formulas on platforms that keep pictures: sent once, on their line, and never in the way of the copy."""

import io
import re
import sys
import tomllib

import pytest
from click.testing import CliRunner
from PIL import Image

from inkwright.cli.main import main
from inkwright.platforms.writing.copies import Picture
from inkwright.platforms.writing.formulas import addressed, with_formulas
from inkwright.platforms.writing.found import platform_of, takes_copies

SERVERS = {one.name: one for one in sys.modules["writing_servers"].SERVERS}
KEEPERS = ("ghost", "wordpress")
keepers = pytest.mark.parametrize("platform", [SERVERS[name] for name in KEEPERS], indirect=True, ids=KEEPERS)


def run(platform):
    return CliRunner().invoke(main, ("crosspost", "kv", "--to", platform.name, "--anyway", "--yes"))


def record(blog, platform):
    return tomllib.loads((blog / "inkwright/posts/kv.toml").read_text())["remote"].get(platform.name, {})


def rewrite(blog, old, new):
    post = blog / "posts/kv/index.md"
    post.write_text(post.read_text().replace(old, new))


def body_of(platform):
    (held,) = platform.held.values()
    return held.get("html") or held["content"]["raw"]


def uploads(platform):
    return [path for method, path, *_ in platform.fake.asked if method == "POST" and re.search("images/|/media", path)]


def test_who_keeps_pictures():
    assert {name for name in takes_copies() if platform_of(name).upload} == set(KEEPERS)


@keepers
def test_a_formula_is_sent_once_and_shown_with_its_tex(blog, platform):
    assert run(platform).exit_code == 0
    ((name, data),) = platform.pictures.items()
    with Image.open(io.BytesIO(data)) as shown:
        assert shown.format == "PNG" and shown.width > 10
    (img,) = re.findall(r"<img [^>]*formula[^>]*>", body_of(platform))
    assert f'/{name}"' in img and 'alt="a_b"' in img and "vertical-align:-" in img
    (kept,) = record(blog, platform)["pictures"].values()
    assert f'src="{kept}"' in img

    rewrite(blog, "It takes", "It always takes")
    assert ": updated" in run(platform).output
    assert "It always takes" in body_of(platform) and kept in body_of(platform)
    rewrite(blog, "$a_b$", "$a_b$ and $c^d$ and $a_b$")
    assert ": updated" in run(platform).output
    assert len(platform.pictures) == 2 and len(uploads(platform)) == 2
    assert body_of(platform).count(kept) == 2
    assert len(record(blog, platform)["pictures"]) == 2

    rewrite(blog, "$a_b$ and $c^d$ and $a_b$", "nothing")
    run(platform)
    assert "pictures" not in record(blog, platform) and '<img src="inkwright' not in body_of(platform)


@keepers
def test_what_is_sent_holds_no_name_of_ours(blog, platform):
    rewrite(blog, "$a_b$", "$a_b$ and\n\n$$\n\\frac{a}{b}\n$$\n\n- so $x < y$")
    assert run(platform).exit_code == 0
    assert 'src="inkwright-formula-' not in body_of(platform)
    assert {"a_b", "\\frac{a}{b}", "x &lt; y"} <= set(re.findall(r'alt="([^"]*)" width', body_of(platform)))


@keepers
def test_losses_name_formulas(blog, platform):
    said = CliRunner().invoke(main, ("crosspost", "kv", "--to", platform.name, "--dry-run"))
    assert "formula shown as a picture, its TeX as alternative text" in said.output
    rewrite(blog, "$a_b$", "$\\frac{a}$")
    said = CliRunner().invoke(main, ("crosspost", "kv", "--to", platform.name, "--dry-run"))
    assert "formula shown as its TeX (" in said.output
    assert platform.fake.asked == []


@keepers
@pytest.mark.parametrize("status", [401, 413, 429])
def test_a_picture_that_is_refused_keeps_the_copy_away(blog, platform, status):
    platform.faulty_uploads, platform.fake.before = True, [status]
    said = run(platform)
    assert said.exit_code == 1 and str(status) in said.output
    assert platform.held == {} and platform.pictures == {}
    assert run(platform).exit_code == 0
    assert len(platform.held) == len(platform.pictures) == 1


@keepers
@pytest.mark.parametrize("fault", ["half", "cut", 500])
def test_an_upload_that_is_cut_off_costs_a_picture_at_most(blog, platform, fault):
    platform.faulty_uploads, platform.fake.after = True, [fault]
    assert run(platform).exit_code == 1
    assert platform.held == {}
    assert run(platform).exit_code == 0
    assert len(platform.held) == 1
    assert len(platform.pictures) == (1 if platform.name == "wordpress" else 2)


@keepers
def test_a_copy_that_is_refused_sends_no_picture_again(blog, platform):
    platform.fake.before = [422]
    assert run(platform).exit_code == 1
    assert [*record(blog, platform)] == ["pictures"]
    assert run(platform).exit_code == 0
    assert len(uploads(platform)) == 1 and len(platform.held) == 1


@keepers
def test_a_kill_after_a_picture_sends_it_no_second_time(blog, platform, monkeypatch):
    def killed(*given):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("inkwright.flows.crosspost_turn._created", killed)
        run(platform)
    assert platform.held == {} and len(platform.pictures) == 1
    assert run(platform).exit_code == 0
    assert len(uploads(platform)) == 1 and len(platform.held) == 1


@keepers
def test_without_a_site_a_picture_makes_no_home(blog, platform):
    (blog / "inkwright.toml").write_text('title = "Blog"\n')
    platform.fake.before = [422]
    run(platform)
    assert "home" not in record(blog, platform)
    assert run(platform).exit_code == 0
    assert record(blog, platform)["home"] is True


def test_blocks_with_a_formula_stand_in_a_card():
    shown = Picture("inkwright-formula-1.png", b"", 'a" < b', 30, 20, 5.0)
    blocks = ["<p>one</p>\n", '<p>x <img src="inkwright-formula-1.png" alt="" /></p>\n']
    html = with_formulas(blocks, {shown.name: shown}, platform_of("ghost"))
    assert html.startswith("<p>one</p>\n<!--kg-card-begin: html-->\n<p>x ")
    assert html.endswith("</p>\n<!--kg-card-end: html-->\n")
    assert 'alt="a&quot; &lt; b" width="30" height="20" style="height:1em;' in html
    assert "vertical-align:-0.25em" in html
    assert "card" not in with_formulas(blocks, {shown.name: shown}, platform_of("wordpress"))
    assert 'src="https://x.example/1.png?a&amp;b"' in addressed(html, {shown.name: "https://x.example/1.png?a&b"})
