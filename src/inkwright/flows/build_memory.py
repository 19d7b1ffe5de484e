"""Where builds keep what the next one need not make again, and under which edition of everything it holds."""

import sys
from hashlib import sha256
from importlib.resources import files

from inkwright import __version__
from inkwright.flows.survey import Survey
from inkwright.process.stamp import code_stamp, stamp
from inkwright.site.recipe import digest
from inkwright.workspace.cache import TextCache
from inkwright.workspace.folder import Workspace
from inkwright.workspace.shelf import Shelf

LIBRARIES = ("pyromark", "pygments", "minijinja", "latex2mathml", "yaml", "merman", "ziamath", "PIL")
"""What pages are made with besides our own code, as far as it is installed."""
ROOMS = ("model", "text", "render", "similar", "evidence", "site", "platforms", "flows")
"""The rooms whose code has a part in what pages look like."""


def site_shelf(workspace: Workspace, found: Survey) -> Shelf:
    """What earlier builds kept; outside a workspace nothing is kept."""
    return Shelf(workspace.make_state() / "cache" / "site.db" if workspace.inside else None, edition(workspace, found))


def code_cache(workspace: Workspace) -> TextCache | None:
    """Highlighted code of earlier builds; none outside a workspace, where nothing is kept."""
    return TextCache(workspace.state / "cache" / "code.db", highlighter_edition()) if workspace.inside else None


def highlighter_edition() -> str:
    """A digest of the code that turns code blocks into HTML: what is kept of its work is worth nothing to another."""
    parts = ("render/code.py", "render/code_info.py", "render/escape.py", "text/info_string.py", "model/snippet.py")
    return sha256(b"".join((files("inkwright") / part).read_bytes() for part in parts)).hexdigest()


def edition(workspace: Workspace, found: Survey) -> str:
    """The digest of all that every page depends on: our code, its libraries, the settings, the generator's
    configuration. What was kept under another edition is worth nothing."""
    code, used = code_stamp("inkwright", ROOMS), map(stamp, LIBRARIES)
    return digest(__version__, sys.version, code, *used, workspace.settings, found.layout, found.generator.name)
