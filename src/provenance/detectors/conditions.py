"""The conditions a hit must meet: place, quotation, what stands near it, how often it occurs."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from functools import cached_property

from provenance.catalogue import Catalogue, Rule
from provenance.detectors.furniture import Furniture
from provenance.detectors.glosses import drop_glossed
from provenance.detectors.hits import Hit
from provenance.detectors.phrases import PhraseIndex
from provenance.text import Text

MANY = 7  # different hits from which on a rule that needs company stands alone
HEAD_LINES = 5
TAIL_LINES = 8


class Conditions:
    """Compiled conditions of a set of rules."""

    def __init__(self, rules: Iterable[Rule], catalogue: Catalogue) -> None:
        """Parse the context patterns of the rules.

        Raises:
            CatalogueError: a pattern is malformed.

        """

        def compiled(field: str) -> dict[str, PhraseIndex[None]]:
            return {
                rule.code: PhraseIndex(((pattern, None) for pattern in getattr(rule, field)), catalogue) for rule in known if getattr(rule, field)
            }

        known = list(rules)
        self._near = compiled("near")
        self._unless = compiled("unless")
        self._required = compiled("requires_in_text")
        self._forbidden = compiled("unless_in_text")
        self._furniture = Furniture(catalogue.tables["english_furniture"])
        about = catalogue.tables["about_language"]
        self._exemplified = frozenset(about["families"])
        self._anywhere = frozenset(about["anywhere"])
        self._least = int(about["least"])
        self._catalogue = catalogue

    def apply(self, hits: Iterable[Hit], text: Text) -> list[Hit]:
        """Keep the hits whose conditions hold."""
        verdicts: dict[str, bool] = {}
        sentences: dict[tuple[str, int, int], bool] = {}  # one endless sentence with many hits is looked through once per rule
        kept = []
        about_language: bool | None = None
        for hit in hits:
            code = hit.rule.code
            family = hit.rule.family
            if family in self._exemplified and (family in self._anywhere or text.is_quoted(hit.start, hit.end)):
                about_language = self._is_about_language(text) if about_language is None else about_language
                if about_language:
                    continue
            if self._furniture.concerns(hit.rule) and self._furniture.holds(hit, text):
                continue
            if code not in verdicts:
                verdicts[code] = self._holds_in_text(code, text)
            if verdicts[code] and _is_quoted_as_allowed(hit, text) and _is_in_place(hit, text) and self._holds_in_sentence(hit, text, sentences):
                kept.append(hit)
        kept = drop_glossed(kept, text)
        counts = Counter(hit.rule.code for hit in kept)
        return _drop_lonely([hit for hit in kept if counts[hit.rule.code] >= hit.rule.min_count], text)

    @cached_property
    def _terms(self) -> PhraseIndex[int]:
        terms = self._catalogue.tables["about_language"]["terms"]
        return PhraseIndex([(term, number) for number, term in enumerate(terms)], self._catalogue)

    def _is_about_language(self, text: Text) -> bool:
        """Tell whether the text speaks about translation or idioms, so that what it quotes are examples."""
        return len({number for _, _, number in self._terms.find(text.tokens)}) >= self._least

    def _holds_in_text(self, code: str, text: Text) -> bool:
        required, forbidden = self._required.get(code), self._forbidden.get(code)
        if required is not None and not required.occurs(text.tokens):
            return False
        return forbidden is None or not forbidden.occurs(text.tokens)

    def _holds_in_sentence(self, hit: Hit, text: Text, known: dict[tuple[str, int, int], bool]) -> bool:
        near, unless = self._near.get(hit.rule.code), self._unless.get(hit.rule.code)
        if near is None and unless is None:
            return True
        first, last = _sentence_tokens(hit, text)
        place = hit.rule.code, first, last
        if place not in known:
            missing = near is not None and not near.occurs(text.tokens, first, last)
            known[place] = not missing and (unless is None or not unless.occurs(text.tokens, first, last))
        return known[place]


def _drop_lonely(hits: list[Hit], text: Text) -> list[Hit]:
    """Keep the hits of rules that need company where enough of other rules speak for a translation, or where they are many."""
    if not any(hit.rule.company for hit in hits):
        return hits
    others = sum(1 for hit in hits if hit.rule.weights.translated and not hit.rule.company)
    different = Counter(code for code, _ in {(hit.rule.code, text.normal[hit.start : hit.end].lower()) for hit in hits})
    return [hit for hit in hits if others >= hit.rule.company or different[hit.rule.code] >= MANY]


def _token_at(text: Text, position: int) -> int:
    return max(0, bisect_right(text.tokens.starts, position) - 1)


def _sentence_tokens(hit: Hit, text: Text) -> tuple[int, int]:
    """Give the tokens of the sentence(s) that the hit touches."""
    first, last = _token_at(text, hit.start), _token_at(text, hit.end - 1)
    left, right = text.sentence_index.holding(first), text.sentence_index.holding(last)
    return (text.sentences[left][0] if left is not None else first, text.sentences[right][1] if right is not None else last + 1)


def _is_quoted_as_allowed(hit: Hit, text: Text) -> bool:
    policy = hit.rule.quotes
    return policy == "flag" or text.is_quoted(hit.start, hit.end) == (policy == "only")


def _is_in_place(hit: Hit, text: Text) -> bool:
    place = hit.rule.place
    if place == "any":
        return True
    if place == "opening":
        token = _token_at(text, hit.start)
        sentence = text.sentence_index.holding(token)
        if sentence is None:
            return False
        first = text.sentences[sentence][0]
        return all(kind == "p" for kind in text.tokens.kinds[first:token])
    line = text.line_index.holding(hit.start)
    if line is None:
        return False
    if place == "head":
        return line < HEAD_LINES
    if place == "tail":
        return line >= len(text.lines) - TAIL_LINES
    start, end = text.lines[line]
    return hit.start <= start and hit.end >= end
