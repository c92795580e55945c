"""The day of publication is read off a line of its own at the top, and nowhere else."""

import pytest

from twosource.grammar.dates.dateline import printed


@pytest.mark.parametrize(
    "text",
    [
        "Ferry sinks\nMay 27, 2021\nA ferry sank.",
        "Ferry sinks\r\nPublished: Thursday, 27 May 2021, 10:15 GMT\r\nA ferry sank.",
        "Ferry sinks\nPosted on 2021-05-27 | 10:15\nA ferry sank.",
        "Ferry sinks\nUpdated May 28, 2021\nPublished May 27, 2021\nA ferry sank.",
        "\u2022 May 27, 2021 \u2022\n",
    ],
)
def test_a_line_that_is_a_day(text: str) -> None:
    assert printed(text) == "2021-05-27"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ferry sinks\nA ferry sank on May 27, 2021.",
        "May 27\nA ferry sank.",
        "May 2021\nA ferry sank.",
        "February 30, 2021\nA ferry sank.",
        "May 27, 2021\nMay 28, 2021\nA ferry sank.",
        "May 27, 2021 in Lund\n",
        "A line.\n" * 30 + "May 27, 2021\n",
    ],
)
def test_no_such_line(text: str) -> None:
    assert printed(text) is None
