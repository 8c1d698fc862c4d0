// Checks events with TypeScript's compiler against the types that the schema of `StreamEvent` gives: `node check.mjs PROGRAM [PATH…]`.

import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { events, recordings } from "./recording.mjs";
import { Samples } from "./samples.mjs";
import { types } from "./types.mjs";

const MAX_OUTPUT = 1 << 30;
/** The files that one command can name. */
const MAX_ARGUMENTS = 5000;
/** The events in one file, and their bytes, which the compiler can bear. */
const MAX_EVENTS = 1000;
const MAX_BYTES = 4_000_000;
/** The codes of the checker that mean that an event does not decode. */
const REFUSALS = ["duplicate-field", "invalid-json", "not-an-object", "undecodable-event"];

const [program, ...paths] = process.argv.slice(2);
if (!program) {
    console.error("usage: node check.mjs PROGRAM [PATH…]");
    process.exit(2);
}
const here = dirname(fileURLToPath(import.meta.url));
const inputs = paths.length > 0 ? paths : [join(here, "../../../core/examples/image_stream/sample.sse")];
const schema = JSON.parse(execFileSync(program, ["schema", "--decoding"], { encoding: "utf8", maxBuffer: MAX_OUTPUT }));
const folder = mkdtempSync(join(tmpdir(), "response-event-typescript-"));

/** Returns the texts of events that do not decode, with the reason. */
function undecodable(texts) {
    const refused = new Map();
    const distinct = [...new Set(texts)];
    for (let start = 0; start < distinct.length; start += MAX_ARGUMENTS) {
        const batch = distinct.slice(start, start + MAX_ARGUMENTS);
        // Each event is a stream of its own: the checker reports a fault that repeats in a stream once.
        const files = batch.map((text, index) => {
            writeFileSync(join(folder, `${index}.sse`), `data:${text}\n\n`);
            return `${index}.sse`;
        });
        const options = { cwd: folder, encoding: "utf8", maxBuffer: MAX_OUTPUT };
        const { status, stdout, stderr } = spawnSync(resolve(program), ["check", "--json", ...files], options);
        if (status !== 0 && status !== 1) throw new Error(`${program} check: ${stderr}`);
        for (const line of stdout.split("\n").filter((line) => line !== "")) {
            const { code, file, message, type } = JSON.parse(line);
            // An error without `type` decodes.
            const isRefusal = REFUSALS.includes(code) || (code === "missing-type" && type !== "error");
            if (isRefusal) refused.set(batch[parseInt(file)], message);
        }
        for (const file of files) rmSync(join(folder, file));
    }
    return refused;
}

/** Returns all values of fields `type`, at any depth. */
function typesIn(value, found = new Set()) {
    if (typeof value !== "object" || value === null) return found;
    if (typeof value.type === "string") found.add(value.type);
    for (const inner of Object.values(value)) typesIn(inner, found);
    return found;
}

/** The modules of constants: each constant is one line. */
class Modules {
    #modules = [];
    #bytes = 0;

    /** Adds a constant. `row` is what `refused` returns for it. */
    add(type, value, row) {
        const text = JSON.stringify(value);
        let last = this.#modules.at(-1);
        if (!last || last.length >= MAX_EVENTS || this.#bytes + text.length > MAX_BYTES) {
            this.#modules.push((last = []));
            this.#bytes = 0;
        }
        this.#bytes += text.length;
        last.push({ row, line: `export const e${last.length + 1}: Types.${type} = ${text};\n` });
    }

    /** Returns the rows whose constants the compiler refuses, with its messages. */
    refused(name) {
        const files = this.#modules.map((lines, index) => {
            const file = `${name}${index + 1}.ts`;
            writeFileSync(join(folder, file), `import type * as Types from "./types.js";\n${lines.map(({ line }) => line).join("")}`);
            return file;
        });
        const tsc = join(dirname(createRequire(import.meta.url).resolve("typescript/package.json")), "bin/tsc");
        const options = ["--noEmit", "--strict", "--pretty", "false", "--target", "es2022", "--module", "nodenext"];
        const { status, stdout } = spawnSync(process.execPath, [tsc, ...options, "types.ts", ...files], {
            cwd: folder,
            encoding: "utf8",
            maxBuffer: MAX_OUTPUT,
        });
        const refused = new Map();
        for (const line of stdout.split("\n")) {
            const [, module, number, message] = /^(\w+)\.ts\((\d+),\d+\): (.*)$/.exec(line) ?? [];
            // The lines below a message are indented.
            if (!module && (line === "" || line.startsWith(" "))) continue;
            if (!module?.startsWith(name)) throw new Error(`tsc: ${line}`);
            const { row } = this.#modules[Number(module.slice(name.length)) - 1][Number(number) - 2];
            if (!refused.has(row)) refused.set(row, message);
        }
        if (refused.size === 0 && status !== 0) throw new Error(`tsc ended with ${status}`);
        return refused;
    }
}

