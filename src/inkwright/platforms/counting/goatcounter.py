"""GoatCounter: its whole export, made anew; it allows one an hour. It is empty where single views are not kept there.

**Source:** goatcounter.com/api (POST /api/v0/export, GET /api/v0/export/{id}, .../download; bearer key; four requests a
second; looked at 2026-11-21). Not tried against the live service.
"""

from collections.abc import Iterator, Mapping

from inkwright.platforms.counting.counter import Asked, Counter, Fetched
from inkwright.platforms.writing.copies import Account, Wire
from inkwright.platforms.writing.talk import Refused, ask, field, words_of

KEY, URL = "INKWRIGHT_GOATCOUNTER_KEY", "INKWRIGHT_GOATCOUNTER_URL"
_LABEL = "GoatCounter"
_WANTED = {"format": "csv"}
_TRIES, _SECONDS = 60, 2.0
"""How often it is asked whether the export is done, and how long between. **Source:** own choice: two minutes."""


def server(account: Account) -> str:
    """Where its API is."""
    return f"{account.get(URL, 'https://').rstrip('/')}/api/v0"


def fetch(wire: Wire, account: Account, asked: Asked) -> Iterator[Fetched]:
    """The export as one file, a row for each view. Raises Refused where it does not get done."""
    headers = {"authorization": f"Bearer {account[KEY]}"}
    export = field(_LABEL, ask(wire, _LABEL, "POST", f"{server(account)}/export", headers, _WANTED), "id")
    if not export.isdigit():
        raise Refused("GoatCounter gave an export whose `id` is no number", sure=True)
    for _ in range(_TRIES):
        state = ask(wire, _LABEL, "GET", f"{server(account)}/export/{export}", headers)
        told = state if isinstance(state, Mapping) else {}
        if told.get("error"):
            raise Refused(f"GoatCounter could not make the export: {words_of(told['error'])}", sure=True)
        if told.get("finished_at"):
            break
        asked.pause(_SECONDS)
    else:
        hint = "Run it again in an hour, or take the file from Settings, Import/Export and `readings import` it."
        raise Refused("GoatCounter did not finish its export within two minutes", sure=True, hint=hint)
    reply = wire.request("GET", f"{server(account)}/export/{export}/download", headers)
    if reply.status >= 400:
        raise Refused(f"GoatCounter does not hand out its export ({reply.status})", sure=True)
    yield Fetched("export.csv", reply.body, "goatcounter")


COUNTER = Counter(
    "goatcounter", _LABEL,
    ((URL, "the address of your GoatCounter, like https://me.goatcounter.com"), (KEY, "an API key that may export")),
    server, fetch,
)  # fmt: skip
