"""Writes what is generated: the Python and JavaScript faces of metrics and models, the metrics' vectors and pages.

    python3 scripts/faces/main.py           write
    python3 scripts/faces/main.py --check   compare, and fail with the names of files that differ
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import docs
import models
import models_python
import models_typescript
import python
import typescript
import vectors

ROOT = Path(__file__).resolve().parents[2]
TEXTS = ROOT / "core/src/catalogue/texts"


def catalogue() -> list[dict]:
    """The records, from the crate itself."""
    command = ["cargo", "run", "--quiet", "--locked", "--package", "ukur", "--features", "serde", "--example", "catalogue"]
    printed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    records = json.loads(printed)
    for record in records:
        # The record's formula puts every numerator and denominator into parentheses: a name alone needs none.
        record["formula"] = re.sub(r"(?<![\w.])\((\w+)\)", r"\1", record["formula"])
    return records


def wanted() -> dict[Path, str]:
    """Every generated file with its text."""
    records = catalogue()
    rooms = {
        ROOT / "py-bindings/python/ukur/metrics": python.modules(records),
        ROOT / "wasm-bindings/js/metrics": typescript.modules(records, TEXTS),
        ROOT / "tests/vectors/metrics": vectors.files(records),
        ROOT / "docs/metrics": docs.files(records, TEXTS),
    }
    classes = models.records(ROOT)
    python_room, javascript_room = ROOT / "py-bindings/python/ukur/models", ROOT / "wasm-bindings/js/models"
    rooms[python_room] = models_python.modules(classes)
    rooms[javascript_room] = models_typescript.modules(classes)
    return {room / name: text for room, files in rooms.items() for name, text in files.items()}


def main() -> int:
    files = wanted()
    differing = [path for path, text in files.items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    if "--check" in sys.argv:
        for path in differing:
            print(f"{path.relative_to(ROOT)} is not what the core says: run `make faces` and commit it", file=sys.stderr)
        return 1 if differing else 0
    for path in differing:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(files[path], encoding="utf-8")
        print(f"wrote {path.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
