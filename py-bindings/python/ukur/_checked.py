"""The door for options: what a signature says of an argument is what goes in, anything else is refused by its name."""

from __future__ import annotations

import functools
import inspect
import re
import types
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

import numpy as np

from ._inputs import as_number
from .errors import InvalidInputError, InvalidTypeError, UkurError

__all__ = ["checked"]

F = TypeVar("F", bound=Callable[..., Any])
Reader = Callable[[str, Any], Any]


def checked(function: F) -> F:
    """Read the options of a public function as its annotations say.

    Numbers, whole numbers, texts, flags, pairs, mappings, sequences and results of ukur are read here; columns and
    tables (``Any``, ``FloatLike`` ...) have doors of their own. What the native part still refuses by type comes out
    as an error of ukur too.

    Parameters
    ----------
    function : callable
        A public function or method.

    Returns
    -------
    callable
        The same function behind the door.
    """
    names = list(inspect.signature(function).parameters)
    readers: dict[str, Reader] | None = None

    @functools.wraps(function)
    def door(*args: Any, **kwargs: Any) -> Any:
        nonlocal readers
        if readers is None:
            readers = _readers(function)
        read = [readers[name](name, value) if name in readers else value for name, value in zip(names, args, strict=False)]
        named = {name: readers[name](name, value) if name in readers else value for name, value in kwargs.items()}
        try:
            return function(*read, *args[len(read) :], **named)
        except (TypeError, ValueError, OverflowError) as error:
            refusal = None if isinstance(error, UkurError) else _refusal(error, {**dict(zip(names, read, strict=False)), **named})
            if refusal is None:
                raise
            raise refusal from error

    return door  # type: ignore[return-value]


def _readers(function: Callable[..., Any]) -> dict[str, Reader]:
    """How each argument is read, for those that have no door of their own."""
    found = {name: _reader(hint) for name, hint in get_type_hints(function).items() if name != "return"}
    return {name: reader for name, reader in found.items() if reader is not None}


def _reader(hint: Any) -> Reader | None:
    origin, inside = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return _either([one for one in inside if one is not type(None)], type(None) in inside)
    if origin is Literal:
        return _text
    if origin is tuple and inside and Ellipsis not in inside:
        return _together([_reader(one) or _anything for one in inside])
    if origin in (Mapping, dict):
        return _named(_text if inside[0] is str else _anything, _reader(inside[1]) or _anything)
    if origin in (Sequence, Iterable):
        return _listed(_reader(inside[0]) or _anything)
    if hint in _PLAIN:
        return _PLAIN[hint]
    if isinstance(hint, type) and hint.__module__.startswith("ukur.") and not _is_typed_dict(hint):
        return _made(hint)
    return None


def _either(kinds: list[Any], optional: bool) -> Reader | None:
    """One kind, or nothing; text, or a number or a list; a list or a mapping. Other mixtures have their own doors."""
    if len(kinds) == 1:
        only = _reader(kinds[0])
        if only is None or not optional:
            return only
        return lambda name, value: None if value is None else only(name, value)
    other = next((kind for kind in kinds if kind is not str), None)
    if len(kinds) == 2 and str in kinds and (other is float or get_origin(other) in (Sequence, Iterable)):
        read = _reader(other) or _anything

        def text_or(name: str, value: Any) -> Any:
            if value is None and optional:
                return None
            return _text(name, value) if isinstance(value, str) else read(name, value)

        return text_or
    row = next((kind for kind in kinds if get_origin(kind) in (Sequence, Iterable)), None)
    table = next((kind for kind in kinds if get_origin(kind) is Mapping), None)
    if len(kinds) == 2 and row is not None and table is not None and not optional:
        read_row, read_table = _reader(row) or _anything, _reader(table) or _anything
        return lambda name, value: (read_table if isinstance(value, Mapping) else read_row)(name, value)
    return None


def _anything(_: str, value: Any) -> Any:
    return value


