"""Journeys, from a table of events."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import narwhals as nw
import numpy as np
import numpy.typing as npt

from .. import _core
from .._checked import checked
from .._frames import column, open_frame
from .._inputs import as_array
from .._purchases import as_codes, as_times
from .._typing import CodeArray, FloatArray
from ..errors import InvalidInputError, InvalidTypeError
from ._columns import as_series, is_missing

__all__ = ["Journeys", "journeys"]

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

    def _columns(
        self,
    ) -> tuple[int, CodeArray, CodeArray, FloatArray, FloatArray, FloatArray]:
        """The paths, as the native functions take them."""
        return len(self.channels), self.offsets, self.steps, self.conversions, self.values, self.nulls


@checked
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


def _customers(values: Any) -> CodeArray:
    """Codes of the customers; whole numbers that fit are their own codes."""
    series = as_series(values)
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
    series = as_series(values)
    if series is not None:
        codes, distinct = as_codes(name, series)
    else:
        given = values.tolist() if isinstance(values, np.ndarray) else list(values)
        numbers: dict[Any, int] = {}
        codes = np.fromiter(
            (_NO_TOUCH if is_missing(one) else numbers.setdefault(one, len(numbers)) for one in given),
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


def _times(values: Any, date_format: str | None, time_zone: str | None) -> FloatArray:
    """Numbers as they are, dates as days since 1970."""
    series = as_series(values)
    if series is None:
        first = next((one for one in values if not is_missing(one)), 0.0) if hasattr(values, "__iter__") else values
        if isinstance(first, (str, np.datetime64)) or hasattr(first, "isoformat"):
            try:
                moments = np.array([None if is_missing(one) else one for one in values], dtype="datetime64[us]")
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
