# generated from the catalogue by scripts/faces; do not edit, run `make faces`
# A number is a column of one too: the first signature that fits is the one that holds.
# mypy: disable-error-code="overload-overlap"
from typing import overload

from .._typing import ColumnLike, FloatArray, FloatLike, OnInvalid

__all__ = [
    "conversion_rate",
    "lead_to_customer_rate",
    "cta_value",
    "action_value_from_funnel",
    "funnel_rate",
]

@overload
def conversion_rate(conversions: float, visitors: float, *, on_invalid: OnInvalid = ...) -> float: ...
@overload
def conversion_rate(conversions: FloatLike, visitors: FloatLike, *, on_invalid: OnInvalid = ...) -> FloatArray: ...
@overload
def lead_to_customer_rate(customers: float, prospects: float, *, on_invalid: OnInvalid = ...) -> float: ...
@overload
def lead_to_customer_rate(customers: FloatLike, prospects: FloatLike, *, on_invalid: OnInvalid = ...) -> FloatArray: ...
def cta_value(conversions: ColumnLike, value_each: ColumnLike) -> float: ...
@overload
def action_value_from_funnel(action_to_purchase_rate: float, margin_per_purchase: float, *, on_invalid: OnInvalid = ...) -> float: ...
@overload
def action_value_from_funnel(action_to_purchase_rate: FloatLike, margin_per_purchase: FloatLike, *, on_invalid: OnInvalid = ...) -> FloatArray: ...
def funnel_rate(step_rates: ColumnLike) -> float: ...
