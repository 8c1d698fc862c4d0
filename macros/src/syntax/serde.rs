//! The keys of `#[serde(…)]` that keep their meaning; every other one is refused with a reason.

use proc_macro2::TokenStream;
use quote::{ToTokens, format_ident};
use syn::{ExprPath, Lifetime, LitStr, Path};

use super::list::{self, Item, KeyTail};
use super::value::{KeyValue, ValueParser};
use crate::diag::Problem;
use crate::model::{Bound, Default};
use crate::name::Case;
use crate::problems::{Problems, Reported, SourceSpan};
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

/// Reads one key of `#[serde(…)]`. Returns the proof of an error that is about the type of the event.
pub(crate) fn read(item: Item, place: Place, problems: &mut Problems, keys: &mut Keys) -> Option<Reported> {
    let Item { key, at, tail } = item;
    let word = key.to_string();
    let row = vocabulary::find(SERDE, &word);
    let known = row.map(|row| row.name).or_else(|| vocabulary::refused(&word));
    match (known, place) {
        (None, _) => {
            let says_type = matches!(word.as_str(), "type" | "untagged");
            keys.extend(unknown(word, place, at, problems));
            return problems.reported().filter(|_| says_type);
        }
        (Some("content"), Place::Family | Place::Event) if refuses_tag(problems) => return None,
        (Some(key), Place::Family) => {
            problems.push(at, Problem::SerdeOnFamily { key });
            return None;
        }
        (Some(key), Place::Variant | Place::VariantField) => {
            problems.push(at, Problem::SerdeOnVariant { key });
            return None;
        }
        (Some(_), Place::Event | Place::StrictEvent | Place::Field | Place::Strict | Place::Each) => {}
    }
    match (row, known) {
        (Some(row), _) if row.places.contains(&place) => {
            let value = value_of(row, tail, at, problems);
            keys.push(KeyValue { key: row.key, at, value });
        }
        (Some(row), _) => {
            problems.push(at, misplaced(row, place));
        }
        (None, Some(key)) => {
            let reported = problems.push(at, Problem::RefusedSerde { key });
            return matches!(key, "tag" | "content" | "untagged").then_some(reported);
        }
        (None, None) => {}
    }
    None
}

/// Returns `true` if `tag` is refused already: `content` beside it is the same mistake.
pub(super) fn refuses_tag(problems: &Problems) -> bool {
    problems
        .any(|problem| matches!(problem, Problem::RefusedSerde { key: "tag" } | Problem::SerdeOnFamily { key: "tag" }))
}

