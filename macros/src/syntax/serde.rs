//! The keys of `#[serde(…)]` that keep their meaning; every other one is refused with a reason.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident};
use syn::{ExprPath, Lifetime, LitStr, Path};

use super::list::{self, Item, KeyTail};
use super::value::{KeyValue, ValueParser};
use crate::diag::Problem;
use crate::model::{Bound, Default};
use crate::name::Case;
use crate::problems::{Problems, SourceSpan};
use crate::suggest;
use crate::text::excerpt;
use crate::vocabulary::{self, EVENT, Place, Row, SERDE, SerdeKey, Vocabulary};

/// The value of a key.
pub(crate) enum SerdeValue {
    Rename(LitStr),
    RenameAll(Case),
    Alias(LitStr),
    Default(Default),
    Skip,
    SkipSerializingIf(ExprPath),
    With {
        serialize: ExprPath,
        deserialize: ExprPath,
    },
    SerializeWith(ExprPath),
    DeserializeWith(ExprPath),
    /// Empty for `borrow` alone.
    Borrow(Vec<Lifetime>),
    Bound(Bound),
    Flatten,
    DenyUnknownFields,
    Crate(Path),
}

type Keys = Vec<KeyValue<SerdeKey, SerdeValue>>;

/// Reads one key of `#[serde(…)]`.
pub(crate) fn read(item: Item, place: Place, problems: &mut Problems, keys: &mut Keys) {
    let Item { key, at, tail } = item;
    let word = key.to_string();
    let row = vocabulary::find(SERDE, &word);
    let known = row.map(|row| row.name).or_else(|| vocabulary::refused(&word));
    match (known, place) {
        (None, _) => {
            let meant = unknown(word, place, at, problems);
            keys.extend(meant.map(|row| KeyValue { key: row.key, at, value: None }));
            return;
        }
        (Some(key), Place::Family) => {
            return problems.push(at, Problem::SerdeOnFamily { key });
        }
        (Some(key), Place::Variant | Place::VariantField) => {
            return problems.push(at, Problem::SerdeOnVariant { key });
        }
        (Some(_), Place::Event | Place::StrictEvent | Place::Field | Place::Strict | Place::Each) => {}
    }
    match (row, known) {
        (Some(row), _) if row.places.contains(&place) => {
            let value = value_of(row, tail, at, problems);
            keys.push(KeyValue { key: row.key, at, value });
        }
        (Some(row), _) => problems.push(at, misplaced(row, place)),
        (None, Some(key)) => problems.push(at, Problem::RefusedSerde { key }),
        (None, None) => {}
    }
}

fn value_of(row: &Row<SerdeKey>, tail: KeyTail, at: SourceSpan, problems: &mut Problems) -> Option<SerdeValue> {
    let mut parser = ValueParser::new(row, at, problems);
    let parser = &mut parser;
    match row.key {
        SerdeKey::Rename => name(parser, tail).map(SerdeValue::Rename),
        SerdeKey::RenameAll => {
            let name = name(parser, tail)?;
            case(parser, &name).map(SerdeValue::RenameAll)
        }
        // `alias = "…"`
        SerdeKey::Alias => {
            let value = parser.value(tail)?;
            parser.text(&value).map(SerdeValue::Alias)
        }
        // `default`, `default = "path"`
        SerdeKey::Default => match tail {
            KeyTail::Nothing => Some(SerdeValue::Default(Default::Trait)),
            KeyTail::Value(_) | KeyTail::Arguments(_) | KeyTail::Odd(_) => {
                path(parser, tail).map(|path| SerdeValue::Default(Default::Path(path)))
            }
        },
        SerdeKey::Skip => parser.nothing(tail).map(|()| SerdeValue::Skip),
        SerdeKey::SkipSerializingIf => path(parser, tail).map(SerdeValue::SkipSerializingIf),
        // `with = "module"`
        SerdeKey::With => {
            let module = path(parser, tail)?;
            let serialize = function(&module, "serialize");
            let deserialize = function(&module, "deserialize");
            Some(SerdeValue::With { serialize, deserialize })
        }
        SerdeKey::SerializeWith => path(parser, tail).map(SerdeValue::SerializeWith),
        SerdeKey::DeserializeWith => path(parser, tail).map(SerdeValue::DeserializeWith),
        // `borrow`, `borrow = "'a + 'b"`
        SerdeKey::Borrow => match tail {
            KeyTail::Nothing => Some(SerdeValue::Borrow(Vec::new())),
            KeyTail::Value(_) | KeyTail::Arguments(_) | KeyTail::Odd(_) => {
                let value = parser.value(tail)?;
                parser.lifetimes(&value).map(SerdeValue::Borrow)
            }
        },
        SerdeKey::Bound => bound(parser, tail).map(SerdeValue::Bound),
        SerdeKey::Flatten => parser.nothing(tail).map(|()| SerdeValue::Flatten),
        SerdeKey::DenyUnknownFields => parser.nothing(tail).map(|()| SerdeValue::DenyUnknownFields),
        // `crate = "path"`
        SerdeKey::Crate => {
            let value = parser.value(tail)?;
            let literal = parser.text(&value)?;
            parser.module(&literal.into_token_stream()).map(SerdeValue::Crate)
        }
    }
}

