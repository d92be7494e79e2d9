"""What `draft` reads in statements that two sides issue, and in reports of the sender's side: day, parties, people."""

from typing import Any

import pytest

from coopdb.author.draft import Draft, draft
from coopdb.vocabulary.entry import Entry, Tenure
from coopdb.vocabulary.vocabularies import packaged_vocabularies

WORDS = packaged_vocabularies()
BODY = "They discussed cloud services and digital identity, and agreed to continue the talks in the coming months."


def one(text: str, home: str | None, published: str | None = "2025-06-12") -> Draft:
    """Draft the only meeting of a text."""
    (found,) = draft(text, WORDS, published=published, country=home)
    return found


def day_of(found: Draft) -> str | None:
    day = found.record.get("date")
    return None if day is None else str(day)


def people_of(found: Draft) -> dict[str, str | None]:
    return {each["name"]: each.get("country") for each in found.record["participants"] if "name" in each}


ISSUED = {
    "leaders and no day": (
        "Kenya-Norway Leaders’ Joint Statement\n\nKenya and Norway are bound by friendship and shared values. " + BODY,
        "KE",
        "2025-06-12",
    ),
    "it says today": (
        (
            "Joint Statement of Chile and Japan\n\nChile and Japan have long been partners.\n\nThe two sides "
            "have worked on "
            "this for years.\n\nToday we announce a partnership on submarine cables."
        ),
        "CL",
        "2025-06-12",
    ),
    "the lead tells the days of the meeting": (
        "Joint Statement of Chile and Japan\n\nThe ministers of Chile and Japan met in Santiago on 9 and 10 June 2025. "
        + BODY,
        "CL",
        "2025-06-09",
    ),
    "a summit, in French": (
        (
            "Déclaration conjointe du sommet entre le Sénégal et l'Italie\n\nLe Sénégal et l'Italie partagent "
            "une longue "
            "histoire. Ils ont évoqué le numérique et l'intelligence artificielle."
        ),
        "SN",
        "2025-06-12",
    ),
    "the presidents, in Spanish": (
        (
            "Declaración conjunta del presidente de Chile y del presidente del Perú\n\nChile y el Perú "
            "comparten una larga "
            "historia. Trataron de ciberseguridad y de gobierno digital."
        ),
        "CL",
        "2025-06-12",
    ),
    "trap: a framework that nobody tells the day of": (
        (
            "Joint Statement on a Framework for Digital Trade between Chile and Japan\n\nChile and Japan have "
            "agreed to a "
            "framework. It will cover data and payments."
        ),
        "CL",
        None,
    ),
    "trap: the day of what was before": (
        (
            "Joint Statement of Chile and Japan\n\nChile and Japan have long been partners. They build on the "
            "memorandum "
            "signed on 3 March 2021, and welcome the work done since."
        ),
        "CL",
        None,
    ),
    "trap: a fact sheet of one country": (
        "Fact Sheet: the digital strategy of Chile\n\nChile has a digital strategy. It covers cloud and identity.",
        "CL",
        None,
    ),
    "trap: a report about a joint statement of others": (
        (
            "Analysts read the statement of Chile\n\nObservers in Santiago discussed what it may mean for "
            "trade. No meeting "
            "was announced."
        ),
        "CL",
        None,
    ),
    "trap: a day that is said to come": (
        (
            "Joint Statement of Chile and Japan\n\nChile and Japan will meet again on 3 October 2025 in Tokyo. "
            "They have "
            "long been partners."
        ),
        "CL",
        None,
    ),
}


@pytest.mark.parametrize(("text", "home", "expected"), ISSUED.values(), ids=ISSUED.keys())
def test_a_joint_statement_bears_its_day(text: str, home: str, expected: str | None) -> None:
    assert day_of(one(text, home)) == expected


def test_without_a_day_of_publication_a_joint_statement_has_none() -> None:
    text, home, _ = ISSUED["leaders and no day"]
    assert day_of(one(text, home, None)) is None


