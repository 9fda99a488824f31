"""Creator tiers by platform: a table that is passed in, never code."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from .. import _core
from .._checked import checked
from .._inputs import as_array
from .._typing import ColumnLike
from ..errors import InvalidTypeError

__all__ = ["TierBorder", "classify", "tier_table"]


@dataclass(frozen=True)
class TierBorder:
    """One border: from here on an account of the platform is in the tier, until a higher border takes over.

    Attributes
    ----------
    platform : str
        The platform, compared without regard to case.
    tier : str
        The tier's name.
    from_ : float
        The border, in followers, subscribers or likes.
    strictly_above : bool
        True where the border itself still belongs to the tier below ("more than 100,000").
    """

    platform: str
    tier: str
    from_: float
    strictly_above: bool = False


@checked
def tier_table(borders: Iterable[TierBorder] | None = None) -> tuple[TierBorder, ...]:
    """Check and sort a table of tiers; without one, give the borders of Mediakix.

    Mediakix: micro from 10,000; macro strictly above 100,000 on Instagram, and from 250,000 on YouTube and
    Facebook. Below 10,000 an account is neither.

    Parameters
    ----------
    borders : iterable of TierBorder, optional
        The table.

    Returns
    -------
    tuple of TierBorder
        The table, sorted by platform and border.

    Raises
    ------
    InvalidInputError
        For an empty table, an invalid border, a row without a name, or a border given twice.

    Examples
    --------
    >>> import ukur
    >>> [border.tier for border in ukur.influencers.tier_table()]
    ['micro', 'macro', 'micro', 'macro', 'micro', 'macro']
    """
    return tuple(TierBorder(*row) for row in _core.influencers_tier_table(_rows(borders)))


@checked
def classify(
    platform: str | Sequence[str], followers: ColumnLike, *, table: Iterable[TierBorder] | None = None
) -> list[str | None]:
    """Say which tier each account is in.

    Parameters
    ----------
    platform : str or sequence of str
        The platform of all accounts, or one a row.
    followers : array-like of float
        Followers, subscribers or likes, a row an account.
    table : iterable of TierBorder, optional
        Another table than that of Mediakix.

    Returns
    -------
    list of str or None
        The tier; None below the lowest border, and where the count is missing.

    Raises
    ------
    InvalidInputError
        For a platform that the table does not hold (code ``"unknown_platform"``), and for a negative count.

    Examples
    --------
    >>> import ukur
    >>> ukur.influencers.classify("instagram", [9_999, 100_000, 100_001])
    [None, 'micro', 'macro']
    >>> ukur.influencers.classify("youtube", [250_000])
    ['macro']
    """
    counts = as_array("followers", followers)
    platforms = [platform] * len(counts) if isinstance(platform, str) else _texts("platform", platform)
    return _core.influencers_classify(platforms, counts, _rows(table))


def _rows(borders: Iterable[TierBorder] | None) -> list[tuple[str, str, float, bool]] | None:
    if borders is None:
        return None
    return [(row.platform, row.tier, float(row.from_), bool(row.strictly_above)) for row in borders]


def _texts(name: str, values: Any) -> list[str]:
    """A column of text of any library."""
    texts = values.to_list() if hasattr(values, "to_list") else list(values)
    texts = [text.as_py() if hasattr(text, "as_py") else text for text in texts]
    for row, text in enumerate(texts):
        if not isinstance(text, str):
            raise InvalidTypeError(f"`{name}` must hold text, got {text!r} in row {row}", "invalid_type")
    return texts
