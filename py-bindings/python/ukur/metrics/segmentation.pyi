# generated from the catalogue by scripts/faces; do not edit, run `make faces`
# A number is a column of one too: the first signature that fits is the one that holds.
# mypy: disable-error-code="overload-overlap"
from typing import overload

from .._typing import ColumnLike, FloatArray, FloatLike, OnInvalid

__all__ = [
    "rfm_score_concat",
    "rfm_score_weighted",
    "rfm_quintile_rank",
    "top_share",
    "gini",
    "herfindahl",
]

@overload
def rfm_score_concat(r: float, f: float, m: float, *, on_invalid: OnInvalid = ...) -> float: ...
@overload
def rfm_score_concat(r: FloatLike, f: FloatLike, m: FloatLike, *, on_invalid: OnInvalid = ...) -> FloatArray: ...
@overload
def rfm_score_weighted(r: float, f: float, m: float, wr: float, wf: float, wm: float, *, on_invalid: OnInvalid = ...) -> float: ...
@overload
def rfm_score_weighted(r: FloatLike, f: FloatLike, m: FloatLike, wr: FloatLike, wf: FloatLike, wm: FloatLike, *, on_invalid: OnInvalid = ...) -> FloatArray: ...
def rfm_quintile_rank(values: ColumnLike, value: FloatLike) -> float: ...
def top_share(revenue: ColumnLike, fraction: FloatLike) -> float: ...
def gini(values: ColumnLike) -> float: ...
def herfindahl(values: ColumnLike) -> float: ...
