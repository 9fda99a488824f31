"""The Python classes of the models: what is special about each. The questions are in hand-written base classes."""

from __future__ import annotations

import re
import textwrap

from models import HEADER, digits, histories, parameters, shape
from names import number

BASES = {
    "purchase": ("_purchase", "PurchaseModel"),
    "opportunities": ("_purchase", "PurchaseModel"),
    "regular": ("_regular", "RegularPurchaseModel"),
    "contract": ("_contract", "ContractModel"),
    "spend": ("_spend", "SpendModel"),
}
UNITS = {"contract": "The time between two renewals.", "opportunities": "The time between two opportunities."}


def wrapped(text: str, indent: int) -> list[str]:
    return textwrap.wrap(text, 117, initial_indent=" " * indent, subsequent_indent=" " * indent)


def marked(text: str, classes: set[str]) -> str:
    """Backticks as numpydoc has them."""

    def mark(match: re.Match[str]) -> str:
        inside = match.group(1)
        if inside in classes:
            return f":class:`{inside}`"
        return f"`{inside}`" if inside.isidentifier() else f"``{inside}``"

    return re.sub(r"`([^`]+)`", mark, text)


def given(values: dict[str, float]) -> str:
    return ", ".join(f"{name}={number(value)}" for name, value in values.items())


def known(record: dict) -> str:
    """The model of the example."""
    return f"ukur.models.{record['class']}.from_params({given(parameters(record))})"


def question(record: dict) -> list[str]:
    example = record["example"]
    answer = example["answer"]
    call = f"model.{example['question']}({given(dict(example['arguments']))})"
    return [f">>> model = {known(record)}", f">>> round({call}, {digits(answer)})", repr(answer)]


def fitting(record: dict) -> list[str]:
    """A fit to data, or to customers whom the model of the example simulates."""
    data = record["data"]
    if columns := data.get("columns"):
        arguments = [f"{name} = [{', '.join(map(number, column))}]" for name, column in columns]
        lines = [f">>> {one}" for one in arguments]
        call = f"fit({', '.join(f'{name}={name}' for name, _ in columns)})"
    else:
        lines = [f">>> truth = {known(record)}", f">>> made = truth.simulate({number(data['n'])}, T={number(data['T'])}, seed={number(data['seed'])})"]
        columns = ", ".join(f'"{name}": made.{name}' for name in histories(record))
        lines.append(f">>> summary = {{{columns}}}")
        call = "fit(summary)"
    lines += [f">>> model = ukur.models.{record['class']}().{call}"]
    lines += [">>> {name: round(value, 3) for name, value in model.params_.items()}"]
    fitted = zip((name for name, _ in record["parameters"]), record["fitted"], strict=True)
    lines += [repr({name: round(value, 3) for name, value in fitted}), ">>> model.diagnosis_.code", "'converged'"]
    return lines


def making(record: dict) -> list[str]:
    """`from_params`."""
    names = [name for name, _ in record["parameters"]]
    settings = [one["name"] for one in record["settings"]]
    unit = record["kind"] != "spend"
    taken = ["cls", "*", *(f"{name}: int" for name in settings), *(f"{name}: float" for name in names)]
    taken += ["unit: str | None = None"] if unit else []
    lines = ["    @classmethod", "    @checked", f"    def from_params({', '.join(taken)}) -> Self:"]
    if len(lines[2]) > 120:
        lines[2:] = ["    def from_params(", f"        {', '.join(taken)}", "    ) -> Self:"]
    lines += ['        """Make the model from its parameters.', "", "        Parameters", "        ----------"]
    for one in record["settings"]:
        least, most = map(number, one["range"])
        lines += [f"        {one['name']} : int", *wrapped(f"{one['meaning'].capitalize()}; from {least} to {most}.", 12)]
    for name, meaning in record["parameters"]:
        lines += [f"        {name} : float", *wrapped(f"{meaning[0].upper()}{meaning[1:]}; above 0.", 12)]
    if unit:
        lines += ["        unit : str, optional", f"            {UNITS.get(shape(record), 'The unit of time.')}"]
    lines += ["", "        Returns", "        -------", f"        {record['class']}", "            The model.", '        """']
    numbers = f"[{', '.join(names)}], [{', '.join(settings)}], {'unit' if unit else 'None'}"
    return [*lines, f"        return cls._from_numbers({numbers})"]


def module(record: dict, classes: set[str]) -> str:
    name, base = BASES[shape(record)]
    first, *rest = record["definition"].split("\n\n")
    lines = [f"class {record['class']}({base}):", f'    """{marked(first, classes)}', ""]
    for paragraph in rest:
        lines += [*wrapped(marked(paragraph, classes), 4), ""]
    if record["settings"]:
        lines += ["    Parameters", "    ----------"]
        for one in record["settings"]:
            least, most = map(number, one["range"])
            meaning = f"{one['meaning'].capitalize()}; from {least} to {most}. Without it ``fit`` chooses it."
            lines += [f"    {one['name']} : int, optional", *wrapped(meaning, 8)]
        lines += [""]
    lines += ["    References", "    ----------", *wrapped(f"{record['reference']}.", 4), ""]
    lines += ["    Examples", "    --------", "    >>> import ukur"]
    lines += [*(f"    {line}" for line in question(record)), "", "    Fitted:", ""]
    lines += [*(f"    {line}" for line in fitting(record)), '    """', ""]
    names = ", ".join(f'"{name}"' for name, _ in record["parameters"])
    lines += [f'    _name: ClassVar[str] = "{record["name"]}"', f"    _parameter_names: ClassVar[tuple[str, ...]] = ({names})"]
    if shape(record) == "opportunities":
        lines += ["    _discrete: ClassVar[bool] = True"]
    lines += ["", *making(record)]
    head = [f'"""The {record["title"]} model. {HEADER.capitalize()}."""', "", "from __future__ import annotations", ""]
    head += ["from typing import ClassVar, Self", "", "from .._checked import checked", f"from .{name} import {base}", ""]
    head += [f'__all__ = ["{record["class"]}"]', "", ""]
    return "\n".join(head + lines) + "\n"


def modules(models: list[dict]) -> dict[str, str]:
    classes = {record["class"] for record in models}
    files = {f"{record['name']}.py": module(record, classes) for record in models}
    lines = [f'"""The class of every model. {HEADER.capitalize()}."""', ""]
    lines += [f"from .{record['name']} import {record['class']} as {record['class']}" for record in models]
    lines += ["", "__all__ = [", *(f'    "{one}",' for one in sorted(classes)), "]"]
    files["_names.py"] = "\n".join(lines) + "\n"
    return files
