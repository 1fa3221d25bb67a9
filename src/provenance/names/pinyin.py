"""Chinese personal names in pinyin, from Chinese text and from Latin text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files

from provenance.names.syllables import divide, is_syllable

_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)
_HAN = re.compile(r"[\u4e00-\u9fff]+")


def chinese_names(text: str) -> Iterator[str]:
    """Yield what can be personal names in a Chinese text, in pinyin without spaces; many are no names, but few other texts share those.

    >>> "wangyi" in set(chinese_names("外交部长王毅表示")), "zhongnanshan" in set(chinese_names("专家钟南山说"))
    (True, True)
    """
    readings = _readings()
    for run in _HAN.findall(text):
        for at, char in enumerate(run[:-1]):
            if char in _SURNAMES:
                for size in (2, 3):
                    sounds = [readings.get(letter, "") for letter in run[at : at + size]]
                    if len(sounds) == size and all(sounds):
                        yield "".join(sounds)


@lru_cache(maxsize=1 << 14)
def is_pinyin(surname: str, given: str) -> bool:
    """Tell whether two words can be a Chinese family name and given name.

    >>> is_pinyin("zhong", "nanshan"), is_pinyin("angela", "merkel")
    (True, False)
    """
    if not is_syllable(surname) or len(surname) < 2:
        return False
    syllables = divide(given.replace("-", ""), "pinyin")
    return len(syllables) <= 2 and all(is_syllable(syllable) for syllable in syllables)


@cache
def _readings() -> Mapping[str, str]:
    """Read the commonest reading of each character (made by training/names/build_readings.py from pypinyin, MIT)."""
    readings: dict[str, str] = {}
    for line in files("provenance.names").joinpath("data", "readings.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            sound, _, characters = line.partition(" ")
            readings |= dict.fromkeys(characters, sound)
    return readings
