"""Reads the schemas of an OpenAPI document in JSON."""

from __future__ import annotations

import json
from typing import Optional

from schema import Field, Model, Source, Type, array_of, literal, null, object_of, simple, union

STREAM = "/paths//responses/post/responses/200/content/text~1event-stream/schema"

PATHS = {
    "event": [["ResponseStreamEvent", "ResponsesServerEvent", f"#{STREAM}"]],
    "item": [["@event response.completed/response/output[]"]],
    "part": [["@event response.content_part.added/part", "@item message/content[]"]],
    "annotation": [["@part output_text/annotations[]"]],
    "summary": [["@event response.reasoning_summary_part.added/part"]],
    "client": [["ResponsesClientEvent", "#/paths//responses/x-openresponses-websocket/clientMessage"]],
}
WEBSOCKET = {"event": [["#/paths//responses/x-openresponses-websocket/errorMessage"]]}


def read(path: str, is_websocket: bool = False) -> Source:
    with open(path, encoding="utf-8") as file:
        document = Document(json.load(file))
    return Source(document.named, WEBSOCKET if is_websocket else PATHS)


class Document:
    def __init__(self, root: dict):
        self.root = root
        self.cache: dict[str, Type] = {}

    def named(self, name: str) -> Optional[Type]:
        if not name.startswith("#"):
            name = f"#/components/schemas/{name}"
        return self.reference(name) if self.resolve(name) is not None else None

    def resolve(self, pointer: str) -> Optional[object]:
        # The paths of a document begin with `/`, which the pointers here leave as it is.
        node: object = self.root
        for step in pointer.removeprefix("#/").replace("//", "/~1").split("/"):
            step = step.replace("~1", "/").replace("~0", "~")
            if not isinstance(node, dict) or step not in node:
                return None
            node = node[step]
        return node

    def reference(self, pointer: str) -> Type:
        if pointer not in self.cache:
            # A schema that refers to itself finds this one.
            self.cache[pointer] = Type({"any"})
            self.cache[pointer] = self.type_of(self.resolve(pointer), pointer.rsplit("/", 1)[-1])
        return self.cache[pointer]

    def type_of(self, schema: object, name: str) -> Type:
        if not isinstance(schema, dict) or not schema:
            return Type({"any"})
        if "$ref" in schema:
            return self.reference(schema["$ref"])
        for key in ("oneOf", "anyOf"):
            if key in schema:
                return union(self.type_of(one, name) for one in schema[key])
        if "allOf" in schema:
            types = [self.type_of(one, name) for one in schema["allOf"]]
            models = [model for one in types for model in one.models]
            if len(types) == 1 or not models:
                return types[0]
            return object_of(Model(name, lambda: {key: one for model in models for key, one in model.fields.items()}))
        values = schema["enum"] if "enum" in schema else [schema["const"]] if "const" in schema else []
        if values:
            return union(literal(value) for value in values)
        names = schema.get("type", "object" if "properties" in schema else "any")
        types = [self.simple(one, schema, name) for one in (names if isinstance(names, list) else [names])]
        return union(types) | Type(nullable=bool(schema.get("nullable")))

    def simple(self, json_type: str, schema: dict, name: str) -> Type:
        if json_type == "null":
            return null()
        if json_type == "array":
            return array_of(self.type_of(schema.get("items"), name))
        if json_type == "object" and "properties" in schema:
            required = schema.get("required", [])
            return object_of(
                Model(
                    name,
                    lambda: {
                        key: Field(self.type_of(one, f"{name}.{key}"), key in required)
                        for key, one in schema["properties"].items()
                    },
                )
            )
        return simple("number" if json_type == "integer" else json_type)
