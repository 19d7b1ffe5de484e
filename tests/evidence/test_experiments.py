"""What a note of an experiment tells."""

import pytest

from inkwright.evidence.experiments import is_experiment, missing_parts
from inkwright.text.markdown import parse_text

NOTE = "---\nkind: experiment\n---\n## Question\nIs it fast?\n\n## Set-up\nOne box.\n\n## 3. The results\nYes.\n"
LACKS = {
    NOTE: (),
    NOTE.replace("Yes.", "TODO"): ("result",),
    NOTE.replace("Yes.", "<!-- later -->"): ("result",),
    NOTE.replace("## 3. The results\nYes.\n", ""): ("result",),
    NOTE.replace("kind: experiment", "kind: experiment\nresult: yes, 31 ms").replace("Yes.", ""): (),
    NOTE.replace("Yes.", "### In short\nYes."): (),
    "": ("question", "setup", "result"),
}


@pytest.mark.parametrize("text", LACKS)
def test_what_is_missing(text: str) -> None:
    assert missing_parts(parse_text(text)) == LACKS[text]


def test_only_notes_that_say_so_are_experiments() -> None:
    assert is_experiment(parse_text(NOTE))
    assert not is_experiment(parse_text("## Question\n"))
