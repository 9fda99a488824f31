"""Two-sided referral programmes: what rewards may cost, and whether the programme grows by itself."""

from __future__ import annotations

from dataclasses import dataclass

from .. import _core
from .._checked import checked
from .._inputs import as_array, as_number
from .._records import record
from .._statistics import Interval
from .._typing import ColumnLike

__all__ = ["KFactor", "ReferralEconomics", "k_factor", "k_factor_from_totals", "referral_economics"]


@dataclass(frozen=True)
class ReferralEconomics:
    """What a referral programme is worth.

    Attributes
    ----------
    cost, cac : float
        All costs, and cost per referred customer.
    incremental_customers : float
        Customers who would not have come otherwise.
    incremental_cac : float or None
        Cost per such customer.
    incremental_value, profit : float
        Their margin, and what is left of it after the cost.
    roi : float or None
        ``profit / cost``.
    breakeven_rewards : float or None
        The largest sum of both rewards at which a referral pays for itself.
    breakeven_friend_reward, breakeven_advocate_reward : float or None
        The largest of one, given the other; negative: the other alone is too dear.
    breakeven_incrementality : float or None
        The smallest share of really new customers at which the programme pays for itself.
    """

    cost: float
    cac: float
    incremental_customers: float
    incremental_cac: float | None
    incremental_value: float
    profit: float
    roi: float | None
    breakeven_rewards: float | None
    breakeven_friend_reward: float | None
    breakeven_advocate_reward: float | None
    breakeven_incrementality: float | None


@dataclass(frozen=True)
class KFactor:
    """How many new customers one customer brings.

    Attributes
    ----------
    k, standard_error : float
        New customers brought for each customer, and the standard error.
    interval : Interval
        Its interval.
    invitations_each, invitation_conversion : float or None
        Invitations for each customer, and the share of them that succeed.
    dispersion : float or None
        Variance over mean of the number brought: 1 for Poisson; above, few bring many.
    amplification, amplification_lower, amplification_upper : float or None
        ``1 / (1 - k)`` and at the ends of the interval; None for 1 and more.
    growth : str
        ``"dies_out"``, ``"feeds_itself"`` or ``"not_shown"``.
    customers : float
        Customers looked at.
    """

    k: float
    standard_error: float
    interval: Interval
    invitations_each: float | None
    invitation_conversion: float | None
    dispersion: float | None
    amplification: float | None
    amplification_lower: float | None
    amplification_upper: float | None
    growth: str
    customers: float


@checked
def referral_economics(
    *,
    advocate_reward: float,
    friend_reward: float,
    referred_customers: float,
    margin_clv_referred: float,
    incrementality: float,
    reward_redemption: float = 1.0,
    overhead_per_referral: float = 0.0,
    programme_cost: float = 0.0,
) -> ReferralEconomics:
    """Work out what a two-sided referral programme earns, and the rewards at which it breaks even.

    Parameters
    ----------
    advocate_reward, friend_reward : float
        The rewards of the inviter and of the invited.
    referred_customers : float
        Customers who came by referral.
    margin_clv_referred : float
        The margin that a referred customer brings over their life.
    incrementality : float
        The share of the referred who would not have come without the programme.
    reward_redemption : float
        The share of rewards that are redeemed.
    overhead_per_referral, programme_cost : float
        Handling for each referral, and running costs.

    Returns
    -------
    ReferralEconomics
        Cost, profit, and the break-evens.

    Examples
    --------
    >>> import ukur
    >>> result = ukur.programmes.referral_economics(
    ...     advocate_reward=10, friend_reward=10, reward_redemption=0.8, programme_cost=1200,
    ...     referred_customers=300, margin_clv_referred=60, incrementality=0.5)
    >>> result.cac, result.incremental_cac, result.profit
    (20.0, 40.0, 3000.0)
    """
    text = _core.programmes_referral(
        as_number("advocate_reward", advocate_reward),
        as_number("friend_reward", friend_reward),
        as_number("reward_redemption", reward_redemption),
        as_number("overhead_per_referral", overhead_per_referral),
        as_number("programme_cost", programme_cost),
        as_number("referred_customers", referred_customers),
        as_number("margin_clv_referred", margin_clv_referred),
        as_number("incrementality", incrementality),
    )
    return record(ReferralEconomics, text)


@checked
def k_factor(brought: ColumnLike, *, invitations: ColumnLike | None = None, level: float = 0.95) -> KFactor:
    """Estimate K from the number of new customers that each customer brought.

    Parameters
    ----------
    brought : array-like of float
        New customers brought, a row a customer, 0 included.
    invitations : array-like of float, optional
        Invitations sent.
    level : float
        The level of the interval.

    Returns
    -------
    KFactor
        K with its interval between customers.

    Raises
    ------
    UndefinedError
        Where all brought the same number; code ``"zero_variance"``.

    Examples
    --------
    >>> import ukur
    >>> k = ukur.programmes.k_factor([0, 0, 1, 0, 2, 0, 0, 1, 0, 0])
    >>> k.k, k.growth
    (0.4, 'not_shown')
    """
    sent = None if invitations is None else as_array("invitations", invitations)
    return record(KFactor, _core.programmes_k_factor(as_array("brought", brought), sent, as_number("level", level)))


@checked
def k_factor_from_totals(
    *, brought: float, customers: float, invitations: float | None = None, level: float = 0.95
) -> KFactor:
    """Estimate K from totals; the number brought counts as Poisson.

    Parameters
    ----------
    brought, customers : float
        New customers brought, and customers who could invite.
    invitations : float, optional
        Invitations sent.
    level : float
        The level of the interval.

    Returns
    -------
    KFactor
        K with an exact Poisson interval.

    Examples
    --------
    >>> import ukur
    >>> k = ukur.programmes.k_factor_from_totals(brought=30, customers=100, invitations=240)
    >>> k.k, k.invitation_conversion, k.growth
    (0.3, 0.125, 'dies_out')
    """
    return record(KFactor, _core.programmes_k_factor_from_totals(
        as_number("brought", brought),
        as_number("customers", customers),
        None if invitations is None else as_number("invitations", invitations),
        as_number("level", level),
    ))
