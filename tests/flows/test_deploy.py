"""Deployment of a workspace to real places: a folder, a bare git repository, rsync, a bucket of our own."""

import hashlib
import hmac
import http.server
import shutil
import subprocess
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote

import pytest

from inkwright.flows.deploy import Sending, deploy
from inkwright.model.deploy import Deployed
from inkwright.model.errors import InkwrightError, SettingsError, UsageError
from inkwright.platforms.deploy.target import LIST, read_list
from inkwright.workspace.folder import open_workspace

NOW = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)
SECRET = "CANARY-SECRET-KEY"


@pytest.fixture
def blog(tmp_path: Path) -> Path:
    root = tmp_path / "blog"
    write(root, "posts/a/index.md", "---\ntitle: A\ndate: 2026-01-01\naliases: [/old/a/]\n---\n\n![P](p.png)\n")
    write(root, "posts/a/p.png", "\x89PNG")
    write(root, "posts/b.md", "---\ntitle: Bé\nslug: bé\ndate: 2026-01-02\nthesis: CANARY\n---\n\nText of B.\n")
    write(root, "posts/secret.md", "---\ntitle: CANARY\ndraft: true\n---\n\nCANARY\n")
    write(root, "notes/n.md", "CANARY")
    write(root, ".env", "KEY=CANARY")
    return root


def write(root: Path, path: str, text: str) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_text(text, encoding="utf-8")


def target(blog: Path, kind: str, to: str, *more: str) -> None:
    lines = ('base_url = "https://t.example"', "[deploy.targets.web]", f'kind = "{kind}"', f'to = "{to}"', *more)
    write(blog, "inkwright.toml", "\n".join(lines))


def send(blog: Path, **more: bool) -> Deployed:
    return deploy(open_workspace(blog), Sending(NOW, **more))[1]


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def public(blog: Path) -> dict[str, bytes]:
    return files(blog / "public")


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=folder, capture_output=True, text=True, check=True)
    return done.stdout


def no_canary(found: dict[str, bytes]) -> bool:
    return not [path for path, data in found.items() if b"CANARY" in data or "CANARY" in path]


def test_a_folder_gets_what_was_built_and_nothing_else(blog: Path) -> None:
    target(blog, "folder", "../web")
    dry = send(blog, dry=True)
    assert dry.dry and not (blog.parent / "web").exists() and len(dry.changes.send) == len(public(blog))
    write(blog, "public/stray.txt", "CANARY")  # not of the build
    send(blog)
    web = files(blog.parent / "web")
    listing = web.pop(LIST)
    assert web == {path: data for path, data in public(blog).items() if path != "stray.txt"} and no_canary(web)
    assert read_list(listing) == {path: hashlib.sha256(data).hexdigest() for path, data in web.items()}
    assert send(blog).changes == type(dry.changes)((), (), len(web))


def test_what_is_of_somebody_else_stays(blog: Path) -> None:
    target(blog, "folder", "../web")
    write(blog.parent, "web/mine.txt", "mine")
    send(blog)
    (blog / "posts/b.md").unlink()
    changes = send(blog).changes
    assert "posts/bé/index.html" in changes.remove and "index.html" in changes.send
    assert (blog.parent / "web/mine.txt").read_text() == "mine" and not (blog.parent / "web/posts/bé").exists()


def test_a_file_of_somebody_else_is_not_overwritten_unasked(blog: Path) -> None:
    target(blog, "folder", "../web")
    write(blog.parent, "web/index.html", "mine")
    with pytest.raises(UsageError, match="not put there by Inkwright"):
        send(blog)
    assert files(blog.parent / "web") == {"index.html": b"mine"}
    send(blog, everything=True)
    assert (blog.parent / "web/index.html").read_bytes() == public(blog)["index.html"]


