"""The library as others call it."""

import pickle
from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from provenance import Auditor, Config, Document, audit, compare
from provenance.errors import ConfigurationError, DuplicateDocumentError, EmptyInputError, OversizedInputError, UnknownRuleError

PIECES = st.sampled_from(
    [
        "Poutine",
        "“once morest”",
        "Sunday (2)",
        "the regime in place",
        "(…)",
        "Nazarbaïev",
        "Tokai\u0308ev",
        "said Mr. X",
        "\r\n",
        "\n\n",
        "👩🏽‍🚒",
        "\u200b",
        "\u202e",
        ". ",
        " ",
        "AFP",
        "told",
        "(FDP)",
        "\ud800",
        "‘a’",
        "5 000",
        "ВВС",
    ]
)


def test_text_or_document():
    """A string and a document give the same answer."""
    text = "Mr. Poutine spoke on Sunday (2)."
    assert audit(text).findings == audit(Document(id="x", text=text)).findings


def test_every_kind_of_situation_is_told_apart(auditor, fixtures):
    """Our own five texts of one event: two from Portuguese, one from French and spun, one from German and an original."""
    expected = {
        "a-portuguese-daily": ("pt", True, False, False),
        "b-portuguese-interview": ("pt", True, False, False),
        "c-french-agency-spun": ("fr", True, True, False),
        "d-german-daily-reposted": ("de", True, False, True),
        "e-english-original-reposted": ("en", False, False, True),
    }
    for name, (language, translated, spun, republished) in expected.items():
        report = auditor.audit(Document(id=name, text=(fixtures / "story" / f"{name}.txt").read_text(encoding="utf-8")))
        verdict = report.verdict
        assert verdict.source_language[0].code == language, name
        assert (verdict.translated >= 0.9, verdict.machine_translated >= 0.9) == (translated, translated), name
        assert (verdict.spun >= 0.5, verdict.republished >= 0.5) == (spun, republished), name
        steps = [step.step for step in report.chains[0].steps]
        assert steps == [
            "written",
            *(["translated"] if translated else []),
            *(["spun"] if spun else []),
            *(["republished"] if republished else []),
        ], name


def test_original_on_a_foreign_topic_is_not_accused(auditor, fixtures):
    """Foreign names, foreign words and a native pen: no finding, an abstention said aloud."""
    report = auditor.audit((fixtures / "english-original-abroad.txt").read_text(encoding="utf-8"))
    assert report.findings == ()
    assert report.verdict.translated <= 0.1
    assert "speaks for or against" in report.verdict.abstained


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(PIECES, min_size=1, max_size=25))
def test_every_quote_is_the_text(pieces):
    """Whatever the text, spans are code points of it and probabilities are probabilities."""
    text = " ".join(pieces) + " x"
    report = AUDITOR.audit(text)
    for finding in report.findings:
        assert text[finding.start : finding.end] == finding.quote
        assert text[: finding.start].endswith(finding.prefix)
        assert text[finding.end :].startswith(finding.suffix)
    assert sum(item.probability for item in report.verdict.source_language) == pytest.approx(1.0, abs=0.002)
    for item in report.evidence:
        assert all(0 <= index < len(report.findings) for index in item.findings)


AUDITOR = Auditor()


def test_auditor_is_picklable_and_thread_safe(fixtures):
    """A copy and eight threads give the same reports."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(fixtures.rglob("*.txt"))]
    auditor = Auditor(Config(ignore=("PUN",)))
    expected = list(auditor.audit_all(texts))
    assert list(pickle.loads(pickle.dumps(auditor)).audit_all(texts)) == expected
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(auditor.audit, texts * 4)) == expected * 4


def test_nothing_to_read_is_an_error():
    """A text without a visible character is refused by name."""
    with pytest.raises(EmptyInputError, match="'blank'"):
        audit(Document(id="blank", text=" \u200b\n"))


@pytest.mark.parametrize("value", [b"bytes", None, 5])
def test_what_is_no_text_is_refused(value):
    """Anything but a string or a document is one clear error."""
    with pytest.raises(ConfigurationError, match="must be a string"):
        audit(value)


def test_limit_on_length():
    """The documented limit holds."""
    with pytest.raises(OversizedInputError, match="more than the 10 allowed"):
        audit("x" * 11, config=Config(max_characters=10))


def test_unknown_rule_in_the_configuration():
    """A selection that fits nothing is an error, not an empty report."""
    with pytest.raises(UnknownRuleError, match="NOPE"):
        Auditor(Config(select=("NOPE",)))


def test_compare_wants_ids_of_their_own():
    """Two documents of one id cannot be told apart."""
    with pytest.raises(DuplicateDocumentError, match="'a'"):
        compare([Document(id="a", text="One."), Document(id="a", text="Two.")])


@pytest.mark.parametrize(
    "text",
    [
        "\u202e" * 5000 + "x",
        "\x00\x01\x02x" * 2000,
        "a" * 100_000,
        "“" * 20_000,
        "(" * 20_000 + "x",
        ". " * 20_000,
        "A B. " * 5000,
        "中文" * 5000,
        "\r" * 5000 + "x",
        "Poutine " * 40_000,
        "told the Post " * 20_000,
        "q" * 2_000_000,
        "Copyright AFP\n" + " " * 1_000_000 + "\nx",
        "Nazarbaïev Selenskyj Sunday (2) " * 8000,
    ],
    ids=range(14),
)
def test_awkward_text_gets_a_report(text):
    """Control characters, endless words, nothing but marks or triggers: a report, never a traceback, in time that grows with the length."""
    assert audit(text).document.id == "text"