OWN_WORDS = {
    "SE": (
        "Sverige och Estland i samtal",
        "Samtalen handlade om molntjänster och om hur de båda länderna ska samarbeta.",
    ),
    "DE": ("Deutschland und Estland im Gespräch", "Die beiden sprachen über die Cloud und über eine engere Arbeit."),
    "NL": ("Nederland en Estland in gesprek", "De twee spraken over de cloud en over een betere samenwerking."),
}
PARTED = {
    "swedish": ("Onsdagen den 4 juni tog civilminister Anna Berg emot Estlands minister Jaan Tamm i Stockholm.", "SE"),
    "swedish, present": ("Den 4 juni tar civilminister Anna Berg emot Estlands minister Jaan Tamm.", "SE"),
    "swedish compound": ("Den 4 juni genomförde civilminister Anna Berg ett arbetsbesök hos Estlands regering.", "SE"),
    "german": ("Am 4. Juni kamen Ministerin Anna Berg und der estnische Minister Jaan Tamm in Bonn zusammen.", "DE"),
    "dutch": ("Op 4 juni kwamen minister Anna Berg en de Estse minister Jaan Tamm in Den Haag bijeen.", "NL"),
}


@pytest.mark.parametrize(("text", "home"), PARTED.values(), ids=PARTED.keys())
def test_a_verb_in_two_parts_tells_of_the_meeting(text: str, home: str) -> None:
    title, more = OWN_WORDS[home]
    assert day_of(one(f"{title}\n\n{text}\n\n{more}", home)) == "2025-06-04"


NOT_PARTED = {
    "the parts are of two sentences": "Den 4 juni tog regeringen ett beslut. Estland ställde sig inte emot det.",
    "only the first": "Den 4 juni tog Estland ett beslut om skatter.",
    "only the second": "Estland var den 4 juni emot beslutet.",
    "german, another verb": "Am 4. Juni kam ein Brief aus Estland an.",
    "dutch, another verb": "Op 4 juni kwam een brief uit Estland aan.",
}


@pytest.mark.parametrize("text", NOT_PARTED.values(), ids=NOT_PARTED.keys())
def test_half_a_verb_tells_of_nothing(text: str) -> None:
    assert day_of(one(f"Ett beslut\n\n{text}", "SE")) is None


EVENTS = {
    "margins": (
        "Anna Berg of Norway met Ana Ruiz of Chile on the margins of the Arctic Data Forum.",
        "Arctic Data Forum",
    ),
    "margins, french": (
        "La ministre de la Norvège a rencontré celle du Chili en marge du Forum des données.",
        "Forum des données",
    ),
    "trap: alongside others": ("Norway and Chile met and will work alongside other international partners.", None),
    "trap: alongside a body": ("Norway met Chile, and works alongside the African Union and Gavi on health.", None),
    "trap: this council": ("Norway and Chile met for this Ministerial Meeting in Oslo.", None),
    "trap: their own dialogue": ("The ministers of Norway and Chile met at the Norway Chile Digital Dialogue.", None),
    "trap: swedish, the meeting itself": ("Norge och Chile träffades i samband med mötet ska vara vägledande.", None),
    "trap: what no capital names": ("Norway and Chile met on the margins of several other engagements.", None),
}


@pytest.mark.parametrize(("text", "expected"), EVENTS.values(), ids=EVENTS.keys())
def test_a_host_event_has_a_name_and_is_not_the_meeting(text: str, expected: str | None) -> None:
    assert one(f"Norway and Chile hold talks\n\n{text}", "NO").record.get("host_event") == expected


def test_an_event_far_down_hosts_only_a_meeting_that_was_held_there() -> None:
    text = (
        f"Norway and Chile hold talks\n\nThe ministers of Norway and Chile met.\n\n{BODY} {BODY}\n\n{BODY} {BODY}\n\n"
    )
    there = "The two met on the margins of the Arctic Data Forum."
    later = "The two will meet on the margins of the Arctic Data Forum."
    hosts = [one(text + each, "NO").record.get("host_event") for each in (there, later)]
    assert hosts == ["Arctic Data Forum", None]


