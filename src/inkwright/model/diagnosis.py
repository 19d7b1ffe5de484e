"""What `doctor` finds."""

from typing import Literal

from msgspec import Struct


class Diagnosis(Struct, frozen=True):
    """One thing that was looked at. `ok` works, `absent` is optional and not there, `problem` needs mending, `unknown`
    cannot be found out from here; `hint` says what to do ("" when nothing)."""

    subject: str
    state: Literal["ok", "absent", "problem", "unknown"]
    detail: str
    hint: str = ""
