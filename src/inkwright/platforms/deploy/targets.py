"""The kinds of target that there are: every file of this package with a `TARGET`."""

import importlib
import pkgutil
from functools import cache

import inkwright.platforms.deploy
from inkwright.model.errors import SettingsError
from inkwright.platforms.deploy.target import Target


@cache
def kinds() -> dict[str, Target]:
    """All targets by kind, sorted."""
    package = inkwright.platforms.deploy
    modules = {
        one.name: importlib.import_module(f"{package.__name__}.{one.name}")
        for one in pkgutil.iter_modules(package.__path__)
    }
    return {name.replace("_", "-"): found.TARGET for name, found in sorted(modules.items()) if hasattr(found, "TARGET")}


def kind_named(kind: str, name: str) -> Target:
    """The target of that kind, for the settings of the name `name`. Raises SettingsError that lists the kinds."""
    if kind not in kinds():
        said = f'`deploy.targets.{name}.kind` must be one of {", ".join(kinds())}, not "{kind}"'
        raise SettingsError(said, path="inkwright.toml", hint="Mend it there.")
    return kinds()[kind]


def example(kind: str = "") -> str:
    """How a target is set, in one sentence; `kind` is one of them where it is known which is meant."""
    said = f'`kind = "{kind}"`' if kind in kinds() else "`kind`"
    return f"Add `[deploy.targets.home]` with {said} and `to` to inkwright.toml; see docs/guide/publishing.md."
