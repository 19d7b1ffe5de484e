"""Where the program starts, as `inkwright` and as `python -m inkwright`."""

import gc
import signal
import sys

if "inkwright.cli.main" not in sys.modules:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C while modules still load ends the program without a word
    gc.disable()  # a module makes much and lets go of little: walking all of it again and again costs a tenth

from inkwright.cli.main import run

if __name__ == "__main__":
    run()
