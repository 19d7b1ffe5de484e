"""The doors that a target of deployment goes through, opened for one deployment and no wider than it needs."""

import os
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from urllib.parse import urlsplit

from inkwright.net.client import Client
from inkwright.net.offline import refuse_when_offline
from inkwright.platforms.deploy.target import Doors
from inkwright.process.secrets import secret
from inkwright.process.tools import run_tool
from inkwright.workspace.folder import Workspace
from inkwright.workspace.outlet import Outlet, outlet

AT_ONCE = 8
"""Files that are sent to one server at the same time."""
SECONDS = 120.0
"""Seconds that one file may take."""


def doors(workspace: Workspace, name: str, out: str, now: datetime, over: bool) -> Doors:
    """The doors for a target of that name. `out` is where the site is built."""
    state = workspace.make_state() / "deploy" / name
    state.mkdir(parents=True, exist_ok=True)
    return Doors(
        here=str(workspace.root), state=str(state), now=now, disk=lambda folder: outlet(workspace, folder, out),
        web=lambda url: Client(allow=(_origin(url),), timeout=SECONDS), run=run_tool,
        secret=lambda name: secret(name, os.environ) if name else "", staging=lambda: Outlet(state), each=each,
        reach=_reach, over=over,
    )  # fmt: skip


def each(work: Callable[[str], None], paths: Iterable[str]) -> None:
    """Call a function with each path, several at once; raises the first thing that one of them raises."""
    with ThreadPoolExecutor(AT_ONCE) as pool:
        waiting = [pool.submit(work, path) for path in paths]
        try:
            for one in waiting:
                one.result()
        except BaseException:
            pool.shutdown(wait=True, cancel_futures=True)
            raise


def _reach(place: str) -> None:
    """Raises NetError where another machine is meant (`host:path`, or an address) and the network is forbidden."""
    if ":" in place and not place.startswith("file://"):
        refuse_when_offline(place)


def _origin(url: str) -> str:
    """`host:port` of an address."""
    parts = urlsplit(url)
    return f"{parts.hostname}:{parts.port or (443 if parts.scheme == 'https' else 80)}"
