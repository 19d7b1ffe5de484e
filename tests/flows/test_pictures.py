"""Pictures of a workspace on its site: resized, kept, told of; and the cards of its posts."""

import io
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from inkwright.flows import pictures
from inkwright.flows.build import build
from inkwright.model.site import Built
from inkwright.render import resize
from inkwright.workspace.folder import open_workspace


def file(path: str, data: bytes) -> Callable[[Path], object]:
    def change(root: Path) -> None:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(data)

    return change


def post(name: str, title: str = "Warm", extra: str = "") -> Callable[[Path], object]:
    return file(f"posts/{name}.md", f"---\ntitle: {title}\ndate: 2026-01-03\n{extra}---\nWords.\n".encode())


def tree(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def made(root: Path) -> tuple[dict[str, bytes], Built]:
    built = build(open_workspace(root), "2026-11-21")
    return tree(root / "public"), built


def clean(root: Path, spare: Path) -> dict[str, bytes]:
    shutil.rmtree(spare, ignore_errors=True)
    shutil.copytree(root, spare, ignore=shutil.ignore_patterns("public", ".inkwright"))
    return made(spare)[0]


def photo(width: int, sigma: int = 60) -> bytes:
    out = io.BytesIO()
    Image.effect_noise((width, width // 2), sigma).convert("RGB").save(out, "JPEG", quality=95)
    return out.getvalue()


def start(root: Path, settings: str = "") -> None:
    (root / "posts").mkdir(parents=True)
    file("inkwright.toml", f'title = "T"\nbase_url = "https://ada.example"\n[site]\n{settings}'.encode())(root)
    post("warm")(root)
    with (root / "posts/warm.md").open("a", encoding="utf-8") as text:
        text.write("![A fan](fan.jpg)\n")
    file("posts/fan.jpg", photo(1000))(root)


def page(root: Path) -> str:
    return (root / "public/posts/warm/index.html").read_text("utf-8")


def test_a_page_offers_the_sizes_and_the_feed_the_picture_itself(tmp_path: Path) -> None:
    start(tmp_path)
    site, _ = made(tmp_path)
    found = re.search(
        r'<img src="fan.jpg" [^>]*width="1000" height="500" srcset="([^"]+)" sizes="[^"]+"', page(tmp_path)
    )
    assert found
    offered = [part.split() for part in found[1].split(", ")]
    assert [size for _, size in offered] == ["480w", "800w", "1000w"]
    assert all(f"posts/warm/{place}".replace("posts/warm/../../", "") in site for place, _ in offered)
    assert b"srcset" not in site["rss.xml"] and b"https://ada.example/posts/warm/fan.jpg" in site["rss.xml"]


def test_a_changed_picture_is_made_again_and_the_old_sizes_go(tmp_path: Path) -> None:
    root = tmp_path / "one" / "blog"
    start(root)
    before, _ = made(root)
    file("posts/fan.jpg", photo(900, 30))(root)
    after, _ = made(root)
    assert after == clean(root, tmp_path / "two" / "blog")
    assert not {p for p in before if p.startswith("pictures/")} & {p for p in after if p.startswith("pictures/")}
    post("warm")(root)
    assert made(root)[0] == clean(root, tmp_path / "two" / "blog")
    assert not (root / "public/pictures").exists() or not list((root / "public/pictures").iterdir())


def test_sizes_are_kept_when_the_theme_changes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    start(tmp_path)
    wanted = [place for place in made(tmp_path)[0] if place.startswith("pictures/")]
    file("theme/post.html", b"{{ body|safe }}")(tmp_path)
    monkeypatch.setattr(resize, "resized", lambda data: pytest.fail("made again"))
    assert [place for place in made(tmp_path)[0] if place.startswith("pictures/")] == wanted


def test_without_the_extra_the_picture_is_shown_and_one_line_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    start(tmp_path)
    file("posts/fan.jpg", photo(1300))(tmp_path)
    monkeypatch.setattr(pictures.resize, "can_resize", lambda: False)
    built = build(open_workspace(tmp_path), "2026-11-21")
    assert (built.large, built.losses) == (1, ())
    assert "srcset" not in page(tmp_path) and 'width="1300"' in page(tmp_path)


def test_resizing_can_be_left_out(tmp_path: Path) -> None:
    start(tmp_path, "resize = false\n")
    site, built = made(tmp_path)
    assert built.large == 0
    assert not [place for place in site if place.startswith("pictures/")]


def test_a_post_without_a_picture_of_its_own_gets_a_card(tmp_path: Path) -> None:
    root = tmp_path / "one" / "blog"
    start(root, "cards = true\n")
    post("own", extra="image: fan.jpg\n")(root)
    site, _ = made(root)
    cards = [place for place in site if place.endswith(".png")]
    assert len(cards) == 1 and site[cards[0]].startswith(b"\x89PNG")
    assert f'<meta property="og:image" content="https://ada.example/{cards[0]}">' in page(root)
    assert b"posts/own/fan.jpg" in site["posts/own/index.html"]
    post("warm", "Another title")(root)
    site, _ = made(root)
    assert [place for place in site if place.endswith(".png")] != cards
    assert site == clean(root, tmp_path / "two" / "blog")
    again = build(open_workspace(root), "2026-11-21")
    assert again.written == 0 and tree(root / "public") == site