LEADERS = {
    "home's leader first": (
        "President Ana Ruiz and Prime Minister Ivar Berg met today.",
        {"Ana Ruiz": "CL", "Ivar Berg": "NO"},
        2,
    ),
    "with Jr.": (
        "President John Ruiz, Jr. and Prime Minister Ivar Berg met today.",
        {"John Ruiz": "CL", "Ivar Berg": "NO"},
        2,
    ),
    "the partner is told": (
        "President Ivar Berg and President Ana Ruiz met today. President Berg of Norway spoke first.",
        {"Ivar Berg": "NO", "Ana Ruiz": "CL"},
        0,
    ),
    "french": (
        "La présidente Ana Ruiz et le Premier ministre Ivar Berg se sont entretenus aujourd'hui.",
        {"Ana Ruiz": "CL", "Ivar Berg": "NO"},
        2,
    ),
    "trap: ministers of one government": (
        "Minister Ana Ruiz and Secretary Eva Soto met the Norwegian Minister Ivar Berg today.",
        {"Ana Ruiz": "CL", "Eva Soto": "CL", "Ivar Berg": "NO"},
        0,
    ),
    "trap: a spokesperson was not there": (
        "President Ana Ruiz of Chile met Prime Minister Ivar Berg of Norway today, said Spokesperson Eva Soto.",
        {"Ana Ruiz": "CL", "Ivar Berg": "NO"},
        0,
    ),
    "trap: a German spokeswoman": (
        "Ministerin Ana Ruiz aus Chile traf heute Minister Ivar Berg aus Norwegen, sagte Sprecherin Eva Lang.",
        {"Ana Ruiz": "CL", "Ivar Berg": "NO"},
        0,
    ),
    "a colon before the genitive": (
        "Statsminister Ivar Berg träffade i dag USA:s president Ana Ruiz i Oslo. Norge och USA samarbetar.",
        {"Ivar Berg": "NO", "Ana Ruiz": "US"},
        0,
    ),
}


OTHER_WORDS = {
    "La": ("Le Chili et la Norvège s'entretiennent", "Ils ont évoqué le cloud et l'identité numérique des deux pays."),
    "Ministerin": ("Chile und Norwegen im Gespräch", "Sie sprachen über die Cloud und die digitale Identität."),
    "Statsminister": ("Norge och USA i samtal", "De talade om molntjänster och om digital identitet."),
}


@pytest.mark.parametrize(("text", "people", "doubts"), LEADERS.values(), ids=LEADERS.keys())
def test_two_leaders_are_of_the_two_sides(text: str, people: dict[str, str], doubts: int) -> None:
    home = "NO" if "US" in people.values() else "CL"
    title, more = OTHER_WORDS.get(text.split(maxsplit=1)[0], ("Chile and Norway hold talks", BODY))
    found = one(f"{title}\n\n{text} {more}", home)
    assert people_of(found) == people
    assert sum("stands for" in each.message for each in found.unresolved) == doubts


