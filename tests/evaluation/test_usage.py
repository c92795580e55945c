"""How the commands beside the product are asked."""

import pytest
from evaluation.usage import command


def test_the_docstring_is_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        command("Counts piers.\n\nusage: python -m piers HARBOUR").parse_args(["--help"])
    assert ended.value.code == 0
    assert "usage: python -m piers HARBOUR" in capsys.readouterr().out


def test_what_a_command_does_not_know_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        command("Counts piers.").parse_args(["--shwo"])
    assert ended.value.code == 2
    assert "--shwo" in capsys.readouterr().err
