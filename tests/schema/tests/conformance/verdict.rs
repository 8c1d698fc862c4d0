//! One input: the verdict of the library and that of a schema.

use std::collections::BTreeMap;

use jsonschema::Validator;
use response_event::events::StreamEvent;
use response_event::schema::{JsonSchema, Rules, schema_for};
use response_event::{DecodeError, Level, Validate, Violations};
use response_event_tests::json::bounded;
use serde_json::Value;

use crate::exceptions::EXCEPTIONS;

pub(crate) const ALL: [Rules; 3] = [Rules::None, Rules::Contract, Rules::Strict];

/// Why the library refuses an input.
pub(crate) enum Refusal {
    Decode(DecodeError),
    Validate(Violations),
}

/// An input and what is said of it.
pub(crate) struct Input<'a> {
    pub(crate) json: &'a str,
    pub(crate) value: &'a Value,
    pub(crate) rules: Rules,
    /// `None` if the library accepts it.
    pub(crate) refusal: Option<Refusal>,
    pub(crate) conforms: bool,
}

/// Returns the reason why the library refuses an input as a `T`.
pub(crate) fn refusal<T>(json: &str, rules: Rules) -> Option<Refusal>
where
    T: for<'de> response_event::Decode<'de> + Validate,
{
    let event = match response_event::from_str::<T>(json) {
        Ok(event) => event,
        Err(error) => return Some(Refusal::Decode(error)),
    };
    let level = match rules {
        Rules::None => return None,
        Rules::Strict => Level::Strict,
        _ => Level::Contract,
    };
    event.validate_at(level).err().map(Refusal::Validate)
}

/// The schemas of one type with each set of rules.
pub(crate) struct Schemas([Validator; 3]);

impl Schemas {
    pub(crate) fn of<T: JsonSchema>() -> Self {
        Self::new(schema_for::<T>)
    }

    pub(crate) fn new(schema: fn(Rules) -> response_event::schema::Schema) -> Self {
        Self(ALL.map(|rules| {
            let schema = serde_json::to_value(schema(rules)).expect("a schema is JSON");
            jsonschema::meta::validate(&schema).unwrap_or_else(|error| panic!("{error}: {schema}"));
            jsonschema::validator_for(&schema).unwrap_or_else(|error| panic!("{error}: {schema}"))
        }))
    }

    pub(crate) fn validator(&self, rules: Rules) -> &Validator {
        let index = ALL.iter().position(|other| *other == rules).expect("one of the three");
        &self.0[index]
    }
}

/// The count of what was compared.
#[derive(Default)]
pub(crate) struct Tally {
    /// By rules: accepted by both, refused by both.
    agreed: BTreeMap<Rules, [usize; 2]>,
    excepted: BTreeMap<&'static str, usize>,
    /// Texts that `serde_json::Value` refuses: accepted and refused by the library.
    not_json: [usize; 2],
    failed: Vec<String>,
}

impl Tally {
    /// Compares the verdicts on one input.
    pub(crate) fn compare<T>(&mut self, place: &str, json: &str, schemas: &Schemas)
    where
        T: for<'de> response_event::Decode<'de> + Validate,
    {
        self.compare_by(place, json, schemas, &|rules| refusal::<T>(json, rules));
    }

    pub(crate) fn compare_by(
        &mut self,
        place: &str,
        json: &str,
        schemas: &Schemas,
        refusal: &dyn Fn(Rules) -> Option<Refusal>,
    ) {
        // A validator takes values, not text.
        let Ok(value) = serde_json::from_str::<Value>(json) else {
            let is_accepted = refusal(Rules::None).is_none();
            self.not_json[usize::from(!is_accepted)] += 1;
            return;
        };
        for rules in ALL {
            let conforms = schemas.validator(rules).is_valid(&value);
            let input = Input { json, value: &value, rules, refusal: refusal(rules), conforms };
            match (&input.refusal, conforms) {
                (None, true) => self.agreed.entry(rules).or_default()[0] += 1,
                (Some(_), false) => self.agreed.entry(rules).or_default()[1] += 1,
                _ => match EXCEPTIONS.iter().find(|exception| (exception.applies)(&input)) {
                    Some(exception) => *self.excepted.entry(exception.name).or_default() += 1,
                    None => self.failed.push(difference(place, &input, schemas)),
                },
            }
        }
    }

    /// Returns the number of inputs that both accept, with each set of rules.
    pub(crate) fn accepted(&self) -> [usize; 3] {
        ALL.map(|rules| self.agreed.get(&rules).map_or(0, |[accepted, _]| *accepted))
    }

    /// Prints the counts, and returns the names of the exceptions.
    ///
    /// # Panics
    ///
    /// If a verdict differs for no known reason.
    pub(crate) fn finish(self, name: &str) -> impl Iterator<Item = &'static str> {
        let [accepted, refused] = self.not_json;
        println!("{name}: no value to serde_json: {accepted} accepted, {refused} refused");
        for (rules, [accepted, refused]) in &self.agreed {
            println!("  {rules:?}: {} agreed ({accepted} accepted, {refused} refused)", accepted + refused);
        }
        for (exception, count) in &self.excepted {
            println!("  excepted: {count} {exception}");
        }
        let shown: Vec<_> = self.failed.iter().take(40).map(String::as_str).collect();
        assert!(
            self.failed.is_empty(),
            "{} verdicts differ; correct the schema, or explain it in `EXCEPTIONS`:\n\n{}\n",
            self.failed.len(),
            shown.join("\n")
        );
        self.excepted.into_keys()
    }
}

fn difference(place: &str, input: &Input<'_>, schemas: &Schemas) -> String {
    let ours = match &input.refusal {
        None => "accepts".to_owned(),
        Some(Refusal::Decode(error)) => format!("refuses: {error}"),
        Some(Refusal::Validate(violations)) => format!("refuses: {violations}"),
    };
    let errors: Vec<_> = schemas
        .validator(input.rules)
        .iter_errors(input.value)
        .map(|error| bounded(&format!("{} at {}", error, error.instance_path)))
        .collect();
    format!(
        "{place}, {:?}: the library {ours}\n  the schema: {}\n  {}",
        input.rules,
        if errors.is_empty() { "conforms".to_owned() } else { errors.join("; ") },
        bounded(input.json)
    )
}

/// The schemas of any event.
pub(crate) fn of_stream_events() -> Schemas {
    Schemas::of::<StreamEvent>()
}
