"""The titles by which people are addressed, where they stand before or after a name."""

import re

# Without a full stop some of these are names: Sen, Gen, Hon, Ing, On.
_ABBREVIATED = (
    r"(?:Sen|Amb|Hon|Gen|Col|Lic|Ing|Eng|Engr|Mag|Sr|Sra|Srta|Capt|Lt|Maj|Brig|Adm|Cdr|Rev|Dipl|Arch|Atty|Adv|Avv|On|Ir|Mw|Hr"
    r"|Exm[oa]|Excm[oa]|Ilm[oa])\.(?:ª\s?)?"
)
_PLAIN = (
    r"(?:Dr|Dra|Drs|Prof|Mr|Mrs|Ms|Mx|Miss|Mme|Mlle|Dott|Dott\.ssa|Dr\.ssa|Sig|Sig\.(?:ra|na)|Dhr|Mevr|Smt|Shri|Dña"
    r"|Professor|Professeur|Profesora?|Professora|Professore|Docteur|Herr|Frau|Fru|Señora?|Senhora?|Signora?|Mevrouw|Meneer"
    r"|Monsieur|Madame|Doña|Sayın|Bapak|Rt\.?\sHon|(?:Right\s)?Honou?rable|Hon'ble"
    r"|(?:His|Her)\s(?:Royal\s|Serene\s)?(?:Excellency|Highness|Majesty)|S(?:on|a)\s(?:Excellence|Altesse|Majesté)"
    r"|Su\s(?:Excelencia|Alteza|Majestad)|Sua\s(?:Excelência|Alteza|Eccellenza|Altezza)|(?:Seine|Ihre)\s(?:Exzellenz|Hoheit)"
    r"|Eng[ºª°]|Господин|Госпожа|г-н|г-жа|Пан|Пані)\.?"
)
_RANKS = (
    r"(?:Colonel|Coronel|Oberst|Lieutenant|Lieutenant[\s-]General|Major[\s-]General|General|Général|Generale|Brigadier"
    r"|Admiral|Commander|Captain|Capitaine|Doctor)(?:\s\([^)]*\))?(?=\s\S+\s\S)"
)
# Of the spaced ones, and of those of royalty, one word after them may be a surname after initials: S. M. Krishna.
_EXCELLENCY = (
    r"(?:H\.E|S\.E(?:\.\s?M)?|S\.\s?Ex(?:\.?\s?ª|a)?|(?:H\.\s?(?:R\.\s?H|E|H|M)|S\.\s?(?:A\.\s?R|A|M|E)(?:\.\s?M)?)"
    r"(?=\.?\s\S+\s\S)|(?:HE|YB|YAB|YBhg)(?=\s[A-Z][a-z])|(?:HRH|HH|HM|SE)(?=\s[A-Z][\w.-]+\s\S))\.?ª?"
)
_ARABIC = (
    r"(?:معالي|فخامة|جلالة|دولة|الدكتورة?|دكتورة?|المهندسة?|الأستاذة?|السيدة|(?:أ\.\s?)?د\."
    r"|(?:صاحبة?\s)?(?:السمو|الجلالة|المعالي|السعادة)|سمو|سعادة|اللواء|العميد|الفريق)"
)
_BEFORE = re.compile(rf"(?:{_ABBREVIATED}|{_PLAIN}|{_RANKS}|{_EXCELLENCY}|{_ARABIC})\s*(?=\S+\s*\S)(?<=[\s.ªº])")
_AFTER = re.compile(r",?\s(?:Ph\.?\s?D|MBA|MSc|Esq|MP|MEP|KC|QC|OBE|CBE|KCMG)\.?\Z")


def title_of(text: str) -> str:
    """Return the title before or after a name, as it is written; nothing where there is none.

    >>> title_of("Dr. Ana Vuković"), title_of("Jane Doe, PhD"), title_of("Drita Sen"), title_of("Sheikh Hamad")
    ('Dr.', 'PhD', '', '')
    """
    found = _BEFORE.match(text) or _AFTER.search(text)
    return found[0].strip(" ,") if found else ""
