"""Creators over time: who stays, who fades, what keeping costs against recruiting anew, and reward tiers."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np

from .. import _core
from .._checked import checked
from .._frames import column, float_column, open_frame
from .._inputs import as_array, as_number, as_whole
from .._labels import as_labels
from .._records import build, record
from .._typing import ColumnLike
from ..errors import InvalidTypeError

__all__ = [
    "CreatorHistory",
    "CreatorPanel",
    "KeepOrRecruit",
    "RewardReport",
    "creators",
    "keep_or_recruit",
    "reward_tiers",
]


@dataclass(frozen=True)
class CreatorHistory:
    """One creator's history.

    Attributes
    ----------
    creator : object
        Who.
    first_period, last_period : int
        The first and last period with a post.
    tenure : int
        Periods from the first to the last.
    active_periods : int
        Periods with a post.
    activity : float
        ``active_periods / tenure``.
    posts : float
        Posts in all.
    engagement_rate : float or None
        Engagements divided by their base, pooled.
    engagement_trend : float or None
        The slope of the rate per period as a share of the pooled rate; None below three active periods.
    engagement_trend_standard_error : float or None
        Its standard error.
    active_at_end : bool
        Whether the last post lies at most `lapse_after` periods before the end.
    """

    creator: Any
    first_period: int
    last_period: int
    tenure: int
    active_periods: int
    activity: float
    posts: float
    engagement_rate: float | None
    engagement_trend: float | None
    engagement_trend_standard_error: float | None
    active_at_end: bool


@dataclass(frozen=True)
class CreatorPanel:
    """All creators together, period by period.

    Attributes
    ----------
    creators : tuple of CreatorHistory
        One a creator with a post.
    active, recruited : tuple of float
        For each period: creators with a post, and creators whose first post it is.
    retention : tuple
        For each period but the first: the share of those active before who are active again.
    rate_by_tenure : tuple
        The pooled engagement rate by periods since the first post.
    """

    creators: tuple[CreatorHistory, ...]
    active: tuple[float, ...]
    recruited: tuple[float, ...]
    retention: tuple[float | None, ...]
    rate_by_tenure: tuple[float | None, ...]


@dataclass(frozen=True)
class KeepOrRecruit:
    """What keeping a creator costs against recruiting a new one for each campaign.

    Attributes
    ----------
    campaigns_per_recruit : float
        The expected campaigns of one recruited creator who is kept.
    cost_kept, cost_anew : float
        Cost a campaign, with a programme and with recruiting anew.
    saving : float
        ``cost_anew - cost_kept``.
    breakeven_programme_cost : float
        The programme cost a campaign at which both cost the same.
    breakeven_retention : float or None
        The retention at which both cost the same; None where none does.
    """

    campaigns_per_recruit: float
    cost_kept: float
    cost_anew: float
    saving: float
    breakeven_programme_cost: float
    breakeven_retention: float | None


@dataclass(frozen=True)
class RewardReport:
    """What a table of tiers gives to a set of creators.

    Attributes
    ----------
    tier : tuple
        The tier of each creator; None below the first.
    to_next : tuple
        What is missing to the next tier; None at the top.
    creators : tuple of float
        Creators in each tier.
    cost : float
        All rewards of the period.
    cost_per_point : float or None
        The reward for each point counted.
    """

    tier: tuple[str | None, ...]
    to_next: tuple[float | None, ...]
    creators: tuple[float, ...]
    cost: float
    cost_per_point: float | None


@checked
def creators(
    frame: Any,
    *,
    creator: str = "creator",
    period: str = "period",
    posts: str = "posts",
    engagements: str = "engagements",
    base: str = "base",
    lapse_after: int = 0,
) -> CreatorPanel:
    """Follow creators over time: activity, tenure, retention and the trend of engagement.

    Parameters
    ----------
    frame : eager frame
        One row a creator and period; rows of the same creator and period are added up.
    creator, period, posts, engagements, base : str
        The columns. Periods are whole numbers without units, as months since the start, from 0.
    lapse_after : int
        A creator counts as active at the end with at most so many periods without a post.

    Returns
    -------
    CreatorPanel
        Creators and periods.

    Examples
    --------
    >>> import pandas as pd, ukur
    >>> frame = pd.DataFrame({"creator": ["ana", "ana", "ana", "budi"], "period": [0, 1, 3, 0], "posts": 1,
    ...                       "engagements": [50, 60, 70, 20], "base": 1000})
    >>> panel = ukur.influencers.creators(frame)
    >>> panel.creators[0].creator, panel.creators[0].tenure, panel.retention
    ('ana', 4, (0.5, 0.0, None))
    """
    opened = open_frame("frame", frame)
    who = as_labels("creator", opened, creator)
    periods = _whole("period", column("period", opened, period).to_native(), period)
    text = _core.influencers_creators(
        who.codes,
        periods,
        float_column("posts", opened, posts),
        float_column("engagements", opened, engagements),
        float_column("base", opened, base),
        as_whole("lapse_after", lapse_after),
    )
    found = json.loads(text)
    for row in found["creators"]:
        row["creator"] = who.names[row["creator"]]
    made: CreatorPanel = build(CreatorPanel, found)
    return made


def _whole(name: str, values: Any, wanted: str) -> Any:
    """A column of whole numbers from 0 as codes."""
    numbers = as_array(wanted, values)
    good = np.isfinite(numbers) & (numbers >= 0) & (numbers == np.floor(numbers)) & (numbers < 2**32)
    if not good.all():
        row = int(np.argmin(good))
        raise InvalidTypeError(
            f"`{name}` must hold whole numbers >= 0 (periods since the start), got {numbers[row]} in row {row} of the "
            f"column {wanted!r}",
            "invalid_type",
        )
    return numbers.astype(np.uint32)


@checked
def keep_or_recruit(
    *, fee: float, recruiting_cost: float, programme_cost: float, retention: float, campaigns: float
) -> KeepOrRecruit:
    """Compare keeping creators with recruiting anew, for one place over several campaigns.

    Parameters
    ----------
    fee : float
        The fee a campaign.
    recruiting_cost : float
        Finding, vetting and contracting one new creator.
    programme_cost : float
        The programme's cost a campaign and creator.
    retention : float
        The share of creators who stay from campaign to campaign.
    campaigns : float
        How many campaigns.

    Returns
    -------
    KeepOrRecruit
        Costs a campaign, the saving, and where it ends.

    Examples
    --------
    >>> import ukur
    >>> result = ukur.influencers.keep_or_recruit(
    ...     fee=500, recruiting_cost=120, programme_cost=30, retention=0.75, campaigns=5)
    >>> result.cost_anew, result.cost_kept, result.saving
    (620.0, 578.0, 42.0)
    """
    return record(
        KeepOrRecruit,
        _core.influencers_keep_or_recruit(
            as_number("fee", fee),
            as_number("recruiting_cost", recruiting_cost),
            as_number("programme_cost", programme_cost),
            as_number("retention", retention),
            as_number("campaigns", campaigns),
        ),
    )


@checked
def reward_tiers(tiers: Iterable[tuple[str, float, float]], points: ColumnLike) -> RewardReport:
    """Sort creators into reward tiers and add up what the rewards cost.

    Parameters
    ----------
    tiers : iterable of (name, from, reward)
        The tiers from the lowest: from how many points, and the reward a period.
    points : array-like of float
        The points of each creator (sales, posts, whatever is counted).

    Returns
    -------
    RewardReport
        Tiers, distances to the next, and the cost.

    Examples
    --------
    >>> import ukur
    >>> report = ukur.influencers.reward_tiers([("bronze", 10, 5.0), ("silver", 50, 20.0)], [5, 10, 80])
    >>> report.tier, report.cost
    ((None, 'bronze', 'silver'), 25.0)
    """
    rows = [(name, float(start), float(reward)) for name, start, reward in tiers]
    found = json.loads(_core.influencers_reward(rows, as_array("points", points)))
    found["tier"] = [None if place is None else rows[place][0] for place in found["tier"]]
    made: RewardReport = build(RewardReport, found)
    return made
