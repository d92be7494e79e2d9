"""Reading the records for a question, with a remark about those that have to be left out."""

from coopdb.cli.streams import remark
from coopdb.store.records import Records, load
from coopdb.store.repository import Repository
from coopdb.text import count, visible

_NAMED = 5  # files named in the remark, at most


def read_records(repository: Repository) -> Records:
    """Read the records, and say on stderr which cannot be used and what shows why."""
    records = load(repository)
    faulty = records.faulty
    if faulty:
        remark(f"warning: {count(len(faulty), 'record')} left out, because of faults:")
        for entry in faulty[:_NAMED]:
            remark(f"  {visible(entry.path)}")
        if len(faulty) > _NAMED:
            remark(f"  and {len(faulty) - _NAMED} more")
        remark("  help: run `coopdb validate` to see the faults")
    for record_id in records.repeated[:_NAMED]:
        remark(f"warning: several records have the id `{record_id}`, and each is counted")
    return records
