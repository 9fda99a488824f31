"""Prints what a WebAssembly module is made of: bytes of code by part of the crates, and the largest functions.

    scripts/wasm.sh --sizes metrics
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path


class Reader:
    """The bytes of a module, from a place on."""

    def __init__(self, data: bytes, at: int = 0) -> None:
        self.data, self.at = data, at

    def byte(self) -> int:
        self.at += 1
        return self.data[self.at - 1]

    def number(self) -> int:
        value = shift = 0
        while True:
            byte = self.byte()
            value |= (byte & 127) << shift
            shift += 7
            if byte < 128:
                return value

    def text(self) -> str:
        size = self.number()
        self.at += size
        return self.data[self.at - size : self.at].decode(errors="replace")


def functions(data: bytes) -> tuple[list[tuple[str, int]], Counter]:
    """Name and bytes of each function, and the bytes of each section."""
    imported, bodies, names, sections = 0, [], {}, Counter()
    reader = Reader(data, 8)
    while reader.at < len(data):
        kind, size = reader.byte(), reader.number()
        inner, end = Reader(data, reader.at), reader.at + size
        sections[{2: "import", 10: "code", 11: "data", 0: "custom"}.get(kind, "other")] += size
        if kind == 2:
            for _ in range(inner.number()):
                inner.text(), inner.text()
                if inner.byte() != 0:
                    raise SystemExit("an import that is no function")
                inner.number()
                imported += 1
        elif kind == 10:
            for _ in range(inner.number()):
                length = inner.number()
                bodies.append(length)
                inner.at += length
        elif kind == 0 and inner.text() == "name":
            while inner.at < end:
                subsection, length = inner.byte(), inner.number()
                if subsection == 1:
                    names = {inner.number(): inner.text() for _ in range(inner.number())}
                    break
                inner.at += length
        reader.at = end
    return [(names.get(imported + at, "?"), size) for at, size in enumerate(bodies)], sections


def part(name: str) -> str:
    """`crate::module` of a function's name."""
    name = re.sub(r"::h[0-9a-f]{16}|\[[0-9a-f]{8,16}\]", "", name)
    if name.startswith("<"):
        own = re.search(r"\bukur(_wasm)?(::\w+)+", name)
        name = own.group(0) if own else name[1:]
    return "::".join(name.split("::")[:3])


def main() -> None:
    found, sections = functions(Path(sys.argv[1]).read_bytes())
    print("sections:", ", ".join(f"{name} {size}" for name, size in sections.most_common() if name != "custom"))
    parts, counts = Counter(), Counter()
    for name, size in found:
        parts[part(name)] += size
        counts[part(name)] += 1
    for name, size in parts.most_common(40):
        print(f"{size:8} {counts[name]:4}  {name}")
    print("the largest functions:")
    for name, size in sorted(found, key=lambda one: -one[1])[:40]:
        print(f"{size:8}  {name[:120]}")


if __name__ == "__main__":
    main()
