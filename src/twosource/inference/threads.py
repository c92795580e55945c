"""One thread for the arithmetic of matrices: ours are so small that more threads only wait for each other, and may round otherwise."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from threadpoolctl import ThreadpoolController


@contextmanager
def one_thread() -> Iterator[None]:
    """Hold BLAS to one thread, and let go of it afterwards; as a context or as a decorator. The answer then hangs on no number of cores."""
    with _pools().limit(limits=1, user_api="blas"):
        yield


@cache
def _pools() -> ThreadpoolController:
    return ThreadpoolController()
