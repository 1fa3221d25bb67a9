"""What a version asserts, denies, or holds for possible, against the other."""

from __future__ import annotations

from collections.abc import Iterator

from provenance.inference.story.alignment import Pair, support
from provenance.inference.story.reading import HEAVY, Reading
from provenance.inference.story.sides import Conflict, Side
from provenance.inference.story.tables import load_tables
from provenance.matching.terms import stem

LEAST_LIKENESS = 0.5  # of two sentences of which one is negated
NEGATED_SUPPORT = 5.0  # nats of linked words around what is negated and its counterpart
MODAL_LIKENESS = 0.33
ASSERTED_LIKENESS = 0.45  # where the other version has no modal at all
MODAL_SUPPORT = 5.0  # nats of linked words around a modal and its counterpart
SCOPE = 4  # words behind a negator among which is what it negates
ANCHOR = 4  # words from a modal to the next linked word

_UNABLE = frozenset(("cannot", "can't", "couldn't"))
_NOT = {"unable": "not possible", "unsure": "possibly not"}
_BE = frozenset("is are was were be been".split())
_OPPOSED = ("un", "in", "im", "il", "ir")
_NOT_NEGATING = frozenset("yet only just merely least less later more necessarily".split())


def compare_negation(pair: Pair) -> Iterator[Conflict]:
    """Yield a statement that one version negates and the other does not."""
    if pair.foreign or pair.likeness < LEAST_LIKENESS:
        return
    left, right = _negators(pair.a, *pair.a_range), _negators(pair.b, *pair.b_range)
    if len(left) == 1 and not right:
        found = _negated(pair, left[0], swapped=False)
        if found:
            yield Conflict("negation", *found)
    elif len(right) == 1 and not left:
        found = _negated(pair, right[0], swapped=True)
        if found:
            yield Conflict("negation", found[1], found[0])


def _negators(of: Reading, start: int, end: int) -> list[tuple[int, int]]:
    tables = load_tables()
    found = []
    at = start
    while at < end:
        phrase = next((phrase for phrase in tables.negations if tuple(of.plains[at : at + len(phrase)]) == phrase), None)
        size = len(phrase) if phrase else int(of.plains[at] in tables.negators or of.plains[at].endswith("n't"))
        if size:
            found.append((at, at + size))
        at += size or 1
    return found


def _negated(pair: Pair, negator: tuple[int, int], *, swapped: bool) -> tuple[Side, Side] | None:
    """Give the negated words and their counterpart, the side with the negator first."""
    of, other, links, bounds = (pair.b, pair.a, pair.back, pair.a_range) if swapped else (pair.a, pair.b, pair.links, pair.b_range)
    end = of.bounds[of.sentences[negator[0]] + 1]
    if negator[1] < end and of.plains[negator[1]] in _NOT_NEGATING:
        return None
    scope = next((at for at in range(negator[1], min(end, negator[1] + SCOPE)) if of.weights[at] >= HEAVY), None)
    if scope is None or scope not in links or of.terms[scope][0] == "~" or of.parted(negator[0], scope):
        return None
    there, word = links[scope], of.plains[scope]
    kindred = load_tables().kindred
    for at in range(*bounds):
        if (stem(other.plains[at]) in kindred and not (at == there and stem(other.plains[at]) == stem(word))) or (
            other.plains[at].startswith(_OPPOSED) and other.plains[at][2:] == word
        ):
            return None
    spans = ((there, there + 1), (negator[0], scope + 1)) if swapped else ((negator[0], scope + 1), (there, there + 1))
    if support(pair, *spans, 6) < NEGATED_SUPPORT or _negated_beside(other, bounds, other.terms[there]):
        return None
    start = there - 1 if there > bounds[0] and not other.parted(there - 1, there) else there
    return Side(negator[0], scope + 1, f"not {word}"), Side(start, there + 1, other.plains[there])


def _negated_beside(of: Reading, bounds: tuple[int, int], term: str) -> bool:
    """Tell whether a sentence beside negates the same word: the translator may have cut the text otherwise."""
    sentence = of.sentences[bounds[0]]
    for beside in (sentence - 1, sentence + 1):
        if 0 <= beside < len(of.bounds) - 1:
            start, end = of.bounds[beside], of.bounds[beside + 1]
            if term in of.terms[start:end] and _negators(of, start, end):
                return True
    return False


