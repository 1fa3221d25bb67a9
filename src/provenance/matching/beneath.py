"""Passages beneath a spinner: spun texts are matched with their likely original words put back, and spans lead to the texts as read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from provenance.matching.matcher import find_passages
from provenance.model import Member, Passage
from provenance.spinning import Despun, restore_text
from provenance.text import Text

_COPIES = ("verbatim", "edited")


def find_passages_beneath(texts: Sequence[Text], despun: Mapping[int, Despun]) -> tuple[Passage, ...]:
    """Give the passages that two or more of the texts share.

    Args:
        texts: The texts as read.
        despun: Those of them that were spun, by their index, with the likely original words put back.

    """
    if not despun:
        return find_passages(texts)
    passages = find_passages([restore_text(text, despun[at]) if at in despun else text for at, text in enumerate(texts)])
    by_id = {text.document.id: (text, despun.get(at)) for at, text in enumerate(texts)}
    found: list[Passage] = []
    for passage in passages:
        found.extend(_read_as_is(passage, by_id))
    return tuple(attrs.evolve(passage, id=f"p{number}") for number, passage in enumerate(found, 1))


def _read_as_is(passage: Passage, by_id: Mapping[str, tuple[Text, Despun | None]]) -> list[Passage]:
    """Give a passage with the spans of the texts as read; copies that are none in the texts as read are spun."""
    members, plain = [], []
    for member in passage.members:
        text, undone = by_id[member.document]
        if undone is None:
            members.append(member)
            plain.append(member)
        else:
            start, end = undone.original(member.start, member.end)
            members.append(Member(document=member.document, start=start, end=end, quote=text.document.text[start:end]))
    read = attrs.evolve(passage, members=tuple(members))
    if len(plain) == len(members) or passage.relation not in _COPIES or not _differ(read, passage):
        return [read]
    spun = attrs.evolve(read, relation="spun")
    # Copies of each other among the texts that were not spun stay what they are.
    return [spun, attrs.evolve(passage, members=tuple(plain))] if len(plain) > 1 else [spun]


def _differ(read: Passage, restored: Passage) -> bool:
    """Tell whether anything was put back within the passage, and its members are not the same spun copy."""
    changed = any(one.quote != other.quote for one, other in zip(read.members, restored.members, strict=True))
    return changed and len({member.quote for member in read.members}) > 1