@pytest.mark.parametrize("to", ["", ".", "..", "public", "public/x", "posts/web", "private", ".git/x"])
def test_a_folder_that_must_not_be_filled_is_refused(blog: Path, to: str) -> None:
    target(blog, "folder", to)
    with pytest.raises((UsageError, SettingsError)):
        send(blog)


def test_a_deployment_that_was_killed_is_made_good(blog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target(blog, "folder", "../web")
    send(blog)
    (blog / "posts/b.md").unlink()
    write(blog, "posts/c.md", "---\ntitle: C\ndate: 2026-01-03\n---\n\nText of C.\n")
    from inkwright.workspace.outlet import Outlet

    whole, count = Outlet.write, 0
    for allowed in (1, 3, 6):  # killed ever later
        count = 0

        def mortal(self: Outlet, path: str, data: bytes, allowed: int = allowed) -> None:
            nonlocal count
            count += 1
            if count > allowed:
                raise KeyboardInterrupt
            whole(self, path, data)

        monkeypatch.setattr(Outlet, "write", mortal)
        with pytest.raises(KeyboardInterrupt):
            send(blog)
    monkeypatch.setattr(Outlet, "write", whole)
    (blog / "posts/c.md").unlink()  # half sent, then taken back
    send(blog)
    web = files(blog.parent / "web")
    del web[LIST]
    assert web == public(blog)


@pytest.fixture
def remote(blog: Path) -> Path:
    """A clone with a change that is not committed, and the bare repository that it is pushed to."""
    bare = blog.parent / "remote.git"
    subprocess.run(["git", "init", "-q", "--bare", str(bare)], check=True)
    git(blog, "init", "-q", "-b", "main")
    git(blog, "config", "user.name", "Ann")
    git(blog, "config", "user.email", "ann@example.org")
    git(blog, "remote", "add", "origin", str(bare))
    git(blog, "add", "posts")
    git(blog, "commit", "-q", "-m", "x")
    write(blog, "posts/b.md", (blog / "posts/b.md").read_text(encoding="utf-8") + "\nNot committed.\n")
    return bare


def branch(remote: Path, name: str = "gh-pages") -> dict[str, bytes]:
    names = git(remote, "ls-tree", "-r", "-z", "--name-only", name).split("\0")[:-1]
    return {
        path: subprocess.run(["git", "cat-file", "blob", f"{name}:{path}"], cwd=remote, capture_output=True).stdout
        for path in names
    }


def test_a_branch_gets_the_site_and_the_checkout_is_not_touched(blog: Path, remote: Path) -> None:
    target(blog, "github-pages", "origin", 'domain = "me.dev"')
    before = git(blog, "status", "--porcelain"), git(blog, "for-each-ref"), (blog / ".git/index").read_bytes()
    send(blog)
    there = branch(remote)
    assert there.pop("CNAME") == b"me.dev\n" and there.pop(".nojekyll") == b"" and there.pop(LIST)
    assert there == public(blog) and no_canary(there)
    after = git(blog, "status", "--porcelain"), git(blog, "for-each-ref"), (blog / ".git/index").read_bytes()
    assert after[1:] == before[1:] and set(after[0].splitlines()) - set(before[0].splitlines()) <= {"?? public/"}
    assert (
        git(remote, "log", "-1", "--format=%an <%ae> %ci", "gh-pages")
        == "Ann <ann@example.org> 2026-11-21 20:00:00 +0000\n"
    )
    send(blog)
    assert git(remote, "rev-list", "--count", "gh-pages") == "1\n"
    (blog / "posts/b.md").unlink()
    send(blog)
    assert git(remote, "rev-list", "--count", "gh-pages") == "2\n" and "posts/bé/index.html" not in branch(remote)


def test_nothing_on_a_branch_is_forced(blog: Path, remote: Path) -> None:
    target(blog, "github-pages", "origin")
    send(blog)
    other = blog.parent / "other"
    subprocess.run(["git", "clone", "-q", "-b", "gh-pages", str(remote), str(other)], check=True)
    write(other, "theirs.txt", "theirs")
    git(other, "add", ".")
    git(other, "-c", "user.name=B", "-c", "user.email=b@example.org", "commit", "-q", "-m", "theirs")
    git(other, "push", "-q")
    write(blog, "posts/c.md", "---\ntitle: C\ndate: 2026-01-03\n---\n\nText of C.\n")
    send(blog)
    there = branch(remote)
    assert there["theirs.txt"] == b"theirs" and "posts/c/index.html" in there
    assert git(remote, "rev-list", "--count", "gh-pages") == "3\n"


def test_a_push_that_is_refused_says_so_and_can_be_repeated(blog: Path, remote: Path) -> None:
    target(blog, "github-pages", "origin")
    hook = remote / "hooks/pre-receive"
    hook.write_text("#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)
    with pytest.raises(UsageError, match="was not updated"):
        send(blog)
    hook.unlink()
    send(blog)
    assert branch(remote)["index.html"] == public(blog)["index.html"]


def test_the_branch_of_the_sources_is_refused(blog: Path, remote: Path) -> None:
    target(blog, "github-pages", "origin", 'branch = "main"')
    git(blog, "add", "inkwright.toml")
    git(blog, "commit", "-q", "-m", "settings")
    git(blog, "push", "-q", "origin", "main")
    with pytest.raises(UsageError, match="holds your sources"):
        send(blog)


@pytest.mark.parametrize(
    ("to", "more"),
    [
        ("nowhere", ""),
        ("ext::sh -c x", ""),
        ("--upload-pack=x", ""),
        ("origin", 'branch = "-x"'),
        ("origin", 'branch = "a..b"'),
    ],
)
def test_a_repository_that_cannot_be_meant(blog: Path, remote: Path, to: str, more: str) -> None:
    target(blog, "github-pages", to, more)
    with pytest.raises(InkwrightError):
        send(blog)


@pytest.mark.interop
@pytest.mark.skipif(not shutil.which("rsync"), reason="there is no rsync")
def test_rsync_sends_what_changed_and_removes_what_we_sent(blog: Path) -> None:
    target(blog, "rsync", "../web")
    (blog.parent / "web").mkdir()
    write(blog.parent, "web/mine.txt", "mine")
    send(blog)
    web = files(blog.parent / "web")
    assert web.pop(LIST) and web.pop("mine.txt") and web == public(blog) and no_canary(web)
    (blog / "posts/b.md").unlink()
    changes = send(blog).changes
    assert changes.remove
    web = files(blog.parent / "web")
    assert web.pop(LIST) and web.pop("mine.txt") == b"mine" and web == public(blog)
    assert send(blog).changes.send == ()


@pytest.mark.interop
@pytest.mark.skipif(not shutil.which("rsync"), reason="there is no rsync")
def test_rsync_that_fails_says_why(blog: Path) -> None:
    write(blog.parent, "web", "a file")
    target(blog, "rsync", "../web")
    with pytest.raises(UsageError, match="rsync failed"):
        send(blog)


class Bucket(http.server.BaseHTTPRequestHandler):
    """A small server that holds objects and checks each signature by the published steps, written anew."""

    objects: dict[str, tuple[bytes, str, str]] = {}
    asked: list[tuple[str, str]] = []
    broken_after = -1

    def _serve(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        kind = type(self)
        kind.asked.append((self.command, unquote(self.path)))
        if kind.broken_after == 0:
            self.send_error(503)
            return
        kind.broken_after -= 1
        if not self._is_signed(body):
            self._answer(403, b"<Error><Code>SignatureDoesNotMatch</Code></Error>")
            return
        key = unquote(self.path)
        if self.command == "PUT":
            kind.objects[key] = (body, self.headers["content-type"], self.headers["cache-control"] or "")
            self._answer(200)
        elif self.command == "DELETE":
            kind.objects.pop(key, None)
            self._answer(204)
        elif key in kind.objects:
            self._answer(200, kind.objects[key][0])
        else:
            self._answer(404, b"<Error><Code>NoSuchKey</Code></Error>")

    do_GET = do_PUT = do_DELETE = _serve

    def _answer(self, status: int, body: bytes = b"") -> None:
        self.send_response(status)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _is_signed(self, body: bytes) -> bool:
        scheme, rest = self.headers["authorization"].split(" ", 1)
        said = dict(part.split("=", 1) for part in rest.split(", "))
        _, day, region, service, last = said["Credential"].split("/")
        lines = "".join(f"{name}:{self.headers[name].strip()}\n" for name in said["SignedHeaders"].split(";"))
        digest = hashlib.sha256(body).hexdigest()
        asked = f"{self.command}\n{self.path}\n\n{lines}\n{said['SignedHeaders']}\n{digest}"
        stamp = self.headers["x-amz-date"]
        text = f"{scheme}\n{stamp}\n{day}/{region}/{service}/{last}\n{hashlib.sha256(asked.encode()).hexdigest()}"
        key = ("AWS4" + SECRET).encode()
        for part in (day, region, service, last):
            key = hmac.digest(key, part.encode(), "sha256")
        right = hmac.new(key, text.encode(), "sha256").hexdigest()
        return right == said["Signature"] and self.headers["x-amz-content-sha256"] == digest

    def log_message(self, *words: object) -> None:
        pass


@pytest.fixture
def bucket(blog: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[type[Bucket]]:
    kind = type("Own", (Bucket,), {"objects": {}, "asked": [], "broken_after": -1})
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), kind)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    target(blog, "s3", "blog/site", f'endpoint = "http://127.0.0.1:{server.server_port}"', 'region = "eu-west-1"')
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKID")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
    yield kind
    server.shutdown()
    server.server_close()


def held(bucket: type[Bucket]) -> dict[str, bytes]:
    return {key.removeprefix("/blog/site/"): body for key, (body, _, _) in bucket.objects.items()}


def test_a_bucket_gets_what_changed_with_types_and_cache_rules(blog: Path, bucket: type[Bucket]) -> None:
    send(blog)
    there = held(bucket)
    assert there.pop(LIST) and there == public(blog) and no_canary(there)
    told = {key.removeprefix("/blog/site/"): value[1:] for key, value in bucket.objects.items()}
    assert told["index.html"] == ("text/html; charset=utf-8", "public, max-age=0, must-revalidate")
    assert told["posts/a/p.png"] == ("image/png", "public, max-age=3600")
    assert told["rss.xml"][0] == "application/rss+xml; charset=utf-8"
    (style,) = (path for path in told if path.startswith("assets/style."))
    assert told[style] == ("text/css; charset=utf-8", "public, max-age=31536000, immutable")
    bucket.asked.clear()
    send(blog)
    assert [method for method, _ in bucket.asked] == ["GET"]
    (blog / "posts/b.md").unlink()
    send(blog)
    there = held(bucket)
    assert there.pop(LIST) and there == public(blog)


def test_a_bucket_that_breaks_off_is_made_good(blog: Path, bucket: type[Bucket]) -> None:
    for answered in (2, 6):
        bucket.broken_after = answered
        with pytest.raises(UsageError, match="503"):
            send(blog)
    bucket.broken_after = -1
    (blog / "posts/b.md").unlink()
    send(blog)
    there = held(bucket)
    assert there.pop(LIST) and there == public(blog)


def test_a_wrong_or_missing_key_is_told_and_never_shown(
    blog: Path, bucket: type[Bucket], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "wrong-CANARY")
    with pytest.raises(UsageError, match="403 SignatureDoesNotMatch") as told:
        send(blog)
    assert "CANARY" not in str(told.value) and "AKID" not in str(told.value)
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")
    with pytest.raises(UsageError, match="AWS_SECRET_ACCESS_KEY not set"):
        send(blog)


def test_offline_is_respected(blog: Path, bucket: type[Bucket], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("INKWRIGHT_OFFLINE", "1")
    with pytest.raises(InkwrightError, match="INKWRIGHT_OFFLINE"):
        send(blog)
    assert not bucket.asked


@pytest.mark.parametrize(
    ("kind", "to"), [("rsync", "me@nowhere.invalid:/srv"), ("github-pages", "https://nowhere.invalid/x.git")]
)
def test_offline_holds_for_programs_too(
    blog: Path, monkeypatch: pytest.MonkeyPatch, kind: str, to: str
) -> None:  # fmt: skip
    target(blog, kind, to)
    monkeypatch.setenv("INKWRIGHT_OFFLINE", "1")
    with pytest.raises(InkwrightError, match="INKWRIGHT_OFFLINE"):
        send(blog)


def test_hosts_get_their_redirects_and_headers(blog: Path) -> None:
    target(blog, "folder", "../web", 'host = "netlify"')
    send(blog)
    web = files(blog.parent / "web")
    assert web["_redirects"] == b"/old/a/ /posts/a/ 301!\n" and b"immutable" in web["_headers"]
    write(blog, "inkwright/gone.toml", '"/posts/x/" = "2026-01-01"\n')
    send(blog)
    assert (blog.parent / "web/_redirects").read_bytes().endswith(b"/posts/x/ /404.html 410\n")
    target(blog, "folder", "../web", 'host = "vercel"')
    send(blog)
    web = files(blog.parent / "web")
    assert "_redirects" not in web and b'"destination": "/posts/a/"' in web["vercel.json"]
    assert b"taken back" in web["posts/x/index.html"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('kind = "ftp"', "must be one of folder, github-pages, rsync, s3"),
        ('kind = "s3"\nto = "b/../c"\nendpoint = "https://x.example"', "`to` must be `bucket`"),
        ('kind = "s3"\nto = "bucket"\nendpoint = "file:///x"', "`endpoint` must be"),
        ('kind = "s3"\nto = "bucket"\nsecret = "hunter2"', "never the key itself"),
        ('kind = "folder"\nfolder = "x"', "there is no setting `deploy.targets.web.folder`"),
        ('kind = "rsync"\nto = "--rsh=x"', "`to` must be"),
    ],
)
def test_settings_that_cannot_be_meant(blog: Path, line: str, said: str) -> None:
    write(blog, "inkwright.toml", f"[deploy.targets.web]\n{line}\n")
    with pytest.raises(SettingsError) as told:
        send(blog)
    assert said in str(told.value) and "hunter2" not in str(told.value)


def test_a_name_that_leads_elsewhere_is_none(blog: Path) -> None:
    write(blog, "inkwright.toml", '[deploy.targets."../../x"]\nkind = "folder"\nto = "../web"\n')
    with pytest.raises(SettingsError, match="no name for a target"):
        send(blog)


def test_without_a_target_it_is_said_how_to_name_one(blog: Path) -> None:
    write(blog, "inkwright.toml", "")
    with pytest.raises(UsageError, match="not said where"):
        send(blog)


@pytest.mark.parametrize(("to", "said"), [("", "`kind` and `to`"), ("folder", '`kind = "folder"` and `to`')])
def test_without_a_target_it_is_said_how_one_is_set(blog: Path, to: str, said: str) -> None:
    write(blog, "inkwright.toml", "")
    with pytest.raises(UsageError) as error:
        deploy(open_workspace(blog), Sending(NOW, to))
    assert said in error.value.hint


def test_a_film_that_is_larger_than_any_text_is_sent(blog: Path) -> None:
    with (blog / "posts/a/talk.mp4").open("wb") as film:
        film.truncate(33 << 20)
    write(blog, "posts/a/index.md", "---\ntitle: A\ndate: 2026-01-01\n---\n\n[Talk](talk.mp4)\n")
    target(blog, "folder", "../www")
    send(blog)
    assert (blog.parent / "www/posts/a/talk.mp4").stat().st_size == 33 << 20
