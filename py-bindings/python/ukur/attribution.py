"""Attribution: how the credit for conversions is shared among the channels that a customer met on the way.

Attribution is not incrementality: it shares out conversions that happened, and says nothing of how many would
not have happened without a channel. Every result carries that note.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias, TypeVar

import narwhals as nw
import numpy as np
import numpy.typing as npt

from . import _core
from ._frames import column, frame_like, open_frame
from ._inputs import as_array
from ._progress import Progress, as_callback
from ._purchases import as_codes, as_times
from ._records import build
from ._typing import CodeArray, ColumnLike, FloatArray
from .errors import InvalidInputError, InvalidTypeError

__all__ = [
    "Credits",
    "Journeys",
    "MarkovAttribution",
    "ShapleyAttribution",
    "TransitionMatrix",
    "attribute",
    "attribute_time_decay",
    "count_paths",
    "journeys",
    "markov",
    "shapley",
    "shapley_values",
    "transition_matrix",
]

T = TypeVar("T")
_NO_TOUCH = np.iinfo(np.uint32).max


@dataclass(frozen=True, eq=False)
class Journeys:
    """Journeys, or distinct paths with their counts.

    Path ``i`` is ``steps[offsets[i]:offsets[i + 1]]``, channel codes into `channels`.

    Attributes
    ----------
    channels : tuple of str
        The names of the channels, sorted; a channel's code is its place among them.
    offsets, steps : numpy.ndarray
        Where each path starts in `steps`, and the channel codes of all paths.
    conversions, values, nulls : numpy.ndarray
        Conversions, their value, and journeys without a conversion, by path.
    ages : numpy.ndarray or None
        How long before its journey's end each touch was; None where identical paths were counted.
    """

    channels: tuple[str, ...]
    offsets: CodeArray
    steps: CodeArray
    conversions: FloatArray
    values: FloatArray
    nulls: FloatArray
    ages: FloatArray | None = None

    def __len__(self) -> int:
        return len(self.conversions)

    def __repr__(self) -> str:
        return (
            f"Journeys({len(self)} paths over {len(self.channels)} channels, "
            f"{float(self.conversions.sum()):g} conversions)"
        )

    def path(self, index: int) -> tuple[str, ...]:
        """The channels of one path, in the order of the touches."""
        steps = self.steps[self.offsets[index] : self.offsets[index + 1]]
        return tuple(self.channels[step] for step in steps)

    def _arguments(
        self,
    ) -> tuple[int, CodeArray, CodeArray, FloatArray, FloatArray, FloatArray]:
        """What the native functions take first."""
        return len(self.channels), self.offsets, self.steps, self.conversions, self.values, self.nulls


Paths: TypeAlias = Journeys | Iterable[str] | Iterable[Sequence[str]]
"""Journeys; or paths as text, ``"search > email"``; or paths as lists of names."""


@dataclass(frozen=True)
class Credits:
    """The credit of each channel.

    Attributes
    ----------
    channels : tuple of str
        The channels, sorted.
    conversions, values : tuple of float
        Conversions and value credited to each.
    attributed_conversions, attributed_value : float
        What there was to share out: conversions with at least one touch before them.
    unattributed_conversions, unattributed_value : float
        Conversions that no touch preceded.
    is_incremental : bool
        Always False.
    note : str
        Why.
    """

    channels: tuple[str, ...]
    conversions: tuple[float, ...]
    values: tuple[float, ...]
    attributed_conversions: float
    attributed_value: float
    unattributed_conversions: float
    unattributed_value: float
    is_incremental: bool
    note: str

    def by_channel(self) -> dict[str, float]:
        """Conversions by the name of the channel."""
        return dict(zip(self.channels, self.conversions, strict=True))

    def to_frame(self, backend: Any = "pandas") -> Any:
        """A table with one row a channel: channel, conversions, value, and their shares.

        Parameters
        ----------
        backend : str
            ``"pandas"``, ``"polars"`` or ``"pyarrow"``.
        """
        return frame_like(
            backend,
            {
                "channel": list(self.channels),
                "conversions": list(self.conversions),
                "share": _shares(self.conversions),
                "value": list(self.values),
                "value_share": _shares(self.values),
            },
        )


def _shares(amounts: Sequence[float]) -> list[float]:
    total = math.fsum(amounts)
    return [amount / total if total else math.nan for amount in amounts]


@dataclass(frozen=True)
class MarkovAttribution:
    """Markov credits, with the removal effects they come from.

    Attributes
    ----------
    credits : Credits
        The credits.
    conversion_probability : float
        Probability that a journey converts, with every channel there.
    removal_effects : tuple of float
        Share of the conversions that is lost without the channel.
    removal_effects_value : tuple of float or None
        Share of the value that is lost; None where the conversions carry no value.
    states : int
        How many states the chain has.
    """

    credits: Credits
    conversion_probability: float
    removal_effects: tuple[float, ...]
    removal_effects_value: tuple[float, ...] | None
    states: int


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


@dataclass(frozen=True, eq=False)
class TransitionMatrix:
    """The moves of the chain, one entry a move that was seen.

    Attributes
    ----------
    states : tuple of str
        ``"(start)"``, then the touches that each state remembers, ``"(conversion)"``, ``"(null)"``.
    source, target : numpy.ndarray
        Places in `states` that a move leaves and reaches.
    count, probability : numpy.ndarray
        How often it was seen; the moves of one state have probabilities that add up to 1.
    """

    states: tuple[str, ...]
    source: CodeArray
    target: CodeArray
    count: FloatArray
    probability: FloatArray

    def to_frame(self, backend: Any = "pandas") -> Any:
        """A table with one row a move: source, target, count, probability.

        Parameters
        ----------
        backend : str
            ``"pandas"``, ``"polars"`` or ``"pyarrow"``.
        """
        return frame_like(
            backend,
            {
                "source": [self.states[at] for at in self.source],
                "target": [self.states[at] for at in self.target],
                "count": self.count,
                "probability": self.probability,
            },
        )


def journeys(
    frame: Any = None,
    *,
    customer: Any,
    time: Any,
    channel: Any,
    conversions: Any,
    values: Any = None,
    lookback: float | None = None,
    lapse_after: float | None = None,
    date_format: str | None = None,
    time_zone: str | None = None,
) -> Journeys:
    """Cut a table of events into journeys.

    A journey is the touches of one customer up to a conversion, or up to the end of the data or a silence (then
    it has no conversion). After a conversion the next touch starts a new journey. A touch and a conversion in one
    row: the touch comes first. At equal times, touches come in the alphabetical order of their channels and
    conversions without a channel after all touches; so the order of the rows never matters.

    Parameters
    ----------
    frame : frame, optional
        A table of pandas, Polars or PyArrow, one row an event. Without it the other arguments are columns.
    customer : str or column
        Who.
    time : str or column
        When: numbers, or dates, which become days.
    channel : str or column
        The channel touched; null for a conversion without a touch (an order, a sign-up).
    conversions : str or column
        Conversions at this event; 0 for a touch that did not convert.
    values : str or column, optional
        Their value.
    lookback : float, optional
        Touches longer ago than this before the journey's end are left out. In the unit of `time`; days for dates.
    lapse_after : float, optional
        A customer silent for longer than this starts anew, and the open journey ends without a conversion.
    date_format, time_zone : str, optional
        How text is read as dates; the zone whose days count.

    Returns
    -------
    Journeys
        One path a journey.

    Raises
    ------
    InvalidInputError
        For an unknown column, a missing customer or time, a negative or missing count or value, a value without a
        conversion, a row that is neither a touch nor a conversion.

    Examples
    --------
    >>> found = ukur.attribution.journeys(
    ...     customer=["ann", "ann", "ben"],
    ...     time=["2026-03-01", "2026-03-04", "2026-03-02"],
    ...     channel=["search", "email", "search"],
    ...     conversions=[0, 1, 0],
    ...     values=[0, 25, 0],
    ... )
    >>> found.path(0), found.ages
    (('search', 'email'), array([3., 0., 0.]))
    """
    if frame is not None:
        opened = open_frame("frame", frame)
        named = {"customer": customer, "time": time, "channel": channel, "conversions": conversions, "values": values}
        for name, wanted in named.items():
            if wanted is not None and not isinstance(wanted, str):
                raise InvalidTypeError(
                    f"`{name}` must name a column of `frame`, got a {type(wanted).__name__}", "invalid_type"
                )
        customer, time, channel, conversions = (
            column(name, opened, named[name]) for name in ("customer", "time", "channel", "conversions")
        )
        values = None if values is None else column("values", opened, values)
    who = _customers(customer)
    if len(missing := np.flatnonzero(who == _NO_TOUCH)):
        raise InvalidInputError(
            f"`customer` is missing in row {missing[0]} (counted from 0); leave such rows out: their journey is not known",
            "missing_name",
        )
    touched, names = _codes("channel", channel)
    counts = as_array("conversions", _native(conversions))
    amounts = np.zeros(len(counts)) if values is None else as_array("values", _native(values))
    offsets, steps, ages, counts, amounts = _core.attribution_journeys(
        len(names), who, _times(time, date_format, time_zone), touched, counts, amounts, lookback, lapse_after
    )
    nulls = (counts == 0).astype(np.float64)
    return Journeys(names, offsets, steps, counts, amounts, nulls, ages)


def _native(values: Any) -> Any:
    return values.to_native() if isinstance(values, nw.Series) else values


def _series(values: Any) -> nw.Series[Any] | None:
    """A column of a library that has them, or None."""
    if isinstance(values, nw.Series):
        return values
    try:
        found: nw.Series[Any] = nw.from_native(values, series_only=True)
        return found
    except TypeError:
        return None


def _customers(values: Any) -> CodeArray:
    """Codes of the customers; whole numbers that fit are their own codes."""
    series = _series(values)
    if series is None:
        return _codes("customer", values)[0]
    if series.dtype.is_integer() and not series.null_count() and len(series):
        numbers = np.asarray(series.to_numpy())
        if numbers.min() >= 0 and numbers.max() < _NO_TOUCH:
            return np.ascontiguousarray(numbers, dtype=np.uint32)
    return as_codes("customer", series)[0]


def _codes(name: str, values: Any) -> tuple[CodeArray, tuple[str, ...]]:
    """Codes of the distinct values in the order of their text, and those texts."""
    if isinstance(values, (str, bytes)) or not hasattr(values, "__len__"):
        raise InvalidTypeError(f"`{name}` must be a column, got {values!r}", "invalid_type")
    series = _series(values)
    if series is not None:
        codes, distinct = as_codes(name, series)
    else:
        given = values.tolist() if isinstance(values, np.ndarray) else list(values)
        numbers: dict[Any, int] = {}
        codes = np.fromiter(
            (_NO_TOUCH if _is_missing(one) else numbers.setdefault(one, len(numbers)) for one in given),
            dtype=np.uint32,
            count=len(given),
        )
        distinct = list(numbers)
    texts = [str(one) for one in distinct]
    order = sorted(range(len(texts)), key=texts.__getitem__)
    places = np.empty(len(texts) + 1, dtype=np.uint32)
    places[order] = np.arange(len(texts), dtype=np.uint32)
    places[-1] = _NO_TOUCH
    return places[np.minimum(codes, len(texts))], tuple(texts[at] for at in order)


def _is_missing(value: Any) -> bool:
    return value is None or value != value or type(value).__name__ in ("NAType", "NaTType")


def _times(values: Any, date_format: str | None, time_zone: str | None) -> FloatArray:
    """Numbers as they are, dates as days since 1970."""
    series = _series(values)
    if series is None:
        first = next((one for one in values if not _is_missing(one)), 0.0) if hasattr(values, "__iter__") else values
        if isinstance(first, (str, np.datetime64)) or hasattr(first, "isoformat"):
            try:
                moments = np.array([None if _is_missing(one) else one for one in values], dtype="datetime64[us]")
            except (TypeError, ValueError) as error:
                raise InvalidInputError(f"`time` holds a text that is no date: {error}", "unparseable_date") from error
            return _days(moments.view(np.int64), 86_400_000_000)
        return as_array("time", values)
    if series.dtype.is_numeric() and date_format is None:
        return as_array("time", series.to_native())
    times = as_times("time", series, date_format=date_format, time_zone=time_zone, instants=True)
    return _days(times.ticks, times.ticks_per_day)


def _days(ticks: npt.NDArray[np.int64], ticks_per_day: int) -> FloatArray:
    days = ticks / ticks_per_day
    days[ticks == np.iinfo(np.int64).min] = np.nan
    return np.asarray(days, dtype=np.float64)


def count_paths(
    paths: Paths,
    conversions: ColumnLike | None = None,
    nulls: ColumnLike | None = None,
    values: ColumnLike | None = None,
    *,
    separator: str = ">",
) -> Journeys:
    """Count identical paths once.

    Parameters
    ----------
    paths : Journeys, or iterable of str or of lists of str
        Journeys; or paths as text such as ``"search > email"``; or as lists of names. An empty path holds
        conversions that no touch preceded.
    conversions : array-like, optional
        Conversions along each path; not for Journeys, which hold theirs.
    nulls : array-like, optional
        Journeys along each path without a conversion; none if left out.
    values : array-like, optional
        Value of the conversions of each path; none if left out.
    separator : str
        What separates the names in a path given as text.

    Returns
    -------
    Journeys
        The distinct paths in the order of their channels.

    Raises
    ------
    InvalidInputError
        For columns of different length, negative or missing counts, a value without a conversion.

    Examples
    --------
    >>> ukur.attribution.count_paths(["G", "M", "G > M", "M"], [2, 1, 1, 0], [1, 0, 0, 1])
    Journeys(3 paths over 2 channels, 4 conversions)
    """
    given = _as_journeys(paths, conversions, nulls, values, separator)
    return Journeys(given.channels, *_core.attribution_count(*given._arguments()))


def _as_journeys(
    paths: Paths,
    conversions: ColumnLike | None,
    nulls: ColumnLike | None,
    values: ColumnLike | None,
    separator: str = ">",
) -> Journeys:
    if isinstance(paths, Journeys):
        for name, extra in (("conversions", conversions), ("nulls", nulls), ("values", values)):
            if extra is not None:
                raise InvalidInputError(
                    f"`{name}` must be left out where `paths` are Journeys: they hold their own", "unused_argument"
                )
        return paths
    if isinstance(paths, (str, bytes)) or not hasattr(paths, "__iter__"):
        raise InvalidTypeError(
            f"`paths` must be Journeys or a column of paths, got {paths!r}", "invalid_type"
        )
    if conversions is None:
        raise InvalidInputError("`conversions` is needed: how often each path converted", "missing_argument")
    codes, distinct = _distinct_paths(paths, separator)
    names = sorted({name for path in distinct for name in path})
    place = {name: code for code, name in enumerate(names)}
    lengths = np.array([len(path) for path in distinct], dtype=np.int64)
    flat = np.array([place[name] for path in distinct for name in path], dtype=np.uint32)
    ends = np.cumsum(lengths)
    # The steps of every row, from those of its distinct path.
    row_lengths = lengths[codes] if len(distinct) else np.zeros(0, dtype=np.int64)
    offsets = np.concatenate([[0], np.cumsum(row_lengths)])
    shift = np.repeat((ends - lengths)[codes] - offsets[:-1], row_lengths) if len(distinct) else row_lengths
    steps = flat[np.arange(offsets[-1]) + shift] if len(flat) else flat
    rows = len(codes)
    counts = as_array("conversions", conversions)
    return Journeys(
        tuple(names),
        offsets.astype(np.uint32),
        np.ascontiguousarray(steps, dtype=np.uint32),
        counts,
        np.zeros(rows) if values is None else as_array("values", values),
        np.zeros(rows) if nulls is None else as_array("nulls", nulls),
    )


def _distinct_paths(paths: Any, separator: str) -> tuple[npt.NDArray[np.int64], list[tuple[str, ...]]]:
    """The number of each row's distinct path, and the distinct paths; text is split once for each."""
    series = _series(paths)
    rows = series.to_list() if series is not None else list(paths)
    try:
        distinct = list(dict.fromkeys(rows))
    except TypeError:  # lists of names
        rows = [path if path is None or isinstance(path, str) else _names(path) for path in rows]
        distinct = list(dict.fromkeys(rows))
    numbers = {path: number for number, path in enumerate(distinct)}
    codes = np.fromiter(map(numbers.__getitem__, rows), dtype=np.int64, count=len(rows))
    return codes, [_split(path, separator) if isinstance(path, str) else _names(path) for path in distinct]


