//! The keys of `#[event(…)]`.

use proc_macro2::{Delimiter, Ident, Span, TokenStream, TokenTree};
use syn::{ExprPath, LitStr, Path, WherePredicate};

use super::list::{self, Item, KeyTail};
use super::rule;
use super::serde::refuses_tag;
use super::value::{self, KeyValue, ValueParser};
use crate::diag::Problem;
use crate::model::{Level, Rule};
use crate::problems::{Problems, Reported, SourceSpan};
use crate::suggest;
use crate::text::excerpt;
use crate::tokens::{flat, source_text};
use crate::vocabulary::{self, EventKey, Place, Row, Vocabulary};

/// The value of a key.
pub(crate) enum EventValue {
    Type(LitStr),
    Alias(LitStr),
    Untagged,
    Part,
    SerializeOnly,
    /// The item has a JSON Schema.
    Schema,
    /// A function that returns the JSON Schema of a field.
    SchemaWith(ExprPath),
    /// A function that refuses what was read.
    Accept(ExprPath),
    /// The field that an object without `type` must have.
    WithoutType(LitStr),
    HadNoType,
    /// The types of final events.
    Terminal(Vec<LitStr>),
    /// The types of events that report a failure.
    Failure(Vec<LitStr>),
    Crate(Path),
    /// The bounds of the rules.
    Bound(Vec<WherePredicate>),
    Nullable,
    Unknown,
    Family,
    Rule(Rule),
}

type Keys = Vec<KeyValue<EventKey, EventValue>>;

/// Reads one key of `#[event(…)]`; `strict(…)` is read into the rules inside.
pub(crate) fn read(item: Item, place: Place, problems: &mut Problems, keys: &mut Keys) {
    read_at(item, place, Level::Contract, problems, keys);
}

fn read_at(item: Item, place: Place, level: Level, problems: &mut Problems, keys: &mut Keys) {
    let Item { key, at, tail } = item;
    let word = key.to_string();
    let Some(row) = vocabulary::find(vocabulary::EVENT, &word) else {
        // As if it were written, so that a slip in `type` is not also a missing type.
        keys.extend(unknown(word, &tail, place, at, problems));
        return;
    };
    if !row.places.contains(&place) {
        problems.push(at, misplaced(row, place));
        return;
    }
    let remedy = remedy(&key, row, &tail, place, level);
    let mut parser = ValueParser::new(row, at, problems);
    parser.remedy = remedy.unwrap_or_else(|| row.form.to_owned());
    let value = match row.key {
        // `type = "…"`
        EventKey::Type => tag(&mut parser, tail).map(EventValue::Type),
        // `alias = "…"`
        EventKey::Alias => tag(&mut parser, tail).map(EventValue::Alias),
        EventKey::Untagged => parser.nothing(tail).map(|()| EventValue::Untagged),
        EventKey::Part => parser.nothing(tail).map(|()| EventValue::Part),
        EventKey::SerializeOnly => parser.nothing(tail).map(|()| EventValue::SerializeOnly),
        EventKey::Schema => parser.nothing(tail).map(|()| EventValue::Schema),
        // `schema_with(path)`
        EventKey::SchemaWith => {
            let path = parser.arguments(tail);
            path.and_then(|path| parser.path(&path)).map(EventValue::SchemaWith)
        }
        // `accept(path)`
        EventKey::Accept => {
            let path = parser.arguments(tail);
            path.and_then(|path| parser.path(&path)).map(EventValue::Accept)
        }
        EventKey::HadNoType => parser.nothing(tail).map(|()| EventValue::HadNoType),
        // `without_type = "…"`
        EventKey::WithoutType => {
            let value = parser.value(tail);
            value.and_then(|value| parser.text(&value)).map(EventValue::WithoutType)
        }
        // `terminal("…", "…")`
        EventKey::Terminal => tags(&mut parser, tail).map(EventValue::Terminal),
        // `failure("…", "…")`
        EventKey::Failure => tags(&mut parser, tail).map(EventValue::Failure),
        // `crate = path`, `crate = "path"`
        EventKey::Crate => {
            let value = parser.value(tail);
            value.and_then(|value| parser.module(&value)).map(EventValue::Crate)
        }
        // `bound = "…"`
        EventKey::Bound => {
            let value = parser.value(tail);
            value.and_then(|value| parser.bounds(&value)).map(EventValue::Bound)
        }
        EventKey::Nullable => parser.nothing(tail).map(|()| EventValue::Nullable),
        EventKey::Unknown => parser.nothing(tail).map(|()| EventValue::Unknown),
        EventKey::Family => parser.nothing(tail).map(|()| EventValue::Family),
        // `strict(rule, …)`
        EventKey::Strict => {
            let inside = match place {
                Place::Event => Place::StrictEvent,
                Place::StrictEvent
                | Place::Field
                | Place::Strict
                | Place::Each
                | Place::Family
                | Place::Variant
                | Place::VariantField => Place::Strict,
            };
            if let Ok(rules) = parser.arguments(tail) {
                keys.extend(list(rules, inside, Level::Strict, problems));
            }
            return;
        }
        EventKey::Rule(rule) => {
            let kind = rule::parse(rule, tail, &mut parser, |tokens, problems| inner_rules(tokens, level, problems));
            let span = key.span();
            kind.map(|kind| EventValue::Rule(Rule { span, level, kind }))
        }
    };
    keys.push(KeyValue { key: row.key, at, value });
}

