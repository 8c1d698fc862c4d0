"""Reads the TypeScript declarations of an npm tarball."""

from __future__ import annotations

import posixpath
from typing import Optional

from schema import Field, Model, Source, Type, array_of, literal, null, object_of, simple, union
from tokens import Tokens, unquote

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

SIMPLE = {"string": "string", "number": "number", "boolean": "boolean", "object": "object", "Record": "object"}


def read(files: dict[str, str]) -> Source:
    modules: dict[str, Module] = {}

    def module(name: str) -> Optional[Module]:
        if name not in modules and name in files:
            modules[name] = Module(name, files[name], module)
        return modules.get(name)

    def named(name: str) -> Optional[Type]:
        for file in sorted(files):
            if f"export type {name} " in files[file] and "/resources/" in file:
                return module(file).named([name], [])
        return None

    return Source(named, PATHS)


class Module:
    """The declarations of a file. Those in a namespace have its name before theirs."""

    def __init__(self, name: str, text: str, module):
        self.name, self.module = name, module
        # The place of each declaration's type or body in the tokens.
        self.places: dict[tuple[str, ...], tuple[str, int]] = {}
        self.imports: dict[str, tuple[str, Optional[str]]] = {}
        self.cache: dict[tuple[str, ...], Type] = {}
        self.tokens = Tokens(text)
        self.scan(())

    def scan(self, scope: tuple[str, ...]) -> None:
        tokens = self.tokens
        while tokens.peek() not in ("", "}"):
            while tokens.peek() in ("export", "declare"):
                tokens.next()
            word = tokens.next()
            if word == "import":
                self.scan_import()
            elif word == "namespace":
                name = tokens.next()
                tokens.expect("{")
                self.scan(scope + (name,))
                tokens.expect("}")
            elif word == "interface":
                name = tokens.next()
                self.places[(*scope, name)] = ("interface", tokens.at)
                tokens.skip_statement()
            elif word == "type" and tokens.peek(1) in ("=", "<"):
                name = tokens.next()
                self.places[(*scope, name)] = ("type", tokens.at)
                self.skip_type()
            elif word == "{":
                tokens.at -= 1
                tokens.skip_statement()
            elif word != ";":
                tokens.skip_statement()

    def skip_type(self) -> None:
        """Passes over a type, in which a `;` may stand between braces."""
        tokens, depth = self.tokens, 0
        while tokens.peek():
            token = tokens.next()
            depth += token in ("{", "(", "[")
            depth -= token in ("}", ")", "]")
            if token == ";" and depth == 0:
                return

    def scan_import(self) -> None:
        tokens = self.tokens
        names: list[tuple[Optional[str], str]] = []
        while tokens.peek() != "from" and tokens.kind() != "string":
            token = tokens.next()
            if token == "*":
                tokens.expect("as")
                names.append((None, tokens.next()))
            elif token not in ("{", "}", ",", "type"):
                local = token
                if tokens.take("as"):
                    local = tokens.next()
                names.append((token, local))
        tokens.take("from")
        path = unquote(tokens.next())
        tokens.take(";")
        file = posixpath.normpath(posixpath.join(posixpath.dirname(self.name), path))
        for original, local in names:
            self.imports[local] = (file.removesuffix(".js").removesuffix(".mjs") + ".d.ts", original)

    def named(self, path: list[str], scope: list[str]) -> Type:
        """Finds the type of a name, first in the innermost scope."""
        for depth in range(len(scope), -1, -1):
            full = tuple(scope[:depth] + path)
            if full in self.places:
                return self.declared(full)
        if path[0] in self.imports:
            file, original = self.imports[path[0]]
            imported = self.module(file)
            if imported is not None:
                rest = path[1:] if original is None else [original, *path[1:]]
                return imported.named(rest, [])
        return simple(SIMPLE.get(path[0], "any")) if len(path) == 1 else Type({"any"})

    def declared(self, full: tuple[str, ...]) -> Type:
        if full not in self.cache:
            # A type that refers to itself finds this one.
            self.cache[full] = Type({"any"})
            kind, place = self.places[full]
            if kind == "interface":
                self.cache[full] = object_of(Model(full[-1], lambda: self.interface(full, place)))
            else:
                reader = TypeReader(self, Tokens(""), list(full))
                reader.tokens.tokens, reader.tokens.at = self.tokens.tokens, place
                if reader.tokens.peek() == "<":
                    return self.cache[full]
                reader.tokens.expect("=")
                self.cache[full] = reader.type()
        return self.cache[full]

    def interface(self, full: tuple[str, ...], place: int) -> dict[str, Field]:
        tokens = Tokens("")
        tokens.tokens, tokens.at = self.tokens.tokens, place
        reader = TypeReader(self, tokens, list(full))
        fields: dict[str, Field] = {}
        if tokens.peek() == "<":
            tokens.skip_block("<", ">")
        if tokens.take("extends"):
            while True:
                for model in reader.postfix().models:
                    fields.update(model.fields)
                if not tokens.take(","):
                    break
        fields.update(reader.members())
        return fields


