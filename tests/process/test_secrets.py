"""Keys come from the environment, else from the keyring; a keyring that fails counts as empty."""

import sys
from types import ModuleType

import pytest

from inkwright.process import secrets
from inkwright.process.secrets import secret


class KeyringError(Exception):
    """What a backend raises."""


@pytest.fixture
def keyring(monkeypatch):
    kept = {("inkwright", "A"): "from the ring "}
    errors, ring = ModuleType("keyring.errors"), ModuleType("keyring")
    errors.KeyringError = KeyringError
    ring.errors, ring.kept = errors, kept
    ring.get_password = lambda service, name: kept.get((service, name))
    monkeypatch.setitem(sys.modules, "keyring", ring)
    monkeypatch.setitem(sys.modules, "keyring.errors", errors)
    monkeypatch.setattr(secrets, "find_spec", lambda name: ring)
    return ring


def test_the_environment_comes_first(keyring):
    assert secret("A", {"A": " given "}) == "given"
    assert secret("A", {"A": " "}) == "from the ring"
    assert secret("B", {}) == ""


def test_a_locked_keyring_counts_as_empty(keyring):
    def locked(service, name):
        raise KeyringError

    keyring.get_password = locked
    assert secret("A", {}) == ""


def test_without_the_package_only_the_environment_is_asked(monkeypatch):
    monkeypatch.setattr(secrets, "find_spec", lambda name: None)
    assert secret("A", {}) == ""
    assert secret("A", {"A": "x"}) == "x"
