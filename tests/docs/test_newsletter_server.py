"""The guide to the newsletter's server names what there is, and its files can be read by what they are for."""

import configparser
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from msgspec.structs import fields
from starlette.routing import Route

from inkwright.cli.newsletter import bounces, doctor, rotate_key, server
from inkwright.flows.newsletter_bounces import PASSWORD
from inkwright.flows.newsletter_relay import KEY
from inkwright.flows.newsletter_relay import PASSWORD as SMTP
from inkwright.flows.newsletter_server_hooks import SECRET
from inkwright.model.settings import NewsletterSettings
from inkwright.newsletter import forms, limits, opt_in
from inkwright.server import readers, sign_up, telling
from inkwright.workspace.folder import open_workspace

ROOT = Path(__file__).parents[2]
GUIDE = (ROOT / "docs/guide/newsletter-server.md").read_text(encoding="utf-8")
FENCES = re.findall(r"^```(\w+)\n(.*?)^```$", GUIDE, re.DOTALL | re.MULTILINE)


def fence(language: str) -> str:
    return next(body for name, body in FENCES if name == language)


def routes() -> list[Route]:
    class Nobody:
        def __getattr__(self, name: str) -> object:
            return Nobody()

        def __call__(self, *given: object) -> str:
            return ""

    return [route for part in (sign_up, readers, telling) for route in part.routes(Nobody())]


@pytest.mark.parametrize("command", [server.command, bounces.command, doctor.command, rotate_key.command])
def test_every_option_is_in_the_guide(command) -> None:
    options = [name for option in command.params for name in option.opts if name.startswith("--")]
    assert [name for name in options if name not in GUIDE and name != "--format"] == []


def test_every_page_and_variable_is_in_the_guide() -> None:
    for route in routes():
        assert f"/{route.path.split('/')[1].partition('.')[0]}" in GUIDE, route.path
    for name in (PASSWORD, SMTP, KEY, SECRET):
        assert f"`{name}`" in GUIDE


def test_the_settings_of_the_guide_are_settings(tmp_path: Path) -> None:
    (tmp_path / "inkwright.toml").write_text(fence("toml"), encoding="utf-8")
    assert open_workspace(tmp_path).settings.newsletter.url == "https://letters.me.dev"
    known = {field.name for field in fields(NewsletterSettings)}
    named = {*re.findall(r"`([a-z_]+) = ", GUIDE), *re.findall(r"`(imap_\w+|ses_topic)`", GUIDE)}
    assert {"trusted_proxies", "tracking", "visits", "imap_host", "ses_topic"} <= named <= known


def test_the_figures_of_the_guide_are_those_of_the_program() -> None:
    words = " ".join(GUIDE.split())
    assert "at most once in 24 hours and three times in all, and holds 7 days" in words
    assert (limits.GAP.total_seconds(), limits.MOST, opt_in.HOLDS.days) == (86_400, 3, 7)
    assert "may ask five times an hour. Sixty such mails" in words
    assert (limits.FROM_ONE_NETWORK, limits.IN_ALL) == (5, 60)
    assert "two seconds at least" in words
    assert forms.SOONEST.total_seconds() == 2


def test_the_unit_is_one_for_systemd(tmp_path: Path) -> None:
    unit = configparser.ConfigParser(interpolation=None, strict=True)
    unit.optionxform = str
    unit.read_string(fence("ini"))
    assert unit["Service"]["ExecStart"].endswith("inkwright newsletter server")
    if shutil.which("systemd-analyze"):
        file = tmp_path / "letters.service"
        file.write_text(fence("ini").replace("/srv/venv/bin/inkwright", "/bin/true"), encoding="utf-8")
        done = subprocess.run(["systemd-analyze", "verify", str(file)], capture_output=True, text=True, check=False)
        assert "Unknown" not in done.stderr
