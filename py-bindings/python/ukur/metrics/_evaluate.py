"""Values and statuses side by side."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from .._core import Metric, status_names
from .._provenance import by_column, worst
from .._typing import Provenance
from ..errors import InvalidInputError

__all__ = ["Outcome", "arrange", "evaluate", "find", "label"]

_STATUSES = np.array([None, *status_names()], dtype=object)


@dataclass(frozen=True)
class Outcome:
    """What a metric gave.

    Attributes
    ----------
    value : float, numpy.ndarray, dict or None
        The value; None where there is none. A column for columns, with NaN where there is none.
    status : str, numpy.ndarray or None
        Why there is no value; None where there is one. A column for columns.
    metric : str
        The metric, which is also the variant of its family.
    unit : str
        The unit of the value, with the currency where it is money and was stated: ``"currency_each:IDR"``.
    provenance : str or None
        ``"measured"``, ``"estimated"`` or ``"modelled"``: the worst of the inputs and of the metric itself, whose result
        may be a model's; None where nothing is known.
    """

    value: Any
    status: Any
    metric: str
    unit: str
    provenance: Provenance | None = None


@cache
def find(metric: str) -> Metric:
    """Find a metric once."""
    return Metric(metric)


def arrange(metric: str, inputs: dict[str, Any]) -> tuple[Any, ...]:
    """Put named inputs into the order of the catalogue.

    Parameters
    ----------
    metric : str
        The metric's name.
    inputs : dict of str to value
        The inputs by name.

    Returns
    -------
    tuple
        The inputs in order.

    Raises
    ------
    InvalidInputError
        When an input is missing or unknown.
    """
    names = find(metric).inputs
    unknown = [name for name in inputs if name not in names]
    if unknown:
        raise InvalidInputError(
            f"`{metric}` has no input `{unknown[0]}`; it takes {', '.join(f'`{name}`' for name in names)}",
            "unknown_input",
        )
    missing = [name for name in names if name not in inputs]
    if missing:
        raise InvalidInputError(f"`{metric}` needs the input `{missing[0]}`", "missing_input")
    return tuple(inputs[name] for name in names)


def label(
    metric: str,
    names: Sequence[str],
    units: Mapping[str, str] | None,
    provenance: Mapping[str, str] | None,
    known: Iterable[str] = (),
) -> tuple[str, Provenance | None]:
    """Check stated units, and take unit and mark of the result.

    Parameters
    ----------
    metric : str
        The metric.
    names : sequence of str
        The columns that its inputs come from, in order.
    units, provenance : mapping of str to str, or None
        What is stated, by column.
    known : iterable of str
        Further columns that may be named.

    Returns
    -------
    tuple of (str, str or None)
        The unit and the mark.

    Raises
    ------
    InvalidInputError
        For a column that is not there; a unit or mark that is unknown; a unit that is not the input's.
    """
    known = list(known)
    marks = by_column("provenance", provenance, names, known)
    worst((provenance or {}).values())  # an unknown mark is refused even where this result has no use for it
    unit, mark = find(metric).label(list(zip(names, by_column("units", units, names, known), marks, strict=True)))
    return unit, mark  # type: ignore[return-value]


def evaluate(
    metric: str,
    /,
    *,
    units: Mapping[str, str] | None = None,
    provenance: Mapping[str, str] | None = None,
    **inputs: Any,
) -> Outcome:
    """Evaluate a metric by name; a status is a result here, never an exception.

    Parameters
    ----------
    metric : str
        The metric's name in the catalogue.
    units : mapping of str to str, optional
        Units of inputs, by their names in the catalogue, money with its currency: ``{"cost": "currency:IDR",
        "impressions": "count"}``. What is stated is checked.
    provenance : mapping of str to str, optional
        Marks of inputs: ``"measured"``, ``"estimated"`` or ``"modelled"``. The worst becomes the mark of the result;
        all inputs must be marked for a result that counts as measured. What a model or an assumption gives is never measured.
    **inputs
        Its inputs by name: numbers, columns, lists.

    Returns
    -------
    Outcome
        Value and status, one of each or a column of each, with unit and mark.

    Raises
    ------
    InvalidInputError
        For an unknown metric or input, a missing input, or columns of different length; ``"wrong_unit"`` for an input
        stated in another unit than the metric takes, ``"two_currencies"``, ``"mixed_units"`` for inputs that must have one
        unit, ``"unknown_unit"``.
    InvalidTypeError
        For an input of the wrong type.

    Examples
    --------
    >>> import ukur
    >>> ukur.metrics.evaluate("cpm", cost=250.0, impressions=0)
    Outcome(value=None, status='zero_denominator', metric='cpm', unit='currency_each', provenance=None)
    >>> ukur.metrics.evaluate("cpm", cost=2_500_000, impressions=50_000, units={"cost": "currency:IDR"}).unit
    'currency_each:IDR'
    >>> ukur.metrics.evaluate("cpm", cost=250.0, impressions=50_000, provenance={"impressions": "estimated"}).provenance
    'estimated'
    """
    value, status = find(metric).evaluate(arrange(metric, inputs))
    if isinstance(status, np.ndarray):
        status = _STATUSES[status]
    return Outcome(value, status, metric, *label(metric, find(metric).inputs, units, provenance))
