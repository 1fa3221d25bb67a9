"""Draws docs/report.svg: a report as the terminal shows it.

python docs/make_picture.py
"""

from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.text import Text

from provenance import Document, audit
from provenance.reports import render_report

ROOT = Path(__file__).parents[1]
WIDTH = 132


def main() -> None:
    """Write the picture."""
    path = ROOT / "fixtures/story/c-french-agency-spun.txt"
    document = Document(id="c-french-agency-spun.txt", text=path.read_text(encoding="utf-8"))
    shown = render_report(audit(document), document, colour=True, width=WIDTH)
    console = Console(record=True, width=WIDTH, file=StringIO())
    console.print(Text.from_ansi(shown))
    picture = console.export_svg(title="provenance audit fixtures/story/c-french-agency-spun.txt", unique_id="report")
    # No font from the network: the viewer's own monospace.
    start, end = picture.index("@font-face"), picture.rindex("}", 0, picture.index(".report-matrix")) + 1
    picture = picture[:start] + picture[end:]
    (ROOT / "docs/report.svg").write_text(picture.replace("Fira Code", "DejaVu Sans Mono"), encoding="utf-8")


if __name__ == "__main__":
    main()
