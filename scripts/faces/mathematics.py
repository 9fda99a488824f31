"""A formula as LaTeX: from the entry where it gives one, else from the code's own arithmetic."""

from __future__ import annotations

import ast
import re

FUNCTIONS = {"log": r"\ln", "exp": r"\exp", "sqrt": r"\sqrt", "log1p": None, "expm1": None}


def latex(record: dict) -> str | None:
    """The formula, or None where only the code says it well."""
    if record["mathematics"]:
        return record["mathematics"]
    text = re.sub(r"\blibm::", "", record["formula"])
    try:
        return render(ast.parse(text, mode="eval").body)
    except (SyntaxError, KeyError):
        return None


def name(text: str) -> str:
    """A name in upright letters; single letters stay in italics."""
    if len(text) == 1:
        return text
    head, _, tail = text.partition("_")
    if len(head) == 1 and tail and len(tail) <= 2:
        return f"{head}_{{{tail}}}"
    greek = {"alpha", "beta", "gamma", "theta", "lambda", "mu"}
    if text in greek:
        return "\\" + text
    return r"\mathrm{" + text.replace("_", r"\_") + "}"


def number(value: float) -> str:
    return f"{value:g}" if value != int(value) else str(int(value))


def render(node: ast.expr, inside: int = 0) -> str:
    """LaTeX of an expression; parentheses where the surroundings bind more strongly."""
    match node:
        case ast.Constant(value=float() | int()):
            return number(float(node.value))
        case ast.Name():
            return name(node.id)
        case ast.UnaryOp(op=ast.USub()):
            return f"-{render(node.operand, 3)}"
        case ast.BinOp(op=ast.Div()):
            return rf"\frac{{{render(node.left)}}}{{{render(node.right)}}}"
        case ast.BinOp(op=ast.Mult()):
            if isinstance(node.left, ast.Name) and isinstance(node.right, ast.Name) and node.left.id == node.right.id:
                return f"{name(node.left.id)}^2"
            text = rf"{render(node.left, 2)} \cdot {render(node.right, 2)}"
            return rf"\left({text}\right)" if inside > 2 else text
        case ast.BinOp(op=ast.Add() | ast.Sub() as op):
            sign = "+" if isinstance(op, ast.Add) else "-"
            text = f"{render(node.left, 1)} {sign} {render(node.right, 2 if sign == '-' else 1)}"
            return rf"\left({text}\right)" if inside > 1 else text
        case ast.Call(func=ast.Name(id=("log" | "exp") as function), args=[inner]):
            return rf"{FUNCTIONS[function]}\left({render(inner)}\right)"
        case ast.Call(func=ast.Attribute(attr="sqrt", value=inner), args=[]):
            return rf"\sqrt{{{render(inner)}}}"
        case ast.Call(func=ast.Attribute(attr="abs", value=inner), args=[]):
            return rf"\left|{render(inner)}\right|"
        case ast.Call(func=ast.Attribute(attr=("min" | "max") as function, value=left), args=[right]):
            return rf"\{function}\left({render(left)},\ {render(right)}\right)"
    raise KeyError(ast.dump(node))