LISTS = {
    "members": (
        "The members of the group, Chile, Japan, Kenya, Norway and Togo, met in Oslo today.",
        "CL",
        "CL JP KE NO TG",
    ),
    "representatives": (
        "The representatives of Chile, Japan, the European Union, Kenya, Norway and Peru met.",
        "CL",
        "CL JP KE NO PE",
    ),
    "three with home": ("The ministers of Chile, Japan and Kenya met in Santiago.", "CL", "CL JP KE"),
    "french": ("Les ministres du Chili, du Japon, de la Norvège et du Togo se sont réunis.", "CL", None),
    "no home": ("The members of the group, Chile, Japan, Kenya and Norway, met today.", None, "CL JP KE NO"),
    "trap: what they talked of": (
        "Minister Ana Ruiz of Chile met Minister Ivar Berg of Norway about Kenya, Togo and Peru.",
        "CL",
        "CL NO",
    ),
    "trap: where they went": ("Chile and Norway met, and spoke of projects in Kenya, Togo and Peru.", "CL", "CL NO"),
    "trap: home is not listed": (
        "Minister Ana Ruiz met Norway's Minister Ivar Berg; Kenya, Togo, Peru and Japan watched.",
        "CL",
        "CL NO",
    ),
    "trap: nobody met": ("Chile exports to Japan; Kenya, Norway and Togo import.", "CL", None),
}


@pytest.mark.parametrize(("text", "home", "expected"), LISTS.values(), ids=LISTS.keys())
def test_a_list_of_those_who_met_is_of_parties(text: str, home: str | None, expected: str | None) -> None:
    found = one(f"Talks on cloud services\n\n{text}\n\n{BODY}", home)
    parties = sorted({each["country"] for each in found.record.get("participants", ()) if "country" in each})
    assert expected is None or parties == expected.split()


def test_a_title_that_names_two_is_about_those_two() -> None:
    text = (
        "Chile and Norway hold talks\n\nThe ministers of Chile, Norway, Kenya and Togo met on the margins of a forum."
    )
    assert {each["country"] for each in one(text, "CL").record["participants"]} == {"CL", "NO"}


def known(*offices: Tenure, country: str = "") -> Any:
    """Return the vocabularies of a repository that knows Ana Ruiz."""
    entry = Entry(key="Ana Ruiz", labels={"en": "Ana Ruiz"}, country=country, offices=offices)
    return WORDS._replace(people=WORDS.people.extended([entry]))


MINISTER = Tenure("Minister of Digital Affairs", "CL", "2024-01-01", "2025-12-31")
KNOWN_TEXT = "Chile and Norway hold talks\n\nAna Ruiz met Minister Ivar Berg of Norway in Oslo today. " + BODY


@pytest.mark.parametrize(
    ("words", "published", "role"),
    [
        (known(MINISTER), "2025-06-12", "Minister of Digital Affairs"),
        (known(MINISTER), "2026-06-12", None),
        (known(MINISTER, country="CL"), "2025-12-31", "Minister of Digital Affairs"),
        (known(MINISTER), "2026-01-01", None),
    ],
)
def test_the_office_that_the_repository_knows_fills_in_the_role(words: Any, published: str, role: str | None) -> None:
    (found,) = draft(KNOWN_TEXT, words, published=published, country="NO")
    (ana,) = (each for each in found.record["participants"] if each.get("name") == "Ana Ruiz")
    assert (ana["country"], ana.get("role")) == ("CL", role)


def test_somebody_without_an_office_in_the_text_or_the_repository_is_left_out() -> None:
    for words in (WORDS, known(country="CL")):
        (found,) = draft(KNOWN_TEXT, words, published="2025-06-12", country="NO")
        assert people_of(found) == {"Ivar Berg": "NO"}


def test_an_institution_acts_for_its_union_where_that_is_named() -> None:
    text = "Norway and the European Union hold talks\n\nMinister Ivar Berg met the European Commission in Brussels."
    keys = {each.get("country") or each["organization"] for each in one(text, "NO").record["participants"]}
    assert keys == {"NO", "european-union"}


def test_the_month_of_publication_tells_the_year_and_no_day() -> None:
    text = (
        "Chile and Norway hold talks\n\nMinister Ana Ruiz of Chile met Minister Ivar Berg of Norway on 4 June. " + BODY
    )
    found = one(text, "CL", "2025-06")
    assert (day_of(found), found.record["sources"][0]["published"]) == ("2025-06-04", "2025-06")
    assert day_of(one(text.replace("on 4 June", "today"), "CL", "2025-06")) is None
