# generated from the catalogue by scripts/faces; do not edit, run `make faces`
# A number is a column of one too: the first signature that fits is the one that holds.
# mypy: disable-error-code="overload-overlap"
from typing import overload

from .._typing import FloatArray, FloatLike, OnInvalid

__all__ = [
    "ifrs15_points_allocation",
    "ifrs15_product_allocation",
    "ifrs15_points_revenue",
    "ifrs15_points_liability",
]

@overload
def ifrs15_points_allocation(price: float, points_issued: float, expected_redemption: float, point_value: float, *, on_invalid: OnInvalid = ...) -> float: ...
@overload
def ifrs15_points_allocation(price: FloatLike, points_issued: FloatLike, expected_redemption: FloatLike, point_value: FloatLike, *, on_invalid: OnInvalid = ...) -> FloatArray: ...
@overload
def ifrs15_product_allocation(price: float, points_issued: float, expected_redemption: float, point_value: float, *, on_invalid: OnInvalid = ...) -> float: ...
@overload
def ifrs15_product_allocation(price: FloatLike, points_issued: FloatLike, expected_redemption: FloatLike, point_value: FloatLike, *, on_invalid: OnInvalid = ...) -> FloatArray: ...
@overload
def ifrs15_points_revenue(allocation: float, redeemed_cumulative: float, expected_total_redeemed: float, recognised_before: float, *, on_invalid: OnInvalid = ...) -> float: ...
@overload
def ifrs15_points_revenue(allocation: FloatLike, redeemed_cumulative: FloatLike, expected_total_redeemed: FloatLike, recognised_before: FloatLike, *, on_invalid: OnInvalid = ...) -> FloatArray: ...
@overload
def ifrs15_points_liability(allocation: float, redeemed_cumulative: float, expected_total_redeemed: float, *, on_invalid: OnInvalid = ...) -> float: ...
@overload
def ifrs15_points_liability(allocation: FloatLike, redeemed_cumulative: FloatLike, expected_total_redeemed: FloatLike, *, on_invalid: OnInvalid = ...) -> FloatArray: ...
