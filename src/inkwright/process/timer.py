"""The program that times commands: one JSON line for each job comes in, one with the time goes out.

It stands alone, because it runs inside the sandbox. A command is timed from before it is started until it has ended;
nothing else runs in this process meanwhile.
"""

import contextlib
import json
import subprocess
import sys
import time


def main() -> None:
    """Do jobs until there are no more."""
    for line in sys.stdin:
        job = json.loads(line)
        answer = _timed(job["words"], job["output"], job["errors"])
        sys.stdout.write(json.dumps({"n": job["n"], **answer}) + "\n")
        sys.stdout.flush()


def _timed(words: list[str], output: str, errors: str) -> dict[str, object]:
    with open(output, "ab") as out, open(errors, "ab") as err:  # noqa: PTH123 - nothing is imported that need not be
        began = time.perf_counter()
        try:
            child = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=out, stderr=err)
        except (OSError, ValueError) as error:
            return {"problem": getattr(error, "strerror", "") or str(error)}
        status = child.wait()
        seconds = time.perf_counter() - began
    return {"seconds": seconds, "status": status}


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        main()
