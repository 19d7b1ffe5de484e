"""Where the program starts, as `inkwright` and as `python -m inkwright`."""

import signal
import sys

if "inkwright.cli.main" not in sys.modules:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C while modules still load ends the program without a word

from inkwright.cli.main import run

if __name__ == "__main__":
    run()
