"""Small structured results: JSON text from the native part, a frozen dataclass for the user."""

from __future__ import annotations

import dataclasses
import json
import types
import typing
from functools import cache
from typing import Any, TypeVar, cast

from .errors import UndefinedError

__all__ = ["build", "record"]

T = TypeVar("T")


def record(cls: type[T], text: str) -> T:
    """Read the JSON text of a result into its dataclass.

    Parameters
    ----------
    cls : type
        A dataclass; its annotations say how nested results are read. Lists become tuples.
    text : str
        The JSON text.

    Returns
    -------
    object
        An instance of `cls`.
    """
    return cast(T, build(cls, json.loads(text)))


def build(wanted: Any, value: Any) -> Any:
    """Turn parsed JSON into what an annotation asks for.

    Parameters
    ----------
    wanted : type
        A dataclass, ``tuple[X, ...]``, ``tuple[X, Y]``, ``X | None``, ``dict[str, X]`` or a plain type.
    value : object
        The parsed JSON.

    Returns
    -------
    object
        The value, nested dataclasses built.

    Raises
    ------
    UndefinedError
        When a number that must be there is none: it was infinite or NaN; code ``"unbounded"``.
    """
    if value is None:
        if wanted is float:  # JSON has no other word for a number that is none
            raise UndefinedError(
                "the result has no value here: the inputs are so extreme that a part of it passes every number",
                "unbounded",
            )
        return None
    if isinstance(wanted, type) and dataclasses.is_dataclass(wanted):
        # A key without a field is skipped: the native part may say more than this face shows.
        return wanted(**{name: build(hint, value.get(name)) for name, hint in _fields(wanted) if name in value})
    origin, arguments = typing.get_origin(wanted), typing.get_args(wanted)
    if origin in (typing.Union, types.UnionType):
        chosen = next(argument for argument in arguments if argument is not type(None))
        return build(chosen, value)
    if origin is tuple:
        if len(arguments) == 2 and arguments[1] is Ellipsis:
            return tuple(build(arguments[0], item) for item in value)
        return tuple(build(argument, item) for argument, item in zip(arguments, value, strict=True))
    if origin is dict:
        return {key: build(arguments[1], item) for key, item in value.items()}
    return float(value) if wanted is float else value


@cache
def _fields(cls: Any) -> tuple[tuple[str, Any], ...]:
    """The fields of a dataclass with their resolved annotations."""
    hints = typing.get_type_hints(cls)
    return tuple((field.name, hints[field.name]) for field in dataclasses.fields(cls) if field.init)
