"""The scorecards of influencer and customer programmes: the measures of each, by programme and by person, over time."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import narwhals as nw
import numpy as np

from .. import _core
from .._checked import checked
from .._frames import float_column, open_frame, same_kind
from .._labels import Labels, as_labels, optional_floats
from .._provenance import marks_of, units_of
from ..errors import InvalidInputError

__all__ = ["customer_scorecard", "influencer_scorecard"]

_COLUMNS = (
    "likes",
    "comments",
    "other_engagements",
    "base",
    "reach",
    "brand_mentions",
    "market_mentions",
    "rating",
)


@checked
def influencer_scorecard(
    frame: Any,
    *,
    influencer: str = "influencer",
    period: str | None = "period",
    columns: Mapping[str, str] | None = None,
    max_rating: float = 5.0,
    benchmark: Mapping[str, float] | None = None,
    units: Mapping[str, str] | None = None,
    provenance: Mapping[str, str] | None = None,
) -> Any:
    """Measure an influencer programme: engagement rate, reach, brand mentions, share of voice, content quality.

    Each measure for the programme and for each influencer, in all periods and in each. Rates are sums over sums; reach is
    a sum over posts, in which people reached by several posts are counted several times.

    Parameters
    ----------
    frame : frame
        Posts, or sums over posts: one row each. The columns ``likes``, ``comments``, ``other_engagements``, ``base``
        (followers, views or reach: what engagement is measured against), ``reach``, ``brand_mentions``,
        ``market_mentions`` (the brand's and its competitors') and ``rating`` are taken where they are there.
    influencer, period : str
        The columns with the influencer and with the period (month, quarter, wave: anything that can be put in order);
        without the column `period` all rows are of one.
    columns : mapping, optional
        Other names of the columns above, as ``{"base": "followers"}``.
    max_rating : float
        The best rating possible.
    benchmark : mapping, optional
        For measures, what they were in a previous programme or are in the industry: it becomes 100 in
        ``benchmark_index``.
    units : mapping, optional
        Units by column, money with its currency: ``{"reach": "people"}``. They are checked, and the
        currency follows into ``unit``.
    provenance : mapping, optional
        Marks (``"measured"``, ``"estimated"``, ``"modelled"``) of columns; the worst becomes the mark of a measure.

    Returns
    -------
    frame
        One row a figure: ``programme``, ``level`` (``"programme"`` or ``"person"``), ``person``, ``period`` (missing
        for all together), ``measure``, ``unit``, ``value``, ``status``, ``change`` (against the period before, as a
        fraction), ``benchmark_index`` (against the benchmark), ``provenance``. Put it below that of :func:`customer_scorecard`
        for both programmes side by side.

    Raises
    ------
    InvalidInputError
        For an unknown column, an invalid number (with its row), or a benchmark of an unknown measure; for units
        ``"wrong_unit"``, ``"unknown_unit"``.
    UndefinedError
        Where no measure can be formed; code ``"insufficient_data"``.

    Examples
    --------
    >>> import pandas as pd, ukur
    >>> posts = pd.DataFrame({
    ...     "influencer": ["ana", "ana", "budi"], "likes": [40, 50, 900], "comments": [5, 5, 90],
    ...     "base": [1000, 1000, 30000]})
    >>> card = ukur.programmes.influencer_scorecard(posts)
    >>> card[["level", "value"]].round(4).values.tolist()
    [['programme', 0.0341], ['person', 0.05], ['person', 0.033]]
    """
    opened = open_frame("frame", frame)
    given = dict(columns or {})
    unknown = sorted(set(given) - set(_COLUMNS))
    if unknown:
        raise InvalidInputError(f"`columns` names {unknown[0]!r}; it may name {', '.join(_COLUMNS)}", "unknown_option")
    read = [optional_floats(opened, given.get(name, name), name in given, name) for name in _COLUMNS]
    who, when = _rows(opened, "influencer", influencer, period)
    text = _core.programmes_influencer_scorecard(
        _codes(who, when), read, max_rating, [(name, float(mark)) for name, mark in (benchmark or {}).items()]
    )
    there = {name: given.get(name, name) for name, values in zip(_COLUMNS, read, strict=True) if values is not None}
    card = json.loads(text)
    _state("influencer_scorecard", card, units, there, opened.columns)
    return _frame(opened, "influencer", card, who, when, provenance, {**given, "influencer": influencer})


@checked
def customer_scorecard(
    frame: Any,
    *,
    customer: str = "customer",
    period: str | None = "period",
    revenue: str = "revenue",
    orders: str = "orders",
    periods_per_year: float | None = None,
    lifetime_years: float | None = None,
    margin: float = 1.0,
    benchmark: Mapping[str, float] | None = None,
    units: Mapping[str, str] | None = None,
    provenance: Mapping[str, str] | None = None,
) -> Any:
    """Measure a customer programme: purchase frequency, average order value, revenue and lifetime value of a customer.

    Each measure for the programme and for each customer, in all periods and in each. Lifetime value is order value times
    orders a year times years times margin, where `periods_per_year` and `lifetime_years` are given; for a value from each
    customer's history see :mod:`ukur.models`.

    Parameters
    ----------
    frame : frame
        Orders, or sums over orders: one row each.
    customer, period : str
        The columns with the customer and with the period; without the column `period` all rows are of one.
    revenue, orders : str
        The columns with what an order brought, and with the number of orders in a row (1 each without it).
    periods_per_year, lifetime_years : float, optional
        How many periods make a year, and how many years a customer stays.
    margin : float
        The share of revenue that is margin.
    benchmark, units, provenance : mapping, optional
        As in :func:`influencer_scorecard`; units and marks may also name `lifetime_years` and `margin`. With
        ``units={"revenue": "currency:IDR"}`` order value, revenue and lifetime value are in ``"currency_each:IDR"``.

    Returns
    -------
    frame
        As :func:`influencer_scorecard`; the measures are ``purchase_frequency``, ``average_order_value``,
        ``revenue_per_customer`` and ``lifetime_value``.

    Raises
    ------
    InvalidInputError
        For an unknown column, an invalid number (with its row), or a benchmark of an unknown measure.

    Examples
    --------
    >>> import pandas as pd, ukur
    >>> orders = pd.DataFrame({"customer": ["a", "a", "b"], "revenue": [35_000, 45_000, 40_000]})
    >>> card = ukur.programmes.customer_scorecard(orders, periods_per_year=4, lifetime_years=5)
    >>> card[card["level"] == "programme"].set_index("measure")["value"].to_dict()
    {'purchase_frequency': 1.5, 'average_order_value': 40000.0, 'revenue_per_customer': 60000.0, 'lifetime_value': 1200000.0}
    """
    opened = open_frame("frame", frame)
    who, when = _rows(opened, "customer", customer, period)
    text = _core.programmes_customer_scorecard(
        _codes(who, when),
        float_column("revenue", opened, revenue),
        optional_floats(opened, orders, orders != "orders", "orders"),
        periods_per_year,
        lifetime_years,
        margin,
        [(name, float(mark)) for name, mark in (benchmark or {}).items()],
    )
    card = json.loads(text)
    used = {"revenue": revenue, **({"orders": orders} if orders in opened.columns else {})}
    numbers = {"periods_per_year": periods_per_year, "lifetime_years": lifetime_years, "margin": margin}
    used |= {name: name for name, number in numbers.items() if number is not None and name not in opened.columns}
    _state("customer_scorecard", card, units, used, [*opened.columns, *numbers])
    names = {"customer": customer, "revenue": revenue, "orders": orders}
    return _frame(opened, "customer", card, who, when, provenance, names)


def _state(
    table: str, card: dict[str, Any], units: Mapping[str, str] | None, columns: Mapping[str, str], known: Sequence[str]
) -> None:
    """Check what is stated of the columns, and give the measures their units."""
    measures = card["measures"]
    found = units_of(table, units, columns, [measure["unit"] for measure in measures], known)
    for measure, unit in zip(measures, found, strict=True):
        measure["unit"] = unit


def _rows(frame: nw.DataFrame[Any], argument: str, person: str, period: str | None) -> tuple[Labels, Labels | None]:
    """Who and when; a period that nobody named need not be there."""
    who = as_labels(argument, frame, person)
    if period is None or (period == "period" and period not in frame.columns):
        return who, None
    return who, as_labels("period", frame, period)


def _codes(who: Labels, when: Labels | None) -> tuple[Any, int, Any, int]:
    return who.codes, len(who.names), None if when is None else when.codes, 1 if when is None else len(when.names)


def _frame(
    frame: nw.DataFrame[Any],
    programme: str,
    card: dict[str, Any],
    who: Labels,
    when: Labels | None,
    provenance: Mapping[str, str] | None,
    names: Mapping[str, str],
) -> Any:
    """The figures as a table of the kind given."""
    measures, rows = card["measures"], card["rows"]
    sources = [[names.get(name, name) for name in measure["inputs"]] for measure in measures]
    known = [*frame.columns, "lifetime_years", "margin"]
    marks = [marks_of(provenance, source, known) or "" for source in sources]
    periods = () if when is None else when.names

    def numbers(key: str) -> Any:
        return np.array([np.nan if row[key] is None else row[key] for row in rows], dtype=np.float64)

    columns: dict[str, Any] = {
        "programme": [programme] * len(rows),
        "level": ["programme" if row["person"] is None else "person" for row in rows],
        "person": [None if row["person"] is None else who.names[row["person"]] for row in rows],
        "period": [None if row["period"] is None else periods[row["period"]] for row in rows],
        "measure": [measures[row["measure"]]["name"] for row in rows],
        "unit": [measures[row["measure"]]["unit"] for row in rows],
        "value": numbers("value"),
        "status": [row["status"] or "" for row in rows],
        "change": numbers("change"),
        "benchmark_index": numbers("benchmark_index"),
        "provenance": [marks[row["measure"]] for row in rows],
    }
    return same_kind(frame, columns)
