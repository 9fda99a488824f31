"""
Native part of ukur. Flat and declarative on purpose: so the type stubs come out complete.
"""

from typing import Final

__all__ = ["__version__"]

__version__: Final[str]
