"""Whom to work with: the best set of influencers under a budget, a count limit, a goal and overlapping audiences."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

import narwhals as nw
import numpy as np

from .. import _core
from .._checked import checked
from .._frames import float_column, open_frame
from .._inputs import as_array, as_number, as_whole
from .._labels import Labels, as_labels, as_people, places
from .._progress import Progress, as_callback
from .._records import build
from .._typing import ColumnLike, FloatArray
from ..errors import InvalidInputError
from .reach import Sketch

__all__ = ["Concentration", "FrontierPoint", "Member", "Selection", "frontier", "select"]

Method: TypeAlias = Literal["auto", "exact", "greedy"]
"""Exact up to 30 candidates and greedy above, or one of the two."""


@dataclass(frozen=True)
class Member:
    """One chosen influencer.

    Attributes
    ----------
    influencer : object
        Who.
    cost : float
        The cost.
    alone : float
        What the influencer is worth alone.
    adds : float
        What the set would lose without the influencer.
    cost_per_added : float or None
        Cost per unit of what is added; None where nothing is.
    cost_share : float or None
        The share of the set's cost; None where nothing costs.
    """

    influencer: Any
    cost: float
    alone: float
    adds: float
    cost_per_added: float | None
    cost_share: float | None


@dataclass(frozen=True)
class Concentration:
    """How much hangs on few.

    Attributes
    ----------
    herfindahl : float or None
        The sum of squared cost shares: 1 for one member, 1/n for n equal ones.
    largest_share : float or None
        The largest cost share.
    largest_member : object or None
        Who has it.
    effective_members : float or None
        So many equal members would be as concentrated.
    herfindahl_of_value : float or None
        The sum of squared shares of what the members are worth alone.
    largest_loss : float or None
        The largest share of the objective that leaving one member out would lose.
    """

    herfindahl: float | None
    largest_share: float | None
    largest_member: Any
    effective_members: float | None
    herfindahl_of_value: float | None
    largest_loss: float | None


@dataclass(frozen=True)
class Selection:
    """A chosen set with everything a decision needs.

    Attributes
    ----------
    chosen : tuple
        The influencers.
    objective : float
        What the set is worth: people, customers or value.
    upper_bound : float
        No set that obeys the limits is worth more.
    optimality_gap : float
        At most this share is missed.
    optimal : bool
        True where the set is proven best (with a reached goal: the cheapest that reaches it).
    method : str
        ``"exact"`` or ``"greedy"``.
    guarantee : float or None
        The share of the best possible that the method cannot fall below; 1 where proven best, None where unknown.
    cost : float
        What the set costs.
    budget_left : float or None
        What is left of the budget.
    reach, gross_reach : float or None
        Different people, and audience sizes added up; None without audiences.
    goal_reached : bool or None
        With a goal: whether it is reached.
    cost_lower_bound : float or None
        With a reached goal: no set that reaches it costs less.
    members : tuple of Member
        What each adds.
    concentration : Concentration
        How much hangs on few.
    nodes : int
        Nodes of the exact search.
    sampling_scale : float
        How many people one sampled person stands for: 1 unless the audiences were sketches.
    """

    chosen: tuple[Any, ...]
    objective: float
    upper_bound: float
    optimality_gap: float
    optimal: bool
    method: str
    guarantee: float | None
    cost: float
    budget_left: float | None
    reach: float | None
    gross_reach: float | None
    goal_reached: bool | None
    cost_lower_bound: float | None
    members: tuple[Member, ...]
    concentration: Concentration
    nodes: int
    sampling_scale: float


@dataclass(frozen=True)
class FrontierPoint:
    """The best set for one budget.

    Attributes
    ----------
    budget, cost : float
        The budget and what the set costs.
    objective : float
        What the set is worth.
    upper_bound : float
        No set within the budget is worth more.
    chosen : tuple
        The influencers.
    marginal_return : float or None
        The objective gained over the previous point per unit of budget; None for the first.
    """

    budget: float
    cost: float
    objective: float
    upper_bound: float
    chosen: tuple[Any, ...]
    marginal_return: float | None


@checked
def select(
    candidates: Any,
    audience: Any = None,
    *,
    influencer: str = "influencer",
    cost: str = "cost",
    value: str | None = None,
    conversion: str | None = None,
    person: str = "person",
    person_value: str | None = None,
    sketches: dict[Any, Sketch] | None = None,
    budget: float | None = None,
    max_count: int | None = None,
    goal: float | None = None,
    must_include: Iterable[Any] = (),
    exclude: Iterable[Any] = (),
    method: Method = "auto",
    node_limit: int = 2_000_000,
    progress: Progress = None,
) -> Selection:
    """Choose whom to work with.

    What is made large depends on what is known. With `audience` alone: different people reached. With `conversion`
    too: expected customers, a person reached twice having two chances. With `person_value` too: expected value.
    Without an audience: the sum of the column `value`, as if nobody followed two of them.

    Up to 30 candidates the answer is exact; above, it is lazy greedy with a stated guarantee, and `upper_bound` says
    how much better any set could be.

    Parameters
    ----------
    candidates : eager frame
        One row an influencer.
    audience : eager frame, optional
        One row a pair of influencer and person; rows of influencers who are no candidates are left out.
    influencer : str
        The column of both tables that names the influencer.
    cost : str
        The column of `candidates` with the cost.
    value : str, optional
        The column of `candidates` with the value, where there is no audience.
    conversion : str, optional
        The column of `candidates` with the share of reached people who become customers.
    person : str
        The column of `audience` that names the person.
    person_value : str, optional
        The column of `audience` with what the person is worth as a customer; the same in all rows of a person.
    sketches : dict, optional
        Sketches in place of `audience`; the objective is then an estimate.
    budget, max_count : optional
        The most that the set may cost, and the most influencers.
    goal : float, optional
        Choose the cheapest set whose objective reaches it; the best set where none does.
    must_include, exclude : iterable
        Influencers that are in the set, and that are not.
    method : {"auto", "exact", "greedy"}
        How to search.
    node_limit : int
        The most nodes of the exact search; what it leaves open shows in `upper_bound`.
    progress : bool or callable, optional
        True shows a bar; a function is called with steps done and in all, and its ``False`` stops the work.

    Returns
    -------
    Selection
        The set, its gap to the best possible, its concentration, and what each member adds.

    Raises
    ------
    InvalidInputError
        For unknown columns and names, costs below 0, rates above 1.
    UndefinedError
        Without a candidate, or where `must_include` breaks the budget; code ``"infeasible"``.

    Examples
    --------
    The article's three candidates, with made-up costs:

    >>> import pandas as pd, ukur
    >>> frame = pd.DataFrame({"influencer": ["A", "B", "C"], "cost": [4000, 1500, 9000],
    ...                       "customers": [2000, 1000, 4000]})
    >>> best = ukur.influencers.select(frame, value="customers", budget=10_500)
    >>> best.chosen, best.objective, best.optimal
    (('B', 'C'), 5000.0, True)
    """
    known = _Known.read(
        candidates, audience, influencer, cost, value, conversion, person, person_value, sketches
    )
    rules = known.rules(budget, max_count, goal, must_include, exclude, method, node_limit)
    if known.audiences is None:
        text = _core.influencers_select_disjoint(known.costs, known.values, rules, as_callback(progress))
    else:
        text = _core.influencers_select(
            known.costs, known.audiences, known.conversion, known.person_value, rules, as_callback(progress)
        )
    return known.selection(json.loads(text))


@checked
def frontier(
    candidates: Any,
    audience: Any = None,
    *,
    budgets: ColumnLike,
    influencer: str = "influencer",
    cost: str = "cost",
    value: str | None = None,
    conversion: str | None = None,
    person: str = "person",
    person_value: str | None = None,
    sketches: dict[Any, Sketch] | None = None,
    max_count: int | None = None,
    must_include: Iterable[Any] = (),
    exclude: Iterable[Any] = (),
    method: Method = "auto",
    node_limit: int = 2_000_000,
    progress: Progress = None,
) -> tuple[FrontierPoint, ...]:
    """Choose the best set for each of several budgets: what more money would buy.

    Parameters
    ----------
    candidates, audience, influencer, cost, value, conversion, person, person_value, sketches
        As for :func:`select`.
    budgets : array-like of float
        The budgets; they are sorted.
    max_count, must_include, exclude, method, node_limit, progress
        As for :func:`select`.

    Returns
    -------
    tuple of FrontierPoint
        One point a budget, never falling.

    Examples
    --------
    >>> import pandas as pd, ukur
    >>> frame = pd.DataFrame({"influencer": ["A", "B", "C"], "cost": [4000, 1500, 9000],
    ...                       "customers": [2000, 1000, 4000]})
    >>> points = ukur.influencers.frontier(frame, value="customers", budgets=[1500, 5500, 10500])
    >>> [point.objective for point in points]
    [1000.0, 3000.0, 5000.0]
    """
    known = _Known.read(
        candidates, audience, influencer, cost, value, conversion, person, person_value, sketches
    )
    rules = known.rules(None, max_count, None, must_include, exclude, method, node_limit)
    text = _core.influencers_frontier(
        known.costs,
        known.audiences,
        None if known.audiences is not None else known.values,
        known.conversion,
        known.person_value,
        as_array("budgets", budgets),
        rules,
        as_callback(progress),
    )
    points = build(tuple[FrontierPoint, ...], json.loads(text))
    scale = known.scale
    return tuple(
        dataclasses.replace(
            point,
            chosen=known.name(point.chosen),
            objective=point.objective * scale,
            upper_bound=point.upper_bound * scale,
            marginal_return=None if point.marginal_return is None else point.marginal_return * scale,
        )
        for point in points
    )


@dataclass(frozen=True)
class _Known:
    """The candidates and what is known of them, as columns."""

    names: tuple[Any, ...]
    costs: FloatArray
    values: FloatArray
    audiences: _core.AudienceTable | None
    conversion: FloatArray | None
    person_value: FloatArray | None
    scale: float

    @classmethod
    def read(
        cls,
        candidates: Any,
        audience: Any,
        influencer: str,
        cost: str,
        value: str | None,
        conversion: str | None,
        person: str,
        person_value: str | None,
        sketches: dict[Any, Sketch] | None,
    ) -> _Known:
        frame = open_frame("candidates", candidates)
        who = as_labels("influencer", frame, influencer)
        if len(who.names) != len(who.codes):
            seen = np.bincount(who.codes, minlength=len(who.names))
            twice = who.names[int(np.argmax(seen > 1))]
            raise InvalidInputError(
                f"`candidates` has {twice!r} in more than one row; give one row an influencer", "duplicate_candidate"
            )
        order = np.argsort(who.codes)
        sorted_names = who.names

        def numbers(argument: str, wanted: str) -> FloatArray:
            return np.ascontiguousarray(float_column(argument, frame, wanted)[order])

        scale = 1.0
        table = None
        worth: FloatArray | None = None
        if audience is not None and sketches is not None:
            raise InvalidInputError("give `audience` or `sketches`, not both", "contradiction")
        if sketches is not None:
            places("sketches", sketches, sorted_names)
            empty = Sketch()
            native = [sketches.get(name, empty)._native for name in sorted_names]
            table, scale = _core.influencers_sample(native)
        elif audience is not None:
            pairs = open_frame("audience", audience)
            table, worth = _audience(pairs, influencer, person, person_value, sorted_names)
        if table is None and value is None:
            raise InvalidInputError(
                "nothing says what a candidate is worth: give `audience`, `sketches`, or the column `value`",
                "nothing_to_choose_by",
            )
        if person_value is not None and conversion is None:
            raise InvalidInputError("`person_value` needs `conversion`", "contradiction")
        return cls(
            names=sorted_names,
            costs=numbers("cost", cost),
            values=numbers("value", value) if value is not None else np.empty(0),
            audiences=table,
            conversion=None if conversion is None else numbers("conversion", conversion),
            person_value=worth,
            scale=scale,
        )

    def rules(
        self,
        budget: float | None,
        max_count: int | None,
        goal: float | None,
        must_include: Iterable[Any],
        exclude: Iterable[Any],
        method: str,
        node_limit: int,
    ) -> tuple[float | None, int | None, float | None, list[int], list[int], str, int]:
        """What the set must obey, names as numbers."""
        return (
            None if budget is None else as_number("budget", budget),
            None if max_count is None else as_whole("max_count", max_count),
            None if goal is None else as_number("goal", goal) / self.scale,
            places("must_include", must_include, self.names),
            places("exclude", exclude, self.names),
            method,
            as_whole("node_limit", node_limit, 2**64 - 1),
        )

    def name(self, numbers: Iterable[int]) -> tuple[Any, ...]:
        return tuple(self.names[number] for number in numbers)

    def selection(self, found: dict[str, Any]) -> Selection:
        """The result, numbers as names, a sample's counts as people."""
        for member in found["members"]:
            member["influencer"] = self.names[member["candidate"]]
            for key in ("alone", "adds"):
                member[key] *= self.scale
            if member["cost_per_added"] is not None:
                member["cost_per_added"] /= self.scale
        for key in ("objective", "upper_bound", "reach", "gross_reach"):
            if found[key] is not None:
                found[key] *= self.scale
        largest = found["concentration"]["largest_member"]
        found["concentration"]["largest_member"] = None if largest is None else self.names[largest]
        found["chosen"] = self.name(found["chosen"])
        made: Selection = build(Selection, {**found, "sampling_scale": self.scale})
        return made


