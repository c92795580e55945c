"""Arithmetic runs on one thread while articles are read, and on the caller's own number of them afterwards."""

import contextlib

import numpy as np
from threadpoolctl import threadpool_info

from twosource.inference.threads import one_thread


def _threads() -> list[int]:
    return [pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"]


def test_inside_there_is_one_thread_and_outside_what_there_was() -> None:
    assert (np.eye(2) @ np.eye(2)).sum() == 2, "the library of matrices is loaded"
    before = _threads()
    with one_thread():
        assert _threads() == [1] * len(before)
    assert _threads() == before


def test_it_lets_go_after_a_fault_too() -> None:
    before = _threads()

    @one_thread()
    def fail() -> None:
        raise ValueError

    with contextlib.suppress(ValueError):
        fail()
    assert _threads() == before