let failures = 0;
/** Prints a row that is not as it should be. */
function report(text) {
    failures += 1;
    console.log(text);
}

// The recordings.
const recorded = recordings(inputs).flatMap(events);
if (recorded.length === 0) throw new Error(`no event in ${inputs.join(", ")}`);
const refusals = undecodable(recorded.map(({ text }) => text));
const otherTypes = new Set();
const parsed = [];
for (const { text, place } of recorded) {
    try {
        const value = JSON.parse(text);
        typesIn(value, otherTypes);
        parsed.push({ value, place, refusal: refusals.get(text) });
    } catch (error) {
        if (refusals.has(text)) console.log(`${place}: neither is it JSON nor does it decode`);
        else report(`${place}: decodes, and is not JSON: ${error.message}`);
    }
}
writeFileSync(join(folder, "types.ts"), await types(schema, [...otherTypes].sort()));
const modules = new Modules();
for (const row of parsed) modules.add("StreamEvent", row.value, row);
const recordedRefused = modules.refused("recorded");
for (const row of parsed) {
    const message = recordedRefused.get(row);
    if (!row.refusal && message) report(`${row.place}: decodes, and TypeScript refuses it: ${message}`);
    // The rules that are functions have no keyword, so this need not be a failure.
    if (row.refusal && !message) console.log(`${row.place}: has the type, and does not decode: ${row.refusal}`);
    if (row.refusal && message) console.log(`${row.place}: neither has the type nor decodes: ${row.refusal}`);
}
const decoded = parsed.filter(({ refusal }) => !refusal).length;
console.log(`${recorded.length} events: ${decoded} decode, ${parsed.length - recordedRefused.size} have the type`);

// Types that accept anything accept the recordings, too. So each type, and each union that it is in, must refuse a sample with a fault.
const samples = new Samples(schema);
const rows = [];
function addSamples(type, name, object) {
    rows.push({ type, name, value: samples.sample(object), conforms: true });
    for (const value of samples.faults(object)) rows.push({ type, name, value, conforms: false });
}
for (const [type, definition] of [["StreamEvent", schema], ...Object.entries(schema.$defs)]) {
    for (const branch of samples.branches(definition)) addSamples(type, branch.properties.type.const, branch);
    if (definition.properties) addSamples(type, type, definition);
}
for (const [value, conforms] of [
    [{ error: "text" }, true],
    [{ error: { message: "text" } }, true],
    [{ error: null }, false],
    [{ message: "text" }, false],
    [{}, false],
]) {
    rows.push({ type: "StreamEvent", name: "without type", value, conforms });
}
const sampleModules = new Modules();
for (const row of rows) sampleModules.add(row.type, row.value, row);
const samplesRefused = sampleModules.refused("sample");
const ofEvents = rows.filter(({ type }) => type === "StreamEvent");
const samplesUndecodable = undecodable(ofEvents.map(({ value }) => JSON.stringify(value)));
for (const row of rows) {
    const text = JSON.stringify(row.value);
    const place = `${row.type} (${row.name}) ${text}`;
    if (row.conforms && samplesRefused.has(row)) report(`${place}: conforms, and TypeScript refuses it: ${samplesRefused.get(row)}`);
    if (!row.conforms && !samplesRefused.has(row)) report(`${place}: has a fault, and TypeScript accepts it`);
    if (row.type === "StreamEvent" && row.conforms === samplesUndecodable.has(text)) {
        report(`${place}: ${row.conforms ? "conforms, and does not decode" : "has a fault, and decodes"}`);
    }
}
const faulty = rows.filter(({ conforms }) => !conforms);
const faultyRefused = faulty.filter((row) => samplesRefused.has(row));
console.log(`${rows.length - faulty.length} samples; of ${faulty.length} with a fault, TypeScript refuses ${faultyRefused.length}`);
if (failures > 0) console.log(`${failures} failures; the modules are in ${folder}`);
else rmSync(folder, { recursive: true });
process.exitCode = failures > 0 ? 1 : 0;
