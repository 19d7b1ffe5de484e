"""The pages that readers see: the form, the buttons, what is said afterwards. Pure; no script, no cookie, one style."""

from base64 import b64encode
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from hashlib import sha256
from importlib.resources import files
from typing import Any

import minijinja
from msgspec import Struct, field

_STYLE = "style.css"


class Pages(Struct, frozen=True, dict=True):
    """Fills the templates of one newsletter. `name` is the newsletter's, `home` the address of the blog or "".
    `lists` are those that readers choose from: what they are called, by the tag that the ledger keeps."""

    name: str
    home: str = ""
    promise: str = "New posts by e-mail."
    lists: Mapping[str, str] = field(default_factory=dict)
    tracking: bool = False

    @cached_property
    def policy(self) -> str:
        """The Content-Security-Policy: our one style, forms to ourselves, and nothing else.

        **Source:** CSP Level 3, 6.1 and 8.3 (a style allowed by its hash).
        """
        style = b64encode(sha256(self._style.encode()).digest()).decode()
        return (
            f"default-src 'none'; style-src 'sha256-{style}'; form-action 'self'; base-uri 'none'; "
            "frame-ancestors 'none'"
        )

    def sign_up(self, action: str, form: str, fields: Mapping[str, str], wrong: str = "") -> str:
        """The form for new readers, as it was filled in so far; `wrong` says what to mend."""
        on = {tag for tag in self.lists if fields.get(f"list.{tag}")}
        email, given = fields.get("email", "").strip()[:320], fields.get("name", "")[:100]
        values: dict[str, Any] = {"email": email, "given": given, "wrong": wrong, "form": form, "promise": self.promise}
        return self._fill("sign_up.html", "Sign up", action=action, lists=self._lists(on), **values)

    def preferences(self, action: str, given: str, chosen: Collection[str], done: str = "") -> str:
        """The form on which a reader chooses lists."""
        values: dict[str, Any] = {"given": given, "done": done, "lists": self._lists(chosen)}
        return self._fill("preferences.html", "What you get", action=action, **values)

    def button(self, action: str, title: str, lines: Sequence[str], button: str) -> str:
        """A question and the one button that answers it."""
        return self._fill("button.html", title, action=action, lines=list(lines), button=button)

    def said(self, title: str, *lines: str, link: tuple[str, str] | None = None) -> str:
        """A few sentences, and perhaps a link: where it leads, what it says."""
        shown = {"to": link[0], "text": link[1]} if link else None
        return self._fill("said.html", title, lines=list(lines), link=shown)

    def _lists(self, on: Collection[str]) -> list[dict[str, Any]]:
        return [{"tag": tag, "name": name, "on": tag in on} for tag, name in self.lists.items()]

    def _fill(self, template: str, title: str, **values: Any) -> str:
        return self._environment.render_template(
            template, title=title, name=self.name, home=self.home, style=self._style, tracking=self.tracking,
            **values,
        )  # fmt: skip

    @cached_property
    def _style(self) -> str:
        return (files("inkwright.newsletter") / "pages" / _STYLE).read_text(encoding="utf-8")

    @cached_property
    def _environment(self) -> Any:
        folder = files("inkwright.newsletter") / "pages"
        templates = {
            entry.name: entry.read_text(encoding="utf-8") for entry in folder.iterdir() if entry.name.endswith(".html")
        }
        return minijinja.Environment(
            templates=templates, trim_blocks=True, lstrip_blocks=True, undefined_behavior="strict"
        )
