//! The rules that a schema includes: a setting of its generator.

use alloc::boxed::Box;

use schemars::generate::SchemaSettings;
use schemars::transform::Transform;
use schemars::{JsonSchema, Schema, SchemaGenerator};

/// The rules that a schema includes.
///
/// ```
/// use response_event::schema::{Rules, schema_for};
/// use response_event::ResponseEvent;
///
/// #[derive(ResponseEvent)]
/// #[event(type = "image", schema)]
/// struct Image {
///     #[event(non_empty, strict(base64))]
///     b64_json: String,
/// }
///
/// let b64_json = |rules| schema_for::<Image>(rules).pointer("/properties/b64_json").unwrap().clone();
/// assert!(b64_json(Rules::None).get("minLength").is_none());
/// assert_eq!(b64_json(Rules::Contract)["minLength"], 1);
/// assert_eq!(b64_json(Rules::Strict)["contentEncoding"], "base64");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Rules {
    /// No rules: what decodes conforms.
    None,
    /// The rules of the contract: what `validate()` accepts conforms.
    #[default]
    Contract,
    /// Those of the strict level, too: what `validate_strict()` accepts conforms.
    Strict,
}

impl Rules {
    /// Returns the rules that the schemas of a generator include; those of the contract, unless [`within`](Self::within)
    /// made its settings.
    pub fn of(generator: &SchemaGenerator) -> Self {
        let transforms = &generator.settings().transforms;
        let included = transforms.iter().find_map(|transform| transform.downcast_ref::<Included>());
        included.map_or_else(Self::default, |included| included.rules)
    }

    /// Returns settings whose schemas include these rules.
    ///
    /// ```
    /// use response_event::schema::Rules;
    /// use response_event::schema::schemars::generate::SchemaSettings;
    ///
    /// let generator = Rules::Strict.within(SchemaSettings::openapi3()).into_generator();
    /// assert_eq!(Rules::of(&generator), Rules::Strict);
    /// ```
    #[must_use]
    pub fn within(self, settings: SchemaSettings) -> SchemaSettings {
        settings_with(settings, Included { rules: self, outer: self, has_left_out: false })
    }
}

/// Returns the JSON Schema of a type, in the draft of 2020-12.
///
/// ```
/// use response_event::schema::{Rules, schema_for};
/// use response_event::Number;
///
/// assert_eq!(schema_for::<Number>(Rules::Contract).get("type").unwrap(), "number");
/// ```
pub fn schema_for<T: JsonSchema + ?Sized>(rules: Rules) -> Schema {
    rules.within(SchemaSettings::draft2020_12()).into_generator().into_root_schema_for::<T>()
}

/// The mark of a generator: a transform that leaves every schema as it is, the one place for a setting of our own.
#[derive(Clone)]
struct Included {
    rules: Rules,
    /// The rules of the schema that one without rules becomes a part of.
    outer: Rules,
    /// A rule of the outer schema was left out.
    has_left_out: bool,
}

impl Transform for Included {
    fn transform(&mut self, _schema: &mut Schema) {}
}

fn settings_with(mut settings: SchemaSettings, included: Included) -> SchemaSettings {
    settings.transforms.retain(|transform| !transform.is::<Included>());
    settings.transforms.push(Box::new(included));
    settings
}

/// Creates a generator for a part without rules of a schema.
pub(super) fn generator_without_rules(outer: &SchemaGenerator) -> SchemaGenerator {
    let included = Included { rules: Rules::None, outer: Rules::of(outer), has_left_out: false };
    settings_with(outer.settings().clone(), included).into_generator()
}

/// Records that a type has a rule, which a schema with these rules includes.
pub(crate) fn note_rule(generator: &mut SchemaGenerator, level: Rules) {
    let included = generator.transforms_mut().find_map(|transform| transform.downcast_mut::<Included>());
    if let Some(included) = included {
        included.has_left_out |= included.rules < level && level <= included.outer;
    }
}

/// Returns `true` if a schema of the generator lacks a rule that the outer one includes.
pub(super) fn has_left_out(generator: &mut SchemaGenerator) -> bool {
    let included = generator.transforms_mut().find_map(|transform| transform.downcast_ref::<Included>());
    included.is_some_and(|included| included.has_left_out)
}
