"""How curves and channels cross to the native part."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from typing import Any

from ..errors import InvalidTypeError

__all__ = ["as_json"]


def as_json(name: str, value: Any) -> str:
    """An argument as JSON; what JSON lacks is refused by name."""
    try:
        return json.dumps(value, allow_nan=False, default=_plain)
    except (TypeError, ValueError) as error:
        raise InvalidTypeError(f"`{name}` is not as expected: {error}", "invalid_type") from error


def _plain(value: Any) -> Any:
    """Mappings, dataclasses and NumPy numbers as what JSON knows."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return dataclasses.asdict(value)
    if isinstance(value, Mapping):
        return dict(value)
    if hasattr(value, "item"):
        return value.item()
    raise TypeError(f"a {type(value).__name__} has no place here")
