"""Tests of the readers and of what is said of their differences: `python3 tests/drift/tests.py`."""

import io
import json
import tempfile
import unittest
import zipfile
from contextlib import redirect_stdout
from pathlib import Path

import declarations
import importlib.util
import openapi
import table
import wheel
import zod
from schema import Fact
from table import Row

HERE = Path(__file__).parent
spec = importlib.util.spec_from_file_location("drift", HERE / "__main__.py")
drift = importlib.util.module_from_spec(spec)
spec.loader.exec_module(drift)

STREAM = """
from typing import Union
from typing_extensions import Annotated, TypeAlias

from .tide_event import TideEvent
from .item_event import ItemEvent

ResponseStreamEvent: TypeAlias = Annotated[Union[TideEvent, ItemEvent], "type"]
"""
TIDE = """
from typing import List, Optional
from typing_extensions import Literal

from ..._models import BaseModel

class Logprob(BaseModel):
    token: str
    \"\"\"The token.\"\"\"

class Base(BaseModel):
    sequence_number: int

class TideEvent(Base):
    delta: str
    height: Optional[float] = None
    kind: Literal["ebb", "flood"]
    logprobs: List[Logprob]
    schema_: Optional[object] = FieldInfo(alias="schema", default=None)
    type: Literal["response.tide.delta"]
"""
ITEM = """
from typing import Dict, Union
from typing_extensions import Literal

from ..._models import BaseModel
from .tide_event import Logprob

class Item(BaseModel):
    self_: "Item" = FieldInfo(alias="self")
    names: Dict[str, str]
    type: Literal["item"]

class ItemEvent(BaseModel):
    item: Union[Item, Logprob]
    code: Union[str, int, None] = None
    type: Literal["response.item"]
"""


class Files(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)

    def path(self, name: str) -> str:
        return str(Path(self.folder.name) / name)

    def wheel(self, name: str, **changed: str) -> str:
        files = {"stream_event": STREAM, "tide_event": TIDE, "item_event": ITEM, **changed}
        with zipfile.ZipFile(self.path(name), "w") as archive:
            for module, text in files.items():
                archive.writestr(f"openai/types/responses/{module}.py", text)
        return self.path(name)

    def says(self, *arguments: str) -> list[str]:
        output = io.StringIO()
        with redirect_stdout(output):
            drift.main(list(arguments))
        return output.getvalue().splitlines()


class Wheels(Files):
    def test_the_fields_of_a_model_are_read_with_those_of_its_bases(self):
        facts = wheel.read(self.wheel("a.whl")).facts()
        self.assertEqual(
            facts["event", "response.tide.delta"],
            {
                "sequence_number": Fact({"number"}, True, False, set()),
                "delta": Fact({"string"}, True, False, set()),
                "height": Fact({"number"}, False, True, set()),
                "kind": Fact({"string"}, True, False, {"ebb", "flood"}),
                "logprobs": Fact({"array"}, True, False, set()),
                "schema": Fact({"any"}, False, True, set()),
            },
        )
        self.assertEqual(facts["event", "response.item"]["code"], Fact({"string", "number"}, False, True, set()))

    def test_nested_models_are_read_even_if_they_hold_themselves(self):
        nested = wheel.read(self.wheel("a.whl")).nested()
        self.assertEqual(set(nested), {("object", "Logprob"), ("object", "Item")})
        self.assertEqual(nested["object", "Item"]["self"].types, {"object"})

    def test_between_two_releases_exactly_the_changes_are_printed(self):
        old = self.wheel("old.whl")
        tide = TIDE.replace("    delta: str\n", "    delta: Optional[str] = None\n    depth: int\n")
        tide = tide.replace('"ebb", "flood"', '"ebb", "slack"').replace("height: Optional[float]", "height: Optional[str]")
        item = ITEM.replace("    names: Dict[str, str]\n", "")
        new = self.wheel("new.whl", tide_event=tide, item_event=item)
        self.assertEqual(
            self.says(old, new),
            [
                "~ event `response.tide.delta`: `delta` is optional",
                "~ event `response.tide.delta`: `delta` is nullable",
                "~ event `response.tide.delta`: `height` is string, was number",
                "+ event `response.tide.delta`: `kind` may be `slack`",
                "- event `response.tide.delta`: `kind` may be `flood`",
                "+ event `response.tide.delta`: `depth`, required",
                "- object `Item`: `names`",
            ],
        )
        self.assertEqual(self.says(old, old), ["nothing changed"])

    def test_an_event_that_comes_or_goes_is_one_line(self):
        old = self.wheel("old.whl")
        new = self.wheel("new.whl", stream_event=STREAM.replace("Union[TideEvent, ItemEvent]", "ItemEvent"))
        self.assertEqual(self.says(old, new), ["- event `response.tide.delta`"])
        self.assertEqual(
            self.says(new, old),
            ["+ event `response.tide.delta`: sequence_number, delta, height, kind, logprobs, schema"],
        )


