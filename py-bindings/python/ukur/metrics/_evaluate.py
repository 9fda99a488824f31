"""Values and statuses side by side."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np

from .._core import Metric, status_names
from .._provenance import marks_of
from .._typing import Provenance
from ..errors import InvalidInputError

__all__ = ["Outcome", "arrange", "evaluate", "find"]

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
    provenance : str or None
        ``"measured"``, ``"estimated"`` or ``"modelled"``: the worst of the inputs; None where nothing is known.
    """

    value: Any
    status: Any
    metric: str
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


def evaluate(metric: str, /, *, provenance: Mapping[str, str] | None = None, **inputs: Any) -> Outcome:
    """Evaluate a metric by name; a status is a result here, never an exception.

    Parameters
    ----------
    metric : str
        The metric's name in the catalogue.
    provenance : mapping of str to str, optional
        Marks of inputs: ``"measured"``, ``"estimated"`` or ``"modelled"``. The worst becomes the mark of the result;
        all inputs must be marked for a result that counts as measured.
    **inputs
        Its inputs by name: numbers, columns, lists.

    Returns
    -------
    Outcome
        Value and status, one of each or a column of each.

    Raises
    ------
    InvalidInputError
        For an unknown metric or input, a missing input, or columns of different length.
    InvalidTypeError
        For an input of the wrong type.

    Examples
    --------
    >>> import ukur
    >>> ukur.metrics.evaluate("cpm", cost=250.0, impressions=0)
    Outcome(value=None, status='zero_denominator', metric='cpm', provenance=None)
    >>> ukur.metrics.evaluate("cpm", cost=250.0, impressions=50_000, provenance={"impressions": "estimated"}).provenance
    'estimated'
    """
    value, status = find(metric).evaluate(arrange(metric, inputs))
    if isinstance(status, np.ndarray):
        status = _STATUSES[status]
    return Outcome(value, status, metric, marks_of(provenance, find(metric).inputs))