def _names(path: Any) -> tuple[str, ...]:
    """A path given as names; none for a null."""
    try:
        return () if path is None else tuple(str(name) for name in path)
    except TypeError as error:
        raise InvalidTypeError(
            f"`paths` must hold text or lists of names, got {path!r} ({type(path).__name__})", "invalid_type"
        ) from error


def _split(path: str, separator: str) -> tuple[str, ...]:
    return tuple(name for part in path.split(separator) if (name := part.strip()))


def _record(cls: type[T], text: str, channels: tuple[str, ...]) -> T:
    """A result with the names of its channels."""
    content = json.loads(text)
    content.get("credits", content)["channels"] = channels
    built: T = build(cls, content)
    return built


def attribute(
    paths: Paths,
    conversions: ColumnLike | None = None,
    nulls: ColumnLike | None = None,
    values: ColumnLike | None = None,
    *,
    rule: Literal["first", "last", "linear", "position"] = "linear",
    first: float = 0.4,
    last: float = 0.4,
    separator: str = ">",
) -> Credits:
    """Share out conversions and value by a rule.

    Parameters
    ----------
    paths, conversions, nulls, values, separator
        As for :func:`count_paths`.
    rule : {"first", "last", "linear", "position"}
        All to the first touch; all to the last; the same to every touch; or `first` to the first, `last` to the
        last and the rest in equal parts to those between (one touch takes all, two take their parts).
    first, last : float
        Shares for ``"position"``.

    Returns
    -------
    Credits
        The credits; attribution is not incrementality.

    Raises
    ------
    UndefinedError
        ``insufficient_data`` where no conversion has a touch before it.

    Examples
    --------
    >>> ukur.attribution.attribute(["A > B > A > C"], [10]).by_channel()
    {'A': 5.0, 'B': 2.5, 'C': 2.5}
    """
    given = _as_journeys(paths, conversions, nulls, values, separator)
    text = _core.attribution_attribute(*given._arguments(), rule, first, last)
    return _record(Credits, text, given.channels)


