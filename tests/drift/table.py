"""The table of facts, and what a source says otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from schema import Facts

TABLE = Path(__file__).parent.parent / "tests" / "catalogue" / "facts.tsv"
SOURCES = ["python", "node", "openrouter-1", "openrouter-0", "open-responses", "websocket"]


@dataclass
class Row:
    kind: str
    tag: str
    field: str
    types: set[str]
    required: set[str]
    optional: set[str]
    absent: set[str]
    nullable: set[str]
    place: str

    def __str__(self) -> str:
        def names(sources: set[str]) -> str:
            return ",".join(source for source in SOURCES if source in sources) or "-"

        columns = [self.kind, self.tag, self.field, "|".join(sorted(self.types))]
        columns += [names(sources) for sources in (self.required, self.optional, self.absent, self.nullable)]
        return "\t".join([*columns, self.place])


def read() -> tuple[list[str], list[Row]]:
    """Returns the comment before the table, and the table."""
    comment, rows = [], []
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            comment.append(line)
        elif line:
            kind, tag, field, types, *sources, place = line.split("\t")
            sets = [set(names.split(",")) - {"-"} for names in sources]
            rows.append(Row(kind, tag, field, set(types.split("|")), *sets, place))
    return comment, rows


def write(comment: list[str], rows: list[Row]) -> None:
    kinds = ["event", "item", "part", "annotation", "summary", "client", "webhook"]
    order = sorted(rows, key=lambda row: (kinds.index(row.kind), row.tag))
    TABLE.write_text("\n".join([*comment, *map(str, order)]) + "\n", encoding="utf-8")


def is_open(kind: str, tag: str) -> bool:
    """Returns `True` for the items of a server's own types, which the catalogue keeps as one open kind."""
    return kind == "item" and ":" in tag


def differences(rows: list[Row], source: str, facts: Facts) -> list[str]:
    """Says what the catalogue lacks or has in excess, per tag and field, if `source` is right."""
    ours: dict[tuple[str, str], dict[str, Row]] = {}
    for row in rows:
        ours.setdefault((row.kind, row.tag), {})[row.field] = row
    found = []
    for (kind, tag), fields in sorted(facts.items()):
        if is_open(kind, tag):
            continue
        if (kind, tag) not in ours:
            found.append(f"lacks {kind} `{tag}`: {', '.join(fields) or 'no fields'}")
            continue
        for name, fact in fields.items():
            place = f"{kind} `{tag}`: `{name}`"
            row = ours[kind, tag].get(name)
            if row is None or source not in row.required | row.optional:
                found.append(f"lacks {place}, {'required' if fact.required else 'optional'}")
                continue
            if fact.required != (source in row.required):
                found.append(f"{place} is {'required' if fact.required else 'optional'} now")
            if fact.nullable != (source in row.nullable):
                found.append(f"{place} is {'nullable' if fact.nullable else 'not nullable'} now")
            if not fact.types - {"any"} <= row.types:
                found.append(f"{place} is also {' or '.join(sorted(fact.types - row.types))} now")
    for (kind, tag), fields in ours.items():
        known = [row for row in fields.values() if source in row.required | row.optional | row.absent]
        if known and (kind, tag) not in facts:
            found.append(f"has {kind} `{tag}` in excess")
        elif known:
            found += [
                f"has {kind} `{tag}`: `{row.field}` in excess"
                for row in known
                if source in row.required | row.optional and row.field not in facts[kind, tag]
            ]
    return found


def update(rows: list[Row], source: str, facts: Facts) -> list[Row]:
    """Brings the columns of a source to what it says. A new row is `typed` until the test of the catalogue says otherwise."""
    for row in rows:
        for sources in (row.required, row.optional, row.absent, row.nullable):
            sources.discard(source)
    by_key = {(row.kind, row.tag, row.field): row for row in rows}
    for (kind, tag), fields in facts.items():
        if is_open(kind, tag):
            continue
        known = {other for row in rows if (row.kind, row.tag) == (kind, tag) for other in row.required | row.optional | row.absent}
        for name, fact in fields.items():
            row = by_key.get((kind, tag, name))
            if row is None:
                row = Row(kind, tag, name, set(), set(), set(), set(known), set(), "typed")
                by_key[kind, tag, name] = row
                rows.append(row)
            row.types = (row.types | fact.types) - {"any"} or {"any"}
            (row.required if fact.required else row.optional).add(source)
            if fact.nullable:
                row.nullable.add(source)
        for row in rows:
            if (row.kind, row.tag) == (kind, tag) and row.field not in fields:
                row.absent.add(source)
    return [row for row in rows if row.required | row.optional]


def changes(old: Facts, new: Facts) -> list[str]:
    """Says what changed between two versions of a source."""
    found = []
    for key in sorted(old.keys() | new.keys()):
        kind, tag = key
        if key not in old:
            found.append(f"+ {kind} `{tag}`: {', '.join(new[key]) or 'no fields'}")
        elif key not in new:
            found.append(f"- {kind} `{tag}`")
        else:
            found += changed_fields(f"{kind} `{tag}`", old[key], new[key])
    return found


def changed_fields(place: str, old: dict, new: dict) -> list[str]:
    found = []
    for name in dict.fromkeys([*old, *new]):
        if name not in old:
            found.append(f"+ {place}: `{name}`, {'required' if new[name].required else 'optional'}")
        elif name not in new:
            found.append(f"- {place}: `{name}`")
        else:
            before, after = old[name], new[name]
            if before.required != after.required:
                found.append(f"~ {place}: `{name}` is {'required' if after.required else 'optional'}")
            if before.nullable != after.nullable:
                found.append(f"~ {place}: `{name}` is {'nullable' if after.nullable else 'not nullable'}")
            if before.types != after.types:
                found.append(f"~ {place}: `{name}` is {'|'.join(sorted(after.types))}, was {'|'.join(sorted(before.types))}")
            found += [f"+ {place}: `{name}` may be `{value}`" for value in sorted(after.values - before.values)]
            found += [f"- {place}: `{name}` may be `{value}`" for value in sorted(before.values - after.values)]
    return found
