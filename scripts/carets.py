"""Draw the findings of a file under its text: `python scripts/carets.py FILE [RULE...]`."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from inkwright.flows.check import check

PLAIN = {"\t": " "}


def main(path: str, rules: list[str]) -> None:
    """Print every line that has a finding, with carets below it and the rule beside them."""
    (one,) = check([path], "", force=True)
    lines = one.document.text.splitlines()
    for finding in one.findings:
        if rules and finding.rule not in rules:
            continue
        start, end = one.document.position(finding.span.start), one.document.position(finding.span.end)
        line = "".join(PLAIN.get(char, char) for char in lines[start.line - 1]) if start.line <= len(lines) else ""
        last = end.column if end.line == start.line else len(line) + 1
        print(f"{start.line:5} {line}")
        print(f"      {' ' * (start.column - 1)}{'^' * max(last - start.column, 1)} {finding.rule}: {finding.message}")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2:])
