# generated from the catalogue by scripts/faces; do not edit, run `make faces`
# A number is a column of one too: the first signature that fits is the one that holds.
# mypy: disable-error-code="overload-overlap"
from typing import overload

from .._typing import ColumnLike, FloatArray, FloatLike, OnInvalid

__all__ = [
    "percent_change",
    "benchmark_index",
    "benchmark_z",
    "percentile_rank",
]

@overload
def percent_change(current: float, previous: float, *, on_invalid: OnInvalid = ...) -> float: ...
@overload
def percent_change(current: FloatLike, previous: FloatLike, *, on_invalid: OnInvalid = ...) -> FloatArray: ...
@overload
def benchmark_index(value: float, benchmark: float, *, on_invalid: OnInvalid = ...) -> float: ...
@overload
def benchmark_index(value: FloatLike, benchmark: FloatLike, *, on_invalid: OnInvalid = ...) -> FloatArray: ...
@overload
def benchmark_z(value: float, mean_peer: float, sd_peer: float, *, on_invalid: OnInvalid = ...) -> float: ...
@overload
def benchmark_z(value: FloatLike, mean_peer: FloatLike, sd_peer: FloatLike, *, on_invalid: OnInvalid = ...) -> FloatArray: ...
def percentile_rank(peers: ColumnLike, value: FloatLike) -> float: ...
