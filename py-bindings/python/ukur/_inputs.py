"""The one door through which numbers enter: anything that is a column of numbers, by the argument's name."""

from __future__ import annotations

import numbers
from decimal import Decimal
from typing import Any

import numpy as np

from ._typing import FloatArray
from .errors import InvalidInputError, InvalidTypeError

__all__ = ["as_array", "as_column", "as_number", "as_whole"]


def as_column(name: str, values: Any) -> float | FloatArray:
    """Read a number, or a column of numbers as a contiguous ``float64`` array.

    Parameters
    ----------
    name : str
        The argument's name, for the message.
    values : float or array-like of float
        A number, a list, a NumPy array or a column of pandas, Polars, PyArrow or Narwhals. Nulls become NaN:
        missing.

    Returns
    -------
    float or numpy.ndarray
        A number where a number was given. A ``float64`` column is not copied when it lies in one piece.

    Raises
    ------
    InvalidTypeError
        For None, text, dates, tables and anything else that is no column of numbers.
    """
    if values is None:
        raise InvalidTypeError(f"`{name}` must be a number or a column of numbers, got None", "invalid_type")
    if isinstance(values, (str, bytes, bytearray)):
        raise InvalidTypeError(
            f"`{name}` must be a number or a column of numbers, got the text {values!r}", "invalid_type"
        )
    if isinstance(values, (numbers.Real, Decimal)):
        return _float(name, values)
    array = _to_numpy(name, values)
    if array.ndim == 0:
        return float(_numbers_of(name, array.reshape(1), values)[0])
    if array.ndim != 1:
        raise InvalidTypeError(
            f"`{name}` must be one column, got {array.ndim} dimensions of shape {array.shape}; "
            "give one column at a time",
            "invalid_type",
        )
    return np.ascontiguousarray(_numbers_of(name, array, values), dtype=np.float64)


def as_number(name: str, value: Any) -> float:
    """Read one number as :func:`as_column` does, and refuse a column.

    Parameters
    ----------
    name : str
        The argument's name, for the message.
    value : float
        A number of any kind.

    Returns
    -------
    float
        The number; NaN is left to the one who asks.

    Raises
    ------
    InvalidTypeError
        For a column, None, text and anything else that is no number.
    """
    if value is None or isinstance(value, (str, bytes, bytearray)):
        raise InvalidTypeError(f"`{name}` must be a number, got {value!r:.60}", "invalid_type")
    read = as_column(name, value)
    if isinstance(read, float):
        return read
    raise InvalidTypeError(f"`{name}` must be a single number, got a column", "invalid_type")


def as_whole(name: str, value: Any, most: int = 2**32 - 1) -> int:
    """Read a whole number from 0.

    Parameters
    ----------
    name : str
        The argument's name, for the message.
    value : int
        The number; 3.0 will do.
    most : int
        The largest allowed.

    Returns
    -------
    int
        The number.

    Raises
    ------
    InvalidTypeError
        For anything that is no number.
    InvalidInputError
        For a number that is negative, too large or not whole.
    """
    read = as_number(name, value)
    if not (0 <= read <= most and read == int(read)):
        raise InvalidInputError(f"`{name}` must be a whole number from 0 to {most}, got {read:g}", "out_of_domain")
    return int(value)


def as_array(name: str, values: Any) -> FloatArray:
    """Read a column of numbers as :func:`as_column` does, and refuse a single number.

    Parameters
    ----------
    name : str
        The argument's name, for the message.
    values : array-like of float
        The column.

    Returns
    -------
    numpy.ndarray
        A contiguous ``float64`` array.

    Raises
    ------
    InvalidTypeError
        When it is no column of numbers.
    """
    column = as_column(name, values)
    if isinstance(column, float):
        raise InvalidTypeError(
            f"`{name}` must be a column of numbers, got the single number {column!r}", "invalid_type"
        )
    return column


def _to_numpy(name: str, values: Any) -> np.ndarray[Any, Any]:
    """Whatever it is as an array, its own dtype kept where that is a NumPy one."""
    if isinstance(values, (dict, set, frozenset)):
        raise InvalidTypeError(
            f"`{name}` must be a number or a column of numbers, got a {type(values).__name__}", "invalid_type"
        )
    if isinstance(values, np.ma.MaskedArray):
        return np.asarray(np.ma.filled(values.astype(np.float64), np.nan))
    try:
        if not hasattr(values, "__array__") and hasattr(values, "__iter__"):
            return _of_iterable(values)
        return np.asarray(values)
    except (TypeError, ValueError) as error:
        raise InvalidTypeError(
            f"`{name}` must be a number or a column of numbers, got a {type(values).__name__}: {error}",
            "invalid_type",
        ) from error


def _of_iterable(values: Any) -> np.ndarray[Any, Any]:
    """A list or the like. NumPy would turn ``[1, "2"]`` into text and so hide which row is the wrong one."""
    rows = list(values)
    array = np.asarray(rows) if rows else np.empty(0, dtype=np.float64)
    if array.dtype.kind in "US" and array.ndim == 1:
        array = np.empty(len(rows), dtype=object)
        array[:] = rows
    return array


def _numbers_of(name: str, array: np.ndarray[Any, Any], values: Any) -> np.ndarray[Any, Any]:
    """The array itself if it holds real numbers, a converted one if it holds Python objects."""
    if array.dtype.kind in "biuf":
        return array
    if array.dtype.kind in "OTUS":
        return _numbers_of_objects(name, array)
    holds = {"M": "dates", "m": "durations", "c": "complex numbers"}
    first = f", first {array[0]!s}" if array.size else ""
    raise InvalidTypeError(
        f"`{name}` must hold numbers, got {holds.get(array.dtype.kind, str(array.dtype))} "
        f"({type(values).__name__} of {array.dtype}{first})",
        "invalid_type",
    )


def _numbers_of_objects(name: str, array: np.ndarray[Any, Any]) -> FloatArray:
    """Nullable columns and mixed lists: number by number, a null as NaN, the first stranger named by its row."""
    out = np.empty(array.shape[0], dtype=np.float64)
    for row, value in enumerate(array.tolist()):
        if isinstance(value, (numbers.Real, Decimal)):
            out[row] = _float(name, value, f" in row {row}")
        elif value is None or type(value).__name__ in ("NAType", "NaTType"):
            out[row] = np.nan
        else:
            raise InvalidTypeError(
                f"`{name}` must hold numbers, got {value!r} ({type(value).__name__}) in row {row}", "invalid_type"
            )
    return out


def _float(name: str, value: numbers.Real | Decimal, where: str = "") -> float:
    """A number of any kind; a whole number or fraction beyond every ``float`` is refused, of either sign."""
    try:
        return float(value)
    except OverflowError as error:
        raise InvalidInputError(
            f"`{name}` must lie within 1.8e308 of 0, got a {type(value).__name__} beyond it{where}", "out_of_domain"
        ) from error
    except ValueError:  # a signalling NaN of `decimal`: missing, as the quiet one
        return float("nan")
