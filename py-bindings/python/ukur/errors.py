"""What ukur raises: one tree, and a stable ``code``, the same string in Rust, Python and JavaScript."""

from __future__ import annotations

__all__ = [
    "CancelledError",
    "ConvergenceError",
    "InvalidInputError",
    "InvalidTypeError",
    "NotFittedError",
    "UkurError",
    "UndefinedError",
]


class UkurError(Exception):
    """Base of everything ukur raises.

    Attributes
    ----------
    code : str
        A stable name to branch on: a status such as ``"zero_denominator"``, or the kind of refusal.
    """

    code: str

    def __init__(self, message: str, code: str = "unknown") -> None:
        # What a caller gave may print as several lines; a message is one.
        super().__init__(" ".join(str(message).split("\n")))
        self.code = code

    def __reduce__(self) -> tuple[type[UkurError], tuple[str, str]]:
        return type(self), (str(self), self.code)


class InvalidInputError(UkurError, ValueError):
    """An argument's value is wrong: missing, infinite, outside its domain, of another length."""


class UndefinedError(UkurError, ArithmeticError, ValueError):
    """The arguments are legal, but the quantity has no value there: a zero denominator and its kin."""


class InvalidTypeError(UkurError, TypeError, ValueError):
    """An argument is of the wrong type: text where numbers belong, a table where a column does."""


class ConvergenceError(UkurError, RuntimeError):
    """A fit found no answer."""


class CancelledError(UkurError, RuntimeError):
    """The caller's progress callback stopped the work. (Ctrl-C raises ``KeyboardInterrupt`` as ever.)"""


class NotFittedError(UkurError, ValueError, AttributeError):
    """A model was asked before it was fitted."""

    def __init__(self, message: str, code: str = "not_fitted") -> None:
        super().__init__(message, code)
