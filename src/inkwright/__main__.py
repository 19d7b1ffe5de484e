"""`python -m inkwright` is the same as `inkwright`."""

from inkwright.cli.main import run

if __name__ == "__main__":
    run()
