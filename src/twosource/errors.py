"""Faults of the caller, as exceptions in a drawn tree; faults in the data are Problem rows instead.

TwosourceError
├── UsageError          the call asks for something that cannot be
├── NothingReadError    no article could be read from what was given
├── StageOrderError     a stage needs what no stage before it makes
└── ModelError          a model is missing, or is not the one its card tells of
"""

from collections.abc import Sequence

from twosource.domain.problem import Problem


class TwosourceError(Exception):
    """Anything twosource raises on purpose."""


class UsageError(TwosourceError):
    """The call asks for something that cannot be: a wrong date, an unknown name, nothing to read."""


class NothingReadError(TwosourceError):
    """No article could be read from what was given.

    Attributes:
        problems: a row for each input: which, why, and what to do.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("no article could be read: " + " ".join(problem.message for problem in problems[:5]))
        self.problems = tuple(problems)


class StageOrderError(TwosourceError):
    """A stage needs what no stage before it makes."""


class ModelError(TwosourceError):
    """A model is missing, or is not the one its card tells of."""