def compare_modality(pair: Pair) -> Iterator[Conflict]:
    """Yield a statement that one version holds for possible or reported and the other asserts or foresees; one for two sentences at most."""
    if pair.foreign or pair.likeness < MODAL_LIKENESS:
        return
    left, right = _modals(pair.a, *pair.a_range), _modals(pair.b, *pair.b_range)
    for one, name in left.items():
        for other, there in right.items():
            if {name, there} == {"unsure", "unable"} and support(pair, (one, one + 2), (other, other + 2), 6) >= MODAL_SUPPORT:
                yield Conflict("modality", Side(one, one + 1, _NOT[name]), Side(other, other + 1, _NOT[there]))
                return
    for at, name in left.items():
        sides = _unsure(pair, at, name, right, swapped=False)
        if sides:
            yield Conflict("modality", *sides)
            return
    for at, name in right.items():
        sides = _unsure(pair, at, name, left, swapped=True)
        if sides:
            yield Conflict("modality", sides[1], sides[0])
            return


def _modals(of: Reading, start: int, end: int) -> dict[int, str]:
    """Give the modal words of a sentence with their class."""
    tables = load_tables()
    found: dict[int, str] = {}
    for at in range(start, end):
        word = of.plains[at]
        name = tables.modality.get(word)
        following = of.plains[at + 1 : min(at + 3, end)]
        if (name == "will" and word == "would" and following == ["have", "been"]) or (
            name == "will" and word == "would" and following[:1] == ["have"]
        ):
            name = "reported"
        elif word in {"may", "might"} and (of.text.tokens.surfaces[of.places[at]][0].isupper() and at > start):
            name = None  # the month
        elif word in {"may", "might"} and following[:1] == ["not"]:
            name = "unsure"
        elif word in _UNABLE or (word in {"could", "can"} and following[:1] == ["not"]):
            name = "unable"
        elif word in tables.reported and at > start and of.plains[at - 1] in _BE and following[:1] == ["to"] and following[1:] in (["be"], ["have"]):
            name = "reported"
        if name:
            found[at] = name
    return found


def _unsure(pair: Pair, at: int, name: str, others: dict[int, str], *, swapped: bool) -> tuple[Side, Side] | None:
    if name not in {"possible", "reported"} or {name, "hedges", "possible", "reported", "unsure", "unable"} & set(others.values()):
        return None
    of, other = (pair.b, pair.a) if swapped else (pair.a, pair.b)
    bounds = pair.a_range if swapped else pair.b_range
    own = pair.b_range if swapped else pair.a_range
    says = load_tables().says
    if name == "reported" and (
        "if" in of.plains[slice(*own)] or (says.isdisjoint(of.plains[slice(*own)]) and not says.isdisjoint(other.plains[slice(*bounds)]))
    ):
        return None
    mine = Side(at, min(at + 3, own[1]), name)
    for there, kind in others.items() if name == "possible" else ():
        spans = ((there, there + 2), (at, at + 2)) if swapped else ((at, at + 2), (there, there + 2))
        if support(pair, *spans, 6) >= MODAL_SUPPORT:
            return mine, Side(there, min(there + 2, bounds[1]), "necessary" if kind == "must" else "foreseen")
    if others or pair.likeness < ASSERTED_LIKENESS:
        return None
    return _asserted(pair, mine, swapped=swapped)


def _asserted(pair: Pair, mine: Side, *, swapped: bool) -> tuple[Side, Side] | None:
    """Find the place in the other version where the same is stated as a fact."""
    of, links, own, bounds = (pair.b, pair.back, pair.b_range, pair.a_range) if swapped else (pair.a, pair.links, pair.a_range, pair.b_range)
    at = mine.start
    for distance in range(1, ANCHOR + 1):
        for word, before in ((at + distance, 2), (at - distance, -1)):
            there = links.get(word)
            if there is None or not own[0] <= word < own[1] or of.weights[word] < HEAVY or of.parted(min(at, word), max(at, word)):
                continue
            start, end = (there - before, there + 1) if before > 0 else (there + 1, there + 3)
            start, end = max(start, bounds[0]), min(end, bounds[1])
            if start >= end:
                continue
            spans = ((start, end), (at, at + 1)) if swapped else ((at, at + 1), (start, end))
            if support(pair, *spans, 6) + min(of.weights[word], 8.0) * (start <= there < end) >= MODAL_SUPPORT + 2:
                return mine, Side(start, end, "asserted")
    return None
