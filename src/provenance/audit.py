"""The pipeline: documents in, reports and stories out. No printing, no files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import Any

from provenance.catalogue import load_catalogue
from provenance.config import Config
from provenance.detectors import Detector
from provenance.detectors.beneath import find_beneath
from provenance.errors import DuplicateDocumentError, EmptyInputError, OversizedInputError
from provenance.inference import judge
from provenance.model import Document, DocumentSummary, Report, Story, StoryDocument, Tool
from provenance.spinning import Despun, undo
from provenance.text import Identifier, Text, prepare
from provenance.version import __version__

SPUN = 0.5  # probability from which on a text is also read with the spinner undone


class Auditor:
    """Audits many texts with one configuration.

    Loads the catalogue once. Safe to share between threads (it keeps no state of a text) and picklable (a copy loads the catalogue of its own
    process), so it can be handed to worker processes.
    """

    def __init__(self, config: Config | None = None, *, identifier: Identifier | None = None) -> None:
        """Compile the rules.

        Args:
            config: Settings; the defaults if None.
            identifier: Names the language a text is written in; langdetect behind a quick test for English if None.

        Raises:
            UnknownRuleError: the configuration selects or ignores rules that do not exist.

        """
        self.config = config or Config()
        self._identifier = identifier
        self._catalogue = load_catalogue()
        self.rules = self._catalogue.select(self.config.select, self.config.ignore)
        self._detector = Detector(self.rules, self._catalogue)

    @cached_property
    def tool(self) -> Tool:
        """What makes the reports: release, catalogue and statistical model."""
        from provenance.stylometry import load_weights

        return Tool(version=__version__, catalogue=self._catalogue.digest, model=load_weights().digest)

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the configuration; the catalogue is loaded again."""
        return _revive, (self.config, self._identifier)

    def audit(self, document: Document | str) -> Report:
        """Audit one text.

        Args:
            document: The document, or its text alone.

        Raises:
            EmptyInputError: there is nothing to read in it.
            OversizedInputError: it is longer than `config.max_characters`.

        """
        return self._read(self._prepare(document))[0]

    def audit_all(self, documents: Iterable[Document | str]) -> Iterator[Report]:
        """Audit many texts, one at a time, in order."""
        return map(self.audit, documents)

    def compare(self, documents: Iterable[Document]) -> Story:
        """Find what several texts share, where they contradict each other, and who derives from whom.

        Raises:
            DuplicateDocumentError: two documents carry the same id.
            EmptyInputError: a document has no text.
            OversizedInputError: one is longer than `config.max_characters`.

        """
        from provenance.inference.story import tell_story
        from provenance.matching.beneath import find_passages_beneath

        texts = [self._prepare(document) for document in documents]
        seen: set[str] = set()
        for text in texts:
            if text.document.id in seen:
                msg = f"Two documents are called {text.document.id!r}; give every document of a comparison an id of its own."
                raise DuplicateDocumentError(msg)
            seen.add(text.document.id)
        readings = [self._read(text) for text in texts]
        reports = [report for report, _ in readings]
        despun = {at: undone for at, (_, undone) in enumerate(readings) if undone is not None}
        passages = find_passages_beneath(texts, despun)
        divergences, derivations = tell_story(texts, passages, reports)
        return Story(
            tool=self.tool,
            documents=tuple(StoryDocument(id=text.document.id, outlet=text.document.outlet, published=text.document.published) for text in texts),
            passages=passages,
            divergences=divergences,
            derivations=derivations,
        )

    def despin(self, document: Document | str) -> Despun:
        """Put back the words that a synonym spinner seems to have replaced in one text.

        Raises:
            EmptyInputError: there is nothing to read in it.
            OversizedInputError: it is longer than `config.max_characters`.

        """
        return undo(self._prepare(document), self._catalogue)

    def _read(self, text: Text) -> tuple[Report, Despun | None]:
        """Give the report on a text, and the text with the spinner undone where it reads as spun."""
        findings = self._detector.detect(text)
        judgement = judge(text, findings, self._catalogue)
        undone = undo(text, self._catalogue, suspected=True) if judgement.verdict.spun >= SPUN else None
        if undone is not None:
            beneath = find_beneath(text, undone, findings, self._detector)
            if beneath:
                findings = tuple(sorted((*findings, *beneath), key=lambda finding: (finding.start, -finding.end, -finding.confidence, finding.rule)))
                judgement = judge(text, findings, self._catalogue)
        report = Report(
            tool=self.tool,
            document=DocumentSummary(
                id=text.document.id,
                outlet=text.document.outlet,
                published=text.document.published,
                language=text.language,
                words=text.tokens.words,
            ),
            verdict=judgement.verdict,
            sources=judgement.sources,
            chains=judgement.chains,
            quality=judgement.quality,
            findings=findings,
            evidence=judgement.evidence,
            explanation=judgement.explanation,
        )
        return report, undone

    def _prepare(self, document: Document | str) -> Text:
        if not isinstance(document, Document):
            document = Document(text=document)
        if len(document.text) > self.config.max_characters:
            msg = f"Document {document.id!r} has {len(document.text):,} characters, more than the {self.config.max_characters:,} allowed; split it or raise max_characters."
            raise OversizedInputError(msg)
        text = prepare(document, self._identifier)
        if not text.tokens.kinds.strip("b"):
            msg = f"Document {document.id!r} has no text in it; give it a text with at least one visible character."
            raise EmptyInputError(msg)
        return text


def _revive(config: Config, identifier: Identifier | None) -> Auditor:
    return Auditor(config, identifier=identifier)


@lru_cache(maxsize=8)
def _auditor(config: Config | None) -> Auditor:
    return Auditor(config)


def audit(text_or_document: Document | str, *, config: Config | None = None) -> Report:
    """Audit one text; the rules are compiled at the first call with a configuration.

    >>> report = audit("According to Mr Poutine, the arrests of Sunday (2) were lawful, the minister said in Moscow.")
    >>> [finding.quote for finding in report.findings]
    ['Mr Poutine', 'Sunday (2)']
    """
    return _auditor(config).audit(text_or_document)


def compare(documents: Iterable[Document], *, config: Config | None = None) -> Story:
    """Find what several documents share, where they differ, and who derives from whom.

    >>> quote = "“We shall rebuild the northern viaduct before the winter rains arrive,” the minister Halloran said on Tuesday."
    >>> story = compare([Document(id="a", text=quote), Document(id="b", text=f"The dispute went on. {quote}")])
    >>> [member.document for member in story.passages[0].members]
    ['a', 'b']
    """
    return _auditor(config).compare(documents)
