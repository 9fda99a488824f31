"""One tree of exceptions, each with a code."""

from __future__ import annotations

import copy
import pickle

import pytest
import ukur
from ukur import errors

TREE = [
    (errors.InvalidInputError, ValueError),
    (errors.UndefinedError, ArithmeticError),
    (errors.UndefinedError, ValueError),
    (errors.InvalidTypeError, TypeError),
    (errors.InvalidTypeError, ValueError),
    (errors.ConvergenceError, RuntimeError),
    (errors.CancelledError, RuntimeError),
    (errors.NotFittedError, ValueError),
    (errors.NotFittedError, AttributeError),
]


@pytest.mark.parametrize(("ours", "builtin"), TREE)
def test_is_caught_as_the_builtin(ours: type[ukur.UkurError], builtin: type[Exception]) -> None:
    with pytest.raises(builtin) as raised:
        raise ours("`cost` must be >= 0, got -1", "out_of_domain")
    assert isinstance(raised.value, ukur.UkurError)
    assert raised.value.code == "out_of_domain"
    assert str(raised.value) == "`cost` must be >= 0, got -1"


@pytest.mark.parametrize("ours", [getattr(errors, name) for name in errors.__all__])
def test_survives_pickle_and_copy(ours: type[ukur.UkurError]) -> None:
    error = ours("a sentence", "a_code")
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):
        assert (type(twin), str(twin), twin.code) == (ours, "a sentence", "a_code")


def test_every_exception_is_at_the_top_too() -> None:
    for name in errors.__all__:
        assert getattr(ukur, name) is getattr(errors, name)
