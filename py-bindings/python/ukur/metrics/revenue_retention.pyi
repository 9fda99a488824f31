# generated from the catalogue by scripts/faces; do not edit, run `make faces`
# A number is a column of one too: the first signature that fits is the one that holds.
# mypy: disable-error-code="overload-overlap"
from typing import overload

from .._typing import ColumnLike, FloatArray, FloatLike, OnInvalid

__all__ = [
    "mrr",
    "nrr",
    "grr",
    "revenue_churn_gross",
    "quick_ratio",
]

def mrr(subscribers: ColumnLike, price: ColumnLike, months_in_term: ColumnLike) -> float: ...
@overload
def nrr(start: float, expansion: float, contraction: float, churned: float, *, on_invalid: OnInvalid = ...) -> float: ...
@overload
def nrr(start: FloatLike, expansion: FloatLike, contraction: FloatLike, churned: FloatLike, *, on_invalid: OnInvalid = ...) -> FloatArray: ...
@overload
def grr(start: float, contraction: float, churned: float, *, on_invalid: OnInvalid = ...) -> float: ...
@overload
def grr(start: FloatLike, contraction: FloatLike, churned: FloatLike, *, on_invalid: OnInvalid = ...) -> FloatArray: ...
@overload
def revenue_churn_gross(start: float, contraction: float, churned: float, *, on_invalid: OnInvalid = ...) -> float: ...
@overload
def revenue_churn_gross(start: FloatLike, contraction: FloatLike, churned: FloatLike, *, on_invalid: OnInvalid = ...) -> FloatArray: ...
@overload
def quick_ratio(new: float, expansion: float, churned: float, contraction: float, *, on_invalid: OnInvalid = ...) -> float: ...
@overload
def quick_ratio(new: FloatLike, expansion: FloatLike, churned: FloatLike, contraction: FloatLike, *, on_invalid: OnInvalid = ...) -> FloatArray: ...
