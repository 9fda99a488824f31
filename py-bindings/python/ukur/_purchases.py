"""The door for tables of purchases: customers of any type become codes, dates of any type become ticks."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import narwhals as nw
import numpy as np
import numpy.typing as npt

from . import _core
from ._typing import CodeArray, IntArray
from .errors import InvalidInputError, InvalidTypeError

__all__ = ["Customers", "Times", "as_codes", "as_customers", "as_moment", "as_times"]

_MISSING = np.iinfo(np.int64).min
_MISSING_CODE = np.iinfo(np.uint32).max
_TICKS_PER_DAY = {
    "D": 1,
    "h": 24,
    "m": 1_440,
    "s": 86_400,
    "ms": 86_400_000,
    "us": 86_400_000_000,
    "ns": 86_400_000_000_000,
}
_MICROSECONDS = _TICKS_PER_DAY["us"]
_EPOCH = dt.date(1970, 1, 1).toordinal()


@dataclass(frozen=True)
class Customers:
    """Who bought, a row each: whole numbers as they are, anything else as codes in the order of the names."""

    ids: IntArray | None
    codes: CodeArray | None
    count: int
    names: nw.Series[Any] | None
    dtype: Any
    backend: Any

    def labels(self, label: str, numbers: IntArray) -> nw.Series[Any]:
        """The caller's own names, in the caller's own type, of the customers that came back."""
        if self.names is not None:
            return self.names[numbers].alias(label)
        return nw.new_series(label, numbers, dtype=self.dtype, backend=self.backend)


@dataclass(frozen=True)
class Times:
    """When, a row each: ticks since 1970. With a `zone` the ticks are instants (UTC) that it shows as local."""

    ticks: IntArray
    ticks_per_day: int
    zone: ZoneInfo | None = None


def as_customers(argument: str, series: nw.Series[Any]) -> Customers:
    """Read the column that names the customers.

    Parameters
    ----------
    argument : str
        The argument that named the column, for the message.
    series : narwhals.Series
        Whole numbers, text, categories or anything that can be put in order; nulls are missing customers.

    Returns
    -------
    Customers
        Numbers for the kernels, and the way back.

    Raises
    ------
    InvalidTypeError
        For broken numbers, and for values that cannot be put in one order.
    """
    dtype, backend = series.dtype, series.implementation
    if dtype.is_integer() and (dtype != nw.UInt64 or _fits(series)):
        ids = _integers(series)
        return Customers(ids, None, 0, None, dtype, backend)
    if dtype.is_float():
        numbers = np.asarray(series.to_numpy(), dtype=np.float64)
        whole = np.isnan(numbers) | ((np.floor(numbers) == numbers) & (np.abs(numbers) < 2.0**53))
        if not whole.all():
            row = int(np.argmin(whole))
            raise InvalidTypeError(
                f"`{argument}` must name customers by whole numbers or text, got {numbers[row]} in row {row} of the "
                f"column {series.name!r}",
                "invalid_type",
            )
        ids = np.where(np.isnan(numbers), 0.0, numbers).astype(np.int64)
        ids[np.isnan(numbers)] = _MISSING
        return Customers(ids, None, 0, None, dtype, backend)
    codes, names = _factorise(argument, series)
    if dtype == nw.Object:
        _whole_names(argument, series, codes, names)
    return Customers(None, codes, len(names), names, dtype, backend)


def as_codes(argument: str, series: nw.Series[Any]) -> tuple[CodeArray, list[Any]]:
    """Read a column of names as codes in the order of the names.

    Parameters
    ----------
    argument : str
        The argument that named the column, for the message.
    series : narwhals.Series
        Text, categories, whole numbers or anything that can be put in order.

    Returns
    -------
    tuple of (numpy.ndarray, list)
        The codes, the largest 32-bit number for a null, and the distinct names.

    Raises
    ------
    InvalidTypeError
        For values that cannot be put in one order.
    """
    codes, names = _factorise(argument, series)
    return codes, names.to_list()


def _whole_names(argument: str, series: nw.Series[Any], codes: CodeArray, names: nw.Series[Any]) -> None:
    """Refuse what a column of floats refuses, in a column of objects: an infinite customer, or a fraction of one."""
    for code, name in enumerate(names.to_list()):
        if isinstance(name, (float, Decimal, np.floating)) and (not math.isfinite(name) or name != math.floor(name)):
            row = int(np.argmax(codes == code))
            raise InvalidTypeError(
                f"`{argument}` must name customers by whole numbers or text, got {name} in row {row} of the column "
                f"{series.name!r}",
                "invalid_type",
            )


def _fits(series: nw.Series[Any]) -> bool:
    """Whether unsigned ids fit into signed 64 bits."""
    largest = series.max()
    return largest is None or int(largest) <= np.iinfo(np.int64).max


def _integers(series: nw.Series[Any]) -> IntArray:
    """Whole numbers, nulls as the smallest number there is."""
    if series.null_count():
        series = series.cast(nw.Int64).fill_null(_MISSING)
    return np.ascontiguousarray(series.to_numpy(), dtype=np.int64)


def _factorise(argument: str, series: nw.Series[Any]) -> tuple[CodeArray, nw.Series[Any]]:
    """Codes in the order of the distinct values, and those values; a null gets the missing code."""
    if isinstance(series.dtype, (nw.Categorical, nw.Enum)):
        series = series.cast(nw.String)
    native = series.to_native()
    backend = series.implementation
    try:
        if backend.is_pandas():
            return _factorise_pandas(native)
        if backend.is_polars():
            return _factorise_polars(native)
        if backend.is_pyarrow():
            return _factorise_pyarrow(native)
        names = series.drop_nulls().unique().sort()
        places = {name: code for code, name in enumerate(names.to_list())}
        codes = np.array([places.get(value, _MISSING_CODE) for value in series.to_list()], dtype=np.uint32)
    except Exception as error:
        raise InvalidTypeError(
            f"`{argument}` must hold values of one kind, text or whole numbers, but the column {series.name!r} "
            f"({series.dtype}) cannot be put in order: {error}",
            "invalid_type",
        ) from error
    return codes, names


def _factorise_pandas(native: Any) -> tuple[CodeArray, nw.Series[Any]]:
    import pandas as pd

    codes, distinct = pd.factorize(native)
    order = np.asarray(distinct.argsort())
    names = nw.from_native(pd.Series(distinct.take(order)), series_only=True)
    return _reordered(codes, order), names


def _factorise_polars(native: Any) -> tuple[CodeArray, nw.Series[Any]]:
    import polars as pl

    distinct = native.drop_nulls().unique().sort()
    codes = native.replace_strict(
        distinct, pl.Series(range(len(distinct)), dtype=pl.UInt32), default=None, return_dtype=pl.UInt32
    )
    numbers = codes.fill_null(int(_MISSING_CODE)).to_numpy()
    return np.ascontiguousarray(numbers), nw.from_native(distinct, series_only=True)


def _factorise_pyarrow(native: Any) -> tuple[CodeArray, nw.Series[Any]]:
    import pyarrow as pa
    import pyarrow.compute as pc

    whole = native.combine_chunks() if isinstance(native, pa.ChunkedArray) else native
    if isinstance(whole, pa.ChunkedArray):  # nothing to combine
        whole = pa.concat_arrays(whole.chunks) if whole.num_chunks else pa.array([], type=whole.type)
    encoded = whole.dictionary_encode()
    order = pc.sort_indices(encoded.dictionary).to_numpy()
    codes = encoded.indices.fill_null(-1).to_numpy(zero_copy_only=False)
    names = pa.chunked_array([encoded.dictionary.take(pa.array(order))])
    return _reordered(codes, order), nw.from_native(names, series_only=True)


def _reordered(codes: npt.NDArray[Any], order: npt.NDArray[Any]) -> CodeArray:
    """Codes into the distinct values as they came, as codes into them in order; -1 is missing."""
    places = np.empty(len(order) + 1, dtype=np.uint32)
    places[order] = np.arange(len(order), dtype=np.uint32)
    places[-1] = _MISSING_CODE
    reordered: CodeArray = places[codes]
    return reordered


def as_times(
    argument: str, series: nw.Series[Any], *, date_format: str | None, time_zone: str | None, instants: bool
) -> Times:
    """Read the column of dates.

    Parameters
    ----------
    argument : str
        The argument that named the column, for the message.
    series : narwhals.Series
        Dates, datetimes with or without a zone, or text.
    date_format : str or None
        The format of text (or of dates written as whole numbers); ISO 8601 without it.
    time_zone : str or None
        The zone whose days count, for times that are instants.
    instants : bool
        Whether the time of day matters: instants then stay in UTC, so that no hour is lost or counted twice.

    Returns
    -------
    Times
        Ticks since 1970; the smallest number there is where the date is missing.

    Raises
    ------
    InvalidInputError
        For a text that is no date, and for a zone that does not apply.
    InvalidTypeError
        When the column holds no dates.
    """
    dtype = series.dtype
    if dtype == nw.Date:
        return _of_array(series.to_numpy())
    if isinstance(dtype, nw.Datetime):
        if dtype.time_zone is None:
            _refuse_zone(argument, series, time_zone)
            return _of_array(series.to_numpy())
        zone = _zone(time_zone or dtype.time_zone)
        local = _of_array(series.dt.convert_time_zone(zone.key).dt.replace_time_zone(None).to_numpy())
        if not instants or not _has_times(local):
            return local
        return _with_zone(_of_array(series.dt.convert_time_zone("UTC").dt.replace_time_zone(None).to_numpy()), zone)
    if dtype.is_integer() and date_format is not None:
        series = series.cast(nw.String)
    elif dtype == nw.Object:
        return _of_objects(argument, series, time_zone)
    if series.dtype not in (nw.String, nw.Categorical) and not isinstance(series.dtype, nw.Enum):
        what = "whole numbers" if dtype.is_integer() else f"{dtype}"
        raise InvalidTypeError(
            f"`{argument}` must name a column of dates, but {series.name!r} holds {what}; convert it, or name the "
            'format of dates written as whole numbers, as in date_format="%Y%m%d"',
            "invalid_type",
        )
    return _of_text(argument, series, date_format, time_zone, instants)


def _of_array(array: npt.NDArray[Any]) -> Times:
    """A `datetime64` array; NaT already is the smallest number there is."""
    if array.dtype.kind != "M":
        array = array.astype("datetime64[us]")
    unit, step = np.datetime_data(array.dtype)
    if unit not in _TICKS_PER_DAY or step != 1:
        array, unit = array.astype("datetime64[us]"), "us"
    return Times(np.ascontiguousarray(array).view(np.int64), _TICKS_PER_DAY[unit])


def _of_objects(argument: str, series: nw.Series[Any], time_zone: str | None) -> Times:
    """Python's dates and datetimes, one by one."""
    ticks = np.empty(len(series), dtype=np.int64)
    dates_only = True
    for row, value in enumerate(series.to_list()):
        if value is None or value != value or type(value).__name__ == "NAType":
            ticks[row] = _MISSING
        elif isinstance(value, dt.datetime) and value.tzinfo is None:
            dates_only = False
            ticks[row] = _microseconds(value)
        elif isinstance(value, dt.date) and not isinstance(value, dt.datetime):
            ticks[row] = (value.toordinal() - _EPOCH) * _MICROSECONDS
        else:
            raise InvalidTypeError(
                f"`{argument}` must name a column of dates of one kind, but {series.name!r} holds {value!r} "
                f"({type(value).__name__}) in row {row}",
                "invalid_type",
            )
    if not dates_only:
        _refuse_zone(argument, series, time_zone)
    return Times(ticks, _MICROSECONDS)


