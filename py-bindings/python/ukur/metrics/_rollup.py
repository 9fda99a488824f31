"""Totals of groups, right by construction."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from .._checked import checked
from .._frames import open_frame, same_kind
from ._evaluate import find, label
from ._groups import groups_of, inputs_of

__all__ = ["rollup"]


@checked
def rollup(
    metric: str,
    frame: Any,
    by: str | Sequence[str] | None = None,
    *,
    columns: Mapping[str, str | float] | None = None,
    units: Mapping[str, str] | None = None,
    provenance: Mapping[str, str] | None = None,
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
    units : mapping, optional
        Units of columns, money with its currency: ``{"cost": "currency:IDR"}``; checked as in :func:`evaluate`.
    provenance : mapping, optional
        Columns marked ``"measured"``, ``"estimated"`` or ``"modelled"``; the worst of the inputs becomes the mark of the
        totals.

    Returns
    -------
    frame
        A table of the kind given, groups in sorted order: the columns of `by`, the metric (NaN where there is no
        value), ``status`` (empty where there is a value), ``rows`` and ``rows_missing`` (left out because an
        input is missing); with `units` also ``unit``; with `provenance`, and of a metric that is itself estimated or
        modelled, also ``provenance`` (empty where nothing is known).

    Raises
    ------
    InvalidInputError
        When the table lacks a column, a value is invalid (with its row), an input that cannot be added differs
        within a group (``"not_constant"``), or the metric cannot be rolled up (``"not_rollable"``); for units as
        :func:`evaluate`.

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
    arguments, sources = inputs_of(metric, table, columns)
    keys = [by] if isinstance(by, str) else list(by or [])
    groups = groups_of("by", table, keys)
    unit, mark = label(metric, sources, units, provenance, table.columns)
    totals = json.loads(handle.totals(arguments, groups.codes, groups.count))
    result: dict[str, Any] = groups.columns
    result[metric] = np.array([np.nan if t["value"] is None else t["value"] for t in totals], dtype=np.float64)
    result["status"] = [t["status"] or "" for t in totals]
    result["rows"] = np.array([t["rows"] for t in totals], dtype=np.int64)
    result["rows_missing"] = np.array([t["rows_missing"] for t in totals], dtype=np.int64)
    if units is not None:
        result["unit"] = [unit] * len(totals)
    if provenance is not None or mark is not None:
        result["provenance"] = [mark or ""] * len(totals)
    return same_kind(table, result)
