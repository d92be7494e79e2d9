"""The titles by which people are addressed, where they stand before or after a name."""

import re

# Without a full stop some of these are names: Sen, Gen, Hon, Ing.
_ABBREVIATED = r"(?:Sen|Amb|Hon|Gen|Col|Lic|Ing|Eng|Mag|Sr|Sra|Srta|Capt|Lt|Maj|Rev|Dipl)\.(?:ª\s?)?"
_PLAIN = (
    r"(?:Dr|Dra|Drs|Prof|Mr|Mrs|Ms|Miss|Mme|Mlle|Professor|Professeur|Herr|Frau|Señora?|Senhora?|Monsieur|Madame|Sir"
    r"|Rt\.?\sHon|(?:Right\s)?Honou?rable|(?:His|Her)\s(?:Royal\s)?(?:Excellency|Highness)|Son\sExcellence|Su\sExcelencia"
    r"|Sua\sExcelência|(?:Seine|Ihre)\sExzellenz|Eng[ºª°])\.?"
)
_EXCELLENCY = r"(?:H\.\s?E|S\.\s?E(?:\.\s?M)?|S\.\s?Ex(?:\.?\s?ª|a)?|HE(?=\s[A-Z][a-z]))\.?ª?"
_ARABIC = r"(?:معالي|فخامة|الدكتورة?|دكتورة?|المهندسة?|الأستاذة?|صاحبة?\sالسمو|سمو|سعادة)"
_BEFORE = re.compile(rf"(?:{_ABBREVIATED}|{_PLAIN}|{_EXCELLENCY}|{_ARABIC})\s*(?=\S+\s*\S)(?<=[\s.ªº])")
_AFTER = re.compile(r",?\s(?:Ph\.?\s?D|MBA|MSc|Esq|MP|MEP|KC|QC|OBE|CBE|KCMG)\.?\Z")


def title_of(text: str) -> str:
    """Return the title before or after a name, as it is written; nothing where there is none.

    >>> title_of("Dr. Ana Vuković"), title_of("Jane Doe, PhD"), title_of("Drita Sen"), title_of("Sheikh Hamad")
    ('Dr.', 'PhD', '', '')
    """
    found = _BEFORE.match(text) or _AFTER.search(text)
    return found[0].strip(" ,") if found else ""
