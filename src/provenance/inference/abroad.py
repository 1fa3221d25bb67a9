"""Finds the article, in another language, that an English text was translated from.

No translation system is needed: who, where, which organisations, numbers and days a text names is the same in every language (provenance.names). A
key that few candidates have says more than one that many have, so the candidates that share it are credited with its inverse document frequency
(Spärck Jones 1972); long candidates, which share much with everybody, are held back by a root of their number of keys.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Sequence

import attrs

from provenance.errors import DuplicateDocumentError
from provenance.model import Document
from provenance.model.validators import probability
from provenance.names import document_keys

# Names that the gazetteer does not know are compared by their consonants alone, which coincide by chance.
SKELETON_SHARE = 0.6
LENGTH_ROOT, LENGTH_FLOOR = 0.35, 5.0
# Logistic regression of "the first one is the original": log ratio of the first score to the second (or to chance), share of the
# candidate's weight that the text has. Fitted by training/fit_originals.py, which prints its test.
INTERCEPT, MARGIN, CONTAINED = -2.54, 6.28, 5.39
CHANCE = 0.28  # share of its weight that a text has in common with the best of thousands of wrong candidates, in one search of four
BACKGROUND = 1000  # articles that nobody gave but that might share a key: a collection of three tells nothing of how rare a key is
REASONS = 12
DIGITS = 4


@attrs.frozen(kw_only=True)
class Original:
    """A candidate for the article a text was translated from.

    Attributes:
        document: Its id.
        language: As declared with it.
        probability: That this is the original; low where several fit alike or none fits well. Later ranks share what the first leaves.
        score: Sum of the weights of the shared keys, length accounted for; comparable within one search only.
        shared: The weightiest shared keys (`p:` person, `l:` place, `o:` organisation, `n:` number, `d:` day, `s:` and `z:` other names).

    """

    document: str
    language: str | None
    probability: float = attrs.field(validator=probability)
    score: float
    shared: tuple[str, ...]


class OriginalIndex:
    """Articles in other languages, indexed once, to be searched with many texts.

    Keeps the keys of a document, not its text: about 20 short strings for an article. Documents may be in any mixture of languages. Not safe for adding
    and searching at the same time from several threads.
    """

    def __init__(self, candidates: Iterable[Document] = ()) -> None:
        """Index the candidates; more can be added later.

        Raises:
            DuplicateDocumentError: two candidates carry the same id.

        """
        self._documents: list[tuple[str, str | None]] = []
        self._sizes: list[float] = []
        self._postings: dict[str, list[int]] = defaultdict(list)
        self._keys: list[tuple[str, ...]] = []
        self._places: dict[str, int] = {}
        for candidate in candidates:
            self.add(candidate)

    def __len__(self) -> int:
        """Give the number of candidates."""
        return len(self._documents)

    def add(self, candidate: Document) -> None:
        """Index one more candidate.

        Raises:
            DuplicateDocumentError: a candidate with this id is in the index.

        """
        if candidate.id in self._places:
            msg = f"Two candidates are called {candidate.id!r}; give every candidate an id of its own."
            raise DuplicateDocumentError(msg)
        self._places[candidate.id] = len(self._documents)
        keys = tuple(sorted(document_keys(candidate.text)))
        for key in keys:
            self._postings[key].append(len(self._documents))
        self._documents.append((candidate.id, candidate.language))
        self._sizes.append((len(keys) + LENGTH_FLOOR) ** LENGTH_ROOT)
        self._keys.append(keys)

    def search(self, text: str, *, languages: Iterable[str] | None = None, limit: int = 5) -> tuple[Original, ...]:
        """Give the likeliest originals of a text, the likeliest first; empty where no candidate shares anything.

        Args:
            text: The English text.
            languages: Declared languages to search in; all if None.
            limit: How many to give.

        """
        allowed = None if languages is None else frozenset(languages)
        keys = sorted(document_keys(text))
        weights = {key: self._weight(key) for key in keys}
        sums: dict[int, float] = defaultdict(float)
        for key in keys:
            for at in self._postings.get(key, ()):
                if allowed is None or self._documents[at][1] in allowed:
                    sums[at] += weights[key]
        ranked = sorted(((total / self._sizes[at], at) for at, total in sums.items()), key=lambda entry: (-entry[0], self._documents[entry[1]][0]))
        ranked = [(score, at) for score, at in ranked[: max(limit, 2)] if score > 0]
        if not ranked:
            return ()
        first = self._probability(text, ranked)
        rest = math.fsum(score for score, _ in ranked[1:])
        return tuple(
            Original(
                document=self._documents[at][0],
                language=self._documents[at][1],
                probability=round(first if rank == 0 else min(first, (1.0 - first) * score / rest), DIGITS),
                score=round(score, DIGITS),
                shared=tuple(sorted(set(keys).intersection(self._keys[at]), key=lambda key: (-weights[key], key))[:REASONS]),
            )
            for rank, (score, at) in enumerate(ranked[:limit])
        )

    def coverage(self, text: str, document: str) -> tuple[float, float]:
        """Give how much of a text's weight a candidate shares, and how much of the candidate's the text does, 0-1 each.

        Raises:
            KeyError: no candidate has this id.

        """
        keys = self._keys[self._places[document]]
        wanted = document_keys(text)
        shared = math.fsum(self._weight(key) for key in keys if key in wanted)
        return tuple(shared / total if total else 0.0 for total in (math.fsum(map(self._weight, sorted(wanted))), math.fsum(map(self._weight, keys))))  # type: ignore[return-value]

    def _weight(self, key: str) -> float:
        """Give the inverse document frequency of a key, less for a skeleton."""
        count = len(self._postings.get(key, ()))
        return math.log((len(self._documents) + BACKGROUND) / (count + 0.5)) * (SKELETON_SHARE if key.startswith("s:") else 1.0)

    def _probability(self, text: str, ranked: list[tuple[float, int]]) -> float:
        explained, contained = self.coverage(text, self._documents[ranked[0][1]][0])
        margin = measure_margin(explained, [score for score, _ in ranked])
        return 1.0 / (1.0 + math.exp(-(INTERCEPT + MARGIN * margin + CONTAINED * contained)))


def measure_margin(explained: float, scores: Sequence[float]) -> float:
    """Give the log ratio of the first score to the second, or to what chance would give where that is more.

    Args:
        explained: Share of the text's weight that the first candidate has, 0-1.
        scores: The best first.

    """
    chance = scores[0] * CHANCE / explained if explained else scores[0]
    return math.log(scores[0] / max([chance, *scores[1:2]]))


def find_original(text: Document | str, candidates: Iterable[Document] | OriginalIndex, *, limit: int = 5) -> tuple[Original, ...]:
    """Find the article that an English text was translated from among articles in other languages.

    Args:
        text: The English text.
        candidates: Articles, or an index of them (make one if several texts are to be searched for).
        limit: How many to give.

    Raises:
        DuplicateDocumentError: two candidates carry the same id.

    >>> abroad = [Document(id="a", text="Le 3 mars, Poutine a reçu 1 250 vétérans à Moscou."), Document(id="b", text="Merkel war in Berlin.")]
    >>> find_original("Putin received 1,250 veterans in Moscow on 3 March.", abroad)[0].document
    'a'
    """
    index = candidates if isinstance(candidates, OriginalIndex) else OriginalIndex(candidates)
    return index.search(text.text if isinstance(text, Document) else text, limit=limit)
