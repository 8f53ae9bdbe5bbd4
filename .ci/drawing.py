"""The picture of the architecture, made from the code: `python .ci/drawing.py` writes docs/architecture.svg.

Floors are those of the contract in pyproject.toml; a line is an import between packages that no way over a
third package implies. `tests/shipping/test_architecture.py` sees that the kept picture is the present one.
"""

import ast
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from xml.sax.saxutils import escape

CHECKOUT = Path(__file__).resolve().parent.parent
PICTURE = CHECKOUT / "docs" / "architecture.svg"
PRODUCT = "cchc_desktop"
Edges = set[tuple[str, str]]

TELLS = {
    "ui": "the window: widgets, Qt models, words on the screen",
    "__main__": "the program cchc",
    "command_line": "every job of the product with no window",
    "office": "what a person can do; joins the rooms below",
    "storage": "the office file",
    "documents": "Word and Excel files",
    "exchange": "files between offices",
    "rollup": "many forms into one",
    "rules": "what a report should satisfy",
    "narrative": "prose with live figures",
    "registers": "what figures rest on",
    "form": "what an office answered",
    "template": "what a form asks",
    "values": "what an answer can be",
    "foreign": "strangers' packages, read in a child process",
    "bundled": "the door to shipped files",
    "errors": "refusals a person can act on",
    "resources": "form sets, samples, help, icons: data",
}
WIDTH, ROW, BOX_HEIGHT, GAP, MARGIN = 900, 84, 52, 24, 20


def floors() -> list[list[str]]:
    """Return the packages of each floor, the topmost first."""
    contracts = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
    (stations,) = (each for each in contracts if each["id"] == "stations")
    inside = [[name.strip() for name in floor.split("|")] for floor in stations["layers"]]
    return [["ui"], *inside, ["resources"]]


def imports() -> Edges:
    """Return which package imports which."""
    edges = set()
    for room in ("ui", PRODUCT):
        for file in (CHECKOUT / room).rglob("*.py"):
            parts = file.relative_to(CHECKOUT).with_suffix("").parts
            own = "ui" if room == "ui" else parts[1]
            for name in imported(ast.parse(file.read_text("utf-8"))):
                if (other := package_of(name)) and other != own:
                    edges.add((own, other))
    return edges | {("bundled", "resources")}  # which it opens by name


def imported(tree: ast.AST) -> Iterator[str]:
    """Yield the full names of what a module imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{each.name}" for each in node.names)


def package_of(name: str) -> str:
    """Return the package on the picture that a module belongs to; "" for other people's."""
    first, _, rest = name.partition(".")
    if first == PRODUCT:
        return rest.partition(".")[0]
    return first if first == "ui" else ""


def essential(edges: Edges) -> Edges:
    """Return the edges that no way over other packages implies."""
    below: dict[str, set[str]] = {}
    for upper, lower in edges:
        below.setdefault(upper, set()).add(lower)

    def reaches(start: str, end: str) -> bool:
        return any(each == end or reaches(each, end) for each in below.get(start, ()))

    return {
        (upper, lower)
        for upper, lower in edges
        if not any(reaches(between, lower) for between in below[upper] - {lower})
    }


def boxes(rows: list[list[str]]) -> dict[str, tuple[float, float, float]]:
    """Return left, top and width of every package's box."""
    places: dict[str, tuple[float, float, float]] = {}
    for number, row in enumerate(rows):
        width = (WIDTH - 2 * MARGIN - GAP * (len(row) - 1)) / len(row)
        wide = min(width, 420.0)
        left = (WIDTH - wide * len(row) - GAP * (len(row) - 1)) / 2
        for place, name in enumerate(row):
            places[name] = (left + place * (wide + GAP), MARGIN + number * ROW, wide)
    return places


def drawn() -> str:
    """Return the picture as SVG."""
    rows = floors()
    places = boxes(rows)
    height = 2 * MARGIN + ROW * (len(rows) - 1) + BOX_HEIGHT
    pieces = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="sans-serif">',
        "<title>The packages and who imports whom</title>",
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>',
        *(line(places[upper], places[lower]) for upper, lower in sorted(essential(imports()))),
        *(box(name, places[name]) for row in rows for name in row),
        "</svg>",
    ]
    return "\n".join(pieces) + "\n"


def line(upper: tuple[float, float, float], lower: tuple[float, float, float]) -> str:
    """Return the line of one import, from the foot of a box to the head of another."""
    (left, top, width), (other_left, other_top, other_width) = upper, lower
    start, end = (left + width / 2, top + BOX_HEIGHT), (other_left + other_width / 2, other_top)
    if other_top - top > ROW:  # past the floors between, on their outside
        side = -1 if end[0] <= WIDTH / 2 else 1
        out = WIDTH / 2 + side * (WIDTH / 2 - MARGIN / 2)
        start = (left + width * (0.5 + side * 0.35), start[1])
        end = (other_left + other_width * (0.5 + side * 0.35), end[1])
        path = f"C{out:.0f} {start[1] + ROW:.0f} {out:.0f} {end[1] - ROW:.0f} {end[0]:.0f} {end[1]:.0f}"
    else:
        middle = (start[1] + end[1]) / 2
        path = f"C{start[0]:.0f} {middle:.0f} {end[0]:.0f} {middle:.0f} {end[0]:.0f} {end[1]:.0f}"
    return (
        f'<path d="M{start[0]:.0f} {start[1]:.0f} {path}" fill="none" stroke="#7f97ad" stroke-width="1.5"/>'
    )


def box(name: str, place: tuple[float, float, float]) -> str:
    """Return the box of one package: its name and what it is for."""
    left, top, width = place
    middle = left + width / 2
    ground = {"ui": "#dcebf9", "resources": "#eeeeee"}.get(name, "#f4f8fc")
    return (
        f'<rect x="{left:.0f}" y="{top:.0f}" width="{width:.0f}" height="{BOX_HEIGHT}" rx="8" '
        f'fill="{ground}" stroke="#1c5a9c"/><text x="{middle:.0f}" y="{top + 22:.0f}" text-anchor="middle" '
        f'font-size="15" font-weight="bold" fill="#12395f">{escape(name)}</text>'
        f'<text x="{middle:.0f}" y="{top + 40:.0f}" text-anchor="middle" '
        f'font-size="12" fill="#333333">{escape(TELLS[name])}</text>'
    )


def goes_down(edges: Edges, rows: list[list[str]]) -> bool:
    """Whether every import leads to a lower floor."""
    floor = {name: number for number, row in enumerate(rows) for name in row}
    return all(above < below for above, below in ((floor[upper], floor[lower]) for upper, lower in edges))


def main() -> int:
    """Write the picture; return the exit status."""
    PICTURE.write_text(drawn(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
