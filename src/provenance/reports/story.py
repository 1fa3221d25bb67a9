"""A story for a person: the passages its documents share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.text import Text as Styled

from provenance.model import Story
from provenance.reports.display import Piece, make_safe, print_lines, wrap

RELATIONS = {
    "verbatim": "word for word",
    "edited": "edited",
    "retranslated": "translated twice",
    "spun": "spun",
    "cross_language": "in two languages",
}

LABEL = 32  # cells of a document's name


def render_story(story: Story, *, colour: bool = False, width: int = 110) -> str:
    """Give a story as text: each shared passage with its wording in every document.

    Args:
        story: What the comparison said.
        colour: Whether to use ANSI colours.
        width: Of the terminal, in cells.

    """
    lines = [Styled(f"{len(story.documents)} documents, {len(story.passages)} shared passages", style="bold")]
    names = _short_names([document.id for document in story.documents])
    label = min(LABEL, max(map(len, names.values()), default=0))
    for passage in story.passages:
        lines.append(Styled())
        lines.append(Styled(f"{passage.id}  {RELATIONS[passage.relation]}, similarity {passage.similarity:.2f}", style="cyan"))
        for member in passage.members:
            name = make_safe(names[member.document])[:label]
            quote = wrap([Piece(make_safe(member.quote))], max(30, width - label - 4))
            lines.extend(Styled(f"  {name if row == 0 else '':<{label}}  ", style="bold").append_text(line) for row, line in enumerate(quote))
    lines.extend(_differences(story, names))
    return print_lines(lines, colour=colour, width=width)


def _short_names(ids: Sequence[str]) -> dict[str, str]:
    """Leave out the folders that all ids share."""
    shared = 0
    if len(ids) > 1:
        parts = [name.split("/") for name in ids]
        while all(len(part) > shared + 1 for part in parts) and len({part[shared] for part in parts}) == 1:
            shared += 1
    return {name: "/".join(name.split("/")[shared:]) for name in ids}


def _differences(story: Story, names: Mapping[str, str]) -> Iterator[Styled]:
    """List where versions contradict each other, and who derives from whom."""
    for number, divergence in enumerate(story.divergences):
        if number == 0:
            yield Styled()
            yield Styled("Where they differ", style="bold")
        sides = [f"{side.value} in {names[side.document]} (“{side.quote}”)" for side in (divergence.a, divergence.b)]
        yield Styled(make_safe(f"  {divergence.kind}, {divergence.passage}: {', '.join(sides)}"), style="yellow")
    for number, derivation in enumerate(story.derivations):
        if number == 0:
            yield Styled()
            yield Styled("Who derives from whom", style="bold")
        arrow = "and" if derivation.relation == "common_source" else "→"
        hidden = f" (through {derivation.hidden_source})" if derivation.hidden_source else ""
        relation = derivation.relation.replace("_", " ")
        line = (
            f"  {derivation.probability:.2f}  {names[derivation.source]} {arrow} {names[derivation.target]}: {relation}{hidden}. {derivation.reason}"
        )
        yield Styled(make_safe(line))
