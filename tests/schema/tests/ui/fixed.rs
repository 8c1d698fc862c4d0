//! The cases after their messages were followed.

#[path = "../../ui/fail/schema/duplicate-key-schema.fixed.rs"]
mod duplicate_key_schema;
#[path = "../../ui/fail/bounds/field-without-schema.fixed.rs"]
mod field_without_schema;
#[path = "../../ui/fail/bounds/flattened-without-schema.fixed.rs"]
mod flattened_without_schema;
#[path = "../../ui/fail/schema/misplaced-key-schema.fixed.rs"]
mod misplaced_key_schema;
#[path = "../../ui/fail/schema/schema-of-function.fixed.rs"]
mod schema_of_function;
#[path = "../../ui/fail/schema/schema-with-alone.fixed.rs"]
mod schema_with_alone;
#[path = "../../ui/fail/bounds/schema-with-other-function.fixed.rs"]
mod schema_with_other_function;
#[path = "../../ui/fail/schema/surplus-value-schema.fixed.rs"]
mod surplus_value_schema;
#[path = "../../ui/fail/bounds/variant-without-schema.fixed.rs"]
mod variant_without_schema;
