# generated from the catalogue by scripts/faces; do not edit, run `make faces`
# A number is a column of one too: the first signature that fits is the one that holds.
# mypy: disable-error-code="overload-overlap"
from typing import overload

from .._typing import FloatArray, FloatLike, OnInvalid

__all__ = [
    "nps",
    "nps_standard_error",
    "nps_ci_half_width",
    "advocacy_rate",
]

@overload
def nps(promoters: float, passives: float, detractors: float, *, on_invalid: OnInvalid = ...) -> float: ...
@overload
def nps(promoters: FloatLike, passives: FloatLike, detractors: FloatLike, *, on_invalid: OnInvalid = ...) -> FloatArray: ...
@overload
def nps_standard_error(promoters: float, passives: float, detractors: float, *, on_invalid: OnInvalid = ...) -> float: ...
@overload
def nps_standard_error(promoters: FloatLike, passives: FloatLike, detractors: FloatLike, *, on_invalid: OnInvalid = ...) -> FloatArray: ...
@overload
def nps_ci_half_width(standard_error: float, *, on_invalid: OnInvalid = ...) -> float: ...
@overload
def nps_ci_half_width(standard_error: FloatLike, *, on_invalid: OnInvalid = ...) -> FloatArray: ...
@overload
def advocacy_rate(advocates: float, customers: float, *, on_invalid: OnInvalid = ...) -> float: ...
@overload
def advocacy_rate(advocates: FloatLike, customers: FloatLike, *, on_invalid: OnInvalid = ...) -> FloatArray: ...