def _audience(
    pairs: nw.DataFrame[Any], influencer: str, person: str, person_value: str | None, names: tuple[Any, ...]
) -> tuple[_core.AudienceTable, FloatArray | None]:
    """The audiences of the candidates; rows of other influencers are left out."""
    who: Labels = as_labels("influencer", pairs, influencer)
    index = {name: place for place, name in enumerate(names)}
    place = np.asarray([index.get(name, len(names)) for name in who.names], dtype=np.uint32)
    codes = place[who.codes] if len(place) else np.empty(0, dtype=np.uint32)
    kept = codes < len(names)
    if not kept.any():
        raise InvalidInputError(
            "`audience` names none of the candidates; the column of both tables must hold the same names",
            "unknown_candidate",
        )
    ids, people = as_people("person", pairs, person)
    ids = None if ids is None else np.ascontiguousarray(ids[kept])
    people = None if people is None else np.ascontiguousarray(people[kept])
    table = _core.AudienceTable(len(names), np.ascontiguousarray(codes[kept]), ids, people)
    keys = people if people is not None else ids
    if person_value is None or keys is None:
        return table, None
    values = float_column("person_value", pairs, person_value)[kept]
    # The kernel numbers people in the order of their ids (as unsigned numbers) or codes.
    _, first, back = np.unique(keys.astype(np.uint64), return_index=True, return_inverse=True)
    worth = values[first]
    differs = values != worth[back]
    if bool(differs.any()):
        row = int(np.flatnonzero(kept)[int(np.argmax(differs))])
        raise InvalidInputError(
            f"`person_value` must be the same in all rows of a person; row {row} differs from an earlier one, or is "
            "missing",
            "contradiction",
        )
    return table, np.ascontiguousarray(worth)
