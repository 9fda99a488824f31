"""Groups of rows compared by a metric, with errors between accounts."""

from __future__ import annotations

import json
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .._checked import checked
from .._frames import open_frame
from .._labels import as_labels
from .._records import build
from .._statistics import Comparison, RatioEstimate
from .._typing import Provenance
from ..errors import InvalidInputError
from ._evaluate import find, label
from ._groups import groups_of, inputs_of

__all__ = ["GroupDifference", "GroupValue", "MetricComparison", "compare"]


@dataclass(frozen=True)
class GroupValue:
    """A metric of one group.

    Attributes
    ----------
    group : object
        What the group is called; a tuple where several columns name it.
    value : float or None
        The metric of the group, as :func:`rollup` gives it.
    estimate : RatioEstimate or None
        The value with its error and interval; None where chance cannot be judged.
    rows, rows_missing, clusters : int
        Rows, rows left out because an input is missing, and accounts (rows, where none were named).
    status, reason : str or None
        Why there is no value or no estimate.
    """

    group: Any
    value: float | None
    estimate: RatioEstimate | None
    rows: int
    rows_missing: int
    clusters: int
    status: str | None
    reason: str | None


@dataclass(frozen=True)
class GroupDifference:
    """Two groups.

    Attributes
    ----------
    first, second : object
        The group that is looked at, and the one it is compared with.
    difference : Comparison or None
        ``first - second`` with interval and p value; None where it cannot be judged.
    relative_lift : Comparison or None
        ``first / second - 1``; None also where the second is not above 0.
    adjusted_p_value : float or None
        The p value of the difference, adjusted for the number of differences (Holm).
    shared_clusters : int
        Accounts with rows in both groups; the error of the difference knows them.
    status, reason : str or None
        Why there is no difference.
    """

    first: Any
    second: Any
    difference: Comparison | None
    relative_lift: Comparison | None
    adjusted_p_value: float | None
    shared_clusters: int
    status: str | None
    reason: str | None


@dataclass(frozen=True)
class MetricComparison:
    """Groups compared by a metric.

    Attributes
    ----------
    metric : str
        The metric.
    level : float
        The level of the intervals.
    clustered : bool
        Whether accounts were named; without them each row counts as one.
    groups : tuple of GroupValue
        The groups in sorted order.
    differences : tuple of GroupDifference
        Every pair, or every group against the one named.
    unit : str
        The unit of the values, with the currency where it is money and was stated.
    provenance : str or None
        ``"measured"``, ``"estimated"`` or ``"modelled"``: the worst of the columns and of the metric itself; None where
        nothing is known.
    """

    metric: str
    level: float
    clustered: bool
    groups: tuple[GroupValue, ...]
    differences: tuple[GroupDifference, ...]
    unit: str
    provenance: Provenance | None = None

    def __getitem__(self, group: Any) -> GroupValue:
        """The group of that name."""
        for value in self.groups:
            if value.group == group:
                return value
        there = ", ".join(repr(value.group) for value in self.groups)
        raise InvalidInputError(f"there is no group {group!r}; there are {there}", "unknown_group")


@checked
def compare(
    metric: str,
    frame: Any,
    by: str | Sequence[str],
    *,
    cluster: str | None = None,
    against: Any = None,
    columns: Mapping[str, str | float] | None = None,
    level: float = 0.95,
    units: Mapping[str, str] | None = None,
    provenance: Mapping[str, str] | None = None,
) -> MetricComparison:
    """Compare groups of rows by a metric: each value with an interval, each difference with a p value.

    Rows that repeat an account are not independent: name the column with the account in `cluster`, and errors come
    from leaving out one account at a time. Without it every row counts as one account, and errors may be several times
    too small. An account with rows in both groups is compared with itself. For metrics that look at how all rows are spread
    (a median, ``gini``, ``top_share``, ``percentile_rank``, ``retention_kaplan_meier``) accounts are drawn anew instead,
    with replacement; the draws are seeded, so that the same table gives the same numbers.

    Parameters
    ----------
    metric : str
        The metric's name in the catalogue.
    frame : frame
        A table of pandas, Polars or PyArrow, or a dict of columns.
    by : str or sequence of str
        The column or columns that name the group of a row.
    cluster : str, optional
        The column that names the account (creator, customer, member) of a row.
    against : object, optional
        The group that the others are compared with; every pair without it.
    columns : mapping, optional
        For each input that is not a column of the same name: the column that holds it, or one number for all rows.
    level : float
        The level of the intervals.
    units : mapping, optional
        Units of columns, money with its currency: ``{"cost": "currency:IDR"}``; checked as in :func:`evaluate`.
    provenance : mapping, optional
        Columns marked ``"measured"``, ``"estimated"`` or ``"modelled"``.

    Returns
    -------
    MetricComparison
        Groups and differences.

    Raises
    ------
    InvalidInputError
        As :func:`rollup`; ``"no_interval"`` for a metric for which none can be had, with what to do instead.

    Examples
    --------
    >>> import pandas as pd
    >>> import ukur
    >>> posts = pd.DataFrame({
    ...     "account": [1, 2, 3, 4, 11, 12, 13], "tier": ["micro"] * 4 + ["macro"] * 3,
    ...     "engagements": [50, 40, 60, 30, 900, 1500, 700], "bases": [1000, 500, 2000, 800, 40000, 50000, 30000]})
    >>> found = ukur.metrics.compare("engagement_rate_pooled", posts, by="tier", cluster="account", against="macro")
    >>> round(found["micro"].value, 4), round(found["micro"].estimate.standard_error, 5)
    (0.0419, 0.00851)
    >>> round(found.differences[0].difference.p_value, 3)
    0.253
    """
    table = open_frame("frame", frame)
    arguments, sources = inputs_of(metric, table, columns)
    unit, mark = label(metric, sources, units, provenance, table.columns)
    groups = groups_of("by", table, [by] if isinstance(by, str) else list(by))
    names = [groups.name(code) for code in range(groups.count)]
    if against is not None and not (isinstance(against, Hashable) and against in set(names)):
        there = ", ".join(repr(name) for name in names[:20])
        raise InvalidInputError(f"`against` names the group {against!r}; there are {there}", "unknown_group")
    found = json.loads(
        find(metric).compare(
            arguments,
            groups.codes,
            groups.count,
            None if cluster is None else as_labels("cluster", table, cluster).codes,
            None if against is None else names.index(against),
            level,
        )
    )
    for value in found["groups"]:
        value["group"] = names[value["group"]]
    for pair in found["differences"]:
        pair["first"], pair["second"] = names[pair["first"]], names[pair["second"]]
    result: MetricComparison = build(MetricComparison, found | {"unit": unit, "provenance": mark})
    return result
