"""Compare what the tests of the languages left in build/: results bit by bit, public names one by one.

    compare.py BUILD rust python js
"""

import json
import re
import sys
from pathlib import Path

BUILD = Path(sys.argv[1])
GROUPS = set(sys.argv[2:])
ROOT = Path(__file__).resolve().parent.parent
ALLOWED = json.loads((ROOT / "tests" / "names.json").read_text())
TO_COME = set(ALLOWED["rooms_without_javascript"])
RUNNERS = {"rust": ["rust"], "python": ["python"], "js": ["node", "chromium"]}


def camel(name: str) -> str:
    """``metrics.engagement_rate`` as ``metrics.engagementRate``; a name of a class stays."""
    return re.sub(r"(?<=[a-zA-Z0-9])_([a-z0-9])", lambda found: found.group(1).upper(), name)


def comparable(result: object) -> str:
    """A result as text. In a record what has no value is null, NaN in a table of it, or no field at all, and is left out;
    a text that is a name is spelled as each language spells it."""
    if not isinstance(result, list) or all(re.fullmatch("nan|[0-9a-f]{16}", one) for one in result):
        return json.dumps(result)
    valued = (one for one in result if one not in {"null", "nan"})
    return json.dumps([camel(one) if re.fullmatch(r'"\w+"', one) else one for one in valued])


def bits() -> list[str]:
    """The differences between the results of the runners."""
    wanted = [runner for group in RUNNERS if group in GROUPS for runner in RUNNERS[group]]
    results, wrong = {}, []
    for runner in wanted:
        path = BUILD / "bits" / f"{runner}.json"
        if path.exists():
            results[runner] = json.loads(path.read_text())
        else:
            wrong.append(f"{runner} left no results: {path}")
    cases = sorted(set().union(*results.values())) if results else []
    for case in cases:
        to_come = re.split(r"[:.]", case.partition(".json:")[2])[0] in TO_COME
        runs = {runner for runner in results if not (to_come and runner in RUNNERS["js"])}
        seen = {runner: comparable(results[runner].get(case, "not run")) for runner in runs}
        if len(set(seen.values())) > 1:
            wrong.append(f"{case}: " + "; ".join(f"{runner} {text[:120]}" for runner, text in seen.items()))
    numbers = sum(len(v) for v in next(iter(results.values()), {}).values() if isinstance(v, list))
    print(f"{len(cases)} cases, {numbers} numbers, the same bits in {', '.join(results)}" if not wrong else "bits differ")
    if not cases:
        wrong.append("no case was run")
    return wrong


def names() -> list[str]:
    """The public names that one language has and another lacks."""
    found = {path.stem: set(json.loads(path.read_text())) for path in (BUILD / "names").glob("*.json")}
    if not {"python", "javascript"} <= set(found):
        return [] if not {"python", "js"} <= GROUPS else [f"names were left by {sorted(found)} only"]
    allowed = ALLOWED
    waiting = {name for name in found["python"] if name.split(".")[0] in TO_COME}
    if waiting:
        print(f"not in JavaScript yet: {len(waiting)} names of {', '.join(sorted(TO_COME))}")
    python = {camel(name) for name in found["python"] - waiting - set(allowed["python_only"])}
    javascript = found["javascript"] - set(allowed["javascript_only"])
    wrong = [f"in Python only: {name}" for name in sorted(python - javascript)]
    wrong += [f"in JavaScript only: {name}" for name in sorted(javascript - python)]
    wrong += [f"tests/names.json: Python has no {name}" for name in sorted(set(allowed["python_only"]) - found["python"])]
    wrong += [
        f"tests/names.json: JavaScript has no {name}"
        for name in sorted(set(allowed["javascript_only"]) - found["javascript"])
    ]
    if "rust" in found:  # the catalogue's metrics
        rust = {camel(name) for name in found["rust"]}
        wrong += [f"in the Rust catalogue, not in Python: {name}" for name in sorted(rust - python)]
        wrong += [f"in the Rust catalogue, not in JavaScript: {name}" for name in sorted(rust - javascript)]
    if not wrong:
        print(f"{len(python)} public names, the same in Python and JavaScript")
    return wrong


complaints = bits() + names()
for complaint in complaints[:40]:
    print(complaint)
if len(complaints) > 40:
    print(f"... and {len(complaints) - 40} more")
sys.exit(bool(complaints))
