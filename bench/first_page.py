"""From nothing to a published page of 300 words (PUB-2, W9): what the commands take of the five minutes."""

import sys
from pathlib import Path

import measure

INKWRIGHT = [sys.executable, "-m", "inkwright"]
WORDS = (
    "The cache holds forty pages, and the page that was read longest ago has to leave when a new one comes.\n\n" * 15
)


def first_page(folder: Path) -> list[tuple[str, str, str]]:
    """`init`, `new`, 300 words and `publish`: the seconds that a writer waits for all of it."""
    blog, post = folder / "blog", "posts/what-leaves-a-cache/index.md"
    waited = measure.run([*INKWRIGHT, "init", str(blog)], folder).wall
    waited += measure.run([*INKWRIGHT, "new", "What leaves a cache", "--template", "what-i-learned"], blog).wall
    (blog / post).write_text((blog / post).read_text(encoding="utf-8") + WORDS, encoding="utf-8")
    waited += measure.run([*INKWRIGHT, "publish", "what-leaves-a-cache", "--yes"], blog).wall
    if not (blog / "public/posts/what-leaves-a-cache/index.html").is_file():
        raise RuntimeError("the page is not there")
    return [("nothing to a published page, three commands", f"{waited:.1f} s", "<= 300 s, writing included")]