class Declarations(unittest.TestCase):
    FILES = {
        "package/resources/responses/responses.d.ts": """
            import * as Shared from '../shared.js';
            /** A comment with `{`. */
            export declare class Responses extends APIResource { create(body: { a: string }): void; }
            export type ResponseStreamEvent = TideEvent | ItemEvent;
            export interface TideEvent {
                /** Not a field: x; */
                delta: string;
                height?: number | null;
                logprobs: Array<TideEvent.Logprob>;
                metadata: Shared.Metadata | null;
                kind: (string & {}) | 'ebb';
                type: 'response.tide.delta';
            }
            export declare namespace TideEvent {
                interface Logprob { token: string; }
            }
            interface ItemEvent extends Omit<TideEvent, 'delta' | 'type'> {
                item: { name?: string; [key: string]: unknown } | Array<string>[];
                type: 'response.item';
            }
        """,
        "package/resources/shared.d.ts": "export type Metadata = { [key: string]: string; };",
    }

    def test_interfaces_are_read_with_their_namespaces_and_imports(self):
        facts = declarations.read(self.FILES).facts()
        self.assertEqual(
            facts["event", "response.tide.delta"],
            {
                "delta": Fact({"string"}, True, False, set()),
                "height": Fact({"number"}, False, True, set()),
                "logprobs": Fact({"array"}, True, False, set()),
                "metadata": Fact({"object"}, True, True, set()),
                "kind": Fact({"string"}, True, False, {"ebb"}),
            },
        )
        item = facts["event", "response.item"]
        self.assertEqual(list(item), ["height", "logprobs", "metadata", "kind", "item"])
        self.assertEqual(item["item"].types, {"array", "object"})


class Zod(unittest.TestCase):
    FILES = {
        "package/esm/models/streamevents.js": """
            export const Kind = { Ebb: "ebb", Flood: "flood" };
            export const StreamEvents$inboundSchema = discriminatedUnion("type", {
                ["response.tide.delta"]: Tide$inboundSchema.and(z.object({ type: z.literal("response.tide.delta") })),
                error: z.lazy(() => Wrong$inboundSchema),
            });
            /** @internal */
            export const Tide$inboundSchema = collectExtraKeys$(z.object({
                delta: z.string(),
                height: z.nullable(z.number()).optional(),
                kind: openEnums.inboundSchema(Kind),
                items: z.array(z.union([z.string(), z.int()])).default([]),
                type: z.string(),
            }).catchall(z.any()), "additionalProperties", true);
            export const Tide$outboundSchema = z.object({ other: z.string() });
            export const Wrong$inboundSchema = z.object({ error: z.any(), type: z.literal("error") }).transform((v) => {
                return remap$(v, { "error": "error" });
            });
        """
    }

    def test_schemas_are_read_as_they_take_what_is_sent(self):
        facts = zod.read(self.FILES).facts()
        self.assertEqual(
            facts["event", "response.tide.delta"],
            {
                "delta": Fact({"string"}, True, False, set()),
                "height": Fact({"number"}, False, True, set()),
                "kind": Fact({"string"}, True, False, {"ebb", "flood"}),
                "items": Fact({"array"}, False, False, set()),
            },
        )
        self.assertEqual(facts["event", "error"], {"error": Fact({"any"}, True, True, set())})


