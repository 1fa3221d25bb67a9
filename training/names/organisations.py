"""Reads the organisations of sources/organisations.txt: names and acronyms per language."""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import attrs

SOURCE = Path(__file__).parent / "sources" / "organisations.txt"
_ACRONYM = re.compile(r"[^\W\d_]{2,7}")
_LATIN = dict(
    zip(
        "АБВГҐДЕЁЖЗИІЇЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЄЮЯ",
        "A B V G G D E E Zh Z I I I I K L M N O P R S T U F Kh Ts Ch Sh Shch _ Y _ E Ye Yu Ya".split(),
        strict=True,
    )
)
_SHORTEST = 3
# Acronyms that English uses for something else, or that are words, names or codes: they point nowhere.
ENGLISH_ACRONYMS = frozenset(
    """ABI ACL AIE AIS ALBA AMA ANC ANO ANP APL ARA ASE ASL BAD BAR BEA BID BIS BIZ BMR BNR BOJ BPI BRI CAN CAS CEI CES CFI CIA CIG CIO COI COP CPA CPI CPU CSI CVO DIP DOP DPP
    DPR EBC EAD EEC EEE EER EES EFS EIB EIP EKP EMA EPL EPO ESO ESA ETA EUG FAR FARC FAS FDS FIDA FNI FSA FSR GAS GIE GOS GUS HAL HOP HTC HTS HUR IAS IGH IMO IMF INF IRA ISH
    KFOR KKP KPK LAG LFI MAE MAP MAR MAS MEE MES MIR MKS MNO MOD MOP MOT MOV MRI MSE MTI MTS MUS NAM NBB NBK NOB NSA NSG OCA OCS OIL OEM OIF OMI OMD OMT OOP OPA OPL ORP OSA OTR
    OTS PAM PCC PCE PCI PCR PCS PDP PES PLC PMA PMF PNA PND POS PPE PPO PSE PSO PSR PTP PTS RAM RBI RCC RMI ROG RPK RSF SAR SAS SBU SCO SDF SDG SDP SEA SEE SEK SFI SGB SIM SNB SNS
    SOT SPE SSA SSS STO SUS SVF SVO SWR TAS TBN TDT TNP TPI TPK TPP TTP TVF UAE UBN UCM UIA UIP UIT UPU USA UKG UNA VEF VOP VPP VTB VTO WIP WMO WNP ZSU PASE APN EPP ELS EVP EEK DMO
    CES CNA CEE ERP IAO OCAH OCHA MON EBS ELN OLP SUKP BERD CFA SOZ YES MOM VPS SDS TASS TSB OIS GUR NRP MTR MEA MOF EAST EVS OET EKA SAP DBR SND SNG SBR FBR VMO BIB PTO PVO EHS EHP AGS ADG OCI MFK OVD IRP SKR BDP BDT CCG TRO KOK MOK OEP
    ALW APS ANK ASN BCE HCR VVF EBI ANB ENP EEG OSSE OWI OAG GBR KDB FRS IAAF LDPR KPRF UNO FPÖ ÖVP UEMOA VSU MMF BNS AEM SVDP AEB EUB MPS MTK NAÜ OPAC OTG PPTS SSV CVVO EWR TPIR DGSE
    EEZ EOG UA UE AB AU BM CB EP ES EU FN JT LA PT UN VN YK PA PO AA PN ME""".split()
)


@attrs.define(kw_only=True)
class Organisation:
    """An organisation: its English name and acronym, and its forms by language."""

    name: str
    acronym: str
    forms: dict[str, list[str]]

    @property
    def all_forms(self) -> list[str]:
        """Every form, the English acronym first."""
        own = [self.acronym] if self.acronym else []
        return [*own, *(form for forms in self.forms.values() for form in forms)]


def read_organisations() -> list[Organisation]:
    """Read every organisation."""
    found = []
    for line in SOURCE.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        head, *cells = line.split("|")
        name, _, acronym = head.partition(" (")
        forms: dict[str, list[str]] = defaultdict(list)
        for cell in cells:
            codes, _, written = cell.partition("=")
            for code in codes.split(","):
                forms[code].extend(written.split("/"))
        found.append(Organisation(name=name, acronym=acronym.rstrip(")"), forms=dict(forms)))
    return found


def foreign_acronyms(organisations: list[Organisation]) -> dict[str, tuple[str, str, str, tuple[str, ...]]]:
    """Give (form, English name, English acronym, languages) by foreign acronym; Cyrillic ones in Latin letters too.

    Acronyms that English uses, for this or anything else, are left out, and so are those that stand for two organisations in one language.
    """
    english = {organisation.acronym.upper() for organisation in organisations}
    english |= {form.upper() for organisation in organisations for form in organisation.forms.get("en", ())} | ENGLISH_ACRONYMS
    bearers: dict[str, dict[str, list[Organisation]]] = defaultdict(lambda: defaultdict(list))
    for organisation in organisations:
        for code, forms in organisation.forms.items():
            for form in forms:
                for written, language in _written(form, code):
                    if len(written) >= _SHORTEST and written.upper() not in english and organisation not in bearers[written][language]:
                        bearers[written][language].append(organisation)
    found = {}
    for form, by_language in sorted(bearers.items()):
        names = {organisation.name for held in by_language.values() for organisation in held}
        if len(names) == 1:
            organisation = next(iter(by_language.values()))[0]
            found[form] = (form, organisation.name, organisation.acronym or organisation.name, tuple(sorted(by_language)))
    return found


def _written(form: str, code: str) -> list[tuple[str, str]]:
    """Give an acronym as it can stand in an English text, with its language; nothing where the form is a name."""
    language = code.partition("_")[2] or code
    if not _ACRONYM.fullmatch(form) or sum(map(str.isupper, form)) < max(2, len(form) / 2) or language in ("zh", "ja", "en"):
        return []
    if form[0] in _LATIN:
        latin = "".join(_LATIN.get(letter, "") for letter in form.upper()).replace("_", "")
        return [(latin, language), (latin.upper(), language)] if latin != latin.upper() else [(latin, language)]
    return [(form, language), (form.upper(), language)] if form != form.upper() else [(form, language)]