def attribute_time_decay(journeys: Journeys, half_life: float = 7.0) -> Credits:
    """Share out conversions and value by time decay.

    A touch `a` before the conversion weighs ``2 ** (-a / half_life)``, continuously, and the weights of a journey
    add up to one.

    Parameters
    ----------
    journeys : Journeys
        From :func:`journeys`, which keeps the times.
    half_life : float
        Age at which a touch weighs half, in the unit of the times; 7 days unless given.

    Returns
    -------
    Credits
        The credits.

    Raises
    ------
    UndefinedError
        ``insufficient_data`` where no conversion has a touch before it.
    """
    if not isinstance(journeys, Journeys) or journeys.ages is None:
        raise InvalidTypeError(
            "`journeys` must come from `attribution.journeys`: counted paths have lost the times", "invalid_type"
        )
    count, offsets, steps, conversions, values, _ = journeys._arguments()
    text = _core.attribution_time_decay(count, offsets, steps, journeys.ages, conversions, values, half_life)
    return _record(Credits, text, journeys.channels)


def markov(
    paths: Paths,
    conversions: ColumnLike | None = None,
    nulls: ColumnLike | None = None,
    values: ColumnLike | None = None,
    *,
    order: int = 1,
    removal: Literal["to_null", "drop"] = "to_null",
    separator: str = ">",
    progress: Progress = None,
) -> MarkovAttribution:
    """Share out conversions and value by removal effect in a Markov chain.

    The chain is solved, not simulated: two runs give the same bits, and so do rows in another order.

    Parameters
    ----------
    paths, conversions, nulls, values, separator
        As for :func:`count_paths`. Without `nulls` every journey converts.
    order : int
        How many touches a state remembers.
    removal : {"to_null", "drop"}
        Whether a customer on the way to the removed channel is lost (Anderl et al.), or takes one of the other
        moves; with the latter a channel may have a negative effect, and then gets no credit.
    progress : bool or callable, optional
        True for a line on the error stream; or a function of steps done and in all, False stops the work.

    Returns
    -------
    MarkovAttribution
        Credits and removal effects.

    Raises
    ------
    UndefinedError
        ``insufficient_data`` where no conversion has a touch before it.
    CancelledError
        When `progress` answers False.

    Examples
    --------
    >>> found = ukur.attribution.markov(["G", "M", "G > M"], [2, 1, 1], [1, 0, 0])
    >>> [round(effect, 3) for effect in found.removal_effects]
    [0.75, 0.5]
    >>> round(found.credits.by_channel()["G"], 3)
    2.4

    References
    ----------
    Anderl, Becker, von Wangenheim and Schumann (2016), Int. J. of Research in Marketing 33:457.
    """
    given = _as_journeys(paths, conversions, nulls, values, separator)
    text = _core.attribution_markov(*given._arguments(), order, removal, as_callback(progress))
    return _record(MarkovAttribution, text, given.channels)


