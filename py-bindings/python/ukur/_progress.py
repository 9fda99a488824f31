"""What `progress=` may be: nothing, True for a line on the error stream, or a function of (done, total)."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any, TypeAlias

from .errors import InvalidTypeError

__all__ = ["Progress", "as_callback"]

Progress: TypeAlias = bool | Callable[[int, int], Any] | None
"""None or False: silent. True: a line on the error stream. A function gets steps done and in all; False stops."""


def as_callback(progress: Progress) -> Callable[[int, int], Any] | None:
    """Turn the argument into the function that the native part calls, or None.

    Parameters
    ----------
    progress : bool, callable or None
        What the caller passed.

    Returns
    -------
    callable or None
        A function of the steps done and in all.

    Raises
    ------
    InvalidTypeError
        When it is none of these.
    """
    if progress is None or progress is False:
        return None
    if progress is True:
        return _line
    if callable(progress):
        return progress
    raise InvalidTypeError(
        f"`progress` must be True, False or a function of (done, total), got a {type(progress).__name__}", "invalid_type"
    )


def _line(done: int, total: int) -> None:
    """A bar on one line, ended with the last step."""
    filled = 30 * done // max(total, 1)
    end = "\n" if done >= total else ""
    print(f"\r[{'#' * filled:<30}] {done} of {total}", end=end, file=sys.stderr, flush=True)
