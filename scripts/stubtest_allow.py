"""What stubtest (mypy 2) cannot compare: aliases of `Literal` and functions behind `functools.cache`. Prints their names."""

import functools
import importlib
import pkgutil
import typing

import ukur

for module in [ukur, *(importlib.import_module(found.name) for found in pkgutil.walk_packages(ukur.__path__, "ukur."))]:
    for name, one in vars(module).items():
        if isinstance(one, functools._lru_cache_wrapper) or typing.get_origin(one) is typing.Literal:
            print(f"{module.__name__}.{name}")
print("ukur.metrics.__all__  # put together from the names of the groups")
print("ukur.models.__all__  # put together with the names of the generated classes")
print("ukur.models._base.CovariateModel.at  # mypy forgets the names of positional parameters behind a decorator")
