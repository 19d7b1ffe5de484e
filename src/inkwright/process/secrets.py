"""Keys and passwords of the writer: from the environment, else from the system's keyring, never from a file."""

import importlib
from collections.abc import Mapping
from importlib.util import find_spec

SERVICE = "inkwright"
"""The name under which the keyring keeps them: `keyring set inkwright NAME`."""


def secret(name: str, environment: Mapping[str, str]) -> str:
    """The value of a name, "" where neither knows it. The keyring is asked only where the package `keyring` is
    installed; one that is locked or broken counts as empty."""
    given = environment.get(name, "").strip()
    if given or find_spec("keyring") is None:
        return given
    keyring = importlib.import_module("keyring")
    try:
        return str(keyring.get_password(SERVICE, name) or "").strip()
    except (importlib.import_module("keyring.errors").KeyringError, OSError, RuntimeError):
        return ""