def _of_text(
    argument: str, series: nw.Series[Any], date_format: str | None, time_zone: str | None, instants: bool
) -> Times:
    """Text: every distinct one is read once."""
    codes, names = _factorise(argument, series)
    texts = [str(text) for text in names.to_list()]
    try:
        read, dates_only, with_offset = _core.read_dates(argument, texts, None, date_format)
    except InvalidInputError as error:
        if error.code not in ("unparseable_date", "mixed_offsets"):
            raise
        # The same once more in the order of the rows, to name the first one.
        found, first = np.unique(codes, return_index=True)
        pairs = sorted((int(row), texts[code]) for code, row in zip(found, first, strict=True) if code < len(texts))
        _core.read_dates(argument, [text for _, text in pairs], [row for row, _ in pairs], date_format)
        raise
    zone = None
    if with_offset:
        zone = _zone(time_zone or "UTC")
        local = _local(read, zone)
        if instants and (local % _MICROSECONDS != 0).any():
            local = read
        else:
            zone = None
        read = local
    elif not dates_only:
        _refuse_zone(argument, series, time_zone)
    per_day = _MICROSECONDS
    if dates_only:
        read, per_day = read // _MICROSECONDS, 1
    lookup = np.append(read, _MISSING)
    return Times(lookup[np.minimum(codes, len(texts))], per_day, zone)


