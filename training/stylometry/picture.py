"""Draws the calibration of the readings as SVG."""

from __future__ import annotations

from typing import Any

SIZE, MARGIN = 220, 44
TITLES = {
    "translated": "translated vs original",
    "machine": "machine vs human",
    "round_trip": "round trip vs original",
    "statistical": "statistical vs neural",
}


def draw(report: dict[str, Any]) -> str:
    """Give one panel per reading: predicted probability against observed share, on corpora left out of training and calibration."""
    width = len(TITLES) * (SIZE + MARGIN) + MARGIN
    height = SIZE + 2 * MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="12">',
        "<title>Calibration of the stylometric readings on corpora left out</title>",
        f'<rect width="{width}" height="{height}" fill="#ffffff"/>',
    ]
    for number, (name, title) in enumerate(TITLES.items()):
        left = MARGIN + number * (SIZE + MARGIN)
        parts += _panel(left, title, report["readings"][name]["curve"], report["readings"][name]["ece"]["0+"])
    parts.append("</svg>")
    return "\n".join(parts) + "\n"


def _panel(left: float, title: str, curve: list[list[float]], error: float) -> list[str]:
    top, bottom = MARGIN, MARGIN + SIZE
    points = [(left + predicted * SIZE, bottom - observed * SIZE) for predicted, observed in curve]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    dots = [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="#1f5fa8"/>' for x, y in points]
    return [
        f'<text x="{left}" y="{top - 10}">{title} (ECE {error:.3f})</text>',
        f'<rect x="{left}" y="{top}" width="{SIZE}" height="{SIZE}" fill="none" stroke="#888888"/>',
        f'<line x1="{left}" y1="{bottom}" x2="{left + SIZE}" y2="{top}" stroke="#bbbbbb" stroke-dasharray="4 3"/>',
        f'<polyline points="{path}" fill="none" stroke="#1f5fa8" stroke-width="1.5"/>',
        *dots,
        f'<text x="{left}" y="{bottom + 15}">0</text><text x="{left + SIZE - 7}" y="{bottom + 15}">1</text>',
        f'<text x="{left + SIZE / 2 - 55}" y="{bottom + 15}">predicted probability</text>',
        f'<text transform="translate({left - 6},{bottom - SIZE / 2 + 40}) rotate(-90)">observed share</text>',
    ]