fn value_of(
    row: &Row<SerdeKey>,
    tail: KeyTail,
    at: SourceSpan,
    problems: &mut Problems,
) -> Result<SerdeValue, Reported> {
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
            KeyTail::Nothing => Ok(SerdeValue::Default(Default::Trait)),
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
            Ok(SerdeValue::With { serialize, deserialize })
        }
        SerdeKey::SerializeWith => path(parser, tail).map(SerdeValue::SerializeWith),
        SerdeKey::DeserializeWith => path(parser, tail).map(SerdeValue::DeserializeWith),
        // `borrow`, `borrow = "'a + 'b"`
        SerdeKey::Borrow => match tail {
            KeyTail::Nothing => Ok(SerdeValue::Borrow(Vec::new())),
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

/// Reports a word that is no key of serde; returns the key that was meant, as far as one can tell.
fn unknown(
    found: String,
    place: Place,
    at: SourceSpan,
    problems: &mut Problems,
) -> Option<KeyValue<SerdeKey, SerdeValue>> {
    if let Some(row) = vocabulary::find(EVENT, &found) {
        let (key, form) = (row.name, row.form);
        problems.push(at, Problem::EventKeyInSerde { key, form });
        return None;
    }
    let valid = Vocabulary::Serde(place);
    let near = suggest::nearest(&found, &valid.names());
    let reported = problems.push(at, Problem::UnknownSerdeKey { found, near, valid });
    let meant = vocabulary::find(SERDE, near?)?;
    Some(KeyValue { key: meant.key, at, value: Err(reported) })
}

fn misplaced(row: &Row<SerdeKey>, here: Place) -> Problem {
    Problem::MisplacedSerdeKey { key: row.name, here, places: row.places }
}

/// `key = "path"`
fn path(parser: &mut ValueParser<'_>, tail: KeyTail) -> Result<ExprPath, Reported> {
    let value = parser.value(tail)?;
    parser.path_in_text(&value)
}

fn function(module: &ExprPath, name: &str) -> ExprPath {
    let mut path = module.clone();
    path.path.segments.push(format_ident!("{name}").into());
    path
}

fn case(parser: &mut ValueParser<'_>, name: &LitStr) -> Result<Case, Reported> {
    let word = name.value();
    Case::find(&word).map_or_else(
        || {
            let near = suggest::nearest(&word, &Case::names());
            let found = excerpt(name);
            parser.report(name, Problem::UnknownCase { found, near })
        },
        Ok,
    )
}

/// `key = "…"`, `key(serialize = "…", deserialize = "…")` where both are equal
fn name(parser: &mut ValueParser<'_>, tail: KeyTail) -> Result<LitStr, Reported> {
    let group = match tail {
        KeyTail::Nothing | KeyTail::Value(_) | KeyTail::Odd(_) => {
            let value = parser.value(tail)?;
            return parser.text(&value);
        }
        KeyTail::Arguments(group) => group,
    };
    if syn::parse2::<LitStr>(group.stream()).is_ok() {
        return parser.value(KeyTail::Arguments(group)).and_then(|value| parser.text(&value));
    }
    let (serialize, deserialize) = sides(parser, group.stream())?;
    let mut text = |side: Option<TokenStream>| side.map(|tokens| parser.text(&tokens)).transpose();
    let (serialize, deserialize) = (text(serialize), text(deserialize));
    match (serialize?, deserialize?) {
        (Some(name), Some(other)) if name.value() == other.value() => Ok(name),
        _ => {
            let (key, form) = (parser.key, parser.form);
            parser.report(&group, Problem::RenameDiffers { key, form })
        }
    }
}

/// `bound = "…"`, `bound(serialize = "…", deserialize = "…")`
fn bound(parser: &mut ValueParser<'_>, tail: KeyTail) -> Result<Bound, Reported> {
    let arguments = match tail {
        KeyTail::Nothing | KeyTail::Value(_) | KeyTail::Odd(_) => {
            let value = parser.value(tail)?;
            let both = parser.bounds(&value)?;
            return Ok(Bound { serialize: Some(both.clone()), deserialize: Some(both) });
        }
        KeyTail::Arguments(group) if syn::parse2::<LitStr>(group.stream()).is_ok() => {
            return parser.value(KeyTail::Arguments(group)).map(|_| Bound::default());
        }
        KeyTail::Arguments(group) => group.stream(),
    };
    let (serialize, deserialize) = sides(parser, arguments)?;
    let mut bounds = |side: Option<TokenStream>| side.map(|tokens| parser.bounds(&tokens)).transpose();
    let (serialize, deserialize) = (bounds(serialize), bounds(deserialize));
    Ok(Bound { serialize: serialize?, deserialize: deserialize? })
}

/// `serialize = …, deserialize = …`, at least one
fn sides(
    parser: &mut ValueParser<'_>,
    tokens: TokenStream,
) -> Result<(Option<TokenStream>, Option<TokenStream>), Reported> {
    let (mut serialize, mut deserialize) = (None, None);
    let mut all_good = Ok(());
    for item in list::items(tokens, Vocabulary::Sides, parser.problems) {
        let word = item.key.to_string();
        let (key, side) = match word.as_str() {
            "serialize" => ("serialize", &mut serialize),
            "deserialize" => ("deserialize", &mut deserialize),
            _ => {
                let valid = Vocabulary::Sides;
                let near = suggest::nearest(&word, &valid.names());
                let problem = Problem::UnknownSerdeKey { found: word, near, valid };
                all_good = Err(parser.problems.push(item.at, problem));
                continue;
            }
        };
        if side.is_some() {
            all_good = Err(parser.problems.push(item.at, Problem::DuplicateKey { key }));
        }
        match parser.value(item.tail) {
            Ok(value) => *side = Some(value),
            Err(reported) => all_good = Err(reported),
        }
    }
    if serialize.is_none() && deserialize.is_none() && all_good.is_ok() {
        return parser.missing();
    }
    all_good.map(|()| (serialize, deserialize))
}
