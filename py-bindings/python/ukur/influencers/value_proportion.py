"""The customer-value proportion of candidates, in both readings of the term, and the ranking under each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from .. import _core
from .._checked import checked
from .._frames import column, float_column, open_frame
from .._labels import optional_floats
from .._provenance import marks_of, units_of
from .._records import build
from .._typing import Provenance
from ..errors import InvalidInputError

__all__ = ["CandidateValue", "Ranking", "Swap", "Together", "ValueProportion", "value_proportion"]


@dataclass(frozen=True)
class CandidateValue:
    """One candidate.

    Attributes
    ----------
    name : str
        What it is called.
    customers, customers_to_goal : float
        Customers expected of all followers, and the same against the goal: what the article computes.
    value_to_investment : float or None
        Their value against the cost: what the article defines. None without value or cost, or at no cost.
    engaged_audience : float or None
        Followers who engage.
    customers_of_engaged, engaged_to_goal, engaged_value_to_investment : float or None
        The same three for customers expected of engaged followers.
    cost_per_customer : float or None
        What an expected customer costs; None where none is expected.
    """

    name: str
    customers: float
    customers_to_goal: float
    value_to_investment: float | None
    engaged_audience: float | None
    customers_of_engaged: float | None
    engaged_to_goal: float | None
    engaged_value_to_investment: float | None
    cost_per_customer: float | None


@dataclass(frozen=True)
class Swap:
    """Two neighbours in the ranking by customers that change places.

    Attributes
    ----------
    ahead, behind : str
        Who comes first now, and who came first by customers.
    reason : str
        Why, in words.
    """

    ahead: str
    behind: str
    reason: str


@dataclass(frozen=True)
class Ranking:
    """The ranking under one reading.

    Attributes
    ----------
    reading : str
        ``"customers_to_goal"``, ``"value_to_investment"``, ``"engaged_audience"``, ``"engaged_to_goal"``,
        ``"engaged_value_to_investment"`` or ``"cost_per_customer"``.
    order : tuple of str
        Best first; candidates without a figure are left out.
    ranks : tuple of int or None
        The place of each candidate in the order given; equal figures share the better place.
    lead : float or None
        How many times as good the best is as the next.
    same_as_customers : bool
        Whether it ranks as customers against the goal do.
    swaps : tuple of Swap
        Why it does not.
    inputs : tuple of str
        The columns and arguments that it stands on.
    unit : str
        The unit of the figure, money with its currency where it is stated.
    provenance : str or None
        The worst mark of these.
    """

    reading: str
    order: tuple[str, ...]
    ranks: tuple[int | None, ...]
    lead: float | None
    same_as_customers: bool
    swaps: tuple[Swap, ...]
    inputs: tuple[str, ...]
    unit: str
    provenance: Provenance | None = None


@dataclass(frozen=True)
class Together:
    """All candidates, as if they shared no follower.

    Attributes
    ----------
    customers, customers_to_goal : float
        Expected customers, and the same against the goal: an upper bound where audiences overlap.
    goal_gap : float
        Customers still missing.
    required_followers : float or None
        Followers needed for the goal; None where conversion rates differ.
    engagement_rate : float or None
        Engaged followers of all followers.
    value_to_investment : float or None
        Value of all customers against all costs.
    """

    customers: float
    customers_to_goal: float
    goal_gap: float
    required_followers: float | None
    engagement_rate: float | None
    value_to_investment: float | None


@dataclass(frozen=True)
class ValueProportion:
    """The candidates under every reading that the columns allow.

    Attributes
    ----------
    goal : float
        The goal.
    candidates : tuple of CandidateValue
        In the order given.
    rankings : tuple of Ranking
        Customers against the goal first.
    together : Together
        All candidates.
    notes : tuple of str
        What to know before use.
    """

    goal: float
    candidates: tuple[CandidateValue, ...]
    rankings: tuple[Ranking, ...]
    together: Together
    notes: tuple[str, ...]

    def __getitem__(self, reading: str) -> Ranking:
        """The ranking under a reading."""
        for ranking in self.rankings:
            if ranking.reading == reading:
                return ranking
        there = ", ".join(ranking.reading for ranking in self.rankings)
        raise InvalidInputError(f"there is no reading {reading!r}; there are {there}", "unknown_option")


@checked
def value_proportion(
    frame: Any,
    *,
    goal: float,
    conversion_rate: float | str,
    influencer: str = "influencer",
    followers: str = "followers",
    engagement_rate: str = "engagement_rate",
    cost: str = "cost",
    value_per_customer: float | None = None,
    conversion_of_engaged: float | None = None,
    units: Mapping[str, str] | None = None,
    provenance: Mapping[str, str] | None = None,
) -> ValueProportion:
    """Rank candidates by both readings of the customer-value proportion, and by their engaged audience.

    The term is defined as customer value against investment, and computed as customers against a goal: two quantities,
    under two names. With one conversion rate for all, the second ranks candidates as their follower counts do.

    Parameters
    ----------
    frame : frame
        One row a candidate; a table of pandas, Polars or PyArrow, or a dict of columns.
    goal : float
        New customers that the campaign is to win.
    conversion_rate : float or str
        The share of followers who become customers, or the column with it.
    influencer, followers : str
        The columns with the name and the followers.
    engagement_rate, cost : str
        The columns with engagement rates by followers (fractions) and costs; taken where they are there.
    value_per_customer : float, optional
        What a customer is worth, in the currency of the costs.
    conversion_of_engaged : float, optional
        The share of engaged followers who become customers.
    units : mapping, optional
        Units of the columns and numbers, by the names of the arguments, money with its currency: ``{"cost":
        "currency:IDR"}``. They are checked, and the currency follows into the rankings.
    provenance : mapping, optional
        Marks (``"measured"``, ``"estimated"``, ``"modelled"``) of the columns and numbers, by the names of the
        arguments; the worst becomes the mark of a ranking.

    Returns
    -------
    ValueProportion
        The candidates, the rankings with reasons where they differ, and all together.

    Raises
    ------
    InvalidInputError
        For an unknown column, an invalid number, or a number whose column is missing (``"missing_input"``); for units
        ``"wrong_unit"``, ``"two_currencies"``, ``"unknown_unit"``.

    Examples
    --------
    >>> import ukur
    >>> found = ukur.influencers.value_proportion(
    ...     {"influencer": ["A", "B", "C"], "followers": [100_000, 50_000, 200_000],
    ...      "engagement_rate": [0.05, 0.08, 0.03], "cost": [4_000, 1_500, 9_000]},
    ...     goal=1_000, conversion_rate=0.02)
    >>> [candidate.customers_to_goal for candidate in found.candidates]
    [2.0, 1.0, 4.0]
    >>> found["cost_per_customer"].order
    ('B', 'A', 'C')
    >>> found["cost_per_customer"].swaps[0].reason
    'C brings 2 times the customers of A, but costs 2.25 times as much'
    """
    opened = open_frame("frame", frame)
    names = [str(name) for name in column("influencer", opened, influencer).to_list()]
    text = _core.influencers_value_proportion(
        names,
        float_column("followers", opened, followers),
        float_column("conversion_rate", opened, conversion_rate) if isinstance(conversion_rate, str) else conversion_rate,
        optional_floats(opened, engagement_rate, engagement_rate != "engagement_rate", "engagement_rate"),
        optional_floats(opened, cost, cost != "cost", "cost"),
        goal,
        value_per_customer,
        conversion_of_engaged,
    )
    found = json.loads(text)
    every = sorted({name for ranking in found["rankings"] for name in ranking["inputs"]})
    numbers = {"goal": goal, "value_per_customer": value_per_customer, "conversion_of_engaged": conversion_of_engaged}
    given = dict.fromkeys([*every, *(name for name, number in numbers.items() if number is not None)])
    readings = [ranking["unit"] for ranking in found["rankings"]]
    named = units_of("value_proportion", units, {name: name for name in given}, readings)
    for ranking, unit in zip(found["rankings"], named, strict=True):
        ranking["provenance"] = marks_of(provenance, ranking["inputs"], every)
        ranking["unit"] = unit
    result: ValueProportion = build(ValueProportion, found)
    return result
