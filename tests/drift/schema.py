"""Types and models as every source has them, and the facts that are taken from them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Callable, Iterable, Optional


@dataclass
class Model:
    """A JSON object with named fields. They are read when they are first asked for, as models refer to each other."""

    name: str
    read: Callable[[], dict[str, "Field"]]
    _fields: Optional[dict[str, "Field"]] = None

    @property
    def fields(self) -> dict[str, "Field"]:
        if self._fields is None:
            self._fields = {}
            self._fields = self.read()
        return self._fields

    def tags(self) -> list[str]:
        """Returns the values that its field `type` may have."""
        tag = self.fields.get("type")
        return sorted(tag.type.values) if tag else []


@dataclass
class Type:
    """A union of JSON types; of objects and arrays also their models and elements."""

    json: set[str] = field(default_factory=set)
    nullable: bool = False
    values: set[str] = field(default_factory=set)
    models: list[Model] = field(default_factory=list)
    items: Optional["Type"] = None

    def __or__(self, other: "Type") -> "Type":
        items = self.items if other.items is None else other.items if self.items is None else self.items | other.items
        return Type(
            self.json | other.json,
            self.nullable or other.nullable,
            self.values | other.values,
            self.models + [model for model in other.models if model not in self.models],
            items,
        )


def simple(name: str) -> Type:
    return Type({name})


def null() -> Type:
    return Type(nullable=True)


def literal(value: object) -> Type:
    if value is None:
        return null()
    if isinstance(value, bool):
        return Type({"boolean"})
    if isinstance(value, (int, float)):
        return Type({"number"})
    return Type({"string"}, values={str(value)})


def union(types: Iterable[Type]) -> Type:
    all_types = Type()
    for one in types:
        all_types = all_types | one
    return all_types


def object_of(model: Model) -> Type:
    return Type({"object"}, models=[model])


def array_of(items: Type) -> Type:
    return Type({"array"}, items=items)


@dataclass
class Field:
    type: Type
    required: bool


@dataclass
class Fact:
    """What a source says of a field of an object."""

    types: set[str]
    required: bool
    nullable: bool
    values: set[str]


# The facts of a source: the fields of each object, by its kind and its tag.
Facts = dict[tuple[str, str], dict[str, Fact]]


def fields_of(models: list[Model]) -> dict[str, Fact]:
    """Merges the shapes that a source has for one object. A field is required if every shape requires it."""
    names = [name for model in models for name in model.fields if name != "type"]
    facts = {}
    for name in dict.fromkeys(names):
        fields = [model.fields[name] for model in models if name in model.fields]
        merged = union(one.type for one in fields)
        facts[name] = Fact(
            # What may be anything has no type of its own.
            merged.json - {"any"} or {"any"},
            all(name in model.fields and model.fields[name].required for model in models),
            merged.nullable or "any" in merged.json,
            merged.values,
        )
    return facts


class Source:
    """A published package or specification, read. Its `paths` say where the objects of each kind are."""

    def __init__(self, named: Callable[[str], Optional[Type]], paths: dict[str, list[list[str]]]):
        self.named = named
        self.paths = paths
        self.objects: dict[tuple[str, str], list[Model]] = {}
        for kind, ranks in paths.items():
            self._collect(kind, ranks)

    def _collect(self, kind: str, ranks: list[list[str]]) -> None:
        known: set[str] = set()
        for rank in ranks:
            found: dict[str, list[Model]] = {}
            for path in rank:
                for model in self._models(path):
                    for tag in model.tags():
                        shapes = found.setdefault(tag, [])
                        if model not in shapes:
                            shapes.append(model)
            # A place of a lower rank adds only what none before it has: an input knows other fields of a message.
            for tag, shapes in found.items():
                if tag not in known:
                    self.objects[kind, tag] = shapes
            known.update(found)

    def _models(self, path: str) -> list[Model]:
        """Finds models by a name, or from `kind tag` on by fields; `[]` stands for the elements of a list."""
        head, *steps = path.split(".") if not path.startswith("@") else path[1:].split("/")
        if path.startswith("@"):
            kind, tag = head.split(" ")
            types = [object_of(model) for model in self.objects.get((kind, tag), [])]
        else:
            types = [one for one in [self.named(path)] if one is not None]
            steps = []
        for step in steps:
            name = step.removesuffix("[]")
            types = [model.fields[name].type for one in types for model in one.models if name in model.fields]
            if step.endswith("[]"):
                types = [one.items for one in types if one.items is not None]
        return [model for one in types for model in one.models]

    def facts(self) -> Facts:
        return {key: fields_of(models) for key, models in self.objects.items()}

    def nested(self) -> Facts:
        """Returns the facts about the objects that those of `facts` hold, by the names of their models."""
        found: dict[str, list[Model]] = {}
        tagged = {id(model) for models in self.objects.values() for model in models}
        queue = [model for models in self.objects.values() for model in models]
        seen = set()
        while queue:
            model = queue.pop()
            if id(model) in seen:
                continue
            seen.add(id(model))
            if id(model) not in tagged:
                found.setdefault(model.name, []).append(model)
            for one in model.fields.values():
                types = [one.type]
                while types:
                    now = types.pop()
                    queue.extend(now.models)
                    if now.items is not None:
                        types.append(now.items)
        return {("object", name): fields_of(models) for name, models in found.items()}
