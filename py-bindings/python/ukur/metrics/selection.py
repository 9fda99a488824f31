"""Metrics of the group ``selection``. Generated from the catalogue by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from collections.abc import Sequence

from .._core import Metric
from .._typing import ColumnLike, FloatLike

__all__ = [
    "max_coverage_exact",
    "budgeted_coverage_exact",
    "knapsack_value",
    "influence_spread_exact",
]

_max_coverage_exact = Metric("max_coverage_exact")
_budgeted_coverage_exact = Metric("budgeted_coverage_exact")
_knapsack_value = Metric("knapsack_value")
_influence_spread_exact = Metric("influence_spread_exact")


def max_coverage_exact(audiences: Sequence[ColumnLike], k: FloatLike) -> float:
    """Most different people that a given number of influencers can reach together.

    Best k influencers by unduplicated reach (exact). Formula: ``most_reached(&vec![0.0; audiences.len()],
    audiences, f64::INFINITY, k as usize)``.

    Parameters
    ----------
    audiences : sequence of array-like of float
        Ids of the people in each influencer's audience (unit: any, a finite number).
    k : float or array-like of float
        Number of influencers to choose (unit: count_or_people, a whole number >= 0).

    Returns
    -------
    float
        Number of people reached by the best choice (unit: people).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``k > audiences.len() as f64``: ``infeasible``; ``audiences.is_empty()``:
        ``insufficient_data``.

    Notes
    -----
    Roll-up: recompute.
    Greedy takes the first audience (4) and stops at 5; the best pair covers 6. On ham data (127 people): 60,
    98, 111, 119, 122 for k = 1..5; greedy gets 110 at k = 3. At most 64 audiences.

    References
    ----------
    turfLP 0.5.0 (ham data, CC BY 4.0: best pair reaches 98 of 127, best triple 111)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.max_coverage_exact(audiences=[[1, 2, 3, 4], [1, 2, 5], [3, 4, 6]], k=2), 0)
    6.0
    """
    return _max_coverage_exact.compute((audiences, k), "raise")  # type: ignore[no-any-return]


def budgeted_coverage_exact(audiences: Sequence[ColumnLike], costs: ColumnLike, budget: FloatLike) -> float:
    """Most different people that influencers within a budget can reach together.

    Best set under a budget (exact). Formula: ``most_reached(costs, audiences, budget, costs.len())``.

    Parameters
    ----------
    audiences : sequence of array-like of float
        Ids of the people in each influencer's audience (unit: any, a finite number).
    costs : array-like of float
        Cost of each influencer, in one currency (unit: currency, a finite number >= 0).
    budget : float or array-like of float
        Most that may be spent, in the same currency (unit: currency, a finite number >= 0).

    Returns
    -------
    float
        Number of people reached by the best choice (unit: people).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``audiences.len() != costs.len()``: ``infeasible``;
        ``audiences.is_empty()``: ``insufficient_data``.

    Notes
    -----
    Roll-up: recompute.
    Equal value per cost; greedy that takes the cheap one first can no longer afford the large one: 1 instead
    of 10. At most 64 audiences.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.budgeted_coverage_exact(audiences=[[1], [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]], budget=10, costs=[1, 10]), 0)
    10.0
    """
    return _budgeted_coverage_exact.compute((audiences, costs, budget), "raise")  # type: ignore[no-any-return]


def knapsack_value(values: ColumnLike, costs: ColumnLike, budget: FloatLike) -> float:
    """Largest total value of influencers within a budget when their audiences do not overlap.

    Best value under a budget, no overlap (exact). Formula: ``best_value(values, costs, budget)``.

    Parameters
    ----------
    values : array-like of float
        Value of each influencer, in any one unit (unit: any, a finite number >= 0).
    costs : array-like of float
        Cost of each influencer, in one currency (unit: currency, a finite number >= 0).
    budget : float or array-like of float
        Most that may be spent, in the same currency (unit: currency, a finite number >= 0).

    Returns
    -------
    float
        Total value of the best choice, in the unit of the values (unit: any).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``values.len() != costs.len()``: ``infeasible``; ``values.is_empty()``:
        ``insufficient_data``.

    Notes
    -----
    Roll-up: recompute.
    At most 64 candidates.

    References
    ----------
    article on the customer-value proportion of influencer collaborations (Indonesian)

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.knapsack_value(budget=10500, costs=[4000, 1500, 9000], values=[2000, 1000, 4000]), 0)
    5000.0
    """
    return _knapsack_value.compute((values, costs, budget), "raise")  # type: ignore[no-any-return]


def influence_spread_exact(edges: Sequence[tuple[str, str, float]], seed_nodes: Sequence[str]) -> float:
    """Expected number of people reached when influence passes along each link of a network by chance.

    Expected spread of a seed set, independent cascade (exact, small graphs). Formula: ``spread::exact(edges,
    seed_nodes)``.

    Parameters
    ----------
    edges : sequence of (str, str, float)
        Links from person to person with the probability that influence passes (unit: ratio, a fraction from 0
        to 1).
    seed_nodes : sequence of str
        People who start it (unit: labels).

    Returns
    -------
    float
        Expected number of people, the starters included (unit: people).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``seed_nodes.is_empty()``: ``insufficient_data``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.
    Exact, so only for small graphs: the work doubles with every uncertain edge that matters.

    References
    ----------
    common definition; no single authority

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.influence_spread_exact(edges=[['a', 'b', 0.5], ['b', 'c', 0.5]], seed_nodes=['a']), 2)
    1.75
    """
    return _influence_spread_exact.compute((edges, seed_nodes), "raise")  # type: ignore[no-any-return]
