"""A report for a person: the verdict, why, and the text with its artefacts marked and a note for each in the margin."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rich.text import Text as Styled

from provenance.catalogue.languages import language_name
from provenance.catalogue.pages import page_of
from provenance.model import Chain, Document, Finding, Report
from provenance.reports.display import Piece, make_safe, print_lines, wrap

SEVERITY_STYLE = {"minor": "yellow", "major": "bold red", "critical": "bold white on red"}
MARGIN = 44  # cells of the margin column
GUTTER = " │ "
NARROW = 90  # below this width the notes stand under the paragraph
REASONS = 8
_MARK = re.compile(r"⟧(?P<number>\d+)|⟨(?P<overlapping>\d+)⟩")


def render_report(report: Report, document: Document, *, colour: bool = False, width: int = 110) -> str:
    """Give the report as text.

    Args:
        report: What the audit said.
        document: The document it is about; the running text is shown from it.
        colour: Whether to use ANSI colours; otherwise artefacts are marked by ⟦ ⟧ alone.
        width: Of the terminal, in cells.

    """
    lines = (
        *_head(report),
        Styled(),
        *_reasons(report, width),
        *_outlook(report, width),
        Styled(),
        *_running_text(report, document, width),
        *_legend(report, width),
    )
    return print_lines(lines, colour=colour, width=width)


def _head(report: Report) -> list[Styled]:
    verdict = report.verdict
    title = Styled(make_safe(report.document.id), style="bold")
    title.append(f"  {report.document.words:,} words, {language_name(report.document.language.code)}", style="dim")
    lines = [title]
    if verdict.abstained is not None:
        lines.append(_row("no verdict", make_safe(verdict.abstained)))
    for label, value in (
        ("translated", verdict.translated),
        ("by machine", verdict.machine_translated),
        ("spun", verdict.spun),
        ("republished", verdict.republished),
    ):
        lines.append(_row(label, f"{value:.2f}  {'█' * round(value * 20):20}", "bold" if value >= 0.5 else "dim"))
    top = [item for item in verdict.source_language if item.probability >= 0.01][:4]
    lines.append(_row("written in", ", ".join(f"{language_name(item.variety or item.code)} {item.probability:.2f}" for item in top)))
    lines.extend(
        _row("chain" if rank == 0 else "or", f"{chain.probability:.2f}  {describe_chain(chain)}") for rank, chain in enumerate(report.chains[:2])
    )
    lines.extend(
        _row("source" if rank == 0 else "", make_safe(f"{source.probability:.2f}  {source.name} ({source.role}): {source.reason}"))
        for rank, source in enumerate(report.sources[:4])
    )
    mqm = report.quality.mqm
    lines.append(_row("quality", f"{mqm.score:.1f} of 100 (MQM, {mqm.penalty_per_1000_words:.1f} penalty points per 1,000 words)"))
    return lines


def _row(label: str, value: str, style: str = "") -> Styled:
    line = Styled(f"  {label:<12}", style="cyan")
    line.append(value, style=style)
    return line


def describe_chain(chain: Chain) -> str:
    """Give a chain in words: `written in French by AFP → translated by machine → spun`."""
    parts = []
    for step in chain.steps:
        agent = f" by {make_safe(step.agent)}" if step.agent else ""
        if step.step == "written":
            parts.append(f"written in {language_name(step.language)}{agent}")
        elif step.step == "translated":
            parts.append(f"translated by {'a person' if step.by == 'human' else 'machine'}{agent}")
        else:
            parts.append(f"{step.step}{agent}")
    return " → ".join(parts)


def _reasons(report: Report, width: int) -> list[Styled]:
    """The evidence that weighs most, for and against."""
    weighty = []
    for item in report.evidence:
        if item.kind != "prior":
            hypothesis, weight = max(item.weights.items(), key=lambda entry: (abs(entry[1]), entry[0]))
            weighty.append((weight, item.claim if hypothesis == item.claim else f"{item.claim}: {language_name(hypothesis)}", item.reason))
    weighty.sort(key=lambda entry: (-abs(entry[0]), entry[1], entry[2]))
    lines = [Styled("Why", style="bold")] if weighty else []
    for weight, claim, reason in weighty[:REASONS]:
        label = f"  {weight:+5.1f}  "
        wrapped = wrap([Piece(f"{claim.replace('_', ' ')}", "cyan"), Piece(f"  {make_safe(reason)}")], max(30, width - len(label)))
        for row, line in enumerate(wrapped):
            lines.append(Styled(label if row == 0 else " " * len(label)).append_text(line))
    if len(weighty) > REASONS:
        lines.append(Styled(f"         and {len(weighty) - REASONS} more; --format json lists all evidence", style="dim"))
    return lines


def _outlook(report: Report, width: int) -> list[Styled]:
    """How close the second chain comes, what would change the verdict, and quotations to be taken from their first source."""
    told = report.explanation
    sentences = []
    if told.runner_up is not None and told.margin is not None:
        sentences.append(f"The first chain is {told.margin:.1f} times as likely as the second ({told.runner_up}).")
    sentences += told.would_change
    sentences += [f"Said in English first, by or to {trip.speaker}: quote it from there, not from here: “{trip.quote}”" for trip in told.round_trips]
    lines = [Styled(), Styled("What would change it", style="bold")] if sentences else []
    for sentence in sentences:
        for row, line in enumerate(wrap([Piece(make_safe(sentence))], max(30, width - 4))):
            lines.append(Styled("  · " if row == 0 else "    ").append_text(line))
    return lines


def _running_text(report: Report, document: Document, width: int) -> list[Styled]:
    """The text, line by line, with marked artefacts and their notes beside or below."""
    if not report.findings:
        return [Styled("No artefacts found. That is no proof of an original.", style="dim")]
    lines: list[Styled] = []
    column = width - MARGIN - len(GUTTER) if width >= NARROW else width
    position = 0
    shown = 0  # findings, which stand in the order of the text
    for paragraph in document.text.splitlines(keepends=True):
        end = position + len(paragraph)
        here = []
        while shown < len(report.findings) and report.findings[shown].start < end:
            here.append((shown + 1, report.findings[shown]))
            shown += 1
        if paragraph.strip():
            carried = next((finding for finding in report.findings if finding.start < position < finding.end), None)
            body = wrap(_mark(paragraph, position, document, here, carried), column)
            lines.extend(_beside(body, here, column) if width >= NARROW else _below(body, here, width))
            lines.append(Styled())
        position = end
    return lines[:-1]


def _legend(report: Report, width: int) -> list[Styled]:
    """Say where the codes beside the text are explained."""
    if not report.findings:
        return []
    code = report.findings[0].rule
    return [Styled(), *wrap([Piece(f"Every code has a page ({page_of(code)}); provenance explain {code} says the same.", "dim")], width)]


def _mark(paragraph: str, offset: int, document: Document, here: Sequence[tuple[int, Finding]], carried: Finding | None) -> list[Piece]:
    """Cut a line into plain and marked pieces; `carried` is a finding that began on a line before."""
    pieces: list[Piece] = []
    at = offset
    end = offset + len(paragraph)
    if carried is not None:
        at = min(carried.end, end)
        pieces.append(Piece(f"⟦{make_safe(document.text[offset:at]).strip()}⟧", SEVERITY_STYLE[carried.severity]))
    for number, finding in here:
        if finding.start < at:  # overlaps the one before: marked by its number alone
            pieces.append(Piece(f"⟨{number}⟩", "dim"))
            continue
        pieces.append(Piece(make_safe(document.text[at : finding.start])))
        at = min(finding.end, end)
        style = SEVERITY_STYLE[finding.severity]
        pieces.append(Piece(f"⟦{make_safe(document.text[finding.start : at]).rstrip()}⟧", style))
        pieces.append(Piece(f"{number}", "dim"))
    pieces.append(Piece(make_safe(document.text[at:end])))
    return pieces


def _note(number: int, finding: Finding, width: int) -> list[Styled]:
    text = f" {make_safe(finding.message)}"
    if finding.suggestion and finding.suggestion not in finding.message:
        text += f" Better: {make_safe(finding.suggestion)}."
    return wrap([Piece(f"{number} {finding.rule}", SEVERITY_STYLE[finding.severity]), Piece(text, "dim")], width)


def _beside(body: Sequence[Styled], here: Sequence[tuple[int, Finding]], column: int) -> list[Styled]:
    """Put each note level with the line in which its artefact stands, or below the note before it."""
    margin: list[Styled] = []
    rows: dict[str, int] = {}
    for row, line in enumerate(body):
        for mark in _MARK.finditer(line.plain):
            rows.setdefault(mark["number"] or mark["overlapping"], row)
    for number, finding in here:
        margin.extend(Styled() for _ in range(rows.get(str(number), 0) - len(margin)))
        margin.extend(_note(number, finding, MARGIN))
    lines = []
    for row in range(max(len(body), len(margin))):
        left = body[row].copy() if row < len(body) else Styled()
        if row < len(margin) and margin[row].plain:
            left.append(" " * max(0, column - left.cell_len) + GUTTER, style="dim")
            left.append_text(margin[row])
        lines.append(left)
    return lines


def _below(body: Sequence[Styled], here: Sequence[tuple[int, Finding]], width: int) -> list[Styled]:
    lines = list(body)
    for number, finding in here:
        lines.extend(Styled("    ").append_text(line) for line in _note(number, finding, max(20, width - 4)))
    return lines