class TypeReader:
    """Reads a type from its tokens, in the scope of a declaration: its own namespace comes first."""

    def __init__(self, module: Module, tokens: Tokens, scope: list[str]):
        self.module, self.tokens, self.scope = module, tokens, scope

    def type(self) -> Type:
        self.tokens.take("|")
        types = [self.intersection()]
        while self.tokens.take("|"):
            types.append(self.intersection())
        return union(types)

    def intersection(self) -> Type:
        types = [self.postfix()]
        while self.tokens.take("&"):
            types.append(self.postfix())
        if len(types) == 1:
            return types[0]
        models = [model for one in types for model in one.models]
        names = union(types).json
        # `string & {}` is a string that an editor does not complete.
        if names - {"object"}:
            return Type(names - {"object"})
        return object_of(Model(models[0].name, lambda: merged(models))) if models else Type({"object"})

    def postfix(self) -> Type:
        one = self.primary()
        while self.tokens.peek() == "[" and self.tokens.peek(1) == "]":
            self.tokens.next()
            self.tokens.next()
            one = array_of(one)
        return one

    def primary(self) -> Type:
        tokens = self.tokens
        kind = tokens.kind()
        if kind == "string":
            return literal(unquote(tokens.next()))
        if kind == "number":
            tokens.next()
            return Type({"number"})
        if tokens.take("("):
            one = self.type()
            tokens.expect(")")
            return one
        if tokens.peek() == "{":
            place = tokens.at
            fields = self.members()
            return object_of(Model(f"{self.scope[-1]}@{place}", lambda: fields)) if fields else Type({"object"})
        if tokens.peek() == "[":
            tokens.skip_block("[", "]")
            return Type({"array"})
        word = tokens.next()
        if word in ("null", "undefined"):
            return null() if word == "null" else Type()
        if word in ("true", "false"):
            return Type({"boolean"})
        if word in ("readonly", "keyof", "typeof"):
            return self.postfix()
        path = [word]
        while tokens.peek() == "." and tokens.tokens[tokens.at + 1][0] == "name":
            tokens.next()
            path.append(tokens.next())
        arguments = []
        if tokens.take("<"):
            arguments.append(self.type())
            while tokens.take(","):
                arguments.append(self.type())
            tokens.expect(">")
        if path == ["Array"] and arguments:
            return array_of(arguments[0])
        if path == ["Omit"] and len(arguments) == 2:
            return union(object_of(without(model, arguments[1].values)) for model in arguments[0].models)
        return self.module.named(path, self.scope)

    def members(self) -> dict[str, Field]:
        tokens = self.tokens
        tokens.expect("{")
        fields: dict[str, Field] = {}
        while not tokens.take("}"):
            tokens.take("readonly")
            if tokens.peek() == "[":
                tokens.skip_block("[", "]")
                tokens.take("?")
                tokens.expect(":")
                self.type()
            else:
                is_text = tokens.kind() == "string"
                name = tokens.next()
                name = unquote(name) if is_text else name
                is_optional = tokens.take("?")
                tokens.expect(":")
                fields[name] = Field(self.type(), not is_optional)
            if not tokens.take(";"):
                tokens.take(",")
        return fields


def merged(models: list[Model]) -> dict[str, Field]:
    fields: dict[str, Field] = {}
    for model in models:
        fields.update(model.fields)
    return fields


def without(model: Model, names: set[str]) -> Model:
    return Model(model.name, lambda: {name: one for name, one in model.fields.items() if name not in names})
