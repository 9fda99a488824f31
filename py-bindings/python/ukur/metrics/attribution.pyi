# generated from the catalogue by scripts/faces; do not edit, run `make faces`
from collections.abc import Mapping, Sequence

from .._typing import ColumnLike, FloatArray, FloatLike

__all__ = [
    "attribution_linear_credit",
    "attribution_position_credit",
    "attribution_time_decay_credit",
    "attribution_markov",
    "attribution_markov_removal",
    "attribution_shapley",
]

def attribution_linear_credit(path: Sequence[str], channel: str) -> float: ...
def attribution_position_credit(n: FloatLike) -> FloatArray: ...
def attribution_time_decay_credit(ages_days: ColumnLike, half_life: FloatLike) -> FloatArray: ...
def attribution_markov(paths: Sequence[Sequence[str]], conversions: ColumnLike, nulls: ColumnLike) -> dict[str, float]: ...
def attribution_markov_removal(paths: Sequence[Sequence[str]], conversions: ColumnLike, nulls: ColumnLike) -> dict[str, float]: ...
def attribution_shapley(values: Mapping[str, float]) -> dict[str, float]: ...
