// Values that conform to a JSON Schema, and the same with one fault each.

const JSON_TYPES = ["array", "boolean", "null", "number", "object", "string"];
const VALUES = { array: [12], boolean: true, null: null, number: 12, object: { a: 12 }, string: "text" };

/** The samples of one schema of events. */
export class Samples {
    #definitions;

    constructor(schema) {
        this.#definitions = schema.$defs;
    }

    /** Returns the branches of a union, without the one for other types. */
    branches(schema) {
        return (schema.oneOf ?? []).filter((branch) => !branch.properties?.type?.not).map((branch) => this.#resolved(branch));
    }

    /**
     * Follows references. `allOf` is the event `error`, which may lack its `type` if it has an `error`: the schema that it becomes
     * requires the `type`.
     */
    #resolved(schema) {
        if (schema.$ref) return this.#resolved(this.#definitions[schema.$ref.replace("#/$defs/", "")]);
        if (!schema.allOf) return schema;
        const [first, ...others] = schema.allOf;
        const object = this.#resolved(first);
        return { ...object, required: [...(object.required ?? []), ...others.flatMap((other) => other.anyOf[0].required)] };
    }

    /** Returns the JSON types that conform. */
    #jsonTypes(schema) {
        const resolved = this.#resolved(schema);
        const branches = resolved.anyOf ?? resolved.oneOf;
        if (branches) return branches.flatMap((branch) => this.#jsonTypes(branch));
        return resolved.type ? [resolved.type].flat() : JSON_TYPES;
    }

    /** Returns a value that conforms, with all its fields down to a depth. */
    sample(schema, depth = 4) {
        const resolved = this.#resolved(schema);
        const branches = resolved.anyOf ?? resolved.oneOf;
        if (branches) return this.sample(branches[0], depth);
        if (resolved.const !== undefined) return resolved.const;
        if (resolved.enum) return resolved.enum[0];
        const type = [resolved.type ?? "string"].flat()[0];
        if (type === "array" && resolved.items) return depth > 0 ? [this.sample(resolved.items, depth - 1)] : [];
        if (type !== "object" || !resolved.properties) return VALUES[type];
        const names = Object.keys(resolved.properties).filter((name) => depth > 0 || resolved.required?.includes(name));
        return Object.fromEntries(names.map((name) => [name, this.sample(resolved.properties[name], depth - 1)]));
    }

    /** Returns copies of the sample with one fault each: a required field left out, or a field or an item of another JSON type. */
    faults(schema) {
        const resolved = this.#resolved(schema);
        const sample = this.sample(resolved);
        const faults = [];
        for (const [name, field] of Object.entries(resolved.properties)) {
            const { [name]: _, ...others } = sample;
            // An object without `type` that has an `error` is an event of the type `error`.
            const isError = name === "type" && "error" in sample;
            if (resolved.required?.includes(name) && !isError) faults.push(others);
            for (const value of this.#wrongValues(field)) faults.push({ ...sample, [name]: value });
            if (!field.items) continue;
            for (const value of this.#wrongValues(field.items)) faults.push({ ...sample, [name]: [value] });
        }
        return faults;
    }

    /** Returns a value of each JSON type that does not conform. */
    #wrongValues(schema) {
        const allowed = this.#jsonTypes(schema);
        return JSON_TYPES.filter((type) => !allowed.includes(type)).map((type) => VALUES[type]);
    }
}
