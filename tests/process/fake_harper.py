"""Stands in for Harper: marks each `had went` in the files it is given and notes its start. FAKE in the first file says
what to do wrong."""

import json
import os
import re
import sys
import time
from pathlib import Path

arguments = sys.argv[1:]
files = [name for name in arguments if name[0].isdigit() and name.endswith(".txt")]
texts = [Path(name).read_bytes().decode() for name in files]
with Path(os.environ["PATH"].split(os.pathsep)[0], "starts.log").open("a", encoding="utf-8") as log:
    log.write(json.dumps({"arguments": arguments, "texts": texts, "environment": sorted(os.environ)}) + "\n")

wrong = texts[0] if texts[0].startswith("FAKE") else ""
if "sleeps" in wrong:
    time.sleep(60)
if "shouts" in wrong:
    sys.stdout.write("x" * (40 << 20))
if "stammers" in wrong:
    print("[1, 2")
    sys.exit(0)
if "is silent" in wrong:
    sys.exit(101)


def lint(match):
    return {
        "rule": "SimplePastToPastParticiple", "kind": "Grammar", "priority": 1, "line": 1, "column": 1,
        "span": {"char_start": match.start() + 4, "char_end": match.end()}, "matched_text": "went",
        "message": "Use `gone`.", "suggestions": ["Replace with: “gone”"],
    }  # fmt: skip


def odd(match):
    return {**lint(match), "suggestions": ["Insert “ x”", "Remove error"] if match[0] == "odd" else []}


print("gerund_form: -some words of its own-")
report = [
    {"file": name, "lints": [*map(lint, re.finditer("had went", text)), *map(odd, re.finditer("odd|none", text))]}
    for name, text in zip(files, texts, strict=True)
]
print(json.dumps(report, indent=2))
sys.exit(1 if any(file["lints"] for file in report) else 0)
