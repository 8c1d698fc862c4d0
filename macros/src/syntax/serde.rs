//! The keys of `#[serde(…)]` that keep their meaning; every other one is refused with a reason.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident};
use syn::{ExprPath, Lifetime, LitStr, Path};

use super::list::{self, Item, Tail};
use super::value::{Reading, Written};
use crate::diag::Problem;
use crate::model::{Bound, Default};
use crate::name::Case;
use crate::problems::{At, Problems};
use crate::suggest;
use crate::text::excerpt;
use crate::vocabulary::{self, EVENT, Place, Row, SERDE, SerdeKey, Vocabulary};

/// What a key says.
pub(crate) enum SerdeSaid {
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

type Keys = Vec<Written<SerdeKey, SerdeSaid>>;

/// Reads one key of `#[serde(…)]`.
pub(crate) fn read(item: Item, place: Place, problems: &mut Problems, keys: &mut Keys) {
    let Item { key, at, tail } = item;
    let word = key.to_string();
    let row = vocabulary::find(SERDE, &word);
    let known = row.map(|row| row.name).or_else(|| vocabulary::refused(&word));
    match (known, place) {
        (None, _) => {
            let meant = unknown(word, place, at, problems);
            keys.extend(meant.map(|row| Written { key: row.key, at, said: None }));
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
            let said = said(row, tail, at, problems);
            keys.push(Written { key: row.key, at, said });
        }
        (Some(row), _) => problems.push(at, misplaced(row, place)),
        (None, Some(key)) => problems.push(at, Problem::RefusedSerde { key }),
        (None, None) => {}
    }
}

fn said(row: &Row<SerdeKey>, tail: Tail, at: At, problems: &mut Problems) -> Option<SerdeSaid> {
    let mut reading = Reading::new(row, at, problems);
    let reading = &mut reading;
    match row.key {
        SerdeKey::Rename => name(reading, tail).map(SerdeSaid::Rename),
        SerdeKey::RenameAll => {
            let name = name(reading, tail)?;
            case(reading, &name).map(SerdeSaid::RenameAll)
        }
        // `alias = "…"`
        SerdeKey::Alias => {
            let value = reading.value(tail)?;
            reading.text(&value).map(SerdeSaid::Alias)
        }
        // `default`, `default = "path"`
        SerdeKey::Default => match tail {
            Tail::Nothing => Some(SerdeSaid::Default(Default::Trait)),
            Tail::Value(_) | Tail::Arguments(_) | Tail::Odd(_) => {
                path(reading, tail).map(|path| SerdeSaid::Default(Default::Path(path)))
            }
        },
        SerdeKey::Skip => reading.nothing(tail).map(|()| SerdeSaid::Skip),
        SerdeKey::SkipSerializingIf => path(reading, tail).map(SerdeSaid::SkipSerializingIf),
        // `with = "module"`
        SerdeKey::With => {
            let module = path(reading, tail)?;
            let serialize = function(&module, "serialize");
            let deserialize = function(&module, "deserialize");
            Some(SerdeSaid::With { serialize, deserialize })
        }
        SerdeKey::SerializeWith => path(reading, tail).map(SerdeSaid::SerializeWith),
        SerdeKey::DeserializeWith => path(reading, tail).map(SerdeSaid::DeserializeWith),
        // `borrow`, `borrow = "'a + 'b"`
        SerdeKey::Borrow => match tail {
            Tail::Nothing => Some(SerdeSaid::Borrow(Vec::new())),
            Tail::Value(_) | Tail::Arguments(_) | Tail::Odd(_) => {
                let value = reading.value(tail)?;
                reading.lifetimes(&value).map(SerdeSaid::Borrow)
            }
        },
        SerdeKey::Bound => bound(reading, tail).map(SerdeSaid::Bound),
        SerdeKey::Flatten => reading.nothing(tail).map(|()| SerdeSaid::Flatten),
        SerdeKey::DenyUnknownFields => reading.nothing(tail).map(|()| SerdeSaid::DenyUnknownFields),
        // `crate = "path"`
        SerdeKey::Crate => {
            let value = reading.value(tail)?;
            let literal = reading.text(&value)?;
            reading.module(&literal.into_token_stream()).map(SerdeSaid::Crate)
        }
    }
}

/// Reports a word that is no key of serde; returns the row that was meant, as far as one can tell.
fn unknown(found: String, place: Place, at: At, problems: &mut Problems) -> Option<&'static Row<SerdeKey>> {
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
fn path(reading: &mut Reading<'_>, tail: Tail) -> Option<ExprPath> {
    let value = reading.value(tail)?;
    reading.path_in_text(&value)
}

fn function(module: &ExprPath, name: &str) -> ExprPath {
    let mut path = module.clone();
    path.path.segments.push(format_ident!("{name}").into());
    path
}

fn case(reading: &mut Reading<'_>, name: &LitStr) -> Option<Case> {
    let case = Case::find(&name.value());
    if case.is_none() {
        let near = suggest::nearest(&name.value(), &Case::names());
        let found = excerpt(name);
        reading.report(name, Problem::UnknownCase { found, near });
    }
    case
}

/// `key = "…"`, `key(serialize = "…", deserialize = "…")` where both are equal
fn name(reading: &mut Reading<'_>, tail: Tail) -> Option<LitStr> {
    let group = match tail {
        Tail::Nothing | Tail::Value(_) | Tail::Odd(_) => {
            let value = reading.value(tail)?;
            return reading.text(&value);
        }
        Tail::Arguments(group) => group,
    };
    let (serialize, deserialize) = sides(reading, group.stream())?;
    let mut text = |side: Option<TokenStream>| match side {
        Some(tokens) => reading.text(&tokens).map(Some),
        None => Some(None),
    };
    let (serialize, deserialize) = (text(serialize), text(deserialize));
    match (serialize?, deserialize?) {
        (Some(name), Some(other)) if name.value() == other.value() => Some(name),
        _ => {
            let (key, form) = (reading.key, reading.form);
            reading.report(&group, Problem::RenameDiffers { key, form });
            None
        }
    }
}

/// `bound = "…"`, `bound(serialize = "…", deserialize = "…")`
fn bound(reading: &mut Reading<'_>, tail: Tail) -> Option<Bound> {
    let arguments = match tail {
        Tail::Nothing | Tail::Value(_) | Tail::Odd(_) => {
            let value = reading.value(tail)?;
            let both = reading.bounds(&value)?;
            return Some(Bound { serialize: Some(both.clone()), deserialize: Some(both) });
        }
        Tail::Arguments(group) => group.stream(),
    };
    let (serialize, deserialize) = sides(reading, arguments)?;
    let mut bounds = |side: Option<TokenStream>| match side {
        Some(tokens) => reading.bounds(&tokens).map(Some),
        None => Some(None),
    };
    let (serialize, deserialize) = (bounds(serialize), bounds(deserialize));
    Some(Bound { serialize: serialize?, deserialize: deserialize? })
}

/// `serialize = …, deserialize = …`, at least one
fn sides(reading: &mut Reading<'_>, tokens: TokenStream) -> Option<(Option<TokenStream>, Option<TokenStream>)> {
    let (mut serialize, mut deserialize) = (None, None);
    let mut all_good = true;
    for item in list::items(tokens, Vocabulary::Sides, reading.problems) {
        let word = item.key.to_string();
        let (key, side) = match word.as_str() {
            "serialize" => ("serialize", &mut serialize),
            "deserialize" => ("deserialize", &mut deserialize),
            _ => {
                let valid = Vocabulary::Sides;
                let near = suggest::nearest(&word, &valid.names());
                let problem = Problem::UnknownSerdeKey { found: word, near, valid };
                reading.problems.push(item.at, problem);
                all_good = false;
                continue;
            }
        };
        if side.is_some() {
            reading.problems.push(item.at, Problem::DuplicateKey { key });
            all_good = false;
        }
        match reading.value(item.tail) {
            Some(value) => *side = Some(value),
            None => all_good = false,
        }
    }
    if serialize.is_none() && deserialize.is_none() && all_good {
        let (key, form) = (reading.key, reading.form);
        reading.problems.push(reading.at, Problem::MissingValue { key, form });
        return None;
    }
    all_good.then_some((serialize, deserialize))
}