/// Returns the key with its value in parentheses, or with a value that stands in parentheses, if that is accepted.
fn remedy(key: &Ident, row: &Row<EventKey>, tail: &KeyTail, place: Place, level: Level) -> Option<String> {
    let in_parentheses = |value: String| format!("{}({value})", row.name);
    let written = match tail {
        KeyTail::Value(tokens) if row.form.contains('(') => {
            [source_text(tokens), bare(tokens)].map(in_parentheses).into()
        }
        KeyTail::Arguments(group) if row.form.contains(" = ") => vec![value::each_with_key(row.name, &group.stream())],
        KeyTail::Value(_) | KeyTail::Arguments(_) | KeyTail::Nothing | KeyTail::Odd(_) => Vec::new(),
    };
    written.into_iter().find(|written| is_accepted(written, key.span(), place, level))
}

/// Returns `true` if the keys can stand at the place.
fn is_accepted(keys: &str, span: Span, place: Place, level: Level) -> bool {
    let Ok(tokens) = keys.parse::<TokenStream>() else { return false };
    let mut problems = Problems::new();
    for mut item in list::items(tokens, Vocabulary::Event(place), &mut problems) {
        item.key.set_span(span);
        // Each key has its form, so that no remedy is looked for once more.
        read_at(item, place, level, &mut problems, &mut Vec::new());
    }
    problems.reported().is_none()
}

/// Returns the text of a value without the brackets or quotes that do not belong in parentheses.
fn bare(tokens: &TokenStream) -> String {
    let is_path_or_range = |text: &LitStr| text.value().contains("..") || syn::parse_str::<Path>(&text.value()).is_ok();
    match flat(tokens.clone()).as_slice() {
        [TokenTree::Group(group)] if group.delimiter() != Delimiter::None => source_text(&group.stream()),
        [literal] => match syn::parse2::<LitStr>(literal.clone().into()) {
            Ok(text) if is_path_or_range(&text) => text.value(),
            Ok(_) | Err(_) => source_text(literal),
        },
        _ => source_text(tokens),
    }
}

fn list(tokens: TokenStream, place: Place, level: Level, problems: &mut Problems) -> Keys {
    let mut keys = Vec::new();
    for item in list::items(tokens, Vocabulary::Event(place), problems) {
        read_at(item, place, level, problems, &mut keys);
    }
    keys
}

