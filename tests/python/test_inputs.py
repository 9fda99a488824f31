"""The door for numbers: what is a column of numbers goes in, everything else is refused by name."""

from __future__ import annotations

import datetime
import decimal
import fractions
from typing import Any

import hypothesis.strategies as st
import narwhals as nw
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
import ukur
from hypothesis import given
from ukur._inputs import as_array, as_column

NUMBERS = [3, 3.0, True, np.float32(3), np.int64(3), decimal.Decimal("3"), fractions.Fraction(3), np.array(3)]


@pytest.mark.parametrize("one", NUMBERS, ids=repr)
def test_a_number_is_a_float(one: Any) -> None:
    read = as_column("cost", one)
    assert type(read) is float
    assert read in (3.0, 1.0)


WITH_A_GAP = [
    [1, None, 3],
    (1.0, float("nan"), 3.0),
    np.array([1.0, np.nan, 3.0]),
    np.ma.array([1, 2, 3], mask=[False, True, False]),
    np.array([1, None, 3], dtype=object),
    pd.Series([1, None, 3]),
    pd.Series([1, None, 3], dtype="Int64"),
    pd.Series([1, None, 3], dtype="Float64", index=[7, 8, 9]),
    pd.Series([1, None, 3], dtype="double[pyarrow]"),
    pl.Series([1, None, 3]),
    pl.Series([decimal.Decimal(1), None, decimal.Decimal(3)]),
    pa.array([1, None, 3]),
    pa.chunked_array([[1, None], [3]]),
    nw.from_native(pl.Series([1, None, 3]), series_only=True),
]


@pytest.mark.parametrize("column", WITH_A_GAP, ids=lambda column: f"{type(column).__module__}.{type(column).__name__}")
def test_a_null_is_nan(column: Any) -> None:
    read = as_column("cost", column)
    assert isinstance(read, np.ndarray)
    assert read.dtype == np.float64
    assert read.flags.c_contiguous
    np.testing.assert_array_equal(read, [1.0, np.nan, 3.0])


REFUSED = [
    (None, "None"),
    ("12", "'12'"),
    (b"12", "b'12'"),
    (bytearray(b"12"), "b'12'"),
    ([1, "2"], "'2' (str) in row 1"),
    (["2024-01-01"], "in row 0"),
    ([1, datetime.date(2024, 1, 1)], "in row 1"),
    (np.array(["2024-01-01"], dtype="M8[D]"), "dates"),
    (np.array([3], dtype="m8[D]"), "durations"),
    (pd.Series(pd.to_datetime(["2024-01-01"])), "dates"),
    (pl.Series([datetime.date(2024, 1, 1)]), "dates"),
    (pd.Series(["a", "b"]), "'a' (str) in row 0"),
    (pl.Series(["a", "b"]), "'a' (str) in row 0"),
    (pa.array(["a", "b"]), "'a' (str) in row 0"),
    ([[1, 2], [3, 4]], "2 dimensions"),
    ([[1], [1, 2]], "list"),
    (np.zeros((2, 2)), "(2, 2)"),
    (pd.DataFrame({"a": [1.0]}), "2 dimensions"),
    ({"a": 1}, "dict"),
    ({1, 2}, "set"),
    (1j, "complex"),
    ([1j], "complex"),
    (object(), "object"),
]


@pytest.mark.parametrize(("stranger", "named"), REFUSED, ids=lambda value: repr(value)[:30])
def test_a_stranger_is_refused_by_name(stranger: Any, named: str) -> None:
    with pytest.raises(ukur.InvalidTypeError) as raised:
        as_column("cost", stranger)
    assert raised.value.code == "invalid_type"
    assert str(raised.value).startswith("`cost` must ")
    assert named in str(raised.value)
    assert "\n" not in str(raised.value)


def test_a_whole_number_beyond_every_float_is_refused() -> None:
    for value in (10**400, -(10**400), [1, 10**400]):
        with pytest.raises(ukur.InvalidInputError, match="`cost` must lie within"):
            as_column("cost", value)
        with pytest.raises(ukur.InvalidInputError, match="`cost` must lie within"):
            ukur.metrics.cpm(value, 1)  # numbers go a quicker way


def test_a_signalling_nan_is_missing() -> None:
    assert np.isnan(as_column("cost", decimal.Decimal("sNaN")))


def test_a_column_alone() -> None:
    with pytest.raises(ukur.InvalidTypeError, match="`cost` must be a column of numbers, got the single number 3.0"):
        as_array("cost", 3)
    assert as_array("cost", []).shape == (0,)


def test_no_copy_where_none_is_needed() -> None:
    numbers = np.arange(5.0)
    assert as_column("cost", numbers) is numbers
    for series in (pd.Series(numbers), pl.Series(numbers), pa.array(numbers)):
        assert np.shares_memory(as_array("cost", series), np.asarray(series))


def test_a_strided_column_is_read_in_its_order() -> None:
    np.testing.assert_array_equal(as_column("cost", np.arange(10)[::-3]), [9.0, 6.0, 3.0, 0.0])


@given(st.lists(st.one_of(st.none(), st.floats(), st.integers(-(2**53), 2**53)), max_size=20))
def test_every_library_reads_the_same(rows: list[float | None]) -> None:
    want = np.array([np.nan if row is None else float(row) for row in rows], dtype=np.float64)
    for column in (rows, pl.Series(rows, dtype=pl.Float64, strict=False), pa.array([None if r is None else float(r) for r in rows], pa.float64())):
        np.testing.assert_array_equal(as_array("cost", column), want)


@given(st.one_of(st.none(), st.text(), st.binary(), st.dates(), st.lists(st.text(min_size=1), min_size=1), st.complex_numbers(), st.dictionaries(st.text(), st.floats())))
def test_nothing_else_gets_in_or_out_as_another_exception(stranger: Any) -> None:
    with pytest.raises(ukur.UkurError):
        as_column("cost", stranger)
