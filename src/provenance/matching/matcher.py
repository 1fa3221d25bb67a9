"""Finds the passages that texts share: candidates, alignment, acceptance, joining."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

import attrs

from provenance.errors import ConfigurationError
from provenance.matching.candidates import find_candidates
from provenance.matching.clusters import build_passages
from provenance.matching.lexicon import Lexicon
from provenance.matching.match import Match
from provenance.matching.processes import share_out
from provenance.matching.profile import Profile, is_english
from provenance.matching.reading import READ_AT_ONCE, Reader
from provenance.matching.verify import CHUNKS, Work, least_shared, verify
from provenance.matching.weights import discount_boilerplate
from provenance.model import Document, Passage
from provenance.text import Text

BLOCK = 256  # texts of a stream that are compared at once
LEXICON_LIMIT = 1_000_000  # terms a stream may number before it starts afresh
STRICTNESS = 0.35  # the lowest that gives 97 right pairs of texts in a hundred on the development half, and 99 where texts were copied

WORTH_SHARING = 100  # texts; fewer are read faster than a process starts
LONGEST_NAME = 6  # words
_WORDS = re.compile(r"\w+")
SHORT = 30  # code points; a shorter reworded passage needs a name or a number


def _strictness(_instance: object, _attribute: attrs.Attribute[float], value: float) -> None:
    if not 0.0 <= value <= 1.0:
        msg = f"strictness must lie between 0 and 1, not {value!r}; {STRICTNESS} is the default."
        raise ConfigurationError(msg)


def _at_least_one(_instance: object, attribute: attrs.Attribute[int], value: int) -> None:
    if value < 1:
        msg = f"{attribute.name} must be 1 or more, not {value!r}."
        raise ConfigurationError(msg)


@attrs.frozen(kw_only=True)
class Matcher:
    """Compares texts with one another; holds nothing but its settings, so that it can be used again, shared and pickled.

    Matter that stands in more sentences of a large collection than `provenance.matching.keys` allows counts as boilerplate and is not found.

    Attributes:
        strictness: The probability, 0 … 1, from which two spans are reported as carrying the same matter: lower finds more rewordings,
            higher reports fewer chance likenesses (docs/matching.md has the numbers).
        workers: Processes that verify candidates; more than one pays from some hundred texts on, where the platform can fork.

    Raises:
        ConfigurationError: the strictness lies outside 0 … 1, or there is no worker.

    """

    strictness: float = attrs.field(default=STRICTNESS, validator=_strictness)
    workers: int = attrs.field(default=1, validator=_at_least_one)

    def find_passages(self, texts: Sequence[Text]) -> tuple[Passage, ...]:
        """Give the passages that two or more of the texts share, in order of first appearance."""
        return build_passages([text.document for text in texts], self.find_matches(texts))

    def compare(self, documents: Iterable[Document]) -> tuple[Passage, ...]:
        """Prepare documents and give the passages that they share.

        >>> one = Document(id="one", text="Rain stopped play. The ferry to Kalmoy sank with 48 sheep on board, the coastguard said.")
        >>> other = Document(id="other", text="According to the coastguard, the ferry to Kalmoy sank with 48 sheep on board.")
        >>> [member.quote for member in Matcher().compare([one, other])[0].members][0][:36]
        'The ferry to Kalmoy sank with 48 she'
        """
        given = list(documents)
        return build_passages(given, self.find_matches(given))

    def find_matches(self, texts: Sequence[Text | Document]) -> list[Match]:
        """Give what each two texts share, in the order of the texts; documents are prepared, by the workers if there are any."""
        lexicon = Lexicon()
        return self._find([_Shelved(each, text) for each, text in zip(self._read(texts, lexicon), texts, strict=True)], lexicon, 0)

    def stream(self, texts: Iterable[Text | Document], *, keep: int = 2_000) -> Iterator[Match]:
        """Compare the texts of a stream with those before them, as they come.

        Reads `BLOCK` texts ahead and remembers only the last `keep` before them, whatever the length of the stream. The numbers in a match
        count the texts of the stream.

        Raises:
            ConfigurationError: `keep` is below 1.

        """
        if keep < 1:
            msg = f"keep must be 1 or more, not {keep!r}."
            raise ConfigurationError(msg)
        return self._stream(iter(texts), keep)

    def _stream(self, texts: Iterator[Text | Document], keep: int) -> Iterator[Match]:
        lexicon = Lexicon()
        kept: list[_Shelved] = []
        gone = 0
        while block := list(islice(texts, BLOCK)):
            if len(lexicon.names) > LEXICON_LIMIT:
                lexicon, former = Lexicon(), lexicon
                kept = [each.renumbered(former, lexicon) for each in kept]
            shelved = kept + [_Shelved(each, text) for each, text in zip(self._read(block, lexicon), block, strict=True)]
            for match in self._find(shelved, lexicon, len(kept)):
                yield attrs.evolve(match, first=match.first + gone, second=match.second + gone)
            gone += max(0, len(shelved) - keep)
            kept = shelved[-keep:]

    def _read(self, texts: Sequence[Text | Document], lexicon: Lexicon) -> list[Profile]:
        size = max(1, min(READ_AT_ONCE, -(-len(texts) // (self.workers * CHUNKS))))
        spans = [(at, at + size) for at in range(0, len(texts), size)]
        workers = self.workers if len(texts) >= WORTH_SHARING else 1
        return [profile for reading in share_out(Reader(texts), spans, workers) for profile in reading.profiles(lexicon)]

    def _find(self, shelved: Sequence[_Shelved], lexicon: Lexicon, new: int) -> list[Match]:
        """Give the matches of texts from number `new` on with all before them."""
        lexicon.foreign = not all(is_english(each.profile.language) for each in shelved)
        profiles = discount_boilerplate([each.profile for each in shelved], len(lexicon.names))
        sentences = sum(len(each.bounds) - 1 for each in profiles)
        candidates = find_candidates(profiles, lexicon, least_shared(sentences))
        found = verify(Work(profiles, lexicon, sentences, self.strictness), candidates.pairs(new), self.workers)
        return [match for match in found if _has_matter(match, shelved[match.first].content, shelved[match.second].content)]


@attrs.frozen(eq=False)
class _Shelved:
    """A text that was read, with its content as given."""

    profile: Profile
    source: Text | Document

    @property
    def content(self) -> str:
        return self.source.document.text if isinstance(self.source, Text) else self.source.text

    def renumbered(self, former: Lexicon, lexicon: Lexicon) -> _Shelved:
        """Give the same under another numbering of terms."""
        names = [former.names[term] for term in self.profile.term_list]
        return attrs.evolve(self, profile=attrs.evolve(self.profile, terms=lexicon.adopt(names)))


def _has_matter(match: Match, first: str, second: str) -> bool:
    """Refuse names and mastheads, and a few reworded words without a name or a number: there is too little in them to be told from chance."""
    one, other = first[match.a_start : match.a_end], second[match.b_start : match.b_end]
    if _is_name(one) and _is_name(other):
        return False
    if match.relation != "retranslated" or min(len(one), len(other)) >= SHORT:
        return True
    return all(any(char.isdigit() or char.isupper() for char in quote[1:]) for quote in (one, other))


def _is_name(quote: str) -> bool:
    """Tell whether a few words all begin with a capital.

    >>> _is_name("Harbour Times Online"), _is_name("Astrid sank"), _is_name("Oberried 1920")
    (True, False, False)
    """
    words = _WORDS.findall(quote)
    return len(words) <= LONGEST_NAME and all(word[0].isupper() for word in words)


def find_passages(texts: Sequence[Text], *, strictness: float = STRICTNESS) -> tuple[Passage, ...]:
    """Give the passages that two or more of the texts share (see `Matcher`).

    Raises:
        ConfigurationError: the strictness lies outside 0 … 1.

    """
    return Matcher(strictness=strictness).find_passages(texts)
