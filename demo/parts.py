"""What a section of the report is made of, for the page and for the terminal alike."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from rich.console import Console
from rich.table import Table


@dataclass
class Section:
    """A heading with its parts in order."""

    title: str
    parts: list[dict[str, Any]] = field(default_factory=list)

    def text(self, text: str) -> None:
        """A paragraph."""
        self.parts.append({"kind": "text", "text": text})

    def note(self, text: str) -> None:
        """A paragraph in small print."""
        self.parts.append({"kind": "note", "text": text})

    def heading(self, text: str) -> None:
        """A heading inside the section."""
        self.parts.append({"kind": "heading", "text": text})

    def cards(self, cards: list[tuple[str, str]]) -> None:
        """Numbers that stand out, each with its words."""
        self.parts.append({"kind": "cards", "cards": cards})

    def table(self, header: list[str], body: list[list[str]]) -> None:
        """A table; the first column is text, the others numbers."""
        self.parts.append({"kind": "table", "header": header, "body": body})

    def chart(self, chart: dict[str, str], text: str) -> None:
        """A chart with its caption."""
        self.parts.append({"kind": "chart", "chart": chart, "text": text})

    def pair(self, *charts: tuple[dict[str, str], str]) -> None:
        """Charts side by side where there is room."""
        self.parts.append({"kind": "pair", "charts": charts})

    def show(self, console: Console) -> None:
        """Print everything but the charts."""
        console.print()
        console.rule(f"[bold]{self.title}", align="left")
        for part in self.parts:
            if part["kind"] in ("text", "note"):
                console.print(part["text"], style="" if part["kind"] == "text" else "dim")
            elif part["kind"] == "heading":
                console.print(f"\n[bold]{part['text']}")
            elif part["kind"] == "cards":
                for number, words in part["cards"]:
                    console.print(f"  [bold]{number:>12}[/]  {words}", highlight=False)
            elif part["kind"] == "table":
                table = Table(box=None, pad_edge=False, header_style="dim")
                for at, cell in enumerate(part["header"]):
                    table.add_column(cell, justify="left" if at == 0 else "right")
                for row in part["body"]:
                    table.add_row(*row)
                console.print(table)
