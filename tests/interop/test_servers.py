"""The real WordPress and the real Ghost take a copy, change it on the second run, and say where the original is."""

import json
import os
import re
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from http.cookiejar import CookieJar
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tests.interop.conftest import program, tool

from inkwright.cli.main import main

pytestmark = pytest.mark.interop
Start = Callable[..., subprocess.Popen[bytes]]
POST = """---
title: KV caches
date: 2026-11-01
tags: [gpu]
---

It takes 45 ms with a [link](https://example.org), a note[^1] and `code`.

A score $s_i^2 = \\frac{q_i k_i}{\\sqrt{d}}$ stays on its line; this one does not:

$$
\\mathrm{softmax}(x)_i = \\frac{e^{x_i}}{\\sum_j e^{x_j}}
$$

- In a list $g_y$ too.

> [!tip] Mind this
> Inside.

| a | b |
|---|---|
| 1 | 2 |

```python
print("<b>")
```

[^1]: Said below.
"""
_CONFIG = """<?php
define('DB_NAME', 'wp'); define('DB_USER', 'root'); define('DB_PASSWORD', ''); define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', ''); define('DB_HOST', 'localhost:{socket}');
define('WP_HTTP_BLOCK_EXTERNAL', true); define('DISABLE_WP_CRON', true); define('WP_ENVIRONMENT_TYPE', 'local');
define('WP_HOME', '{url}'); define('WP_SITEURL', '{url}');
$table_prefix = 'wp_';
if (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');
require_once ABSPATH . 'wp-settings.php';
"""
_INSTALL = """<?php
define('WP_INSTALLING', true);
function wp_mail() { return true; }
require __DIR__ . '/site/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
wp_install('Blog', 'adalove', 'ada@example.com', true, '', 'secret');
update_option('permalink_structure', '/%postname%/');
flush_rewrite_rules(true);
echo "\\nPASSWORD ", WP_Application_Passwords::create_new_application_password(1, array('name' => 'x'))[0], "\\n";
"""
_ROUTER = """<?php
if (is_file(__DIR__ . '/site' . parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH))) return false;
$_SERVER['SCRIPT_NAME'] = '/index.php';
require __DIR__ . '/site/index.php';
"""


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def wait_for(ready: Callable[[], bool], process: subprocess.Popen[bytes], seconds: int) -> None:
    """Wait until a server answers; the test fails when it ends or takes too long."""
    end = time.monotonic() + seconds
    while not ready():
        assert process.poll() is None, f"the server ended with {process.returncode}"
        assert time.monotonic() < end, f"the server did not answer within {seconds} s"
        time.sleep(0.3)


