"""The door for names: a column of anything that can be put in order becomes numbers from 0, and the way back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import narwhals as nw
import numpy as np

from ._frames import column
from ._purchases import as_customers
from ._typing import CodeArray, FloatArray, IntArray
from .errors import InvalidInputError, InvalidTypeError

__all__ = ["Labels", "as_labels", "as_people", "known_names", "optional_floats", "places"]

_MISSING = np.iinfo(np.int64).min
_MISSING_CODE = np.iinfo(np.uint32).max


@dataclass(frozen=True)
class Labels:
    """The rows of a column of names, numbered in the order of the distinct names."""

    codes: CodeArray
    names: tuple[Any, ...]


def as_labels(argument: str, frame: nw.DataFrame[Any], wanted: str) -> Labels:
    """Number the names of a column; a missing name is refused.

    Parameters
    ----------
    argument : str
        The argument that named the column, for the message.
    frame : narwhals.DataFrame
        The opened table.
    wanted : str
        The column's name.

    Returns
    -------
    Labels
        A number a row, and the names in order.

    Raises
    ------
    InvalidInputError
        When the column is not there, or a name is missing; code ``"missing_name"``.
    """
    who = as_customers(argument, column(argument, frame, wanted))
    if who.codes is not None and who.names is not None:
        _present(argument, wanted, who.codes == _MISSING_CODE)
        return Labels(who.codes, tuple(who.names.to_list()))
    ids = who.ids if who.ids is not None else np.empty(0, dtype=np.int64)
    _present(argument, wanted, ids == _MISSING)
    distinct, codes = np.unique(ids, return_inverse=True)
    return Labels(codes.astype(np.uint32), tuple(distinct.tolist()))


def as_people(argument: str, frame: nw.DataFrame[Any], wanted: str) -> tuple[IntArray | None, CodeArray | None]:
    """Read the column that names people: whole numbers as they are, anything else as codes.

    Parameters
    ----------
    argument : str
        The argument that named the column, for the message.
    frame : narwhals.DataFrame
        The opened table.
    wanted : str
        The column's name.

    Returns
    -------
    tuple
        The whole numbers or None, and the codes or None.

    Raises
    ------
    InvalidInputError
        When the column is not there, or a name is missing; code ``"missing_name"``.
    """
    who = as_customers(argument, column(argument, frame, wanted))
    if who.codes is not None:
        _present(argument, wanted, who.codes == _MISSING_CODE)
    elif who.ids is not None:
        _present(argument, wanted, who.ids == _MISSING)
    return who.ids, who.codes


def places(argument: str, wanted: Iterable[Any], names: Sequence[Any]) -> list[int]:
    """Look names up.

    Parameters
    ----------
    argument : str
        The argument that gave them, for the message.
    wanted : iterable
        The names.
    names : sequence
        All names there are.

    Returns
    -------
    list of int
        Their places.

    Raises
    ------
    InvalidInputError
        For a name that is not there; code ``"unknown_candidate"``.
    """
    index = {name: place for place, name in enumerate(names)}
    found = []
    for name in known_names(argument, wanted):
        if name not in index:
            raise InvalidInputError(
                f"`{argument}` names {name!r}, which is none of the {len(names)} candidates", "unknown_candidate"
            )
        found.append(index[name])
    return found


def known_names(argument: str, wanted: Iterable[Any]) -> tuple[Any, ...]:
    """Read names that something is looked up by: text, numbers, dates, whatever Python can hash.

    Parameters
    ----------
    argument : str
        The argument that gave them, for the message.
    wanted : iterable
        The names.

    Returns
    -------
    tuple
        The names.

    Raises
    ------
    InvalidTypeError
        For what cannot be a name, such as a list.
    """
    names = tuple(wanted)
    for name in names:
        try:
            hash(name)
        except TypeError as error:  # a list; and of decimals the signalling NaN
            raise InvalidTypeError(f"`{argument}` must hold names, got {name!r}", "invalid_type") from error
    return names


def optional_floats(frame: nw.DataFrame[Any], wanted: str | None, given: bool, name: str) -> FloatArray | None:
    """Read a column that need not be there: None where nobody asked for it and the table lacks it.

    Parameters
    ----------
    frame : narwhals.DataFrame
        The opened table.
    wanted : str or None
        The column's name.
    given : bool
        Whether the caller named it: then it must be there.
    name : str
        The argument, for the message.

    Returns
    -------
    numpy.ndarray or None
        The numbers.
    """
    from ._frames import float_column

    if wanted is None or (not given and wanted not in frame.columns):
        return None
    return float_column(name, frame, wanted)


def _present(argument: str, wanted: str, missing: Any) -> None:
    if missing.any():
        raise InvalidInputError(
            f"`{argument}` must name everybody, but row {int(np.argmax(missing))} of the column {wanted!r} is missing; "
            "fill it or leave the row out",
            "missing_name",
        )
