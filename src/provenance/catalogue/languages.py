"""English names of languages and varieties."""

from __future__ import annotations

# Source: ISO 639-1 and common usage.
_NAMES = {
    "am": "Amharic", "az": "Azerbaijani", "bs": "Bosnian", "km": "Khmer", "ky": "Kyrgyz", "lo": "Lao", "mn": "Mongolian", "ms": "Malay", "ne": "Nepali", "ps": "Pashto", "so": "Somali",
    "tg": "Tajik", "uz": "Uzbek", "ar": "Arabic", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek", "en": "English",
    "es": "Spanish", "et": "Estonian", "eu": "Basque", "fa": "Persian", "fi": "Finnish", "fr": "French", "gl": "Galician", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian",
    "hy": "Armenian", "id": "Indonesian", "is": "Icelandic", "it": "Italian", "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh", "ko": "Korean", "lt": "Lithuanian", "lv": "Latvian", "mk": "Macedonian",
    "nl": "Dutch", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovene", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish",
    "sw": "Swahili", "ta": "Tamil", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese", "und": "an unknown language",
}  # fmt: skip
_REGIONS = {
    "AR": "Argentina", "AT": "Austria", "BE": "Belgium", "BR": "Brazil", "CA": "Canada", "CH": "Switzerland", "CL": "Chile", "CN": "mainland China", "CO": "Colombia", "DE": "Germany", "EG": "Egypt",
    "ES": "Spain", "FR": "France", "HK": "Hong Kong", "MD": "Moldova", "MX": "Mexico", "PE": "Peru", "PT": "Portugal", "SA": "Saudi Arabia", "TW": "Taiwan", "VE": "Venezuela",
}  # fmt: skip


def language_name(code: str) -> str:
    """Give the English name of a language or variety, or the code where it is not known.

    >>> language_name("pt-BR"), language_name("und")
    ('Portuguese (Brazil)', 'an unknown language')
    """
    language, _, region = code.partition("-")
    name = _NAMES.get(language, language)
    return f"{name} ({_REGIONS.get(region, region)})" if region else name
