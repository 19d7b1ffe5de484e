"""What the work that is kept between builds depends on: what was kept under another edition is made again."""

import sys
from hashlib import sha256
from pathlib import Path

from inkwright import __version__
from inkwright.flows.survey import Survey
from inkwright.process.stamp import code_stamp, stamp
from inkwright.site.recipe import digest
from inkwright.workspace.folder import Workspace

OWN = Path(__file__).parents[1]
"""Where our own code lies."""
LIBRARIES = ("pyromark", "pygments", "minijinja", "latex2mathml", "yaml", "merman", "ziamath", "PIL")
"""What pages are made with besides our own code, as far as it is installed."""
ROOMS = (
    "model",
    "text",
    "workspace",
    "render",
    "similar",
    "notes",
    "evidence",
    "promote",
    "site",
    "platforms",
    "flows",
)
"""The rooms whose code has a part in what pages look like."""
DRAWERS = ("merman", "ziamath", "ziafont")
"""What draws diagrams besides our own code."""


def highlighter_edition() -> str:
    """A digest of the code that turns code blocks into HTML: what is kept of its work is worth nothing to another."""
    parts = (
        "render/code.py",
        "render/tokens_of.py",
        "render/first_chars.py",
        "render/code_info.py",
        "render/escape.py",
        "text/info_string.py",
        "model/snippet.py",
    )
    return sha256(b"".join((OWN / part).read_bytes() for part in parts)).hexdigest()


def site_edition(workspace: Workspace, found: Survey) -> str:
    """The digest of all that every page depends on: our code, its libraries, the settings, the generator's
    configuration. What was kept under another edition is worth nothing."""
    code, used = code_stamp("inkwright", ROOMS), map(stamp, LIBRARIES)
    return digest(__version__, sys.version, code, *used, workspace.settings, found.layout, found.generator.name)


def drawing_edition() -> str:
    """A digest of what draws diagrams, code and libraries."""
    folder = OWN / "render" / "diagrams"
    own = sorted((part.name, part.read_bytes()) for part in folder.iterdir() if part.name.endswith(".py"))
    libraries = "\0".join(map(stamp, DRAWERS)).encode()
    return sha256(b"\0".join([libraries, *(code for _, code in own)])).hexdigest()
