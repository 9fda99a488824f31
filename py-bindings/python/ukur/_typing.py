"""Types that the signatures name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal, Protocol, TypeAlias

import numpy as np
import numpy.typing as npt


class SupportsArray(Protocol):
    """A column of pandas, Polars, PyArrow or Narwhals."""

    def __array__(self, *args: Any, **kwargs: Any) -> npt.NDArray[Any]: ...


ColumnLike: TypeAlias = Sequence[float | None] | npt.NDArray[Any] | SupportsArray
"""A column of numbers; ``None`` and nulls are missing values."""

FloatLike: TypeAlias = float | ColumnLike
"""One number, or a column of them."""

FloatArray: TypeAlias = npt.NDArray[np.float64]
"""A column that comes back."""

FloatOut: TypeAlias = float | FloatArray
"""A number where numbers went in, an array where a column did."""

IntArray: TypeAlias = npt.NDArray[np.int64]
"""A column of 64-bit whole numbers."""

CodeArray: TypeAlias = npt.NDArray[np.uint32]
"""A column of codes from 0."""

FlagArray: TypeAlias = npt.NDArray[np.bool_]
"""A column of true and false."""

Provenance: TypeAlias = Literal["measured", "estimated", "modelled"]
"""Where a number comes from, from the best to the worst."""

OnInvalid: TypeAlias = Literal["raise", "nan"]
"""What to do with an invalid value in a column."""

ColumnsByName: TypeAlias = dict[str, FloatArray]
"""Columns by name, as they cross to the native part."""
