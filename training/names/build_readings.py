"""Build names/data/readings.txt, the commonest pinyin of the characters of GB 2312, from pypinyin (MIT). Same input, same bytes."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from pypinyin import Style, lazy_pinyin

OUT = Path(__file__).parents[2] / "src" / "provenance" / "names" / "data" / "readings.txt"


def main() -> None:
    """Write one line per syllable."""
    characters: dict[str, list[str]] = defaultdict(list)
    for code in range(0x4E00, 0xA000):
        char = chr(code)
        try:
            char.encode("gb2312")
        except UnicodeEncodeError:
            continue
        sound = lazy_pinyin(char, style=Style.NORMAL, v_to_u=False)[0].replace("v", "u")
        if sound.isascii():
            characters[sound].append(char)
    lines = [
        "# Commonest reading of the characters of GB 2312 in pinyin without tones; from pypinyin 0.55 (MIT). Built by training/names/build_readings.py."
    ]
    lines += [f"{sound} {''.join(chars)}" for sound, chars in sorted(characters.items())]
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
