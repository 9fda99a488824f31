"""What a customer will be worth."""

from __future__ import annotations

from typing import Any

from .._typing import FloatArray
from ._base import Model
from ._purchase import PurchaseModel

__all__ = ["lifetime_value"]


def lifetime_value(
    model: PurchaseModel,
    spend: Model,
    summary: Any,
    *,
    horizon: float | None = 12.0,
    horizon_unit: str = "month",
    discount_rate: float = 0.10,
    discount_period: str = "year",
    margin: float = 1.0,
    unit: str | None = None,
) -> FloatArray:
    """Expected spend times discounted expected purchases times margin, for each customer.

    Money is discounted continuously, at the moment of each expected purchase. A month is a twelfth of a year, a year
    365.25 days, and the horizon and the discount rate are converted exactly to the unit of the model.

    Parameters
    ----------
    model : PurchaseModel
        How often customers will buy.
    spend : GammaGamma
        What they will spend a purchase.
    summary : frame
        One row a customer, with ``frequency``, ``recency``, ``T`` and ``monetary_value``, and with the covariates of
        the model, where it has some.
    horizon : float or None
        How far to look, in `horizon_unit`; None looks for ever.
    horizon_unit : str
        The unit of the horizon.
    discount_rate : float
        The effective rate per `discount_period`: 0.10 is 10 %.
    discount_period : str
        The period of the rate.
    margin : float
        The share of spend that is kept.
    unit : str, optional
        The unit of time of the data, where the model was not told.

    Returns
    -------
    numpy.ndarray
        The value of each customer, in the rows' order.

    Raises
    ------
    InvalidInputError
        When no unit is known, or a term lies outside its domain.
    """
    columns = model._summary(summary, ("frequency", "recency", "T", "monetary_value"))
    values, _, _ = model._native.lifetime_value(
        spend._native,
        columns,
        unit,
        None if horizon is None else float(horizon),
        horizon_unit,
        float(discount_rate),
        discount_period,
        float(margin),
    )
    return values
