"""Credit by Shapley value."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np

from .. import _core
from .._checked import checked
from .._progress import Progress, as_callback
from .._typing import ColumnLike
from ..errors import InvalidInputError, InvalidTypeError
from ._door import Paths, as_journeys
from .credits import Credits, named_record

__all__ = ["ShapleyAttribution", "shapley", "shapley_values"]


@dataclass(frozen=True)
class ShapleyAttribution:
    """Shapley credits, and how sure they are.

    Attributes
    ----------
    credits : Credits
        The credits.
    exact : bool
        True when no drawing was needed.
    standard_errors, standard_errors_value : tuple of float or None
        Standard errors of each channel's conversions and value from the drawing; None when exact.
    distinct_sets : int
        How many distinct sets of channels the journeys met.
    """

    credits: Credits
    exact: bool
    standard_errors: tuple[float, ...] | None
    standard_errors_value: tuple[float, ...] | None
    distinct_sets: int


@checked
def shapley(
    paths: Paths,
    conversions: ColumnLike | None = None,
    nulls: ColumnLike | None = None,
    values: ColumnLike | None = None,
    *,
    worth: Literal["conversions", "conversion_rate"] = "conversions",
    exact_up_to: int = 15,
    permutations: int = 2_000,
    seed: int = 0,
    separator: str = ">",
    progress: Progress = None,
) -> ShapleyAttribution:
    """Share out conversions and value by Shapley value.

    Parameters
    ----------
    paths, conversions, nulls, values, separator
        As for :func:`count_paths`.
    worth : {"conversions", "conversion_rate"}
        What a set of channels is worth: the conversions of the journeys that met no other channel (exact for any
        number of channels), or their conversion rate, where journeys without a conversion count against a channel.
    exact_up_to : int
        For the conversion rate: up to this many channels (at most 20) every set is looked at; above, orders of
        channels are drawn.
    permutations : int
        How many orders are drawn, each also taken backwards.
    seed : int
        Seed of the draws.
    progress : bool or callable, optional
        True for a line on the error stream; or a function of steps done and in all, False stops the work.

    Returns
    -------
    ShapleyAttribution
        Credits, with standard errors where they were drawn.

    Raises
    ------
    UndefinedError
        ``insufficient_data`` where no conversion has a touch before it.
    CancelledError
        When `progress` answers False.

    Examples
    --------
    >>> ukur.attribution.shapley(["A > B > A", "B"], [6, 1]).credits.by_channel()
    {'A': 3.0, 'B': 4.0}
    """
    given = as_journeys(paths, conversions, nulls, values, separator)
    text = _core.attribution_shapley(
        given._columns(), worth, exact_up_to, permutations, seed, as_callback(progress)
    )
    return named_record(ShapleyAttribution, text, given.channels)


@checked
def shapley_values(worth: Mapping[str | Iterable[str], float]) -> dict[str, float]:
    """Share out the worth of a game exactly.

    Parameters
    ----------
    worth : mapping
        The worth of every coalition, keyed by its members: ``"A+B"``, a tuple or a frozenset. A coalition that is
        not there is worth nothing.

    Returns
    -------
    dict of str to float
        The Shapley value of each player, sorted by name; together the worth of all.

    Raises
    ------
    InvalidInputError
        For no player or more than 20, and for a coalition given twice.

    Examples
    --------
    >>> gloves = {"left1+right": 1, "left2+right": 1, "left1+left2+right": 1}
    >>> {name: round(value, 4) for name, value in ukur.attribution.shapley_values(gloves).items()}
    {'left1': 0.1667, 'left2': 0.1667, 'right': 0.6667}
    """
    coalitions: dict[frozenset[str], float] = {}
    for key, value in worth.items():
        given = [part.strip() for part in key.split("+")] if isinstance(key, str) else key
        parts: list[Any] = list(given) if isinstance(given, Iterable) else [None]
        if not all(isinstance(name, str) for name in parts):
            raise InvalidTypeError(f"`worth` must name players by text, got the coalition {key!r}", "invalid_type")
        members = frozenset(parts) - {""}
        if members in coalitions:
            raise InvalidInputError(
                f"`worth` lists the coalition {'+'.join(sorted(members))} twice", "repeated_coalition"
            )
        coalitions[members] = value
    names = sorted({name for members in coalitions for name in members})
    if not 1 <= len(names) <= 20:
        raise InvalidInputError(f"`worth` must name from 1 to 20 players, got {len(names)}", "out_of_domain")
    bit = {name: 1 << at for at, name in enumerate(names)}
    by_mask = np.zeros(1 << len(names))
    for members, value in coalitions.items():
        by_mask[sum(bit[name] for name in members)] = value
    return dict(zip(names, _core.attribution_shapley_values(len(names), by_mask).tolist(), strict=True))