def _local(ticks: IntArray, zone: ZoneInfo) -> IntArray:
    """Instants in microseconds as the zone's clocks showed them."""
    if zone.key == "UTC":
        return ticks
    origin = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
    moved = [
        _microseconds((origin + dt.timedelta(microseconds=tick)).astimezone(zone).replace(tzinfo=None))
        for tick in ticks.tolist()
    ]
    return np.array(moved, dtype=np.int64)


def _microseconds(moment: dt.datetime) -> int:
    """Microseconds from 1970 to a datetime without a zone, exactly."""
    return (moment.replace(tzinfo=None) - dt.datetime(1970, 1, 1)) // dt.timedelta(microseconds=1)


def _has_times(times: Times) -> bool:
    present = times.ticks[times.ticks != _MISSING]
    return bool((present % times.ticks_per_day != 0).any())


def _with_zone(times: Times, zone: ZoneInfo) -> Times:
    return Times(times.ticks, times.ticks_per_day, zone)


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise InvalidInputError(
            f"`time_zone` must be a name such as 'Asia/Jakarta' or 'UTC', got {name!r}", "unknown_time_zone"
        ) from error


def _refuse_zone(argument: str, series: nw.Series[Any], time_zone: str | None) -> None:
    if time_zone is not None:
        raise InvalidInputError(
            f"`time_zone` is {time_zone!r}, but the times in {series.name!r} (`{argument}`) carry no zone to convert "
            "from; leave `time_zone` out, or give the column its zone first",
            "no_time_zone",
        )


