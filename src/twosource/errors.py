"""Faults of the caller, as exceptions in a drawn tree; faults in the data are Problem rows instead.

TwosourceError
├── UsageError          the call asks for something that cannot be
├── StageOrderError     a stage needs what no stage before it makes
└── ModelError          a model is missing, or is not the one its card tells of
"""


class TwosourceError(Exception):
    """Anything twosource raises on purpose."""


class UsageError(TwosourceError):
    """The call asks for something that cannot be: a wrong date, an unknown name, nothing to read."""


class StageOrderError(TwosourceError):
    """A stage needs what no stage before it makes."""


class ModelError(TwosourceError):
    """A model is missing, or is not the one its card tells of."""
