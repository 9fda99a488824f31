# generated from the catalogue by scripts/faces; do not edit, run `make faces`
from collections.abc import Sequence

from .._typing import ColumnLike, FloatLike

__all__ = [
    "max_coverage_exact",
    "budgeted_coverage_exact",
    "knapsack_value",
    "influence_spread_exact",
]

def max_coverage_exact(audiences: Sequence[ColumnLike], k: FloatLike) -> float: ...
def budgeted_coverage_exact(audiences: Sequence[ColumnLike], costs: ColumnLike, budget: FloatLike) -> float: ...
def knapsack_value(values: ColumnLike, costs: ColumnLike, budget: FloatLike) -> float: ...
def influence_spread_exact(edges: Sequence[tuple[str, str, float]], seed_nodes: Sequence[str]) -> float: ...
