"""Micro against macro: every figure as a ratio of sums, with errors between accounts, and what may be concluded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from .. import _core
from .._checked import checked
from .._frames import open_frame
from .._labels import as_labels, optional_floats
from .._inputs import as_number, as_whole
from .._progress import Progress, as_callback
from .._records import record
from ..errors import InvalidInputError
from .._statistics import BootstrapComparison, Equivalence, PermutationTest, RatioComparison, Verdict

__all__ = ["Figure", "GroupComparison", "compare"]

_COLUMNS = (
    "posts",
    "likes",
    "comments",
    "other_engagements",
    "base",
    "reach",
    "impressions",
    "fee",
    "customers",
    "value",
)


@dataclass(frozen=True)
class Figure:
    """One figure of both groups.

    Attributes
    ----------
    figure : str
        ``"engagement_rate"``, ``"likes_per_post"``, ``"comments_per_post"``, ``"reach_per_post"``, ``"cpm"``,
        ``"all_in_cpm"``, ``"cost_per_customer"`` or ``"roi"``.
    first, second : float or None
        The groups' values; None where the denominator is 0.
    comparison : RatioComparison or None
        Both with clustered errors, their difference and relative lift.
    permutation : PermutationTest or None
        Accounts regrouped.
    bootstrap : BootstrapComparison or None
        Accounts resampled.
    equivalence : Equivalence or None
        Whether the figures are shown to be the same, within the margin.
    verdict : Verdict or None
        What may be said.
    status, reason : str or None
        Why parts are missing.
    """

    figure: str
    first: float | None
    second: float | None
    comparison: RatioComparison | None
    permutation: PermutationTest | None
    bootstrap: BootstrapComparison | None
    equivalence: Equivalence | None
    verdict: Verdict | None
    status: str | None
    reason: str | None


@dataclass(frozen=True)
class GroupComparison:
    """Both groups, figure by figure.

    Attributes
    ----------
    groups : tuple of str
        What the groups are called, first and second.
    accounts, rows, coordination : tuple of float
        Accounts, rows and coordination cost of each.
    largest_fee_share : tuple
        The share of the group's fees that goes to its dearest account; None without fees.
    margin : float
        The margin of equivalence, as a share of the second group's figure.
    figures : tuple of Figure
        One a figure that the columns allow.
    """

    groups: tuple[str, str]
    accounts: tuple[float, float]
    rows: tuple[float, float]
    coordination: tuple[float, float]
    largest_fee_share: tuple[float | None, float | None]
    margin: float
    figures: tuple[Figure, ...]

    def __getitem__(self, figure: str) -> Figure:
        """The figure of that name."""
        for row in self.figures:
            if row.figure == figure:
                return row
        there = ", ".join(row.figure for row in self.figures)
        raise InvalidInputError(f"there is no figure {figure!r}; there are {there}", "unknown_option")


@checked
def compare(
    frame: Any,
    *,
    account: str = "account",
    group: str = "tier",
    first: str = "micro",
    second: str = "macro",
    columns: dict[str, str] | None = None,
    hours_each: tuple[float, float] = (0.0, 0.0),
    fixed_hours: tuple[float, float] = (0.0, 0.0),
    hourly_rate: float = 0.0,
    margin: float = 0.1,
    level: float = 0.95,
    resamples: int = 9_999,
    seed: int = 0,
    progress: Progress = None,
) -> GroupComparison:
    """Compare two groups of accounts, usually micro and macro, on every figure that the columns allow.

    The figures are engagement rate, likes, comments and reach per post, CPM, CPM with coordination, cost per customer
    and return. All are ratios of sums; posts of one account are not independent, so errors are between accounts.
    "Not shown to differ" is not "the same": only the equivalence test can show that.

    Parameters
    ----------
    frame : eager frame
        Posts, or sums over posts: one row each. The columns ``posts`` (1 each without it), ``likes``, ``comments``,
        ``other_engagements``, ``base`` (followers, views or reach: what engagement is measured against), ``reach``,
        ``impressions``, ``fee``, ``customers`` and ``value`` are taken where they are there.
    account, group : str
        The columns with the account and with the group.
    first, second : str
        The groups' names in the column `group`; rows of other groups are left out.
    columns : dict, optional
        Other names of the columns above, as ``{"base": "followers"}``.
    hours_each, fixed_hours : tuple of float
        Hours of coordination for each account, and hours that do not depend on their number, of both groups.
    hourly_rate : float
        What an hour costs.
    margin : float
        The largest difference that would not matter, as a share of the second group's figure.
    level : float
        The level of the intervals.
    resamples, seed : int
        Draws of the permutation test and the bootstrap where not every case can be gone through, and their seed.
    progress : bool or callable, optional
        True shows a bar; a function is called with steps done and in all, and its ``False`` stops the work.

    Returns
    -------
    GroupComparison
        One figure each, with a verdict in words.

    Raises
    ------
    InvalidInputError
        For an unknown column, an invalid number, or an account in both groups.
    UndefinedError
        Where a group has no row or no figure can be formed; code ``"insufficient_data"``.

    Examples
    --------
    >>> import pandas as pd, ukur
    >>> posts = pd.DataFrame({
    ...     "account": [1, 2, 3, 4, 11, 12, 13], "tier": ["micro"] * 4 + ["macro"] * 3,
    ...     "likes": [50, 40, 60, 30, 900, 1500, 700], "base": [1000, 500, 2000, 800, 40000, 50000, 30000]})
    >>> rate = ukur.influencers.compare(posts)["engagement_rate"]
    >>> round(rate.first, 4), round(rate.second, 4), round(rate.permutation.p_value, 4)
    (0.0419, 0.0258, 0.0857)
    >>> rate.verdict.finding, rate.equivalence.equivalent
    ('not_shown', False)
    """
    opened = open_frame("frame", frame)
    given = dict(columns or {})
    unknown = sorted(set(given) - set(_COLUMNS))
    if unknown:
        raise InvalidInputError(
            f"`columns` names {unknown[0]!r}; it may name {', '.join(_COLUMNS)}", "unknown_option"
        )
    accounts = as_labels("account", opened, account)
    groups = as_labels("group", opened, group)
    place = np.asarray(
        [0 if name == first else 1 if name == second else 2 for name in groups.names], dtype=np.uint32
    )
    read = [
        optional_floats(opened, given.get(name, name), name in given, name) for name in _COLUMNS
    ]
    text = _core.influencers_compare(
        accounts.codes,
        place[groups.codes] if len(place) else np.empty(0, dtype=np.uint32),
        read,
        (first, second),
        _two("hours_each", hours_each),
        _two("fixed_hours", fixed_hours),
        as_number("hourly_rate", hourly_rate),
        as_number("margin", margin),
        as_number("level", level),
        as_whole("resamples", resamples, 10_000_000),
        as_whole("seed", seed, 2**64 - 1),
        as_callback(progress),
    )
    return record(GroupComparison, text)


def _two(name: str, hours: tuple[float, float]) -> tuple[float, float]:
    """Hours of the first and of the second group."""
    if len(hours) != 2:
        raise InvalidInputError(f"`{name}` must hold two numbers, one for each group, got {len(hours)}", "length_mismatch")
    return as_number(name, hours[0]), as_number(name, hours[1])
