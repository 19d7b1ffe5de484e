"""Rules that a host reads from files beside the site: `_redirects` and `_headers` (Netlify), `vercel.json` (Vercel).

**Source:** docs.netlify.com/routing/redirects and /routing/headers; vercel.com/docs/project-configuration. Not tried
against the live services.
"""

import json
from collections.abc import Mapping, Sequence

LASTING = "public, max-age=31536000, immutable"
"""For files whose name changes with their content: those below `/assets/`."""
FRESH = "public, max-age=0, must-revalidate"
"""For pages and feeds: asked for each time, sent again only when they changed."""
SHORT = "public, max-age=3600"
"""For pictures and other files that keep their name."""


GONE = (
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<meta name="robots" content="noindex">\n'
    '<meta name="viewport" content="width=device-width">\n<title>Gone</title>\n</head>\n<body>\n<h1>Gone</h1>\n'
    '<p>This post was taken back by its author.</p>\n<p><a href="/">Home</a></p>\n</body>\n</html>\n'
)
"""The page at the address of a post that was taken back for good."""


def cache_control(path: str) -> str:
    """How long readers may keep a file of the site."""
    if path.startswith("assets/"):
        return LASTING
    return FRESH if path.endswith((".html", ".xml", ".json", ".txt")) else SHORT


def rules(host: str, moved: Sequence[tuple[str, str]], gone: Sequence[str]) -> Mapping[str, bytes]:
    """The files for a host ("netlify", "vercel", "" for one that reads none).

    `moved` pairs a former site path with the present one, `gone` are site paths of posts that were taken back. A host
    that reads no rules gets a page there that says so.
    """
    moved = [pair for pair in moved if not set("".join(pair)) & set(" \t\r\n")]
    if host == "netlify":
        headers = f"/assets/*\n  Cache-Control: {LASTING}\n/*\n  X-Content-Type-Options: nosniff\n"
        lines = [f"{old} {new} 301!\n" for old, new in moved] + [f"{path} /404.html 410\n" for path in gone]
        return {"_headers": headers.encode(), **({"_redirects": "".join(lines).encode()} if lines else {})}
    pages = {path.strip("/") + "/index.html": GONE.encode() for path in gone if path.strip("/")}
    return {**pages, "vercel.json": _vercel(moved)} if host == "vercel" else pages


def _vercel(moved: Sequence[tuple[str, str]]) -> bytes:
    told = [{"source": "/assets/(.*)", "headers": [{"key": "Cache-Control", "value": LASTING}]},
            {"source": "/(.*)", "headers": [{"key": "X-Content-Type-Options", "value": "nosniff"}]}]  # fmt: skip
    ways = [{"source": old, "destination": new, "permanent": True} for old, new in moved]
    whole = {"trailingSlash": True, "headers": told, **({"redirects": ways} if ways else {})}
    return (json.dumps(whole, indent=2, ensure_ascii=False) + "\n").encode()