/// The rules in `each(…)`, which have the level that `each` has.
fn inner_rules(tokens: TokenStream, level: Level, problems: &mut Problems) -> Vec<Rule> {
    list(tokens, Place::Each, level, problems)
        .into_iter()
        .filter_map(|written| match written.value.ok()? {
            EventValue::Rule(rule) => Some(rule),
            EventValue::Type(_)
            | EventValue::Alias(_)
            | EventValue::Untagged
            | EventValue::Part
            | EventValue::SerializeOnly
            | EventValue::Schema
            | EventValue::SchemaWith(_)
            | EventValue::Accept(_)
            | EventValue::WithoutType(_)
            | EventValue::HadNoType
            | EventValue::Terminal(_)
            | EventValue::Failure(_)
            | EventValue::Crate(_)
            | EventValue::Bound(_)
            | EventValue::Nullable
            | EventValue::Unknown
            | EventValue::Family => None,
        })
        .collect()
}

/// Reports a word that is no key; returns the key that was meant, as far as one can tell.
fn unknown(
    found: String,
    tail: &KeyTail,
    place: Place,
    at: SourceSpan,
    problems: &mut Problems,
) -> Option<KeyValue<EventKey, EventValue>> {
    let valid = Vocabulary::Event(place);
    let near = suggest::nearest(found.trim_start_matches("r#"), &valid.names());
    let of_serde = vocabulary::find(vocabulary::SERDE, &found).map(|row| row.name);
    let of_serde = of_serde.or_else(|| vocabulary::refused(&found)).filter(|_| near.is_none());
    if of_serde == Some("content") && matches!(place, Place::Event | Place::Family) && refuses_tag(problems) {
        return None;
    }
    // A key that takes a string alone can only be the type.
    let is_type = matches!(of_serde, Some("tag" | "content"))
        || matches!(tail, KeyTail::Value(value) if syn::parse2::<LitStr>(value.clone()).is_ok());
    let problem = match (of_serde, place) {
        (Some(key), Place::Family) => Problem::SerdeOnFamily { key },
        (Some(key), Place::Variant | Place::VariantField) => Problem::SerdeOnVariant { key },
        (Some(key), Place::Event | Place::Field | Place::StrictEvent | Place::Strict | Place::Each) => {
            if vocabulary::refused(key).is_some() {
                Problem::RefusedSerde { key }
            } else {
                Problem::SerdeKeyInEvent { key }
            }
        }
        (None, Place::Event | Place::Family | Place::Variant | Place::VariantField) => {
            Problem::UnknownKey { found, near, valid }
        }
        (None, Place::Field | Place::StrictEvent | Place::Strict | Place::Each) => {
            Problem::UnknownRule { found, near, valid }
        }
    };
    let reported = problems.push(at, problem);
    let near = near.or((is_type && place == Place::Event).then_some("type"));
    let meant = vocabulary::find(vocabulary::EVENT, near?)?;
    Some(KeyValue { key: meant.key, at, value: Err(reported) })
}

fn misplaced(row: &Row<EventKey>, here: Place) -> Problem {
    let of_type = matches!(row.key, EventKey::Type | EventKey::Alias);
    if of_type && matches!(here, Place::Variant | Place::VariantField) {
        return Problem::TypeOnVariant { key: row.name };
    }
    Problem::MisplacedKey { key: row.name, here, places: row.places }
}

/// Parses the type of an event.
fn tag(parser: &mut ValueParser<'_>, tail: KeyTail) -> Result<LitStr, Reported> {
    let value = parser.value(tail)?;
    let tag = parser.text(&value)?;
    check_tag(parser, tag)
}

/// Parses a list of types, each once.
fn tags(parser: &mut ValueParser<'_>, tail: KeyTail) -> Result<Vec<LitStr>, Reported> {
    let tags = rule::values(tail, parser)?;
    tags.into_iter().map(|tag| check_tag(parser, tag)).collect()
}

/// Refuses what cannot be a type on the wire: nothing, or white space in it.
fn check_tag(parser: &mut ValueParser<'_>, tag: LitStr) -> Result<LitStr, Reported> {
    let text = tag.value();
    let key = parser.key;
    if text.is_empty() {
        return parser.report(&tag, Problem::EmptyTag { key });
    }
    if text.ends_with('*') {
        let found = excerpt(&tag);
        return parser.report(&tag, Problem::WildcardTag { tag: found });
    }
    if text.contains(char::is_whitespace) {
        let found = excerpt(&tag);
        return parser.report(&tag, Problem::SpaceInTag { key, tag: found });
    }
    Ok(tag)
}
