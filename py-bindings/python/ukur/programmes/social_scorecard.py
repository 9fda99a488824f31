"""Reach, sharing and monetisation of a social programme in one score, for the programme and for each person."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from .. import _core
from .._checked import checked
from .._frames import float_column, open_frame
from .._labels import optional_floats
from .._provenance import marks_of, units_of
from .._records import build
from .._typing import Provenance
from ..errors import InvalidInputError
from .scorecards import _codes, _rows

__all__ = ["SocialFigures", "SocialScore", "SocialScorecard", "SocialWeights", "social_scorecard"]


@dataclass(frozen=True)
class SocialFigures:
    """A number for each component, where there is one.

    Attributes
    ----------
    reach, sharing, monetisation : float or None
        People reached, shares, and value of the calls to action, per post or as an index.
    """

    reach: float | None
    sharing: float | None
    monetisation: float | None


@dataclass(frozen=True)
class SocialWeights:
    """The weight of each component, as a share of one.

    Attributes
    ----------
    reach, sharing, monetisation : float
        The weights.
    """

    reach: float
    sharing: float
    monetisation: float


@dataclass(frozen=True)
class SocialScore:
    """The score of the programme or of a person.

    Attributes
    ----------
    person, period : object
        The person, and the period; None for the programme and for all periods together.
    posts : float
        Posts.
    figures, indices : SocialFigures
        Per post, and against the benchmark, which is 100.
    score : float or None
        The weighted mean of the indices.
    score_geometric : float or None
        The geometric mean of the three indices, in which one weak component is not bought off by another.
    status : str or None
        Why there is no score.
    """

    person: Any
    period: Any
    posts: float
    figures: SocialFigures
    indices: SocialFigures
    score: float | None
    score_geometric: float | None
    status: str | None


@dataclass(frozen=True)
class SocialUnits:
    """The units of the figures per post.

    Attributes
    ----------
    reach, sharing, monetisation : str
        ``"people_each"``, ``"count_each"``, and ``"currency_each"``, with the currency where it is stated.
    """

    reach: str
    sharing: str
    monetisation: str


@dataclass(frozen=True)
class SocialScorecard:
    """Programme and people.

    Attributes
    ----------
    campaign : str
        What the campaign is for.
    weights : SocialWeights
        The weights that were used.
    benchmark : SocialFigures
        The benchmark, per post.
    programme : SocialScore
        The programme.
    periods, people : tuple of SocialScore
        The programme in each period, and each person.
    units : SocialUnits
        The units of the figures, money with its currency where it is stated.
    provenance : str or None
        The worst mark of the columns.
    """

    campaign: str
    weights: SocialWeights
    benchmark: SocialFigures
    programme: SocialScore
    periods: tuple[SocialScore, ...]
    people: tuple[SocialScore, ...]
    units: SocialUnits
    provenance: Provenance | None = None


@checked
def social_scorecard(
    frame: Any,
    *,
    benchmark: Mapping[str, float] | Any,
    campaign: Literal["awareness", "direct_response", "balanced"] = "balanced",
    weights: Mapping[str, float] | None = None,
    person: str = "person",
    period: str | None = "period",
    posts: str = "posts",
    reach: str = "reach",
    shares: str = "shares",
    value: str = "value",
    units: Mapping[str, str] | None = None,
    provenance: Mapping[str, str] | None = None,
) -> SocialScorecard:
    """Score reach, sharing and monetisation against a benchmark, weighted by what the campaign is for.

    People, shares and money cannot be added: each is first set against the benchmark, and only the indices are added. All
    figures are per post, so that one benchmark holds for a person as for the programme.

    Parameters
    ----------
    frame : frame
        Posts, or sums over posts: one row each.
    benchmark : mapping or frame
        ``{"reach": ..., "sharing": ..., "monetisation": ...}`` per post, as the industry has it; or a table of a previous
        programme with the same columns.
    campaign : {"balanced", "awareness", "direct_response"}
        Awareness leans on reach and sharing (0.4, 0.4, 0.2), direct response on monetisation (0.2, 0.2, 0.6). These
        are placeholders: no source fixes them.
    weights : mapping, optional
        Your own: ``{"reach": ..., "sharing": ..., "monetisation": ...}``; they are divided by their sum.
    person, period : str
        The columns with the person and, where it is there, with the period.
    posts, reach, shares, value : str
        The columns with posts (1 each without it), people reached, shares, and what the calls to action brought.
    units : mapping, optional
        Units by column, money with its currency: ``{"value": "currency:IDR"}``. They are checked, and the
        currency follows into the units of the figures.
    provenance : mapping, optional
        Marks (``"measured"``, ``"estimated"``, ``"modelled"``) of columns.

    Returns
    -------
    SocialScorecard
        Programme, periods and people, with weights and benchmark echoed.

    Raises
    ------
    InvalidInputError
        ``"mixed_units"`` for a component with weight but without benchmark; an unknown column; an invalid number; for units
        ``"wrong_unit"`` (money among the shares), ``"unknown_unit"``.

    Examples
    --------
    >>> import ukur
    >>> posts = {"person": ["ana", "budi"], "reach": [1800, 600], "shares": [12, 6], "value": [10, 50]}
    >>> card = ukur.programmes.social_scorecard(
    ...     posts, benchmark={"reach": 1000, "sharing": 10, "monetisation": 50}, campaign="awareness")
    >>> round(card.programme.score, 6), card.weights
    (96.0, SocialWeights(reach=0.4, sharing=0.4, monetisation=0.2))
    """
    opened = open_frame("frame", frame)
    names = {"posts": posts, "reach": reach, "shares": shares, "value": value}
    rows, columns, who, when = _read(opened, person, period, names)
    given = _benchmark(benchmark, person, names)
    text = _core.programmes_social_scorecard(
        rows,
        columns,
        (given.get("reach"), given.get("sharing"), given.get("monetisation")),
        campaign,
        None if weights is None else _three("weights", weights),
    )
    found = json.loads(text)
    for score in found["people"]:
        score["person"] = who[score["person"]]
    for score in found["periods"]:
        score["period"] = when[score["period"]]
    used = [reach, shares, value] + ([posts] if posts in opened.columns else [])
    found["provenance"] = marks_of(provenance, used, opened.columns)
    there = {own: name for own, name in names.items() if name in opened.columns}
    per_post = units_of("social_scorecard", units, there, ["people_each", "count_each", "currency_each"], opened.columns)
    found["units"] = dict(zip(("reach", "sharing", "monetisation"), per_post, strict=True))
    result: SocialScorecard = build(SocialScorecard, found)
    return result


def _read(opened: Any, person: str, period: str | None, names: Mapping[str, str]) -> tuple[Any, Any, Any, Any]:
    """Rows and columns of a table of posts, and what persons and periods are called."""
    who, when = _rows(opened, "person", person, period)
    columns = (
        optional_floats(opened, names["posts"], names["posts"] != "posts", "posts"),
        float_column("reach", opened, names["reach"]),
        float_column("shares", opened, names["shares"]),
        float_column("value", opened, names["value"]),
    )
    return _codes(who, when), columns, who.names, () if when is None else when.names


def _benchmark(given: Any, person: str, names: Mapping[str, str]) -> dict[str, float]:
    """Figures per post: as given, or of a previous programme."""
    components = {"reach", "sharing", "monetisation"}
    if isinstance(given, Mapping) and set(given) <= components:
        return {name: float(mark) for name, mark in given.items() if mark is not None}
    rows, columns, _, _ = _read(open_frame("benchmark", given), person, None, names)
    found: dict[str, float] = json.loads(_core.programmes_social_scorecard(rows, columns, (None, None, None), None, None))
    return found


def _three(argument: str, given: Mapping[str, float]) -> tuple[float, float, float]:
    wanted = ("reach", "sharing", "monetisation")
    unknown = sorted(set(given) - set(wanted))
    if unknown:
        raise InvalidInputError(f"`{argument}` names {unknown[0]!r}; it may name {', '.join(wanted)}", "unknown_option")
    first, second, third = (float(given.get(name, 0.0)) for name in wanted)
    return first, second, third
