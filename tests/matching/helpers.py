"""Texts of our own for the tests of matching."""

from __future__ import annotations

from provenance.matching import Matcher
from provenance.model import Document, Passage
from provenance.text import Text, prepare

FERRY = (
    "The ferry Astrid sank off Kalmoy on Tuesday night with 48 sheep and three crewmen on board. "
    "“We heard a bang below the car deck, and then the lights went out,” the mate, Jorunn Vik, told the harbour radio. "
    "Divers will go down to the wreck as soon as the wind drops below twelve metres per second."
)
FERRY_AGAIN = (
    "Kalmoy residents woke to bad news. With three crew members and 48 sheep aboard, the Astrid ferry went down near Kalmoy during Tuesday night. "
    "The first mate, Jorunn Vik, said on harbour radio: “There was a bang underneath the car deck that we heard, then it went dark.” "
    "The wreck will be visited by divers once the wind has fallen under twelve metres a second."
)
GARDEN = (
    "Plant the beans once the soil is warm, two fingers deep and a hand apart. "
    "Water them in the morning, never at noon, and pick them young. "
    "A row of marigolds keeps the greenfly away and looks cheerful besides."
)
MARKET = (
    "Shares in the brewery climbed a little after its annual figures. "
    "The board wants to pay a dividend of 40 cents and to build a bottling hall at Oberried by next spring. "
    "Analysts had expected less, and said so in their usual guarded tone."
)


def texts(*contents: str) -> list[Text]:
    """Prepare texts named t0, t1 and so on."""
    return [prepare(Document(id=f"t{at}", text=content)) for at, content in enumerate(contents)]


def passages(*contents: str, strictness: float = 0.5) -> tuple[Passage, ...]:
    """Compare texts named t0, t1 and so on."""
    return Matcher(strictness=strictness).find_passages(texts(*contents))
