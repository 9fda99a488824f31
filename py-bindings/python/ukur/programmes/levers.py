"""The levers of customer value: what one point of retention, frequency or basket is worth, formula by formula."""

from __future__ import annotations

import json
from dataclasses import dataclass

from .. import _core
from .._checked import checked
from .._inputs import as_number
from .._records import build

__all__ = ["LeverEffect", "LeverRow", "lever_worth"]


@dataclass(frozen=True)
class LeverEffect:
    """What one point of a lever is worth under one formula.

    Attributes
    ----------
    gain : float
        The change of the value when the lever moves by its point.
    relative_gain : float or None
        As a share of the value.
    elasticity : float or None
        The percent change of the value for one percent of the lever.
    """

    gain: float
    relative_gain: float | None
    elasticity: float | None


@dataclass(frozen=True)
class LeverRow:
    """One formula, its value and the worth of each lever.

    Attributes
    ----------
    formula : str
        ``"simple"``, ``"simple_margin"``, ``"churn"``, ``"retention"``, ``"retention_immediate"`` or ``"finite"``.
    value : float or None
        The lifetime value today.
    status : str or None
        Why there is none: ``"unbounded"`` or ``"divergent"``.
    retention : LeverEffect or None
        One point (0.01) more retention.
    frequency, basket : LeverEffect or None
        One percent more purchases, and one percent more revenue per purchase.
    lifetime : LeverEffect or None
        One percent more lifetime, where the formula takes the lifetime as an input.
    basket_percent_for_one_point_of_retention : float or None
        The percent of basket that brings as much as one point of retention.
    """

    formula: str
    value: float | None
    status: str | None
    retention: LeverEffect | None
    frequency: LeverEffect | None
    basket: LeverEffect | None
    lifetime: LeverEffect | None
    basket_percent_for_one_point_of_retention: float | None


@checked
def lever_worth(
    *,
    basket: float,
    frequency: float,
    margin: float,
    retention: float,
    discount: float,
    lifetime: float | None = None,
    horizon: float = 5.0,
) -> tuple[LeverRow, ...]:
    """Work out what one point of retention, and one percent of frequency and basket, are worth under each formula.

    In the simple formula (basket x frequency x years) the lifetime is an input, so retention is worth nothing in it;
    that is what it hides.

    Parameters
    ----------
    basket : float
        Revenue per purchase.
    frequency : float
        Purchases per period.
    margin : float
        The share of revenue that is margin.
    retention, discount : float
        The share of customers kept, and the discount rate, per period.
    lifetime : float, optional
        The periods of the simple formula; what retention implies, ``1 / (1 - retention)``, by default.
    horizon : float
        The horizon of the finite formula, in periods.

    Returns
    -------
    tuple of LeverRow
        One row a formula.

    Examples
    --------
    >>> import ukur
    >>> rows = ukur.programmes.lever_worth(basket=50, frequency=4, margin=0.5, retention=0.8, discount=0.12)
    >>> {row.formula: round(row.retention.elasticity, 6) for row in rows if row.formula in ("simple", "retention")}
    {'simple': 0.0, 'retention': 3.5}
    """
    text = _core.programmes_levers(
        as_number("basket", basket),
        as_number("frequency", frequency),
        as_number("margin", margin),
        as_number("retention", retention),
        as_number("discount", discount),
        None if lifetime is None else as_number("lifetime", lifetime),
        as_number("horizon", horizon),
    )
    made: tuple[LeverRow, ...] = build(tuple[LeverRow, ...], json.loads(text))
    return made
