# generated from the catalogue by scripts/faces; do not edit, run `make faces`
# A number is a column of one too: the first signature that fits is the one that holds.
# mypy: disable-error-code="overload-overlap"
from typing import overload

from .._typing import FloatArray, FloatLike, OnInvalid

__all__ = [
    "bass_cumulative",
    "bass_peak_time",
    "bass_peak_adoptions",
]

@overload
def bass_cumulative(p: float, q: float, t: float, *, on_invalid: OnInvalid = ...) -> float: ...
@overload
def bass_cumulative(p: FloatLike, q: FloatLike, t: FloatLike, *, on_invalid: OnInvalid = ...) -> FloatArray: ...
@overload
def bass_peak_time(p: float, q: float, *, on_invalid: OnInvalid = ...) -> float: ...
@overload
def bass_peak_time(p: FloatLike, q: FloatLike, *, on_invalid: OnInvalid = ...) -> FloatArray: ...
@overload
def bass_peak_adoptions(m: float, p: float, q: float, *, on_invalid: OnInvalid = ...) -> float: ...
@overload
def bass_peak_adoptions(m: FloatLike, p: FloatLike, q: FloatLike, *, on_invalid: OnInvalid = ...) -> FloatArray: ...
