"""Metrics of the group ``attribution``. Generated from the catalogue by scripts/faces; do not edit, run `make faces`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from .._core import Metric
from .._typing import ColumnLike, FloatArray, FloatLike

__all__ = [
    "attribution_linear_credit",
    "attribution_position_credit",
    "attribution_time_decay_credit",
    "attribution_markov",
    "attribution_markov_removal",
    "attribution_shapley",
]

_attribution_linear_credit = Metric("attribution_linear_credit")
_attribution_position_credit = Metric("attribution_position_credit")
_attribution_time_decay_credit = Metric("attribution_time_decay_credit")
_attribution_markov = Metric("attribution_markov")
_attribution_markov_removal = Metric("attribution_markov_removal")
_attribution_shapley = Metric("attribution_shapley")


def attribution_linear_credit(path: Sequence[str], channel: str) -> float:
    """Credit of one channel when all touches on a path share it equally.

    Linear credit of a channel on one path. Formula: ``rules::linear_credit(path, &channel)``.

    Parameters
    ----------
    path : sequence of str
        Channels touched before the conversion, in order (unit: labels).
    channel : str
        Channel to credit (unit: labels).

    Returns
    -------
    float
        Fraction of one conversion (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``path.is_empty()``: ``insufficient_data``.

    Notes
    -----
    Roll-up: sum.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    linear model as in the documentation of Google Analytics: every touch gets the same credit

    Examples
    --------
    >>> import ukur
    >>> round(ukur.metrics.attribution_linear_credit(channel='A', path=['A', 'B', 'A', 'C']), 1)
    0.5
    """
    return _attribution_linear_credit.compute((path, channel), "raise")  # type: ignore[no-any-return]


def attribution_position_credit(n: FloatLike) -> FloatArray:
    """Credit of each touch on a path when the first and the last get 40 % each.

    Position-based credits (40/20/40; one touch 1; two touches 0.5/0.5). Formula: ``rules::position_credits(n
    as usize)``.

    Parameters
    ----------
    n : float or array-like of float
        Number of touches on the path (unit: count, a whole number >= 1).

    Returns
    -------
    numpy.ndarray
        One fraction per touch, in order, summing to 1 (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.

    Notes
    -----
    Roll-up: sum.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    Google Analytics attribution models, as in github.com/google/fractribution at 72ad8a4 and
    github.com/DP6/Marketing-Attribution-Models at 72bc20f

    Examples
    --------
    >>> import ukur
    >>> [round(float(value), 6) for value in ukur.metrics.attribution_position_credit(n=4)]
    [0.4, 0.1, 0.1, 0.4]
    """
    return _attribution_position_credit.compute((n,), "raise")  # type: ignore[no-any-return]


def attribution_time_decay_credit(ages_days: ColumnLike, half_life: FloatLike) -> FloatArray:
    """Credit of each touch on a path when it halves with every half-life before the conversion.

    Time-decay credits (half-life). Formula: ``rules::time_decay_credits(ages_days, half_life)``.

    Parameters
    ----------
    ages_days : array-like of float
        Age of each touch at the conversion, in days (unit: days, a finite number >= 0).
    half_life : float or array-like of float
        Days in which credit halves (unit: days, a finite number > 0).

    Returns
    -------
    numpy.ndarray
        One fraction per touch, in the order given, summing to 1 (unit: ratio).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``ages_days.is_empty()``: ``insufficient_data``.

    Notes
    -----
    Roll-up: sum.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.
    DP6 MAM floors age/168 h, so all touches in one week get equal credit; its wrapper default is 128 h, the
    method default 168 h.

    References
    ----------
    Google Analytics time-decay model (half-life of 7 days); path of four touches from ignyteiq.com

    Examples
    --------
    >>> import ukur
    >>> [round(float(value), 6) for value in ukur.metrics.attribution_time_decay_credit(ages_days=[0, 7, 14, 28], half_life=7)]
    [0.551724, 0.275862, 0.137931, 0.034483]
    """
    return _attribution_time_decay_credit.compute((ages_days, half_life), "raise")  # type: ignore[no-any-return]


def attribution_markov(paths: Sequence[Sequence[str]], conversions: ColumnLike, nulls: ColumnLike) -> dict[str, float]:
    """Conversions credited to each channel by what would be lost without it, in a Markov chain of paths.

    Markov removal-effect credit. Formula: ``markov_by_name(paths, conversions, nulls).map(|(names, found)|
    by_name(names, found.credits.conversions))``.

    Parameters
    ----------
    paths : sequence of sequences of str
        Channels touched on each distinct path, in order (unit: labels).
    conversions : array-like of float
        Times each path ended in a conversion (unit: count_or_people, a finite number >= 0).
    nulls : array-like of float
        Times each path ended without one (unit: count_or_people, a finite number >= 0).

    Returns
    -------
    dict of str to float
        Conversions per channel, summing to all conversions; not evidence of cause (unit: any).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``paths.len() != conversions.len() || conversions.len() != nulls.len()``:
        ``infeasible``; ``!conversions.iter().any(|count| *count > 0.0)``: ``insufficient_data``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.
    Removal effects 0.75 and 0.50, base conversion 0.8.

    References
    ----------
    S. Puzyrov (2019), Markov chain attribution: removal effect

    Examples
    --------
    >>> import ukur
    >>> {name: round(value, 6) for name, value in ukur.metrics.attribution_markov(conversions=[2, 1, 1], nulls=[1, 0, 0], paths=[['G'], ['M'], ['G', 'M']]).items()} == {'G': 2.4, 'M': 1.6}
    True
    """
    return _attribution_markov.compute((paths, conversions, nulls), "raise")  # type: ignore[no-any-return]


def attribution_markov_removal(paths: Sequence[Sequence[str]], conversions: ColumnLike, nulls: ColumnLike) -> dict[str, float]:
    """Share of conversions lost when one channel is taken out of a Markov chain of paths.

    Markov removal effects. Formula: ``markov_by_name(paths, conversions, nulls).map(|(names, found)|
    by_name(names, found.removal_effects))``.

    Parameters
    ----------
    paths : sequence of sequences of str
        Channels touched on each distinct path, in order (unit: labels).
    conversions : array-like of float
        Times each path ended in a conversion (unit: count_or_people, a finite number >= 0).
    nulls : array-like of float
        Times each path ended without one (unit: count_or_people, a finite number >= 0).

    Returns
    -------
    dict of str to float
        Fraction of conversions lost, per channel; need not sum to 1 (unit: any).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``paths.len() != conversions.len() || conversions.len() != nulls.len()``:
        ``infeasible``; ``!conversions.iter().any(|count| *count > 0.0)``: ``insufficient_data``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.

    References
    ----------
    S. Bryl, analyzecore.com (2016), after Anderl et al. (2016), International Journal of Research in
    Marketing 33

    Examples
    --------
    >>> import ukur
    >>> {name: round(value, 6) for name, value in ukur.metrics.attribution_markov_removal(conversions=[1, 0, 0], nulls=[0, 1, 1], paths=[['C1', 'C2', 'C3'], ['C1'], ['C2', 'C3']]).items()} == {'C1': 0.5, 'C2': 1.0, 'C3': 1.0}
    True
    """
    return _attribution_markov_removal.compute((paths, conversions, nulls), "raise")  # type: ignore[no-any-return]


def attribution_shapley(values: Mapping[str, float]) -> dict[str, float]:
    """Fair share of each channel in a joint result, averaged over all orders of joining.

    Shapley credit from coalition values. Formula: ``shapley_by_name(values)``.

    Parameters
    ----------
    values : mapping of str to float
        Result of every combination of channels, in any one unit (unit: any, a finite number).

    Returns
    -------
    dict of str to float
        Credit per channel in the same unit, summing to the result of all together (unit: any).

    Raises
    ------
    InvalidInputError
        An input is outside its domain.
    UndefinedError
        There is no value, by code: ``values.is_empty()``: ``insufficient_data``.

    Notes
    -----
    Roll-up: recompute.
    Its results are marked modelled: they rest on a model or an assumption, however well the inputs were
    measured.
    A coalition that is not listed is worth nothing. At most 20 channels.

    References
    ----------
    Shapley (1953); example from github.com/DP6/Marketing-Attribution-Models at 72bc20f

    Examples
    --------
    >>> import ukur
    >>> {name: round(value, 6) for name, value in ukur.metrics.attribution_shapley(values={'D': 4, 'D+F': 9, 'D+F+O': 19, 'D+O': 7, 'F': 6, 'F+O': 15, 'O': 7}).items()} == {'D': 3.166667, 'F': 8.166667, 'O': 7.666667}
    True
    """
    return _attribution_shapley.compute((values,), "raise")  # type: ignore[no-any-return]
