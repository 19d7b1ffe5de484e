"""What to do about an error of a snippet, said behind it. Why code failed, in two or three words: `causes.py`."""

import re
import sys
from collections.abc import Collection

from inkwright.evidence.causes import missing_name, missing_package
from inkwright.model.regex import regex
from inkwright.model.snippet import CellResult, Snippet

_SOLD_AS = {
    "sklearn": "scikit-learn", "skimage": "scikit-image", "cv2": "opencv-python", "PIL": "pillow", "yaml": "pyyaml",
    "bs4": "beautifulsoup4", "dotenv": "python-dotenv", "dateutil": "python-dateutil", "Crypto": "pycryptodome",
    "serial": "pyserial", "git": "GitPython", "jwt": "PyJWT", "fitz": "PyMuPDF", "faiss": "faiss-cpu",
    "docx": "python-docx", "OpenSSL": "pyOpenSSL", "zmq": "pyzmq", "attr": "attrs", "MySQLdb": "mysqlclient",
    "psycopg2": "psycopg2-binary",
}  # fmt: skip
"""Packages that are installed under another name than they are imported by."""
_SHORT = {"np": "numpy", "pd": "pandas", "plt": "matplotlib.pyplot", "sns": "seaborn", "tf": "tensorflow",
          "pl": "polars", "sp": "scipy", "nx": "networkx", "mpl": "matplotlib", "dt": "datetime"}  # fmt: skip
_NAME = regex(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def hint(snippet: Snippet, cell: CellResult, declared: Collection[str] | None, lost: Collection[str] = ()) -> str:
    """What helps, to be put behind the error; "" when that is not known. `declared` are the packages that the post
    declares, None when it declares nothing; `lost` the names that earlier snippets should have bound and did not."""
    if snippet.raises:
        return f" where the fence says raises={snippet.raises}"
    if module := missing_package(cell):
        return _for_package(module, declared or ())
    if snippet.file and cell.error_name == "SyntaxError" and "'export'" in cell.error_message:
        return '; a module is saved and not run with norun="a module"'
    if cell.error_name != "NameError" or snippet.language != "python":
        return ""
    name = missing_name(cell.error_message)
    if name in lost:
        return ""
    if name in _SHORT:
        return f"; `import {_SHORT[name]} as {name}` is missing"
    return f"; `import {name}` is missing" if name in sys.stdlib_module_names else ""


def _for_package(module: str, declared: Collection[str]) -> str:
    if module in sys.stdlib_module_names:
        return ""
    package = _SOLD_AS.get(module, module)
    if _plain(package) in {_plain(one) for one in declared}:
        return f"; the post declares {package}: run it with --isolated, or install {package}"
    return f"; install {package}, or declare it with `requires: [{package}]` and run --isolated"


def _plain(requirement: str) -> str:
    """The name in a requirement as package indexes compare them. **Source:** PEP 503."""
    found = _NAME.match(requirement.strip())
    return re.sub(r"[-_.]+", "-", found[0]).lower() if found else ""
