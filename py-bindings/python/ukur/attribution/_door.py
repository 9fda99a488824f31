"""How paths cross to the native part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, TypeAlias

import numpy as np

from .. import _core
from .._inputs import as_array
from .._typing import CodeArray, ColumnLike
from ..errors import InvalidInputError, InvalidTypeError
from ._columns import as_series, is_missing
from .journeys import Journeys

__all__ = ["Paths", "as_journeys"]

Paths: TypeAlias = Journeys | Iterable[str] | Iterable[Sequence[str]]
"""Journeys; or paths as text, ``"search > email"``; or paths as lists of names."""


def as_journeys(
    paths: Paths,
    conversions: ColumnLike | None,
    nulls: ColumnLike | None,
    values: ColumnLike | None,
    separator: str = ">",
) -> Journeys:
    if isinstance(paths, Journeys):
        for name, extra in (("conversions", conversions), ("nulls", nulls), ("values", values)):
            if extra is not None:
                raise InvalidInputError(
                    f"`{name}` must be left out where `paths` are Journeys: they hold their own", "unused_argument"
                )
        return paths
    if isinstance(paths, (str, bytes)) or not hasattr(paths, "__iter__"):
        raise InvalidTypeError(
            f"`paths` must be Journeys or a column of paths, got {paths!r}", "invalid_type"
        )
    if conversions is None:
        raise InvalidInputError("`conversions` is needed: how often each path converted", "missing_argument")
    names, offsets, steps = _path_codes(paths, separator)
    rows = len(offsets) - 1
    return Journeys(
        names,
        offsets,
        steps,
        as_array("conversions", conversions),
        np.zeros(rows) if values is None else as_array("values", values),
        np.zeros(rows) if nulls is None else as_array("nulls", nulls),
    )


def _path_codes(paths: Any, separator: str) -> tuple[tuple[str, ...], CodeArray, CodeArray]:
    """The names, and offsets and steps of every path."""
    if not isinstance(separator, str):
        raise InvalidTypeError(f"`separator` must be text, got a {type(separator).__name__}", "invalid_type")
    series = as_series(paths)
    rows = series.to_list() if series is not None else _listed_rows(paths)
    try:
        text = "\0".join(rows)
    except TypeError:
        rows = ["" if is_missing(path) else path for path in rows]
        if not all(isinstance(path, str) for path in rows):
            return _listed([_names(path) for path in rows])
        text = "\0".join(rows)
    names, offsets, steps = _core.attribution_paths(text, len(rows), separator)
    return tuple(names), offsets, steps


def _listed_rows(paths: Any) -> list[Any]:
    rows = paths.tolist() if isinstance(paths, np.ndarray) else list(paths)
    if not isinstance(rows, list):  # an array without dimensions
        raise InvalidTypeError(f"`paths` must be a column of paths, got {paths!r}", "invalid_type")
    return rows


def _names(path: Any) -> tuple[str, ...]:
    """A path given as names; none for a null."""
    try:
        if path and isinstance(path, (str, bytes)):
            raise TypeError
        names = tuple(path)
        if any(is_missing(name) for name in names):
            raise InvalidInputError(f"`paths` must name every step, got {path!r} among them", "missing_name")
        # As in text: spaces around a name do not count, and a step without a name is none.
        return tuple(name for name in (str(name).strip() for name in names) if name)
    except TypeError as error:
        raise InvalidTypeError(
            f"`paths` must all be text, or all lists of names, got {path!r} ({type(path).__name__}) among them",
            "invalid_type",
        ) from error


def _listed(paths: list[tuple[str, ...]]) -> tuple[tuple[str, ...], CodeArray, CodeArray]:
    names = sorted({name for path in paths for name in path})
    place = {name: code for code, name in enumerate(names)}
    offsets = np.zeros(len(paths) + 1, dtype=np.uint32)
    np.cumsum([len(path) for path in paths], out=offsets[1:])
    steps = np.array([place[name] for path in paths for name in path], dtype=np.uint32)
    return tuple(names), offsets, steps