def transition_matrix(
    paths: Paths,
    conversions: ColumnLike | None = None,
    nulls: ColumnLike | None = None,
    *,
    order: int = 1,
    separator: str = ">",
) -> TransitionMatrix:
    """Show the transition matrix that :func:`markov` solves.

    Parameters
    ----------
    paths, conversions, nulls, separator
        As for :func:`count_paths`.
    order : int
        How many touches a state remembers.

    Returns
    -------
    TransitionMatrix
        One entry a move that was seen.

    Raises
    ------
    UndefinedError
        ``insufficient_data`` without a journey with a touch.

    Examples
    --------
    >>> matrix = ukur.attribution.transition_matrix(["A", "A > B"], [1, 1], [2, 0])
    >>> matrix.states
    ('(start)', 'A', 'B', '(conversion)', '(null)')
    >>> matrix.probability
    array([1.  , 0.25, 0.25, 0.5 , 1.  ])
    """
    given = _as_journeys(paths, conversions, nulls, None, separator)
    offsets, contexts, source, target, count, probability = _core.attribution_transition_matrix(
        *given._arguments(), order
    )
    names = [
        " > ".join(given.channels[step] for step in contexts[start:end])
        for start, end in zip(offsets[1:-3], offsets[2:-2], strict=True)
    ]
    states = ("(start)", *names, "(conversion)", "(null)")
    return TransitionMatrix(states, source, target, count, probability)


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
    given = _as_journeys(paths, conversions, nulls, values, separator)
    text = _core.attribution_shapley(
        *given._arguments(), worth, exact_up_to, permutations, seed, as_callback(progress)
    )
    return _record(ShapleyAttribution, text, given.channels)


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
        members = frozenset(part.strip() for part in key.split("+")) if isinstance(key, str) else frozenset(key)
        if members in coalitions:
            raise InvalidInputError(
                f"`worth` lists the coalition {'+'.join(sorted(members))} twice", "repeated_coalition"
            )
        coalitions[members - {""}] = value
    names = sorted({name for members in coalitions for name in members})
    if not 1 <= len(names) <= 20:
        raise InvalidInputError(f"`worth` must name from 1 to 20 players, got {len(names)}", "out_of_domain")
    bit = {name: 1 << at for at, name in enumerate(names)}
    by_mask = np.zeros(1 << len(names))
    for members, value in coalitions.items():
        by_mask[sum(bit[name] for name in members)] = value
    return dict(zip(names, _core.attribution_shapley_values(len(names), by_mask).tolist(), strict=True))
