"""Totals of groups, right by construction."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from .._frames import column, float_column, open_frame, same_kind
from ..errors import InvalidInputError
from ._evaluate import find

__all__ = ["rollup"]


def rollup(
    metric: str,
    frame: Any,
    by: str | Sequence[str] | None = None,
    *,
    columns: Mapping[str, str | float] | None = None,
) -> Any:
    """Compute a metric for each group of rows as its roll-up rule says: the total of a rate is no mean of rates.

    Parameters
    ----------
    metric : str
        The metric's name in the catalogue.
    frame : frame
        A table of pandas, Polars or PyArrow, or a dict of columns.
    by : str or sequence of str, optional
        The column or columns that name the group of a row; without it the whole table is one group.
    columns : mapping, optional
        For each input that is not a column of the same name: the column that holds it, or one number for all rows.

    Returns
    -------
    frame
        A table of the kind given, groups in sorted order: the columns of `by`, the metric (NaN where there is no
        value), ``status`` (empty where there is a value), ``rows`` and ``rows_missing`` (left out because an
        input is missing).

    Raises
    ------
    InvalidInputError
        When the table lacks a column, a value is invalid (with its row), an input that cannot be added differs
        within a group (``"not_constant"``), or the metric cannot be rolled up (``"not_rollable"``).

    Examples
    --------
    >>> import pandas as pd
    >>> import ukur
    >>> posts = pd.DataFrame({
    ...     "tier": ["micro", "micro", "macro"],
    ...     "cost": [100.0, 300.0, 5000.0],
    ...     "impressions": [10_000, 90_000, 1_000_000],
    ... })
    >>> ukur.metrics.rollup("cpm", posts, by="tier")[["tier", "cpm"]]
        tier  cpm
    0  macro  5.0
    1  micro  4.0
    """
    table = open_frame("frame", frame)
    handle = find(metric)
    columns = dict(columns or {})
    unknown = [name for name in columns if name not in handle.inputs]
    if unknown:
        raise InvalidInputError(
            f"`columns` names the input {unknown[0]!r}, which `{metric}` does not have; it takes "
            + ", ".join(handle.inputs),
            "unknown_input",
        )
    arguments: list[Any] = []
    for name in handle.inputs:
        source = columns.get(name, name)
        arguments.append(float_column(name, table, source) if isinstance(source, str) else source)
    keys = [by] if isinstance(by, str) else list(by or [])
    labels, codes = _groups(table, keys)
    totals = json.loads(handle.totals(tuple(arguments), codes, len(labels)))
    result: dict[str, Any] = {key: [label[at] for label in labels] for at, key in enumerate(keys)}
    result[metric] = np.array([np.nan if t["value"] is None else t["value"] for t in totals], dtype=np.float64)
    result["status"] = [t["status"] or "" for t in totals]
    result["rows"] = np.array([t["rows"] for t in totals], dtype=np.int64)
    result["rows_missing"] = np.array([t["rows_missing"] for t in totals], dtype=np.int64)
    return same_kind(table, result)


def _groups(table: Any, keys: list[str]) -> tuple[list[tuple[Any, ...]], Any]:
    """The groups in sorted order, and each row's group."""
    if not keys:
        return [()], np.zeros(len(table))
    rows = list(zip(*(column("by", table, key).to_list() for key in keys), strict=True))
    found = dict.fromkeys(rows)
    try:
        labels = sorted(found)
    except TypeError:  # mixed types or missing labels: an order all the same
        labels = sorted(found, key=lambda label: tuple((part is not None, str(part)) for part in label))
    numbers = {label: float(code) for code, label in enumerate(labels)}
    return labels, np.fromiter((numbers[row] for row in rows), dtype=np.float64, count=len(rows))
