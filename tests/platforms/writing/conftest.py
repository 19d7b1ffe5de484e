"""A blog with one published post, and the platforms that it goes to."""

import importlib.util
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"writing_{name}", Path(__file__).with_name(f"{name}.py"))
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


fake, servers = _load("fake"), _load("servers")

POST = """---
title: KV caches
subtitle: What they cost
date: 2026-11-01
tags: [gpu, llm]
thesis: canary thesis
---

It takes 45 ms<!--=canary.json#a .1f ms--> with a [link](other.md), a note[^1] and $a_b$.

> [!tip] Mind this
> Inside.

![A plot](plot.png)

| a | b |
|---|---|
| 1 | 2 |

```mermaid
graph TD; A-->B
```

<!-- plan
- canary bullet
-->

[^1]: Said below.
"""


@pytest.fixture
def blog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "posts/kv").mkdir(parents=True)
    (tmp_path / "inkwright.toml").write_text('title = "Blog"\nbase_url = "https://me.example"\n')
    (tmp_path / "posts/kv/index.md").write_text(POST)
    (tmp_path / "posts/kv/other.md").write_text("---\ntitle: Other\ndate: 2026-01-01\n---\nWords.\n")
    (tmp_path / "posts/kv/plot.png").write_bytes(b"\x89PNG")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture(params=servers.SERVERS, ids=lambda one: one.name)
def platform(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """A platform that is up: its server as `fake`, what it holds as `held`."""
    there = request.param()
    there.fake = fake.Fake(there)
    for name, value in there.environment(there.fake.url).items():
        monkeypatch.setenv(name, value)
    yield there
    there.fake.close()


@pytest.fixture
def all_servers() -> list[type]:
    return list(servers.SERVERS)
