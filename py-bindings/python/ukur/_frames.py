"""The door for whole tables: columns out of any eager frame, and a frame of the same kind back (Narwhals)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import Any

import narwhals as nw
import numpy as np
import numpy.typing as npt

from ._inputs import as_array
from ._typing import FloatArray
from .errors import InvalidInputError, InvalidTypeError

BACKENDS = ("pandas", "polars", "pyarrow", "modin", "cudf")

__all__ = ["column", "float_column", "frame_like", "open_frame", "same_kind"]


def open_frame(name: str, frame: Any) -> nw.DataFrame[Any]:
    """Wrap a table of pandas, Polars, PyArrow, Modin or cuDF; a dict of columns becomes one.

    Parameters
    ----------
    name : str
        The argument's name, for the message.
    frame : eager frame or mapping of str to columns
        The table. It is never changed.

    Returns
    -------
    narwhals.DataFrame
        The same table behind one set of methods.

    Raises
    ------
    InvalidTypeError
        When it is no table in memory.
    """
    if isinstance(frame, Mapping):
        return _of_columns(name, frame)
    try:
        opened = nw.from_native(frame)
    except TypeError as error:
        raise InvalidTypeError(
            f"`{name}` must be a table (pandas, Polars, PyArrow ...), got a {type(frame).__name__}", "invalid_type"
        ) from error
    if isinstance(opened, nw.LazyFrame):
        raise InvalidTypeError(
            f"`{name}` is lazy ({type(frame).__name__}); collect it first", "invalid_type"
        )
    if not isinstance(opened, nw.DataFrame):
        raise InvalidTypeError(f"`{name}` must be a table, got a {type(frame).__name__}", "invalid_type")
    _once(name, frame)
    return opened


def _once(name: str, frame: Any) -> None:
    """Refuse a table in which two columns have one name: it does not say which of them is meant."""
    labels = [str(label) for label in getattr(frame, "column_names", getattr(frame, "columns", ()))]
    if len(set(labels)) < len(labels):
        twice = next(label for label in labels if labels.count(label) > 1)
        raise InvalidInputError(
            f"`{name}` has more than one column {twice!r}; give each column a name of its own", "repeated_column"
        )


def _of_columns(name: str, columns: Mapping[str, Any]) -> nw.DataFrame[Any]:
    """A table of the columns of a dict, of the first library that is there."""
    made = {label: _of_one_kind(values) for label, values in columns.items()}
    for backend in ("pandas", "polars", "pyarrow"):
        if find_spec(backend) is not None:
            try:
                return nw.from_dict(made, backend=backend)
            except Exception as error:  # each library has exceptions of its own
                raise InvalidTypeError(f"`{name}` makes no table: {error}", "invalid_type") from error
    raise InvalidTypeError(f"`{name}` is a dict of columns, which needs pandas, Polars or PyArrow", "invalid_type")


def _of_one_kind(values: Any) -> Any:
    """Whole and other numbers mixed in a list become floats, since not every library takes them as a column."""
    if isinstance(values, (list, tuple)) and any(isinstance(value, float) for value in values):
        return [float(value) if isinstance(value, int) else value for value in values]
    return values


def column(name: str, frame: nw.DataFrame[Any], wanted: str) -> nw.Series[Any]:
    """Take one column, or say which columns there are.

    Parameters
    ----------
    name : str
        The argument that named the column, for the message.
    frame : narwhals.DataFrame
        The opened table.
    wanted : str
        The column's name.

    Returns
    -------
    narwhals.Series
        The column.

    Raises
    ------
    InvalidInputError
        When the table has no such column; code ``"unknown_column"``.
    """
    if wanted not in frame.columns:
        there = ", ".join(repr(found) for found in frame.columns[:20])
        raise InvalidInputError(
            f"`{name}` names the column {wanted!r}, which the table does not have; it has {there or 'none'}",
            "unknown_column",
        )
    return frame[wanted]


def float_column(name: str, frame: nw.DataFrame[Any], wanted: str) -> FloatArray:
    """Read one column of numbers as a contiguous ``float64`` array, nulls as NaN.

    Parameters
    ----------
    name : str
        The argument that named the column, for the message.
    frame : narwhals.DataFrame
        The opened table.
    wanted : str
        The column's name.

    Returns
    -------
    numpy.ndarray
        The numbers.

    Raises
    ------
    InvalidInputError
        When the table has no such column.
    InvalidTypeError
        When the column holds no numbers.
    """
    series = column(name, frame, wanted)
    return as_array(wanted, series.to_native())


def same_kind(
    frame: nw.DataFrame[Any], columns: Mapping[str, nw.Series[Any] | npt.NDArray[Any] | Sequence[Any]]
) -> Any:
    """Build a new table of the kind that the caller gave.

    Parameters
    ----------
    frame : narwhals.DataFrame
        A table of the wanted kind.
    columns : mapping of str to columns
        The columns in their order.

    Returns
    -------
    frame
        A native frame: pandas for pandas, Polars for Polars, PyArrow for PyArrow ...
    """
    return frame_like(frame.implementation, columns)


def frame_like(
    backend: Any, columns: Mapping[str, nw.Series[Any] | npt.NDArray[Any] | Sequence[Any]]
) -> Any:
    """Build a new table with the given library.

    Parameters
    ----------
    backend : narwhals.Implementation or str
        ``"pandas"``, ``"polars"``, ``"pyarrow"`` ...
    columns : mapping of str to columns
        The columns in their order.

    Returns
    -------
    frame
        A native frame.
    """
    try:
        made = {label: _series(label, values, backend) for label, values in columns.items()}
        return nw.from_dict(made, backend=backend).to_native()
    except ValueError as error:
        if not isinstance(backend, str) or backend in BACKENDS:
            raise
        raise InvalidInputError(
            f"the kind of table must be one of {', '.join(BACKENDS)}, got {backend!r:.60}", "unknown_option"
        ) from error


def _series(
    label: str, values: nw.Series[Any] | npt.NDArray[Any] | Sequence[Any], backend: Any
) -> nw.Series[Any]:
    """One column; NumPy text becomes a list, since not every library takes it as a column."""
    if isinstance(values, nw.Series):
        return values
    if isinstance(values, np.ndarray) and values.dtype.kind in "UO":
        values = values.tolist()
    return nw.new_series(label, values, backend=backend)
