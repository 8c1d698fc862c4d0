// Makes TypeScript types of a JSON Schema: `response-event schema --decoding | node types.mjs > events.ts`. With `--known`, events,
// items and parts of other types do not have the types.

import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { compile } from "json-schema-to-typescript";

const JSON_TYPES = ["array", "boolean", "null", "number", "object", "string"];

/**
 * Returns the schema in the words that json-schema-to-typescript understands. `otherTypes` are the types that are an event, an item
 * or a part of another type; without them, any string is.
 */
function understood(schema, otherTypes) {
    if (Array.isArray(schema)) return schema.map((inner) => understood(inner, otherTypes));
    if (typeof schema !== "object" || schema === null) return schema;
    const result = {};
    for (const [keyword, value] of Object.entries(schema)) {
        // The keys of these are names, not keywords.
        const isMap = keyword === "properties" || keyword === "$defs";
        const entries = isMap && Object.entries(value).map(([name, inner]) => [name, understood(inner, otherTypes)]);
        result[keyword] = isMap ? Object.fromEntries(entries) : understood(value, otherTypes);
    }
    // A schema without a type becomes an object, but any value conforms to it.
    if (Object.keys(schema).every((keyword) => keyword === "description")) result.tsType = "unknown";
    // A reference with a description becomes a copy of the definition, with a number behind its name.
    if (schema.$ref && schema.description) return { description: schema.description, allOf: [{ $ref: schema.$ref }] };
    // `not` is ignored.
    if (typeof schema.not?.type === "string") {
        delete result.not;
        result.type = JSON_TYPES.filter((type) => type !== schema.not.type);
    }
    // TypeScript has no type for all strings but some. Without the others by name, a known event with a wrong body is one of
    // another type.
    if (Array.isArray(schema.not?.enum) && otherTypes) {
        const others = otherTypes.filter((type) => !schema.not.enum.includes(type));
        delete result.not;
        if (others.length === 0) result.tsType = "never";
        else result.enum = others;
    }
    // A required name without a property is ignored.
    if (schema.required && !schema.type) {
        result.type = "object";
        result.properties = { ...Object.fromEntries(schema.required.map((name) => [name, { tsType: "unknown" }])), ...result.properties };
    }
    return result;
}

/** Returns a module of types. */
export function types(schema, otherTypes) {
    const options = { bannerComment: "", format: false, ignoreMinAndMaxItems: true, unreachableDefinitions: true };
    return compile(understood(schema, otherTypes), schema.title, options);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
    const otherTypes = process.argv.includes("--known") ? [] : undefined;
    process.stdout.write(await types(JSON.parse(readFileSync(0, "utf8")), otherTypes));
}
