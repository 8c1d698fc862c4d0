//! The comparison of two JSON values.

use response_event::Number;
use serde::Deserialize as _;
use serde_json::{Map, Value};

use super::alignment;
use super::difference::{Difference, Kind};
use super::ids::{self, Ids};

/// The field of a response whose items are paired by their type.
const OUTPUT: &str = "/output";

/// Returns `true` for equal values, and for the same number in another form.
fn is_equal(a: &Value, b: &Value) -> bool {
    let number = |value| Number::deserialize(value).ok();
    a == b || (a.is_number() && b.is_number() && number(a).is_some() && number(a) == number(b))
}

/// A walk through two values side by side.
pub(crate) struct Comparison<'a> {
    pub(crate) ids: &'a mut Ids,
    pub(crate) found: &'a mut dyn FnMut(Difference),
    /// The place in both values, as JSON pointers.
    pointers: [String; 2],
}

impl<'a> Comparison<'a> {
    pub(crate) fn new(ids: &'a mut Ids, found: &'a mut dyn FnMut(Difference)) -> Self {
        Self { ids, found, pointers: Default::default() }
    }

    /// Compares two values. `is_id` is `true` for an id or a list of ids.
    pub(crate) fn compare(&mut self, a: &Value, b: &Value, is_id: bool) {
        match (a, b) {
            (Value::Object(a), Value::Object(b)) => self.objects(a, b),
            (Value::Array(a), Value::Array(b)) => self.arrays(a, b, is_id),
            (Value::String(a), Value::String(b)) if is_id && self.ids.are_same(a, b) => {}
            // An id that is the same text may stand for another.
            _ if (is_id && a.is_string()) || !is_equal(a, b) => self.report(Some(a.clone()), Some(b.clone())),
            _ => {}
        }
    }

    /// Compares the fields of two objects. One that is `null` is absent.
    fn objects(&mut self, a: &Map<String, Value>, b: &Map<String, Value>) {
        let names = a.keys().chain(b.keys().filter(|name| !a.contains_key(*name)));
        for name in names.filter(|name| !ids::is_left_aside(name)) {
            let [in_a, in_b] = [a, b].map(|fields| fields.get(name).filter(|value| !value.is_null()));
            self.at([name, name], |comparison| match (in_a, in_b) {
                (Some(a), Some(b)) => comparison.compare(a, b, ids::is_id(name)),
                (None, None) => {}
                (a, b) => comparison.report(a.cloned(), b.cloned()),
            });
        }
    }

    fn arrays(&mut self, a: &[Value], b: &[Value], is_id: bool) {
        let is_output = self.pointers.iter().all(|pointer| pointer == OUTPUT);
        let types = |items: &'_ [Value]| -> Vec<String> {
            let item_type = |item: &Value| item.get("type").and_then(Value::as_str).unwrap_or_default().to_owned();
            items.iter().map(|item| if is_output { item_type(item) } else { String::new() }).collect()
        };
        let [types_a, types_b] = [types(a), types(b)];
        let [types_a, types_b]: [Vec<&str>; 2] = [&types_a, &types_b].map(|types| types.iter().map(|t| &**t).collect());
        for [at_a, at_b] in alignment::align(&types_a, &types_b) {
            let [name_a, name_b] = [at_a.or(at_b), at_b.or(at_a)].map(|place| place.unwrap_or_default().to_string());
            let [a, b] = [at_a.map(|place| &a[place]), at_b.map(|place| &b[place])];
            self.at([&name_a, &name_b], |comparison| match (a, b) {
                (Some(a), Some(b)) if !is_output || a.get("type") == b.get("type") => comparison.compare(a, b, is_id),
                (a, b) => comparison.report(a.cloned(), b.cloned()),
            });
        }
    }

    /// Goes on at a field or an element.
    fn at(&mut self, names: [&str; 2], compare: impl FnOnce(&mut Self)) {
        let lengths = [0, 1].map(|side| self.pointers[side].len());
        for (pointer, name) in self.pointers.iter_mut().zip(names) {
            pointer.push('/');
            pointer.push_str(&name.replace('~', "~0").replace('/', "~1"));
        }
        compare(self);
        for (pointer, length) in self.pointers.iter_mut().zip(lengths) {
            pointer.truncate(length);
        }
    }

    fn report(&mut self, a: Option<Value>, b: Option<Value>) {
        (self.found)(Difference { kind: Kind::Value { pointers: self.pointers.clone() }, a, b });
    }
}
