"""Write the expectations of the development corpus anew: `python tests/corpus/renew.py [FOLDER...]`.

Notes are kept. A count that differs between the parser and the crude one, without a note that explains it, is printed
and makes the script fail: look at the text first, then write the note into the file.
"""

import importlib.util
import json
import os
import sys
from pathlib import Path

HERE = Path(__file__).parent
CORPUS = Path(os.environ.get("INKWRIGHT_CORPUS", HERE.parents[2] / "shared" / "corpus"))

_spec = importlib.util.spec_from_file_location("corpus_counting", HERE / "counting.py")
counting = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(counting)


def place(folder: str) -> Path:
    """The expectation file of a folder of the corpus."""
    return HERE / "expectations" / (folder.replace("/", "-") + ".json")


def unexplained(found: dict) -> list[str]:
    """Names of counts on which the two ways of counting differ and no note says why."""
    return [
        name
        for name in counting.COUNTED
        if found["counts"][name] != found["crude"][name] and name not in found["notes"]
    ]


def main(folders: list[str]) -> int:
    """Renew some folders, all when none is named; 1 when something needs a look."""
    status = 0
    for folder in folders or counting.FOLDERS:
        file = place(folder)
        old = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
        found = {"folder": folder, **counting.expectations(CORPUS / folder), "notes": old.get("notes", {})}
        file.parent.mkdir(exist_ok=True)
        file.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        changed = sorted(key for key in found if old.get(key) != found[key]) if old else ["new"]
        print(f"{folder}: {', '.join(changed) or 'as before'}")
        for name in unexplained(found):
            print(f"  look: {name} {found['counts'][name]}, crude {found['crude'][name]}")
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
