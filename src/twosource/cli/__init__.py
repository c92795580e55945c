"""The command ``twosource``: parses, calls the desk, prints."""

import gc
import sys

from twosource.cli.application import application
from twosource.errors import TwosourceError, UsageError

# What is read off articles stays to the end and holds no circles: to search all of it for some, again and again, is a sixteenth of a run.
CIRCLES = 5_000, 10, 10


def main() -> None:
    """Run the command; whatever goes wrong is told in one sentence, never in a traceback.

    Exit status: 0 when at least one article was read, 1 when none was, 2 for wrong usage.
    """
    gc.set_threshold(*CIRCLES)
    try:
        application()
    except UsageError as fault:
        _stop(f"{fault}.", 2)
    except TwosourceError as fault:
        _stop(f"{fault}.", 1)
    except Exception as fault:
        _stop(f"an error of twosource itself ({type(fault).__name__}: {fault}). Please report it with the article that shows it.", 1)


def _stop(sentence: str, status: int) -> None:
    print(f"twosource: {sentence}", file=sys.stderr)
    sys.exit(status)
