"""The keys of a record, by table ("" for the top), in their order; `record/fields.py` says what each value means.

Python, not JSON, so that the options of `add` can be made of it without a reader. Written for coopdb, by hand (MIT).
"""

# help: what it means, as editors show it · is: what its value is, text when not given; list: of such · column: where
# the star has it, the key itself when not given; about: so in the codebook, the help when not given; since: the version
# of the star that brought it · fact: `show` tells it among the facts, as `field.KEY` of the catalogues calls it ·
# option: what `add --help` says of its option.
TABLES: dict[str, dict[str, dict[str, str | bool | int]]] = {
    "": {
        "title": {
            "help": "What the meeting was, in your own words.",
            "about": "what the meeting was, in words",
            "option": "What the meeting was, in your own words.",
        },
        "date": {
            "help": 'The day: 2026-02-01 without quotes; as a string "2026-02" or '
            '"2026" where the day is not known, with ~ after it for about.',
            "is": "date",
            "about": "the day as the record has it: 2026-02-01, 2026-02 or 2026, with ~ for about",
            "option": "2026-02-01, 2026-02 or 2026, with ~ for about.",
        },
        "end_date": {
            "help": "The last day of a meeting of several, not before date.",
            "is": "date",
            "about": "the last day, in the same form; missing for a meeting of one day",
            "option": "The last day.",
        },
        "status": {
            "help": "Whether the meeting took place; held when not given.",
            "is": "Status",
            "about": "whether the meeting took place",
            "option": "planned, held, postponed or cancelled.",
        },
        "kind": {
            "help": "What kind of meeting it was; talks when not given.",
            "is": "Kind",
            "about": "the kind of the meeting",
            "option": "The kind, such as talks.",
        },
        "level": {
            "help": "The level of those who met.",
            "is": "Level",
            "about": "the level of those who met; missing where it is not recorded",
            "option": "The level, such as ministerial.",
        },
        "mode": {
            "help": "How they met; in-person when not given.",
            "is": "Mode",
            "about": "how they met",
            "option": "in-person, online, hybrid, phone or written.",
        },
        "host_event": {
            "help": "The event on whose margins they met, such as Web Summit Qatar 2026.",
            "is": "name",
            "about": "the event on whose margins they met",
            "fact": True,
            "option": "The event on whose margins they met.",
        },
        "series": {
            "help": "The standing dialogue that the meeting belongs to, such as US–EU Trade and Technology Council.",
            "is": "name",
            "since": 2,
            "fact": True,
            "option": "The standing dialogue that it belongs to.",
        },
        "session": {
            "help": "Which session of the series it was: 3 for the third.",
            "is": "number",
            "since": 2,
            "fact": True,
            "option": "Which session of the series it was.",
        },
        "next_meeting": {
            "help": "When they agreed to meet again, in the form of a date.",
            "is": "date",
            "since": 2,
            "fact": True,
            "option": "When they agreed to meet again.",
        },
        "summary": {
            "help": "What was talked about, in your own words.",
            "about": "a summary in the recorder's own words",
            "option": "A summary in your own words.",
        },
        "agenda_url": {
            "help": "The address of the agenda.",
            "is": "address",
            "since": 2,
            "fact": True,
            "option": "The address of the agenda.",
        },
        "draft": {
            "help": "true until somebody has reviewed the record.",
            "is": "flag",
            "about": "whether nobody has reviewed the record yet",
            "option": "Not reviewed yet.",
        },
        "internal": {
            "help": "Keeps the whole record out of what is published, when true.",
            "is": "flag",
            "about": "whether the whole record is kept out of what is published; missing where it is not said",
            "since": 3,
            "option": "Not to be published.",
        },
        "follows": {
            "help": "Ids of earlier records that this meeting continues.",
            "is": "record",
            "list": True,
            "column": "links.target",
            "fact": True,
            "option": "The record it follows.",
        },
        "related": {
            "help": "Ids of records that belong to this one.",
            "is": "record",
            "list": True,
            "column": "links.target",
            "fact": True,
            "option": "A related record.",
        },
        "previous_dates": {
            "help": "The days the meeting was once meant for.",
            "is": "date",
            "list": True,
            "column": "previous_dates.date",
        },
        "venue": {
            "help": "Where the meeting took place.",
            "is": "table",
        },
        "participants": {
            "help": "The parties, and who stood for them: at least two, one of them a country.",
            "is": "table",
            "list": True,
        },
        "topics": {
            "help": "What it was about: slugs, or tables with a stage.",
            "is": "table",
            "list": True,
        },
        "documents": {
            "help": "What was signed or issued.",
            "is": "table",
            "list": True,
        },
        "commitments": {
            "help": "What a party undertook to do.",
            "is": "table",
            "list": True,
        },
        "sources": {
            "help": "Where the facts are known from, at least one.",
            "is": "table",
            "list": True,
        },
        "waivers": {
            "help": "Rules that are not asked of this record, and why.",
            "is": "table",
            "list": True,
        },
    },
    "venue": {
        "name": {
            "help": "The building or institution.",
            "is": "name",
            "column": "venue_name",
            "about": "the name of the venue",
        },
        "city": {
            "help": "The city.",
            "is": "name",
            "about": "the city of the venue",
        },
        "country": {
            "help": "The country, by its code.",
            "is": "country",
            "column": "host",
            "about": "the country of the venue",
        },
    },
    "participants": {
        "country": {
            "help": "The country, by its ISO 3166-1 alpha-2 code.",
            "is": "country",
            "column": "people.country",
        },
        "organization": {
            "help": "The organisation, by its slug, in the place of a country.",
            "is": "organization",
            "column": "people.organization",
        },
        "name": {
            "help": "The person who stood for the party.",
            "is": "person",
            "about": "the name of the person, in the one spelling that all records share",
        },
        "role": {
            "help": "What the person was at the time.",
            "about": "the role or title of the person",
        },
        "institution": {
            "help": "The body the person works for.",
            "is": "name",
            "about": "the institution that the person stood for",
        },
        "capacity": {
            "help": "The part the person played.",
            "is": "Capacity",
            "about": "in what capacity the person took part",
        },
        "internal": {
            "help": "Keeps the participant out of what is published, when true.",
            "is": "flag",
            "about": "whether the participant is kept out of what is published; missing where it is not said",
            "since": 3,
        },
    },
    "topics": {
        "topic": {
            "help": "The topic, by its slug.",
            "is": "topic",
            "about": "the slug of the topic",
        },
        "stage": {
            "help": "How far it got; discussed when not given.",
            "is": "Stage",
            "about": "how far the topic got",
        },
        "note": {
            "help": "What was said of it.",
            "about": "a note on the topic",
        },
        "internal": {
            "help": "Keeps the topic out of what is published, when true.",
            "is": "flag",
            "about": "whether the topic is kept out of what is published; missing where it is not said",
            "since": 3,
        },
    },
    "documents": {
        "key": {
            "help": "A slug that names it for good, as ID#key; nothing else of the record has it.",
            "since": 2,
        },
        "kind": {
            "help": "What the document is.",
            "is": "DocumentKind",
            "about": "the kind of the document",
        },
        "title": {
            "help": "Its title.",
            "about": "the title of the document",
        },
        "signed": {
            "help": "The day it was signed, or true or false.",
            "is": "signed",
            "about": "the day it was signed, or true or false",
        },
        "in_force": {
            "help": "The day it came into force, or is to.",
            "is": "date",
            "since": 2,
        },
        "expires": {
            "help": "The day it expires.",
            "is": "date",
            "since": 2,
        },
        "ended": {
            "help": "The day it ended early: terminated or superseded.",
            "is": "date",
            "since": 2,
        },
        "renewal": {
            "help": "What happens when it expires: automatic renewal, by-agreement, or none.",
            "is": "Renewal",
            "since": 2,
        },
        "signatories": {
            "help": "Who signed it: names of participants of this record.",
            "is": "person",
            "list": True,
            "column": "document_signatories.name",
        },
        "replaces": {
            "help": "The earlier document that it replaces, as ID#key.",
            "is": "part",
            "since": 2,
        },
        "url": {
            "help": "Where it can be read.",
            "is": "address",
            "about": "where it can be read",
        },
        "topics": {
            "help": "What it is about, by slugs.",
            "is": "topic",
            "list": True,
            "column": "document_topics.topic",
        },
        "binding": {
            "help": "Whether it binds the parties.",
            "is": "flag",
            "about": "whether the document is binding; missing where it is not recorded",
        },
        "internal": {
            "help": "Keeps the document out of what is published, when true.",
            "is": "flag",
            "about": "whether the document is kept out of what is published; missing where it is not said",
            "since": 3,
        },
    },
    "commitments": {
        "key": {
            "help": "A slug that names it for good, as ID#key; nothing else of the record has it.",
            "since": 2,
        },
        "text": {
            "help": "What is to be done.",
            "about": "what is to be done",
        },
        "owner": {
            "help": "The party that undertook it: a country's code or an organisation's slug.",
            "is": "party",
            "about": "the party that is to do it",
        },
        "due": {
            "help": "The day by which it is to be done.",
            "is": "date",
            "about": "until when, in the form of a date",
        },
        "status": {
            "help": "How far it is; open when not given.",
            "is": "CommitmentStatus",
            "about": "how far it got",
        },
        "topics": {
            "help": "What it is about, by slugs.",
            "is": "topic",
            "list": True,
            "column": "commitment_topics.topic",
        },
        "evidence": {
            "help": "What shows that it was done.",
            "about": "what its status rests on",
        },
        "closed_by": {
            "help": "The id of the record that closed it.",
            "is": "record",
            "about": "the id of the record that closed it",
        },
        "updates": {
            "help": "What became of it, each with a day; earlier text never changes.",
            "is": "table",
            "list": True,
        },
        "internal": {
            "help": "Keeps the commitment out of what is published, when true.",
            "is": "flag",
            "about": "whether the commitment is kept out of what is published; missing where it is not said",
            "since": 3,
        },
    },
    "commitments.updates": {
        "date": {
            "help": "The day by which that was known.",
            "is": "date",
            "since": 2,
        },
        "status": {
            "help": "How far the commitment was then.",
            "is": "CommitmentStatus",
            "since": 2,
        },
        "note": {
            "help": "What became of it, in your own words.",
            "since": 2,
        },
        "record": {
            "help": "The id of the record that tells.",
            "is": "record",
            "since": 2,
        },
        "url": {
            "help": "The address of what tells.",
            "is": "address",
            "since": 2,
        },
        "internal": {
            "help": "Keeps the update out of what is published, when true.",
            "is": "flag",
            "about": "whether the update is kept out of what is published; missing where it is not said",
            "since": 3,
        },
    },
    "sources": {
        "url": {
            "help": "Its address.",
            "is": "address",
            "about": "the address of the source",
        },
        "title": {
            "help": "Its title, as published.",
            "about": "the title of the source",
        },
        "publisher": {
            "help": "Who published it.",
            "is": "name",
            "about": "who published it",
        },
        "author": {
            "help": "Who wrote it.",
            "is": "name",
            "about": "who wrote it",
        },
        "party": {
            "help": "The side that published it: a country's code or an organisation's slug.",
            "is": "party",
            "since": 2,
        },
        "published": {
            "help": "The day it was published.",
            "is": "date",
            "about": "when it was published, in the form of a date",
        },
        "language": {
            "help": "Its language, as ISO 639-1: fr, ar, en.",
            "about": "the language it is in, ISO 639-1",
        },
        "kind": {
            "help": "What kind of source it is.",
            "is": "SourceKind",
            "about": "the kind of source",
        },
        "accessed": {
            "help": "The day it was read.",
            "is": "date",
            "about": "when it was read, in the form of a date",
        },
        "archive": {
            "help": "The address of a copy.",
            "is": "address",
            "about": "the address of an archived copy",
        },
        "internal": {
            "help": "Keeps the source out of what is published, when true.",
            "is": "flag",
            "about": "whether the source is kept out of what is published; missing where it is not said",
            "since": 3,
        },
    },
    "waivers": {
        "code": {
            "help": "The code or the name of the rule.",
            "about": "the code or the name of the rule",
        },
        "reason": {
            "help": "Why it does not apply here.",
            "about": "why it is waived",
        },
    },
}
