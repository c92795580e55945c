"""How a command of evaluation, benchmarks or training is asked: its own docstring is its help, and what it does not know is an error."""

import argparse


def command(doc: str | None) -> argparse.ArgumentParser:
    """A parser whose help is the module's docstring, which says the usage in its second paragraph."""
    return argparse.ArgumentParser(usage=argparse.SUPPRESS, description=doc, formatter_class=argparse.RawDescriptionHelpFormatter)
