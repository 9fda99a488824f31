# generated from the catalogue by scripts/faces; do not edit, run `make faces`
# A number is a column of one too: the first signature that fits is the one that holds.
# mypy: disable-error-code="overload-overlap"
from typing import overload

from .._typing import ColumnLike, FloatArray, FloatLike, OnInvalid

__all__ = [
    "programme_score",
    "programme_score_geometric",
    "minmax_normalised",
    "content_quality_score",
]

@overload
def programme_score(reach_index: float, sharing_index: float, money_index: float, w_reach: float, w_sharing: float, w_money: float, *, on_invalid: OnInvalid = ...) -> float: ...
@overload
def programme_score(reach_index: FloatLike, sharing_index: FloatLike, money_index: FloatLike, w_reach: FloatLike, w_sharing: FloatLike, w_money: FloatLike, *, on_invalid: OnInvalid = ...) -> FloatArray: ...
@overload
def programme_score_geometric(reach_index: float, sharing_index: float, money_index: float, *, on_invalid: OnInvalid = ...) -> float: ...
@overload
def programme_score_geometric(reach_index: FloatLike, sharing_index: FloatLike, money_index: FloatLike, *, on_invalid: OnInvalid = ...) -> FloatArray: ...
@overload
def minmax_normalised(value: float, low: float, high: float, *, on_invalid: OnInvalid = ...) -> float: ...
@overload
def minmax_normalised(value: FloatLike, low: FloatLike, high: FloatLike, *, on_invalid: OnInvalid = ...) -> FloatArray: ...
def content_quality_score(ratings: ColumnLike, weights: ColumnLike, max_rating: FloatLike) -> float: ...
