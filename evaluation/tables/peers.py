"""Runs a script of ``evaluation/peers`` in the Python that ``PEERS`` names."""

import os
import subprocess
from pathlib import Path

SCRIPTS = Path(__file__).resolve().parents[1] / "peers"


def asked(script: str, said: str, variable: str = "PEERS") -> tuple[str, str] | None:
    """What a script prints (standard output, standard error) for ``said`` on its standard input; None, with a reason printed, when it cannot run."""
    python = os.environ.get(variable)
    if not python:
        print(f"{script} was left out: {variable} names no Python that has what evaluation/peers/requirements.txt lists")
        return None
    done = subprocess.run([python, str(SCRIPTS / script)], input=said, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"{script} was left out: {done.stderr.strip().splitlines()[-1] if done.stderr.strip() else 'it failed without a word'}")
        return None
    return done.stdout, done.stderr
