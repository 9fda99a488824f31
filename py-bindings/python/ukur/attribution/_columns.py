"""Columns of any library."""

from __future__ import annotations

from typing import Any

import narwhals as nw
import numpy as np

__all__ = ["as_series", "is_missing"]


def as_series(values: Any) -> nw.Series[Any] | None:
    """A column of a library that has them, or None."""
    if isinstance(values, nw.Series):
        return values
    try:
        found: nw.Series[Any] = nw.from_native(values, series_only=True)
        return found
    except TypeError:
        return None


def is_missing(value: Any) -> bool:
    if isinstance(value, (float, np.floating, np.datetime64)):
        return bool(value != value)
    return value is None or type(value).__name__ in ("NAType", "NaTType")
