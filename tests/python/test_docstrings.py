"""Every example of a docstring runs and prints what it says."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest
import ukur

MODULES = sorted(
    found.name
    for found in pkgutil.walk_packages(ukur.__path__, "ukur.")
    if not found.name.rpartition(".")[2].startswith("_core")
)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_print_what_they_say(name: str) -> None:
    module = importlib.import_module(name)
    result = doctest.testmod(module, extraglobs={"ukur": ukur}, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert result.failed == 0, f"{result.failed} of the examples in {name}"