class OpenApi(Files):
    def document(self) -> str:
        schemas = {
            "Tide": {
                "type": "object",
                "required": ["type", "delta", "part"],
                "properties": {
                    "type": {"type": "string", "enum": ["response.content_part.added"]},
                    "delta": {"anyOf": [{"type": "string"}, {"type": "null"}]},
                    "height": {"type": ["number", "null"]},
                    "part": {"oneOf": [{"$ref": "#/components/schemas/Text"}]},
                },
            },
            "Text": {
                "allOf": [
                    {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}},
                    {"type": "object", "properties": {"type": {"const": "text"}}},
                ]
            },
            "Wrong": {"type": "object", "properties": {"type": {"enum": ["error"]}, "status": {"type": "integer"}}},
        }
        stream = {"oneOf": [{"$ref": "#/components/schemas/Tide"}]}
        path = {
            "post": {"responses": {"200": {"content": {"text/event-stream": {"schema": stream}}}}},
            "x-openresponses-websocket": {"errorMessage": {"$ref": "#/components/schemas/Wrong"}},
        }
        with open(self.path("openapi.json"), "w", encoding="utf-8") as file:
            json.dump({"paths": {"/responses": path}, "components": {"schemas": schemas}}, file)
        return self.path("openapi.json")

    def test_the_schemas_of_the_stream_and_of_web_socket_errors_are_read(self):
        facts = openapi.read(self.document()).facts()
        self.assertEqual(
            facts["event", "response.content_part.added"],
            {
                "delta": Fact({"string"}, True, True, set()),
                "height": Fact({"number"}, False, True, set()),
                "part": Fact({"object"}, True, False, set()),
            },
        )
        self.assertEqual(facts["part", "text"], {"text": Fact({"string"}, True, False, set())})
        websocket = openapi.read(self.document(), is_websocket=True).facts()
        self.assertEqual(websocket, {("event", "error"): {"status": Fact({"number"}, False, False, set())}})


class Table(unittest.TestCase):
    def rows(self) -> list[Row]:
        def row(field: str, required: set[str], optional: set[str]) -> Row:
            return Row("event", "response.tide.delta", field, {"string"}, required, optional, set(), set(), "typed")

        other = Row("event", "response.gone", "a", {"string"}, {"python"}, set(), set(), set(), "typed")
        return [row("delta", {"python", "node"}, set()), row("depth", {"python"}, {"node"}), other]

    FACTS = {
        ("event", "response.tide.delta"): {
            "delta": Fact({"string", "number"}, False, True, set()),
            "height": Fact({"number"}, True, False, set()),
        },
        ("event", "response.new"): {"a": Fact({"string"}, True, False, set())},
        ("item", "openrouter:tide"): {"id": Fact({"string"}, True, False, set())},
    }

    def test_what_is_lacking_and_in_excess_is_said_per_tag_and_field(self):
        self.assertEqual(
            table.differences(self.rows(), "python", self.FACTS),
            [
                "lacks event `response.new`: a",
                "event `response.tide.delta`: `delta` is optional now",
                "event `response.tide.delta`: `delta` is nullable now",
                "event `response.tide.delta`: `delta` is also number now",
                "lacks event `response.tide.delta`: `height`, required",
                "has event `response.tide.delta`: `depth` in excess",
                "has event `response.gone` in excess",
            ],
        )

    def test_an_update_leaves_no_difference_and_no_other_source_changes(self):
        rows = table.update(self.rows(), "python", self.FACTS)
        self.assertEqual(table.differences(rows, "python", self.FACTS), [])
        by_field = {(row.tag, row.field): row for row in rows}
        self.assertEqual(by_field["response.tide.delta", "depth"].optional, {"node"})
        self.assertEqual(by_field["response.tide.delta", "depth"].absent, {"python"})
        self.assertEqual(by_field["response.tide.delta", "height"].absent, {"node"})
        self.assertNotIn(("response.gone", "a"), by_field)

    def test_the_table_is_written_as_it_is_read(self):
        comment, rows = table.read()
        written = [*comment, *map(str, rows)]
        self.assertEqual(written, table.TABLE.read_text(encoding="utf-8").splitlines())


if __name__ == "__main__":
    unittest.main()