def as_moment(argument: str, value: Any, times: Times, date_format: str | None) -> tuple[int, bool] | None:
    """Read the end of observation.

    Parameters
    ----------
    argument : str
        The argument's name, for the message.
    value : str, date, datetime, numpy.datetime64 or None
        The end; a date means the end of that day.
    times : Times
        The purchases' times, in whose ticks the answer is.
    date_format : str or None
        The format of the purchases' dates, tried where the text is no ISO date.

    Returns
    -------
    tuple of (int, bool), or None
        A day and True, or a tick and False.

    Raises
    ------
    InvalidInputError
        For a text that is no date.
    InvalidTypeError
        For anything else that is no date.
    """
    if value is None:
        return None
    if isinstance(value, str):
        return _text_moment(argument, value, times, date_format)
    if isinstance(value, np.datetime64) and not np.isnat(value):
        if np.datetime_data(value.dtype)[0] in ("Y", "M", "W", "D"):
            return _day_moment(int(value.astype("datetime64[D]").astype(np.int64)), times)
        return _tick_moment(int(value.astype("datetime64[us]").astype(np.int64)), times)
    if isinstance(value, dt.datetime) and value == value:  # not NaT
        if value.tzinfo is not None:
            zone = times.zone and dt.UTC
            value = value.astimezone(zone) if zone else value
        return _tick_moment(_microseconds(value), times)
    if isinstance(value, dt.date) and value == value:
        return _day_moment(value.toordinal() - _EPOCH, times)
    raise InvalidTypeError(
        f"`{argument}` must be a date, as text or as a date, got {value!r} ({type(value).__name__})", "invalid_type"
    )


def _text_moment(argument: str, text: str, times: Times, date_format: str | None) -> tuple[int, bool]:
    try:
        read, dates_only, _ = _core.read_dates(argument, [text], None, None)
    except InvalidInputError as error:
        try:
            if date_format is None:
                raise error
            read, dates_only, _ = _core.read_dates(argument, [text], None, date_format)
        except InvalidInputError:
            raise InvalidInputError(
                f'`{argument}` must be a date such as "1997-09-30", got {text!r}', "unparseable_date"
            ) from None
    tick = int(read[0])
    return _day_moment(tick // _MICROSECONDS, times) if dates_only else _tick_moment(tick, times)


def _day_moment(day: int, times: Times) -> tuple[int, bool]:
    if times.zone is None:
        return day, True
    # The last instant of the day where the customers live.
    next_day = dt.datetime.fromordinal(day + 1 + _EPOCH).replace(tzinfo=times.zone).astimezone(dt.UTC)
    tick, _ = _tick_moment(_microseconds(next_day), times)
    return tick - 1, False


def _tick_moment(microseconds: int, times: Times) -> tuple[int, bool]:
    return microseconds * times.ticks_per_day // _MICROSECONDS, False