/// Reports a word that is no key of serde; returns the row that was meant, as far as one can tell.
fn unknown(found: String, place: Place, at: SourceSpan, problems: &mut Problems) -> Option<&'static Row<SerdeKey>> {
    if let Some(row) = vocabulary::find(EVENT, &found) {
        let (key, form) = (row.name, row.form);
        problems.push(at, Problem::EventKeyInSerde { key, form });
        return None;
    }
    let valid = Vocabulary::Serde(place);
    let near = suggest::nearest(&found, &valid.names());
    problems.push(at, Problem::UnknownSerdeKey { found, near, valid });
    vocabulary::find(SERDE, near?)
}

fn misplaced(row: &Row<SerdeKey>, here: Place) -> Problem {
    Problem::MisplacedSerdeKey { key: row.name, here, places: row.places }
}

/// `key = "path"`
fn path(parser: &mut ValueParser<'_>, tail: KeyTail) -> Option<ExprPath> {
    let value = parser.value(tail)?;
    parser.path_in_text(&value)
}

fn function(module: &ExprPath, name: &str) -> ExprPath {
    let mut path = module.clone();
    path.path.segments.push(format_ident!("{name}").into());
    path
}

fn case(parser: &mut ValueParser<'_>, name: &LitStr) -> Option<Case> {
    let case = Case::find(&name.value());
    if case.is_none() {
        let near = suggest::nearest(&name.value(), &Case::names());
        let found = excerpt(name);
        parser.report(name, Problem::UnknownCase { found, near });
    }
    case
}

/// `key = "…"`, `key(serialize = "…", deserialize = "…")` where both are equal
fn name(parser: &mut ValueParser<'_>, tail: KeyTail) -> Option<LitStr> {
    let group = match tail {
        KeyTail::Nothing | KeyTail::Value(_) | KeyTail::Odd(_) => {
            let value = parser.value(tail)?;
            return parser.text(&value);
        }
        KeyTail::Arguments(group) => group,
    };
    let (serialize, deserialize) = sides(parser, group.stream())?;
    let mut text = |side: Option<TokenStream>| match side {
        Some(tokens) => parser.text(&tokens).map(Some),
        None => Some(None),
    };
    let (serialize, deserialize) = (text(serialize), text(deserialize));
    match (serialize?, deserialize?) {
        (Some(name), Some(other)) if name.value() == other.value() => Some(name),
        _ => {
            let (key, form) = (parser.key, parser.form);
            parser.report(&group, Problem::RenameDiffers { key, form });
            None
        }
    }
}

/// `bound = "…"`, `bound(serialize = "…", deserialize = "…")`
fn bound(parser: &mut ValueParser<'_>, tail: KeyTail) -> Option<Bound> {
    let arguments = match tail {
        KeyTail::Nothing | KeyTail::Value(_) | KeyTail::Odd(_) => {
            let value = parser.value(tail)?;
            let both = parser.bounds(&value)?;
            return Some(Bound { serialize: Some(both.clone()), deserialize: Some(both) });
        }
        KeyTail::Arguments(group) => group.stream(),
    };
    let (serialize, deserialize) = sides(parser, arguments)?;
    let mut bounds = |side: Option<TokenStream>| match side {
        Some(tokens) => parser.bounds(&tokens).map(Some),
        None => Some(None),
    };
    let (serialize, deserialize) = (bounds(serialize), bounds(deserialize));
    Some(Bound { serialize: serialize?, deserialize: deserialize? })
}

/// `serialize = …, deserialize = …`, at least one
fn sides(parser: &mut ValueParser<'_>, tokens: TokenStream) -> Option<(Option<TokenStream>, Option<TokenStream>)> {
    let (mut serialize, mut deserialize) = (None, None);
    let mut all_good = true;
    for item in list::items(tokens, Vocabulary::Sides, parser.problems) {
        let word = item.key.to_string();
        let (key, side) = match word.as_str() {
            "serialize" => ("serialize", &mut serialize),
            "deserialize" => ("deserialize", &mut deserialize),
            _ => {
                let valid = Vocabulary::Sides;
                let near = suggest::nearest(&word, &valid.names());
                let problem = Problem::UnknownSerdeKey { found: word, near, valid };
                parser.problems.push(item.at, problem);
                all_good = false;
                continue;
            }
        };
        if side.is_some() {
            parser.problems.push(item.at, Problem::DuplicateKey { key });
            all_good = false;
        }
        match parser.value(item.tail) {
            Some(value) => *side = Some(value),
            None => all_good = false,
        }
    }
    if serialize.is_none() && deserialize.is_none() && all_good {
        let (key, form) = (parser.key, parser.form);
        parser.problems.push(parser.at, Problem::MissingValue { key, form });
        return None;
    }
    all_good.then_some((serialize, deserialize))
}
