"""JSON text from the native part becomes frozen dataclasses, whatever is nested in whatever."""

from __future__ import annotations

from dataclasses import dataclass

from ukur._records import record


@dataclass(frozen=True)
class Inner:
    value: float
    name: str | None


@dataclass(frozen=True)
class Outer:
    rows: tuple[Inner, ...]
    pair: tuple[float, float]
    best: Inner | None
    shares: dict[str, float]
    matrix: tuple[tuple[float, ...], ...]


def test_nested_results_are_built() -> None:
    text = (
        '{"rows": [{"value": 1, "name": null}], "pair": [1, 2.5], "best": null, "shares": {"a": 1},'
        ' "matrix": [[1, 2], []], "more": "than the face shows"}'
    )
    made = record(Outer, text)
    assert made == Outer(
        rows=(Inner(1.0, None),), pair=(1.0, 2.5), best=None, shares={"a": 1.0}, matrix=((1.0, 2.0), ())
    )
    assert isinstance(made.rows[0].value, float)
