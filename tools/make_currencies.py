"""Write the tables of currencies: `src/recoupe/text/currencies.toml` and `languages/<code>/currencies.toml`.

    pip install Babel && python tools/make_currencies.py [CODE...]

Which country pays in what, and how a language names each currency in the singular and the plural, are facts of the
Unicode CLDR (Unicode licence), as Babel packages it. A name is taken apart: without its nationality (the demonyms of
`names.toml`, the names of countries) the noun is left ("dollars australiens": "dollars"); a noun of one currency
only stands for it, a noun of several for its kind (DOLLAR), which a nationality beside it tells apart. Run it again
when either changes.
"""

from __future__ import annotations

import collections
import pathlib
import re
import sys

from babel import Locale
from babel.core import get_global
from babel.numbers import get_currency_name

from recoupe.languages import available, load
from recoupe.text.normalise import fold

SOURCE = pathlib.Path(__file__).resolve().parents[1] / "src" / "recoupe"
KINDS = {
    "dollars": "DOLLAR", "pounds": "POUND", "francs": "FRANC", "pesos": "PESO", "dinars": "DINAR",
    "dirhams": "DIRHAM", "rupees": "RUPEE", "rials": "RIAL", "riyals": "RIAL", "shillings": "SHILLING",
    "kroner": "CROWN", "kronor": "CROWN", "krónur": "CROWN", "korunas": "CROWN", "kroons": "CROWN", "rubles": "RUBLE",
    "won": "WON", "lei": "LEU", "kwachas": "KWACHA", "manats": "MANAT", "manat": "MANAT", "som": "SOM", "soms": "SOM",
    "lira": "LIRA", "liras": "LIRA", "lire": "LIRA", "marks": "MARK", "escudos": "ESCUDO", "guilders": "GUILDER",
    "florin": "GUILDER",
}  # fmt: skip
"""Kinds of money that several countries have, by the last word of their English names."""
ALSO = {"LIRA": {"LB": "LBP", "SY": "SYP"}}
"""What a country's money is called beside its name in English: Lebanese pounds are liras as well."""
NO_NOUNS = frozenset(
    "gold leonais leonischer leoonse della leone leones sierraleonesa sdirham sons sois som somes sum sums bat bats "
    "добр добра добры сиди قرطبة تالا كينا".split()
)
"""What is left of some names and means something else, or nothing."""
OF_ALL = ("EUR", "XOF", "XAF", "XPF", "XCD", "XCG")
"""Money of many countries, which no nationality names."""
OLD = ("FRF", "BEF", "LUF", "ITL", "DEM", "IEP", "NLG", "PTE", "SKK", "EEK", "MTL", "CYP")
"""Money of the past that is still written of."""
EMPTY = frozenset(
    "de del do da di d van der des of the new nouveau nouveaux nuevo nuevos nuovo nuovi novo novos neue neuer neuen "
    "nieuwe convertible convertibles convertibile convertibili konvertible convertibele & et und y e en".split()
)  # fmt: skip
PLURALS = (1, 2, 5, 100)
COUNTRY_LOCALES = {"pt": ("pt", "pt_PT"), "es": ("es", "es_MX", "es_US"), "de": ("de", "de_AT"), "fr": ("fr", "fr_CA")}


def of_countries() -> dict[str, list[str]]:
    """Return the countries of each code that pay in it today, the home of the money first."""
    found: dict[str, list[str]] = collections.defaultdict(list)
    for country, history in sorted(get_global("territory_currencies").items()):
        for code, _start, end, tender in history:
            if tender and end is None and len(country) == 2:
                found[code].append(country)
    for code in found:
        found[code].sort(key=lambda country: (code[:2] != country, country))
    return found


