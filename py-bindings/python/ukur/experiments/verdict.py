"""What to tell the client: a verdict in words that claims no more than the numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .._checked import checked
from .._statistics import Comparison, Verdict
from ..errors import InvalidTypeError
from ._door import call, comparison_numbers, optional

__all__ = ["verdict"]


@checked
def verdict(
    comparison: Comparison | Mapping[str, Any],
    *,
    treatment: str = "treatment",
    control: str = "control",
    outcome: str = "the outcome",
    unit: str = "number",
    margin: float | None = None,
) -> Verdict:
    """Put a comparison into words.

    Four answers, and "no difference" is none of them: a difference is shown; it is shown but too small to matter;
    equivalence within the margin is shown; or nothing is shown, and the sentence says what the data still allow.

    Parameters
    ----------
    comparison : Comparison
        As :func:`compare_means` and its kin give it.
    treatment, control, outcome : str
        What the groups and the outcome are called.
    unit : str
        ``"number"``, ``"share"`` (a fraction, written in percent), or a unit to write behind the number: ``"EUR"``.
    margin : float, optional
        The largest effect, either way, that would not matter. Without it equivalence is never claimed.

    Returns
    -------
    Verdict
        The finding, the numbers it stands on, and the sentence.

    Examples
    --------
    >>> from ukur.experiments import compare_proportions
    >>> v = verdict(compare_proportions(265, 10_000, 275, 10_000), outcome="the engagement rate", unit="share")
    >>> v.finding, "no difference" in v.sentence
    ('not_shown', False)
    """
    texts = []
    for name, text in (("treatment", treatment), ("control", control), ("outcome", outcome), ("unit", unit)):
        if not isinstance(text, str):
            raise InvalidTypeError(f"`{name}` must be text, got {text!r}", "invalid_type")
        texts.append(text)
    return call(Verdict, "verdict", *comparison_numbers(comparison), optional("margin", margin), texts=texts)
