"""What a customer will be worth."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, overload

from .._checked import checked
from .._typing import FloatArray, FloatLike, FloatOut
from ._base import Interval, Model, customer_columns
from ._contract import ContractModel
from ._purchase import PurchaseModel

__all__ = ["contract_lifetime_value", "lifetime_value"]


@overload
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
    level: None = None,
    periods: Any = None,
) -> FloatArray: ...


@overload
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
    level: float,
    periods: Any = None,
) -> Interval: ...


@checked
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
    level: float | None = None,
    periods: Any = None,
) -> FloatArray | Interval:
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
    level : float, optional
        Asks for standard errors and intervals at this level (delta method; the uncertainty of the two fits adds up).
    periods : frame, optional
        Covariates that change over time, as in :meth:`ParetoNbd.fit`, to the horizon.

    Returns
    -------
    numpy.ndarray or Interval
        The value of each customer, in the rows' order; with `level` an interval of each.

    Raises
    ------
    InvalidInputError
        When no unit is known, or a term lies outside its domain.
    UndefinedError
        With `level`, where a fit has no covariance; the message says why.
    """
    columns = model._summary(summary, ("frequency", "recency", "T", "monetary_value"), periods)
    found = model._native.lifetime_value(
        spend._native,
        columns,
        unit,
        None if horizon is None else float(horizon),
        horizon_unit,
        float(discount_rate),
        discount_period,
        float(margin),
        level,
    )
    return found[0] if level is None else Interval(found[0], found[1], found[2], found[3], level)


@overload
def contract_lifetime_value(
    model: ContractModel,
    payment: FloatLike,
    tenure: Any = None,
    churned: Any = None,
    *,
    covariates: Mapping[str, FloatLike] | None = None,
    horizon: float | None = None,
    horizon_unit: str = "month",
    discount_rate: float = 0.10,
    discount_period: str = "year",
    margin: float = 1.0,
    unit: str | None = None,
    level: None = None,
) -> FloatOut: ...


@overload
def contract_lifetime_value(
    model: ContractModel,
    payment: FloatLike,
    tenure: Any = None,
    churned: Any = None,
    *,
    covariates: Mapping[str, FloatLike] | None = None,
    horizon: float | None = None,
    horizon_unit: str = "month",
    discount_rate: float = 0.10,
    discount_period: str = "year",
    margin: float = 1.0,
    unit: str | None = None,
    level: float,
) -> Interval: ...


@checked
def contract_lifetime_value(
    model: ContractModel,
    payment: FloatLike,
    tenure: Any = None,
    churned: Any = None,
    *,
    covariates: Mapping[str, FloatLike] | None = None,
    horizon: float | None = None,
    horizon_unit: str = "month",
    discount_rate: float = 0.10,
    discount_period: str = "year",
    margin: float = 1.0,
    unit: str | None = None,
    level: float | None = None,
) -> FloatOut | Interval:
    """The value of customers who pay under a contract.

    Payment times margin times the discounted expected number of payments (Fader and Hardie 2010, Marketing Science 29:85).
    Customers stand just before their next renewal, which counts in full if it is made; those who left are worth nothing.
    Without `tenure` the value is that of a new customer, whose first payment is now and certain. A horizon of three years
    holds three yearly payments in both cases: now, in a year, and in two years.

    Parameters
    ----------
    model : ShiftedBetaGeometric or BetaDiscreteWeibull
        Who will renew.
    payment : float or column
        What is paid each period.
    tenure : int or column, optional
        Renewals made so far; without it customers are new.
    churned : column, optional
        True for customers who left.
    covariates : mapping of str to float or column, optional
        The covariates of each customer, where the fit has some; without `tenure` those of each new customer.
    horizon : float or None
        How far to look, in `horizon_unit`; None looks for ever.
    horizon_unit : str
        The unit of the horizon.
    discount_rate : float
        The effective rate per `discount_period`: 0.10 is 10 %. It is converted exactly to the time between renewals.
    discount_period : str
        The period of the rate.
    margin : float
        The share of each payment that is kept.
    unit : str, optional
        The time between two renewals, where the model was not told.
    level : float, optional
        Asks for standard errors and intervals at this level (delta method).

    Returns
    -------
    float, numpy.ndarray or Interval
        The value of each customer; with `level` an interval of each.

    Raises
    ------
    InvalidInputError
        When no unit is known, or a term lies outside its domain.
    UndefinedError
        Without a rate and a horizon, where the expected lifetime is infinite; with `level`, where the fit has no
        covariance.

    Examples
    --------
    >>> from ukur.models import ShiftedBetaGeometric, contract_lifetime_value
    >>> model = ShiftedBetaGeometric.from_params(alpha=3.8, beta=15.2)
    >>> new = contract_lifetime_value(model, 100.0, unit="year")
    >>> renewed = contract_lifetime_value(model, 100.0, tenure=[0, 4], unit="year")
    >>> print(f"{new:.1f}", renewed.round(1))
    400.9 [331.  384.2]
    """
    rows = {"payment": payment, "tenure": tenure, "churned": churned}
    rows |= {f"covariate:{name}": one for name, one in (covariates or {}).items()}
    columns, scalar = customer_columns({name: one for name, one in rows.items() if one is not None})
    found = model._native.contract_lifetime_value(
        columns.pop("payment"),
        columns,
        unit,
        None if horizon is None else float(horizon),
        horizon_unit,
        float(discount_rate),
        discount_period,
        float(margin),
        level,
    )
    answers = [float(one[0]) if scalar else one for one in found]
    return answers[0] if level is None else Interval(answers[0], answers[1], answers[2], answers[3], level)