def _refuse(name: str, expected: str, value: Any) -> InvalidTypeError:
    got = repr(value)
    shown = type(value).__name__ if len(got) > 60 or "\n" in got else f"{got} ({type(value).__name__})"
    return InvalidTypeError(f"`{name}` must be {expected}, got {'None' if value is None else shown}", "invalid_type")


def _whole(name: str, value: Any) -> int:
    read = as_number(name, value)
    if read != read:
        raise InvalidInputError(f"`{name}` must be a whole number, got NaN (a missing value)", "nan_input")
    if read in (float("inf"), float("-inf")) or read != int(read):
        raise InvalidInputError(f"`{name}` must be a whole number, got {read:g}", "out_of_domain")
    return int(value)


def _text(name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise _refuse(name, "text", value)
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise InvalidInputError(f"`{name}` must be text that is valid Unicode, got {value!r}", "out_of_domain") from error
    return value


def _flag(name: str, value: Any) -> bool:
    if not isinstance(value, (bool, np.bool_)):
        raise _refuse(name, "True or False", value)
    return bool(value)


def _together(readers: list[Reader]) -> Reader:
    """A pair, or some more things of which each has its place."""

    def read(name: str, value: Any) -> Any:
        parts = None if isinstance(value, (Mapping, set, frozenset)) else _rows_of(value)
        if parts is None:
            raise _refuse(name, f"{len(readers)} values together", value)
        if len(parts) != len(readers):
            raise InvalidInputError(f"`{name}` must be {len(readers)} values together, got {len(parts)}", "length_mismatch")
        return tuple(one(f"{name}[{place}]", part) for place, (one, part) in enumerate(zip(readers, parts, strict=True)))

    return read


def _named(key: Reader, inside: Reader) -> Reader:
    """Values by name."""

    def read(name: str, value: Any) -> Any:
        if not isinstance(value, Mapping):
            raise _refuse(name, "a mapping (a dict)", value)
        return {key(f"a key of {name}", label): inside(f"{name}[{label!r}]", one) for label, one in value.items()}

    return read


def _listed(inside: Reader) -> Reader:
    """Things in a row; text is one thing, and a table a thing of another kind."""

    def read(name: str, value: Any) -> Any:
        rows = None if isinstance(value, Mapping) else _rows_of(value)
        if rows is None:
            raise _refuse(name, "a list", value)
        return [inside(f"{name}[{place}]", one) for place, one in enumerate(rows)]

    return read


def _rows_of(value: Any) -> list[Any] | None:
    """What a list, a column of any library or a generator holds; None for text, tables and what holds nothing."""
    if isinstance(value, (str, bytes, bytearray, memoryview)) or hasattr(value, "columns"):
        return None
    for how in ("tolist", "to_list", "to_pylist"):  # with plain numbers and texts in it
        if hasattr(value, how):
            value = getattr(value, how)()
            break
    return list(value) if hasattr(value, "__iter__") else None


def _made(wanted: type[Any]) -> Reader:
    """A result of ukur, a model."""

    def read(name: str, value: Any) -> Any:
        if not isinstance(value, wanted):
            raise _refuse(name, f"a {wanted.__name__}", value)
        return value

    return read


def _is_typed_dict(hint: type[Any]) -> bool:
    return issubclass(hint, dict)


_PLAIN: dict[Any, Reader] = {float: as_number, int: _whole, str: _text, bool: _flag}
_NOTE = re.compile(r"while processing '(\w+)'")


def _refusal(error: Exception, given: Mapping[str, Any]) -> UkurError | None:
    """What the native part says of an argument that it cannot read, as an error of ukur; None for other errors."""
    for note in getattr(error, "__notes__", ()):
        if found := _NOTE.search(note):
            name = found[1]
            if isinstance(error, OverflowError):
                shown = f", got {given[name]}" if name in given else ""
                return InvalidInputError(f"`{name}` must be a whole number that is not negative and not huge{shown}", "out_of_domain")
            return InvalidTypeError(f"`{name}` is of the wrong type: {error}", "invalid_type")
    return None
