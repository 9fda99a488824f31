"""What functions over tables share: the inputs of a metric as columns, and the groups of the rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import narwhals as nw
import numpy as np

from .._frames import column, float_column
from .._purchases import as_codes
from .._typing import CodeArray
from ..errors import InvalidInputError, InvalidTypeError
from ._evaluate import find

__all__ = ["Groups", "groups_of", "inputs_of"]

_MISSING = np.iinfo(np.uint32).max


@dataclass(frozen=True)
class Groups:
    """The group of each row, and what the groups are called, in sorted order."""

    codes: CodeArray
    count: int
    columns: dict[str, Any]

    def name(self, code: int) -> Any:
        """What a group is called: a tuple where several columns name it."""
        names = tuple(labels[code] for labels in self.columns.values())
        return names[0] if len(names) == 1 else names


def inputs_of(
    metric: str, table: nw.DataFrame[Any], columns: Mapping[str, str | float] | None
) -> tuple[tuple[Any, ...], list[str]]:
    """Read a metric's inputs from a table.

    Parameters
    ----------
    metric : str
        The metric.
    table : narwhals.DataFrame
        The opened table.
    columns : mapping, optional
        For each input that is not a column of the same name: the column, or one number for all rows.

    Returns
    -------
    tuple of (tuple, list of str)
        The inputs in order, and the columns (of a number: the input) that they come from.

    Raises
    ------
    InvalidInputError
        When `columns` names an input that the metric does not have, or the table lacks a column.
    """
    names = find(metric).inputs
    given = dict(columns or {})
    unknown = [name for name in given if name not in names]
    if unknown:
        raise InvalidInputError(
            f"`columns` names the input {unknown[0]!r}, which `{metric}` does not have; it takes " + ", ".join(names),
            "unknown_input",
        )
    wanted = [given.get(name, name) for name in names]
    read = (
        float_column(name, table, source) if isinstance(source, str) else source
        for name, source in zip(names, wanted, strict=True)
    )
    sources = [source if isinstance(source, str) else name for name, source in zip(names, wanted, strict=True)]
    return tuple(read), sources


def groups_of(argument: str, table: nw.DataFrame[Any], keys: Sequence[str]) -> Groups:
    """Number the groups of the rows in the order of their names; without keys all rows are one group.

    Parameters
    ----------
    argument : str
        The argument that named the columns, for the message.
    table : narwhals.DataFrame
        The opened table.
    keys : sequence of str
        The columns that name the group of a row.

    Returns
    -------
    Groups
        The groups; a missing name makes a group of its own, the first.

    Raises
    ------
    InvalidInputError
        When the table lacks a column.
    """
    if not keys:
        return Groups(np.zeros(len(table), dtype=np.uint32), 1, {})
    numbered = [_numbered(argument, table, key) for key in keys]
    if len(keys) == 1:
        codes, names = numbered[0]
        return Groups(codes, len(names), {keys[0]: names})
    together = np.zeros(len(table), dtype=np.int64)
    for codes, names in numbered:
        if together.size and int(together.max()) > np.iinfo(np.int64).max // max(len(names), 1) - 1:
            together = np.unique(together, return_inverse=True)[1].astype(np.int64)
        together = together * len(names) + codes
    _, first, joined = np.unique(together, return_index=True, return_inverse=True)
    columns = {
        key: [names[code] for code in codes[first]] for key, (codes, names) in zip(keys, numbered, strict=True)
    }
    return Groups(joined.astype(np.uint32), len(first), columns)


def _numbered(argument: str, table: nw.DataFrame[Any], key: str) -> tuple[CodeArray, list[Any]]:
    """The place of each row's name among the sorted names; a missing name comes first."""
    series = column(argument, table, key)
    try:
        codes, names = as_codes(argument, series)
    except InvalidTypeError:  # names of several kinds: an order all the same
        rows = series.to_list()
        names = sorted(dict.fromkeys(rows), key=lambda name: (name is not None, str(name)))
        places = {name: code for code, name in enumerate(names)}
        return np.fromiter((places[row] for row in rows), dtype=np.uint32, count=len(rows)), names
    missing = codes == _MISSING
    if missing.any():
        return np.where(missing, 0, codes + 1).astype(np.uint32), [None, *names]
    return codes, names
