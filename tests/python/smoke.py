"""What must work with nothing installed but ukur and what it brings."""

import importlib
import pkgutil
import sys

import ukur

modules = [found.name for found in pkgutil.walk_packages(ukur.__path__, "ukur.")]
for module in modules:
    importlib.import_module(module)
heavy = {"pandas", "polars", "pyarrow", "scipy", "matplotlib", "sklearn"} & set(sys.modules)
assert not heavy, f"importing ukur imports {sorted(heavy)}"
print(f"ukur {ukur.__version__}: {len(modules)} modules imported with {', '.join(sorted({'numpy', 'narwhals'} & set(sys.modules)))} alone")