def kinds(countries: dict[str, list[str]]) -> dict[str, dict[str, str]]:
    """Return by kind which country has which code."""
    english = Locale("en")
    found: dict[str, dict[str, str]] = collections.defaultdict(dict)
    for code in [*OLD, *sorted(countries)]:
        if code in OF_ALL:
            continue
        kind = KINDS.get(str(get_currency_name(code, count=2, locale=english)).split()[-1].lower())
        if kind:
            own = [c for c in countries.get(code, ()) if code[:2] == c] or [code[:2]]
            found[kind].update(dict.fromkeys(own, code))
    return {kind: dict(sorted(of.items())) for kind, of in sorted(found.items()) if len(of) > 1}


def names(language: str, codes: list[str]) -> dict[str, list[str]]:
    """Return how a language names each currency, folded, all plural forms."""
    found: dict[str, list[str]] = {}
    for code in codes:
        forms: dict[str, None] = {}
        for tag in COUNTRY_LOCALES.get(language, (language,)):
            locale = Locale.parse(tag)
            for count in PLURALS:
                name = fold(str(get_currency_name(code, count=count, locale=locale)))
                if "(" not in name and name != fold(code) and re.search(r"[^\W\d_]", name):
                    forms[re.sub(r"\s+", " ", name.replace("ʻ", ""))] = None
        if forms:
            found[code] = list(forms)
    return found


def nationality(language: str) -> frozenset[str]:
    """Return the words of a language that name a country or its people, folded."""
    table = load(language).table("names").get("demonyms", {})
    words = {w for forms in table.values() if isinstance(forms, list) for form in forms for w in fold(form).split()}
    for country in Locale.parse(language).territories.values():
        words.update(re.findall(r"[^\W\d_]+", fold(country)))
    return frozenset(words) | EMPTY


def bare(language: str, named: dict[str, list[str]], kind_of: dict[str, str]) -> dict[str, list[str]]:
    """Return the nouns without a nationality by what they stand for: a code, or a kind where several share it."""
    known = nationality(language)
    codes: dict[str, set[str]] = collections.defaultdict(set)
    for code, forms in named.items():
        for form in forms:
            left = [w for w in re.findall(r"[^\W\d_]+", form) if w not in known]
            if len(left) == 1 and len(left[0]) > 2 and left[0] not in NO_NOUNS:
                codes[left[0]].add(code)
    found: dict[str, list[str]] = collections.defaultdict(list)
    for noun, of in sorted(codes.items()):
        kinds_told = collections.Counter(kind_of.get(code, code) for code in sorted(of))
        key, _ = kinds_told.most_common(1)[0]
        if len(kinds_told) == 1 or key in kind_of.values():
            found[key].append(noun)
    return dict(sorted(found.items()))


def written(table: dict[str, list[str]]) -> str:
    rows = []
    for key, forms in table.items():
        rows.append(f"{key} = [{', '.join(chr(34) + form + chr(34) for form in forms)}]")
    return "\n".join(rows)


def main() -> None:
    countries = of_countries()
    of_kind = kinds(countries)
    kind_of = {code: kind for kind, of in of_kind.items() for code in of.values()}
    for kind, more in ALSO.items():
        of_kind[kind] = dict(sorted({**of_kind[kind], **more}.items()))
    lines = ["# Kinds of money that several countries have: which country's is which, by ISO 3166 and ISO 4217.",
             "# Made by tools/make_currencies.py from the Unicode CLDR."]  # fmt: skip
    for kind, of in of_kind.items():
        lines += ["", f"[{kind}]", *(f'{country} = "{code}"' for country, code in of.items())]
    (SOURCE / "text" / "currencies.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    codes = sorted({*countries, *OLD})
    for language in sys.argv[1:] or available():
        named = names(language, codes)
        nouns = bare(language, named, kind_of)
        told = {code: kept for code, forms in named.items() if (kept := [f for f in forms if " " in f or "-" in f])}
        text = (
            "# How this language names the money of each country, and the nouns of money without a country.\n"
            "# Made by tools/make_currencies.py from the Unicode CLDR; other words stand in concepts.toml.\n\n"
            f"[named]\n{written(told)}\n\n[bare]\n{written(nouns)}\n"
        )
        (SOURCE / "languages" / language / "currencies.toml").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
