"""Reads the pydantic models of a Python wheel, without importing them."""

from __future__ import annotations

import ast
import zipfile
from typing import Optional

from schema import Field, Model, Source, Type, array_of, literal, null, object_of, simple, union

PATHS = {
    "event": [["ResponseStreamEvent", "ResponsesServerEvent", "BetaResponseStreamEvent", "BetaResponsesServerEvent"]],
    "item": [["ResponseOutputItem", "BetaResponseOutputItem"], ["ResponseItem"], ["ResponseInputItem"]],
    "part": [
        ["@event response.content_part.added/part"],
        ["ResponseInputContent"],
        ["@item agent_message/content[]"],
    ],
    "annotation": [["@part output_text/annotations[]"]],
    "summary": [["@event response.reasoning_summary_part.added/part"]],
    "client": [["ResponsesClientEvent", "BetaResponsesClientEvent"]],
    "webhook": [["UnwrapWebhookEvent"]],
}

SIMPLE = {"str": "string", "int": "number", "float": "number", "bool": "boolean", "Dict": "object", "dict": "object"}


def read(path: str) -> Source:
    wheel = zipfile.ZipFile(path)
    names = [name for name in wheel.namelist() if "/types/" in name and name.endswith(".py")]
    modules = {name: Module(name, wheel.read(name).decode()) for name in names}
    for module in modules.values():
        module.modules = modules

    def named(name: str) -> Optional[Type]:
        defining = [module for module in modules.values() if name in module.definitions]
        # The same union may be defined for requests, in a file of its own.
        defining.sort(key=lambda module: (module.name.endswith("_param.py"), module.name))
        return defining[0].named(name) if defining else None

    return Source(named, PATHS)


class Module:
    def __init__(self, name: str, text: str):
        self.name = name
        self.modules: dict[str, Module] = {}
        self.definitions: dict[str, ast.AST] = {}
        self.imports: dict[str, tuple[str, str]] = {}
        self.cache: dict[str, Type] = {}
        for node in ast.parse(text).body:
            if isinstance(node, ast.ClassDef):
                self.definitions[node.name] = node
            elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value is not None:
                self.definitions[node.target.id] = node.value
            elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                self.definitions[node.targets[0].id] = node.value
            elif isinstance(node, ast.ImportFrom) and node.level:
                folder = name.split("/")[: -node.level]
                file = "/".join(folder + (node.module or "").split("."))
                for alias in node.names:
                    self.imports[alias.asname or alias.name] = (file, alias.name)

    def named(self, name: str) -> Type:
        if name not in self.cache:
            # A type that refers to itself finds this one.
            self.cache[name] = Type({"any"})
            self.cache[name] = self._named(name)
        return self.cache[name]

    def _named(self, name: str) -> Type:
        definition = self.definitions.get(name)
        if isinstance(definition, ast.ClassDef):
            return object_of(Model(name, lambda: self.fields(definition)))
        if definition is not None:
            return self.type_of(definition)
        if name in self.imports:
            file, original = self.imports[name]
            for candidate in (f"{file}.py", f"{file}/__init__.py"):
                if candidate in self.modules:
                    return self.modules[candidate].named(original)
        return simple(SIMPLE.get(name, "any"))

    def fields(self, definition: ast.ClassDef) -> dict[str, Field]:
        fields: dict[str, Field] = {}
        for base in definition.bases:
            if isinstance(base, ast.Name):
                for model in self.named(base.id).models:
                    fields.update(model.fields)
        for node in definition.body:
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                name, is_required = node.target.id, node.value is None
                if isinstance(node.value, ast.Call):
                    options = {option.arg: option.value for option in node.value.keywords}
                    is_required = "default" not in options
                    if isinstance(options.get("alias"), ast.Constant):
                        name = options["alias"].value
                fields[name] = Field(self.type_of(node.annotation), is_required)
        return fields

    def type_of(self, node: ast.AST) -> Type:
        if isinstance(node, ast.Constant):
            if node.value is None:
                return null()
            return self.type_of(ast.parse(node.value, mode="eval").body) if isinstance(node.value, str) else Type({"any"})
        if isinstance(node, ast.Name):
            return self.named(node.id)
        if isinstance(node, ast.BinOp):
            return self.type_of(node.left) | self.type_of(node.right)
        if not isinstance(node, ast.Subscript):
            return Type({"any"})
        name = node.value.id if isinstance(node.value, ast.Name) else ""
        arguments = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        if name == "Literal":
            return union(literal(argument.value) for argument in arguments if isinstance(argument, ast.Constant))
        if name == "Optional":
            return self.type_of(arguments[0]) | null()
        if name == "Union":
            return union(self.type_of(argument) for argument in arguments)
        if name in ("Annotated", "Required"):
            return self.type_of(arguments[0])
        if name in ("List", "Iterable", "Sequence", "list"):
            return array_of(self.type_of(arguments[0]))
        return simple(SIMPLE.get(name, "any"))
