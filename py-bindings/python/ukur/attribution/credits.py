"""What every method gives: the credit of each channel, and that it is not incrementality."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from .._checked import checked
from .._frames import frame_like
from .._records import build

__all__ = ["Credits", "T", "named_record"]

T = TypeVar("T")


@dataclass(frozen=True)
class Credits:
    """The credit of each channel.

    Attributes
    ----------
    channels : tuple of str
        The channels, sorted.
    conversions, values : tuple of float
        Conversions and value credited to each.
    attributed_conversions, attributed_value : float
        What there was to share out: conversions with at least one touch before them.
    unattributed_conversions, unattributed_value : float
        Conversions that no touch preceded.
    is_incremental : bool
        Always False.
    note : str
        Why.
    """

    channels: tuple[str, ...]
    conversions: tuple[float, ...]
    values: tuple[float, ...]
    attributed_conversions: float
    attributed_value: float
    unattributed_conversions: float
    unattributed_value: float
    is_incremental: bool
    note: str

    @checked
    def by_channel(self) -> dict[str, float]:
        """Conversions by the name of the channel."""
        return dict(zip(self.channels, self.conversions, strict=True))

    @checked
    def to_frame(self, backend: Any = "pandas") -> Any:
        """A table with one row a channel: channel, conversions, value, and their shares.

        Parameters
        ----------
        backend : str
            ``"pandas"``, ``"polars"`` or ``"pyarrow"``.
        """
        return frame_like(
            backend,
            {
                "channel": list(self.channels),
                "conversions": list(self.conversions),
                "share": _shares(self.conversions),
                "value": list(self.values),
                "value_share": _shares(self.values),
            },
        )


def _shares(amounts: Sequence[float]) -> list[float]:
    total = math.fsum(amounts)
    return [amount / total if total else math.nan for amount in amounts]


@checked
def named_record(cls: type[T], text: str, channels: tuple[str, ...]) -> T:
    """A result with the names of its channels."""
    content = json.loads(text)
    content.get("credits", content)["channels"] = channels
    built: T = build(cls, content)
    return built
