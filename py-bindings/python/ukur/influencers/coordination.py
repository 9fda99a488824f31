"""Many small or few large: what coordination may cost before the large ones are cheaper."""

from __future__ import annotations

from dataclasses import dataclass

from .. import _core
from .._checked import checked
from .._inputs import as_number
from .._records import record

__all__ = ["CoordinationBreakeven", "Side", "coordination_breakeven"]


@dataclass(frozen=True)
class Side:
    """A way of working with accounts of one size.

    Attributes
    ----------
    fee : float
        The fee of one account.
    reach : float
        The people that one account reaches.
    hours_each : float
        The hours of coordination for each account.
    fixed_hours : float
        Hours that do not depend on the number of accounts.
    duplication : float
        The share of the summed reach that is counted more than once among the accounts needed.
    """

    fee: float
    reach: float
    hours_each: float = 0.0
    fixed_hours: float = 0.0
    duplication: float = 0.0


@dataclass(frozen=True)
class CoordinationBreakeven:
    """Small accounts against large ones, for one target reach.

    Attributes
    ----------
    small_accounts, large_accounts : float
        The accounts needed for the target.
    small_cost, large_cost : float
        All costs.
    small_cost_per_person, large_cost_per_person : float
        Cost for each person of the target.
    breakeven_cost_each : float
        The coordination cost of one small account at which both cost the same; negative: the small ones are dearer
        even with free coordination.
    breakeven_hours_each : float or None
        The same in hours; None where an hour costs nothing.
    small_is_cheaper : bool
        Whether the small ones are cheaper at today's hours.
    """

    small_accounts: float
    large_accounts: float
    small_cost: float
    large_cost: float
    small_cost_per_person: float
    large_cost_per_person: float
    breakeven_cost_each: float
    breakeven_hours_each: float | None
    small_is_cheaper: bool


@checked
def coordination_breakeven(
    small: Side, large: Side, *, target_reach: float, hourly_rate: float
) -> CoordinationBreakeven:
    """Find the coordination cost at which many small accounts stop being cheaper than few large ones.

    Parameters
    ----------
    small, large : Side
        Both ways of working.
    target_reach : float
        The people to be reached.
    hourly_rate : float
        What an hour costs.

    Returns
    -------
    CoordinationBreakeven
        Accounts, costs and the break-even.

    Raises
    ------
    UndefinedError
        For a side that adds nobody; code ``"zero_denominator"``.

    Examples
    --------
    >>> import ukur
    >>> from ukur.influencers import Side
    >>> result = ukur.influencers.coordination_breakeven(
    ...     Side(fee=150, reach=10_000, hours_each=1), Side(fee=10_000, reach=500_000),
    ...     target_reach=500_000, hourly_rate=30)
    >>> result.breakeven_cost_each, result.small_is_cheaper
    (50.0, True)
    """

    def numbers(side: Side) -> tuple[float, float, float, float, float]:
        return (
            as_number("fee", side.fee),
            as_number("reach", side.reach),
            as_number("hours_each", side.hours_each),
            as_number("fixed_hours", side.fixed_hours),
            as_number("duplication", side.duplication),
        )

    text = _core.influencers_breakeven(numbers(small), numbers(large), as_number("target_reach", target_reach), as_number("hourly_rate", hourly_rate))
    return record(CoordinationBreakeven, text)