def fetched(url: str) -> str:
    """What a page says, "" where nobody answers yet."""
    try:
        with urllib.request.urlopen(url, timeout=60) as answer:
            return str(answer.read().decode())
    except (OSError, urllib.error.HTTPError):
        return ""


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """`start(command, cwd)` -> a server, ended with the test."""
    running = []

    def one(command: list[str], cwd: Path, **environment: str) -> subprocess.Popen[bytes]:
        with (tmp_path / f"{Path(command[0]).name}.log").open("wb") as log:
            made = subprocess.Popen(command, cwd=cwd, stdout=log, stderr=log, env={**os.environ, **environment})
        running.append(made)
        return made

    yield one
    for process in reversed(running):
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "blog"
    (folder / "posts").mkdir(parents=True)
    (folder / "inkwright.toml").write_text('title = "Blog"\nbase_url = "https://me.example"\n', encoding="utf-8")
    (folder / "posts/kv.md").write_text(POST, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


def crosspost(platform: str) -> str:
    done = CliRunner().invoke(main, ("crosspost", "kv", "--to", platform, "--anyway", "--yes"))
    assert done.exit_code == 0, done.output
    return done.output


def copied_and_changed(blog: Path, platform: str, url: str, read: Callable[[], str]) -> str:
    """Send a post, change it, send it again, lose the record and send once more; what the server holds then."""
    assert f"created {url}/kv/" in crosspost(platform)
    post = blog / "posts/kv.md"
    post.write_text(POST.replace("It takes 45", "It now takes 44"), encoding="utf-8")
    assert f"updated {url}/kv/" in crosspost(platform)
    shutil.rmtree(blog / "inkwright")
    post.write_text(POST.replace("It takes 45", "It takes 43"), encoding="utf-8")
    assert "created" not in crosspost(platform)
    page = read()
    formulas_shown(page)
    assert "It takes 43 ms" in page and "44 ms" not in page
    return page


def formulas_shown(page: str) -> None:
    """All formulas of the post are pictures of the server's own, with their size, their place and their TeX."""
    shown = [img for img in re.findall(r"<img [^>]*>", page) if "inkwright-formula" in img]
    assert len(shown) == 3
    for img, tex in zip(shown, ("s_i^2", "softmax", "g_y"), strict=True):
        found = re.search(r'src="([^"]+)"', img)
        assert found and tex in img and ("vertical-align:-" in img) is (tex != "softmax"), img
        with urllib.request.urlopen(found[1], timeout=60) as answer:
            assert answer.read(8) == b"\x89PNG\r\n\x1a\n"
    assert re.search(r"A score <img [^>]*> stays on its line", page)


def test_wordpress(tmp_path: Path, blog: Path, start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    php, database, client = program("php"), program("mariadbd"), program("mariadb")
    source = Path("/usr/share/wordpress")
    if not source.is_dir():
        pytest.skip("wordpress: not installed, see `make interop`")
    shutil.copytree(source, tmp_path / "site")
    sock, port = tmp_path / "s", free_port()
    url = f"http://127.0.0.1:{port}"
    options = ["--no-defaults", f"--datadir={tmp_path / 'data'}", "--user=root"]
    made = [program("mariadb-install-db"), *options, "--auth-root-authentication-method=normal", "--skip-test-db"]
    subprocess.run(made, check=True, capture_output=True)
    server = start(
        [database, *options, f"--socket={sock}", "--skip-networking", f"--pid-file={tmp_path / 'pid'}"], tmp_path
    )
    wait_for(sock.exists, server, 60)
    subprocess.run([client, "--no-defaults", f"--socket={sock}", "-e", "create database wp"], check=True)
    (tmp_path / "site/wp-config.php").unlink(missing_ok=True)
    (tmp_path / "site/wp-config.php").write_text(_CONFIG.format(socket=sock, url=url))
    (tmp_path / "install.php").write_text(_INSTALL)
    (tmp_path / "router.php").write_text(_ROUTER)
    said = subprocess.run([php, "install.php"], cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    password = re.search(r"PASSWORD (\S+)", said)
    assert password, said
    web = start([php, "-S", f"127.0.0.1:{port}", "-t", "site", "router.php"], tmp_path)
    wait_for(lambda: "rest_route" in fetched(f"{url}/wp-json/") or "namespaces" in fetched(f"{url}/wp-json/"), web, 60)
    monkeypatch.setenv("INKWRIGHT_WORDPRESS_URL", url)
    monkeypatch.setenv("INKWRIGHT_WORDPRESS_USER", "adalove")
    monkeypatch.setenv("INKWRIGHT_WORDPRESS_PASSWORD", password[1])

    def read() -> str:
        (post,) = json.loads(fetched(f"{url}/wp-json/wp/v2/posts?search=KV&per_page=50"))
        assert post["slug"] == "kv"
        return str(post["content"]["rendered"])

    content = copied_and_changed(blog, "wordpress", url, read)
    assert 'href="https://me.example/posts/kv/" rel="canonical"' in content
    assert "<table>" in content and "Said below." in content and "&lt;b&gt;" in content


def ghost_key(url: str) -> str:
    """Set up a new Ghost, and make an integration there: its Admin API key."""
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))

    def ask(path: str, sent: Any) -> Any:
        headers = {"content-type": "application/json", "origin": url, "accept-version": "v5.0"}
        request = urllib.request.Request(f"{url}/ghost/api/admin/{path}", json.dumps(sent).encode(), headers)
        with opener.open(request, timeout=60) as answer:
            text = answer.read().decode()
            return json.loads(text) if text.startswith("{") else text

    owner = {"name": "Ada", "email": "ada@example.com", "password": "correct-horse-battery", "blogTitle": "Blog"}
    ask("authentication/setup/", {"setup": [owner]})
    ask("session/", {"username": owner["email"], "password": owner["password"]})
    made = ask("integrations/?include=api_keys", {"integrations": [{"name": "inkwright"}]})
    return next(key["secret"] for key in made["integrations"][0]["api_keys"] if key["type"] == "admin")


def test_ghost(tmp_path: Path, blog: Path, start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tool("ghost/package/node_modules/sqlite3/build/Release/node_sqlite3.node").parents[4]
    shutil.copytree(package / "content", tmp_path / "content")
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    server = start(
        [program("node"), "ghost.js"], package, NODE_ENV="development", url=url, server__host="127.0.0.1",
        server__port=str(port), database__client="sqlite3", database__useNullAsDefault="true",
        database__connection__filename=str(tmp_path / "ghost.db"), paths__contentPath=str(tmp_path / "content"),
        mail__transport="Direct", privacy__useUpdateCheck="false", privacy__useGravatar="false",
        security__staffDeviceVerification="false",
    )  # fmt: skip
    wait_for(lambda: "<html" in fetched(f"{url}/"), server, 300)
    monkeypatch.setenv("INKWRIGHT_GHOST_URL", url)
    monkeypatch.setenv("INKWRIGHT_GHOST_KEY", ghost_key(url))
    page = copied_and_changed(blog, "ghost", url, lambda: fetched(f"{url}/kv/"))
    assert '<link rel="canonical" href="https://me.example/posts/kv/">' in page
    assert "<table>" in page and "Said below." in page and "a note[1]" in page and "&lt;b&gt;" in page
    assert 'href="#fn' not in page
