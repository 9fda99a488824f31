"""A budget, split so that the responses add up to the most."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypedDict

from .. import _core
from .._checked import checked
from .._frames import frame_like
from .._inputs import as_array
from .._progress import Progress, as_callback
from .._records import build, record
from .._typing import ColumnLike
from ._door import as_json
from .saturation import Curve

__all__ = ["Allocation", "BudgetSplit", "Channel", "budget_frontier", "split_budget"]


class _ChannelNeeds(TypedDict):
    name: str
    curve: Curve


class Channel(_ChannelNeeds, total=False):
    """One channel (or tier, or creator) that may get a part of the budget; `name` and `curve` are needed."""

    input_unit: str
    cost_per_unit: float
    response_unit: str
    carry_over: float
    minimum: float
    maximum: float
    current: float


@dataclass(frozen=True)
class Allocation:
    """What one channel gets and brings.

    Attributes
    ----------
    name : str
        The channel.
    spend, input : float
        Money; the same in the channel's own unit.
    input_unit : str
        That unit.
    response : float
        What it brings.
    marginal_return, average_return : float or None
        What one more unit of money would bring; response per unit of money.
    is_at_minimum, is_at_maximum : bool
        Whether a bound holds it.
    current_response : float or None
        Response to the current spend.
    """

    name: str
    spend: float
    input: float
    input_unit: str
    response: float
    marginal_return: float | None
    average_return: float | None
    is_at_minimum: bool
    is_at_maximum: bool
    current_response: float | None


@dataclass(frozen=True)
class BudgetSplit:
    """A split of a budget.

    Attributes
    ----------
    allocations : tuple of Allocation
        One a channel, in the order given.
    budget, unspent : float
        The budget, and what the upper bounds leave over.
    response : float
        All responses together.
    marginal_return : float or None
        What one more unit of budget would bring.
    upper_bound, optimality_gap : float
        No split can bring more than the bound; at most this share of it is missed.
    is_concave : bool
        True when every curve is concave within its bounds; else the search was global.
    boxes : int
        Boxes looked at in the search.
    current_response : float or None
        Response to the current spend of all channels.
    """

    allocations: tuple[Allocation, ...]
    budget: float
    unspent: float
    response: float
    marginal_return: float | None
    upper_bound: float
    optimality_gap: float
    is_concave: bool
    boxes: int
    current_response: float | None

    @checked
    def to_frame(self, backend: Any = "pandas") -> Any:
        """A table with one row a channel.

        Parameters
        ----------
        backend : str
            ``"pandas"``, ``"polars"`` or ``"pyarrow"``.
        """
        names = [field.name for field in dataclasses.fields(Allocation)]
        return frame_like(backend, {name: [getattr(one, name) for one in self.allocations] for name in names})


@checked
def split_budget(channels: Sequence[Channel], budget: float, *, progress: Progress = None) -> BudgetSplit:
    """Split a budget so that the responses add up to the most.

    Concave curves end with equal marginal returns. With S-shaped curves that may be the worst split; the search is
    global then, and the gap that is left is stated.

    Parameters
    ----------
    channels : sequence of mappings
        Each with a ``name`` and a ``curve``, and where wanted: ``minimum``, ``maximum`` and ``current`` spend;
        ``input_unit`` with ``cost_per_unit`` where the curve's input is no money; ``response_unit``, which all must
        share; ``carry_over``, the multiplier of :func:`adstock_multiplier` where the curve was fitted on adstock.
    budget : float
        Money for one period.
    progress : bool or callable, optional
        True for a line on the error stream; or a function of steps done and in all, False stops the work.

    Returns
    -------
    BudgetSplit
        The split.

    Raises
    ------
    InvalidInputError
        ``mixed_units`` for an input that is no money without its cost, or responses in different units; a negative
        budget or bound.
    UndefinedError
        ``infeasible`` where the minimums exceed the budget.

    Examples
    --------
    >>> split = ukur.response.split_budget(
    ...     [
    ...         {"name": "search", "curve": {"form": "square_root", "scale": 3}},
    ...         {"name": "creators", "curve": {"form": "square_root", "scale": 4}},
    ...     ],
    ...     budget=100,
    ... )
    >>> [(one.name, round(one.spend, 6)) for one in split.allocations], round(split.response, 6)
    ([('search', 36.0), ('creators', 64.0)], 50.0)
    """
    text = _core.response_split_budget(as_json("channels", list(channels)), budget, as_callback(progress))
    return record(BudgetSplit, text)


@checked
def budget_frontier(
    channels: Sequence[Channel], budgets: ColumnLike, *, progress: Progress = None
) -> tuple[BudgetSplit, ...]:
    """Split several budgets: what more money would bring.

    Parameters
    ----------
    channels : sequence of mappings
        As for :func:`split_budget`.
    budgets : array-like
        The budgets.
    progress : bool or callable, optional
        As for :func:`split_budget`.

    Returns
    -------
    tuple of BudgetSplit
        One a budget.

    Examples
    --------
    >>> channels = [{"name": "creators", "curve": {"form": "square_root", "scale": 4}}]
    >>> [split.response for split in ukur.response.budget_frontier(channels, [25, 100])]
    [20.0, 40.0]
    """
    text = _core.response_budget_frontier(
        as_json("channels", list(channels)), as_array("budgets", budgets), as_callback(progress)
    )
    return tuple(build(BudgetSplit, row) for row in json.loads(text))
