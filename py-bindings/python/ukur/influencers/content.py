"""What creators' content costs and replaces: product seeding, user content, earned media."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from .. import _core
from .._checked import checked
from .._inputs import as_number
from .._records import record
from ..errors import InvalidInputError

__all__ = ["EarnedMedia", "Seeding", "earned_media", "seeding"]


@dataclass(frozen=True)
class Seeding:
    """Product seeding and user content in money.

    Attributes
    ----------
    post_rate : float
        The share of the seeded creators who posted.
    cost : float
        Everything sent, goods and shipping, and other cost.
    cost_per_post, cost_per_asset : float or None
        Cost per post and per usable asset.
    replacement_value : float
        What producing the usable assets would have cost.
    saving : float
        ``replacement_value - cost``.
    breakeven_post_rate : float or None
        The share who must post for the assets to be worth their cost; above 1 it cannot be.
    """

    post_rate: float
    cost: float
    cost_per_post: float | None
    cost_per_asset: float | None
    replacement_value: float
    saving: float
    breakeven_post_rate: float | None


@dataclass(frozen=True)
class EarnedMedia:
    """Earned media as the cost of buying the same: no price list of our own, and no return.

    Attributes
    ----------
    cost_equivalent : float
        The sum of quantity times price.
    parts : tuple of float
        Each line's part.
    multiple : float or None
        ``cost_equivalent / cost``; not a return, since nothing was sold.
    label : str
        Always ``"cost_equivalent"``.
    """

    cost_equivalent: float
    parts: tuple[float, ...]
    multiple: float | None
    label: str


@checked
def seeding(
    *,
    creators_seeded: float,
    creators_who_posted: float,
    unit_cost: float,
    unit_shipping: float = 0.0,
    other_cost: float = 0.0,
    posts: float,
    usable_assets: float = 0.0,
    cost_per_produced_asset: float = 0.0,
) -> Seeding:
    """Work out what product seeding costs and what its content replaces.

    Parameters
    ----------
    creators_seeded, creators_who_posted : float
        Creators who got the product, and those of them who posted.
    unit_cost, unit_shipping : float
        The cost of one product and of sending it.
    other_cost : float
        Hours, prizes and the rest.
    posts, usable_assets : float
        Posts, and pieces of content that can be used again.
    cost_per_produced_asset : float
        What producing one such piece would cost.

    Returns
    -------
    Seeding
        Costs, the saving, and the break-even.

    Examples
    --------
    >>> import ukur
    >>> result = ukur.influencers.seeding(creators_seeded=200, creators_who_posted=84, unit_cost=12,
    ...                                   unit_shipping=9, posts=84)
    >>> result.post_rate, result.cost_per_post
    (0.42, 50.0)
    """
    text = _core.influencers_seeding(
        as_number("creators_seeded", creators_seeded),
        as_number("creators_who_posted", creators_who_posted),
        as_number("unit_cost", unit_cost),
        as_number("unit_shipping", unit_shipping),
        as_number("other_cost", other_cost),
        as_number("posts", posts),
        as_number("usable_assets", usable_assets),
        as_number("cost_per_produced_asset", cost_per_produced_asset),
    )
    return record(Seeding, text)


@checked
def earned_media(
    quantities: Mapping[str, float], prices: Mapping[str, float], *, cost: float | None = None
) -> EarnedMedia:
    """Work out the cost of buying what was earned, at prices that you name.

    There is no default price list: every vendor has its own, and AMEC rejects cost equivalents as a measure of value.

    Parameters
    ----------
    quantities : mapping of str to float
        What was earned, as ``{"likes": 5000, "thousand impressions": 50}``.
    prices : mapping of str to float
        The price of one of each; every quantity needs one.
    cost : float, optional
        What the campaign cost.

    Returns
    -------
    EarnedMedia
        The cost equivalent, labelled as such.

    Examples
    --------
    >>> import ukur
    >>> media = ukur.influencers.earned_media({"likes": 5000, "comments": 500, "thousand impressions": 50},
    ...                                       {"likes": 0.3, "comments": 0.5, "thousand impressions": 0.05}, cost=500)
    >>> media.cost_equivalent, media.multiple, media.label
    (1752.5, 3.505, 'cost_equivalent')
    """
    missing = [name for name in quantities if name not in prices]
    if missing:
        raise InvalidInputError(
            f"`prices` has no price for {missing[0]!r}, and there is no default price list: pass what you would pay",
            "missing_name",
        )
    text = _core.influencers_earned_media(
        np.asarray([as_number(name, quantity) for name, quantity in quantities.items()], dtype=np.float64),
        np.asarray([as_number(name, prices[name]) for name in quantities], dtype=np.float64),
        None if cost is None else as_number("cost", cost),
    )
    return record(EarnedMedia, text)
