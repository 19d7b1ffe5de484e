"""What can be known from this machine: silence of the network is no answer."""

from collections.abc import Callable

from inkwright.model.diagnosis import Diagnosis
from inkwright.model.errors import InkwrightError, NetError
from inkwright.net.dns import Lookup, RecordKind
from inkwright.net.offline import CONTROL


def known(subject: str, look: Callable[[], Diagnosis]) -> Diagnosis:
    """What a look gives; when the network gave no answer, that this cannot be known from here."""
    try:
        return look()
    except NetError as error:
        return Diagnosis(subject, "unknown", f"not checkable here: {error.message}", error.hint)
    except InkwrightError as error:
        return Diagnosis(subject, "problem", error.message, error.hint)


def sure(lookup: Lookup) -> Lookup:
    """A lookup that does not take the silence of a machine without the internet for an answer: when a name has nothing,
    one that always has something is asked for, once."""
    state: list[bool] = []

    def ask(name: str, kind: RecordKind) -> list[str]:
        found = lookup(name, kind)
        if not found and not state:
            state.append(bool(lookup(CONTROL, "A")))
        if not found and not state[0]:
            raise NetError("dns", "this machine gets no answers about the names of the internet")
        return found

    return ask
