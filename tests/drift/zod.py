"""Reads the zod schemas of an npm tarball, without running them."""

from __future__ import annotations

import re
from typing import Optional

from schema import Field, Model, Source, Type, array_of, literal, null, object_of, union
from tokens import Tokens, unquote

PATHS = {
    "event": [["StreamEvents", "OpenResponsesStreamEvent"]],
    "item": [["@event response.completed/response/output[]"]],
    "part": [["@event response.content_part.added/part"]],
    "annotation": [["@event response.output_text.annotation.added/annotation"]],
    "summary": [["@event response.reasoning_summary_part.added/part"]],
}

DEFINITION = re.compile(r"export const (\w+)\$inboundSchema\s*=\s*")
ENUM = re.compile(r"export const (\w+) = ")


def read(files: dict[str, str]) -> Source:
    schemas = Schemas(files)
    return Source(lambda name: schemas.named(name) if name in schemas.places else None, PATHS)


class Schemas:
    def __init__(self, files: dict[str, str]):
        self.places: dict[str, tuple[str, int]] = {}
        self.enums: dict[str, tuple[str, int]] = {}
        self.cache: dict[str, Type] = {}
        for name in sorted(files):
            for match in DEFINITION.finditer(files[name]):
                self.places.setdefault(match.group(1), (files[name], match.end()))
            for match in ENUM.finditer(files[name]):
                self.enums.setdefault(match.group(1), (files[name], match.end()))

    def named(self, name: str) -> Type:
        if name not in self.places:
            return Type({"any"})
        if name not in self.cache:
            # A schema that refers to itself finds this one.
            self.cache[name] = Type({"any"})
            text, place = self.places[name]
            end = DEFINITION.search(text, place)
            schema, _ = Reader(self, Tokens(text[place : end.start() if end else len(text)]), name).schema()
            self.cache[name] = schema
        return self.cache[name]

    def enum(self, name: str) -> Type:
        if name not in self.enums:
            return Type({"string"})
        text, place = self.enums[name]
        tokens = Tokens(text[place : text.find(";", place)])
        values = Type({"string"})
        while tokens.peek():
            is_text = tokens.kind() == "string"
            token = tokens.next()
            # The values of the object, behind its keys.
            if is_text and tokens.peek(-2) == ":":
                values = values | literal(unquote(token))
        return values


class Reader:
    def __init__(self, schemas: Schemas, tokens: Tokens, name: str):
        self.schemas, self.tokens, self.name = schemas, tokens, name

    def schema(self) -> tuple[Type, bool]:
        """Returns the type, and whether a field of it is optional."""
        one, is_optional = self.primary()
        tokens = self.tokens
        while tokens.peek() == ".":
            tokens.next()
            method = tokens.next()
            if method == "optional":
                tokens.skip_block("(", ")")
                is_optional = True
            elif method == "default":
                tokens.skip_block("(", ")")
                is_optional = True
            elif method == "nullable":
                tokens.skip_block("(", ")")
                one = one | null()
            elif method == "and":
                tokens.expect("(")
                other, _ = self.schema()
                tokens.expect(")")
                one = intersection(one, other)
            elif tokens.peek() == "(":
                # `transform`, `pipe`, `catchall` and checks change the value, not what is sent.
                tokens.skip_block("(", ")")
        return one, is_optional

    def primary(self) -> tuple[Type, bool]:
        tokens = self.tokens
        word = tokens.next()
        if word.endswith("$inboundSchema"):
            return self.schemas.named(word.removesuffix("$inboundSchema")), False
        if word == "discriminatedUnion":
            return self.tagged_union(), False
        if word == "collectExtraKeys$":
            place = tokens.at
            tokens.expect("(")
            one, _ = self.schema()
            tokens.at = place
            tokens.skip_block("(", ")")
            return one, False
        if word not in ("z", "types$", "types", "openEnums"):
            return Type({"any"}), False
        tokens.expect(".")
        method = tokens.next()
        place = tokens.at
        tokens.expect("(")
        if word == "openEnums":
            one = self.schemas.enum(tokens.peek())
        elif method == "object":
            fields = self.members()
            one = object_of(Model(self.name, lambda: fields))
        elif method in ("nullable", "optional"):
            one, is_optional = self.schema()
            tokens.expect(")")
            return (one | null(), is_optional) if method == "nullable" else (one, True)
        elif method == "lazy":
            tokens.expect("(")
            tokens.expect(")")
            tokens.expect("=>")
            one, _ = self.schema()
        elif method == "array":
            one = array_of(self.schema()[0])
        elif method in ("union", "discriminatedUnion"):
            while tokens.peek() != "[":
                tokens.next()
            one = union(one for one, _ in self.list_of())
        elif method == "literal":
            token = tokens.peek()
            one = literal(unquote(token)) if tokens.kind() == "string" else literal(token in ("true", "false") or 0)
        elif method == "enum":
            one = self.schemas.enum(tokens.peek())
        else:
            names = {"string": "string", "int": "number", "number": "number", "boolean": "boolean", "record": "object"}
            one = null() if method == "null" else Type({names.get(method, "any")})
        tokens.at = place
        tokens.skip_block("(", ")")
        return one, False

    def list_of(self) -> list[tuple[Type, bool]]:
        tokens = self.tokens
        tokens.expect("[")
        found = []
        while not tokens.take("]"):
            found.append(self.schema())
            tokens.take(",")
        return found

    def key(self) -> str:
        tokens = self.tokens
        if tokens.take("["):
            name = unquote(tokens.next())
            tokens.expect("]")
        else:
            is_text = tokens.kind() == "string"
            name = tokens.next()
            name = unquote(name) if is_text else name
        tokens.expect(":")
        return name

    def members(self) -> dict[str, Field]:
        tokens = self.tokens
        tokens.expect("{")
        fields: dict[str, Field] = {}
        while not tokens.take("}"):
            name = self.key()
            one, is_optional = self.schema()
            fields[name] = Field(one, not is_optional)
            tokens.take(",")
        return fields

    def tagged_union(self) -> Type:
        tokens = self.tokens
        tokens.expect("(")
        tokens.next()
        tokens.expect(",")
        tokens.expect("{")
        types = []
        while not tokens.take("}"):
            self.key()
            types.append(self.schema()[0])
            tokens.take(",")
        while not tokens.take(")"):
            tokens.next()
        return union(types)


def intersection(one: Type, other: Type) -> Type:
    models = [
        Model(model.name, lambda model=model, more=more: {**model.fields, **more.fields})
        for model in one.models
        for more in other.models
    ]
    return Type({"object"}, models=models)
