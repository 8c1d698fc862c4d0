//! Every message of the derives: one variant of [`Problem`] each, whose UI test has the same name in `tests/ui/fail/*/`.
//!
//! A message says what is wrong, then what to write.

mod refusal;

use std::fmt::{self, Display, Formatter};

use crate::name::Case;
use crate::vocabulary::{Place, Vocabulary};

/// A problem of an item. Texts are the user's own tokens, or ours where the type is `&'static str`.
pub(crate) enum Problem {
    // shape: the derive stands on another kind of item
    EnumAsEvent { name: String },
    UnionAsEvent { name: String },
    TupleStruct { name: String },
    StructAsFamily { name: String },
    UnionAsFamily { name: String },

    // attribute: it is not a list of keys, or a key has the wrong form
    BareAttribute { attribute: &'static str, inside: String },
    StrayComma,
    MissingComma { found: String },
    NotAComma { found: String },
    AfterValue { found: String },
    NoKey { found: String, remedy: String },
    NotAKey { found: String, valid: Vocabulary },
    MissingType { event: String },
    MissingValue { form: &'static str, key: &'static str },
    SurplusValue { key: &'static str },
    ValueForm { key: &'static str, remedy: String },

    // unknown: a word that is not a key, or not here
    UnknownKey { found: String, near: Option<&'static str>, valid: Vocabulary },
    UnknownRule { found: String, near: Option<&'static str>, valid: Vocabulary },
    UnknownSerdeKey { found: String, near: Option<&'static str>, valid: Vocabulary },
    SerdeKeyInEvent { key: &'static str },
    EventKeyInSerde { form: &'static str, key: &'static str },
    MisplacedKey { key: &'static str, here: Place, places: &'static [Place] },
    MisplacedSerdeKey { key: &'static str, here: Place, places: &'static [Place] },

    // duplicate
    DuplicateType { first: String },
    DuplicateKey { key: &'static str },
    KeyTwice { key: &'static str, first: String },
    DuplicateAlias { alias: String },
    AliasIsType { tag: String },
    DuplicateMember { wire: String, first: String },
    AliasIsName { name: String },
    DuplicateRule { rule: String },
    SecondRule { first: String, rule: String },
    RuleAlreadyStrict { rule: String },
    DuplicateValue { value: String },

    // value: a key has a value that cannot be
    NotText { key: &'static str, form: &'static str, found: String },
    EmptyTag { key: &'static str },
    SpaceInTag { key: &'static str, tag: String },
    WildcardTag { tag: String },
    WithoutTypeIsType,
    NotAPath { form: &'static str, found: String },
    UnknownCase { found: String, near: Option<&'static str> },
    NotBounds { found: String },
    NotLifetimes { found: String },
    NotARange { rule: &'static str, form: &'static str, found: String },
    ExclusiveRange { found: String, remedy: String },
    OpenRange { rule: &'static str, form: &'static str },
    EmptyRange { found: String, remedy: String },
    NumberSuffix { found: String, remedy: String },
    NumberTooLarge { found: String },
    LengthNotACount { found: String },
    EmptyPrefix,
    SurplusArgument { rule: &'static str, form: &'static str, found: String },

    // conflict: two keys of one struct or field that cannot stand together
    UntaggedWithKey { key: &'static str },
    PartWithEnding { key: &'static str },
    TypeAsMember { field: String },
    TypeAsAlias { field: String },
    RequiredDefault,
    RequiredNullable,
    NullableSkipIf,
    SkipWithKey { key: &'static str },
    KeyBesideKey { key: &'static str, other: String },
    SkipWithRule { rule: String },
    FlattenWithKey { key: &'static str },
    FlattenWithRule { rule: String },
    FlattenDenyUnknown,
    DuplicateFlatten { first: String },
    WithTwice { other: &'static str },
    MissingBorrow { ty: String },
    BorrowWithoutLifetime { ty: String },
    BorrowUnknownLifetime { lifetime: String, ty: String },

    // rule: rules of one field that no value can keep
    RulesForOtherTypes { first: String, first_type: &'static str, second: String, second_type: &'static str },
    LengthsApart { first: String, second: String },
    RangesApart { first: String, second: String },
    NoWholeNumber { first: String, second: String },
    PrefixesApart { first: String, second: String },
    PrefixNotBase64 { prefix: String, character: char },
    NoValueLeft { first: String, second: String },
    DeadValue { value: String, rule: String },
    IdleRule { rule: String },

    // serde: its keys that an event does not take
    RefusedSerde { key: &'static str },
    RenameDiffers { key: &'static str, form: &'static str },

    // schema
    SchemaNotEnabled,
    SchemaOfFunction { key: &'static str },
    SchemaWithAlone,

    // family
    EmptyFamily { family: String },
    TooManyVariants { most: usize },
    TraitObject { variant: String, ty: String },
    UnitVariant { variant: String, event: &'static str },
    StructVariant { variant: String },
    WideVariant { variant: String },
    TypeOnVariant { key: &'static str },
    UnknownFamily,
    DuplicateUnknown { first: String },
    DuplicateVariantType { ty: String, first: String },
    SerdeOnFamily { key: &'static str },
    SerdeOnVariant { key: &'static str },
}

impl Display for Problem {
    #[rustfmt::skip] // one message, one or two lines
    #[allow(clippy::too_many_lines)] // one message, one line
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::EnumAsEvent { name } => write!(f, "`{name}` is an enum, but an event is a struct; for an enum of events write `#[derive(EventFamily)]` alone"),
            Self::UnionAsEvent { name } => write!(f, "`{name}` is a union, but an event is a struct; write `struct {name} {{ … }}`"),
            Self::TupleStruct { name } => write!(f, "the fields of `{name}` have no names, but those of an event do; write `struct {name} {{ … }}`"),
            Self::StructAsFamily { name } => write!(f, "`{name}` is a struct, but a family is an enum of events; for one event write `#[derive(ResponseEvent)]` alone"),
            Self::UnionAsFamily { name } => write!(f, "`{name}` is a union, but a family is an enum of events; write `enum {name} {{ … }}`"),

            Self::BareAttribute { attribute, inside } => write!(f, "`#[{attribute}]` takes its keys in parentheses; write `#[{attribute}({inside})]`"),
            Self::StrayComma => f.write_str("there is no key before this comma; remove it"),
            Self::MissingComma { found } => write!(f, "there is no comma before `{found}`; write `, {found}`"),
            Self::NotAComma { found } => write!(f, "expected a comma, found `{found}`; write `,` instead"),
            Self::AfterValue { found } => write!(f, "expected a comma or the end, found `{found}`; remove it"),
            Self::NoKey { found, remedy } => write!(f, "there is no key before `{found}`; write `{remedy}`"),
            Self::NotAKey { found, valid } => write!(f, "expected a key, found `{found}`{}", Valid(*valid)),
            Self::MissingType { event } => write!(f, "the event `{event}` has no type; write `#[event(type = \"…\")]` above the struct"),
            Self::MissingValue { key, form } => write!(f, "`{key}` needs a value; write `{form}`"),
            Self::SurplusValue { key } => write!(f, "`{key}` takes no value; write `{key}` alone"),
            Self::ValueForm { key, remedy } => write!(f, "`{key}` takes its value in another form; write `{remedy}`"),

            Self::UnknownKey { found, near, valid } => write!(f, "unknown key `{found}`{}{}", Near(*near), Valid(*valid)),
            Self::UnknownRule { found, near: None, valid } => write!(f, "unknown rule `{found}`; for a rule of your own write `with(path)`{}", Valid(*valid)),
            Self::UnknownRule { found, near, valid } => write!(f, "unknown rule `{found}`{}{}", Near(*near), Valid(*valid)),
            Self::UnknownSerdeKey { found, near, valid } => write!(f, "unknown serde key `{found}`{}{}", Near(*near), Valid(*valid)),
            Self::SerdeKeyInEvent { key } => write!(f, "`{key}` is a key of serde; write it in `#[serde(…)]`"),
            Self::EventKeyInSerde { key, form } => write!(f, "`{key}` is not a key of serde; write `#[event({form})]`"),
            Self::MisplacedKey { key: "strict", here: Place::Each, .. } => f.write_str("`strict` cannot stand in `each(…)`; write `strict(each(…))`"),
            Self::MisplacedKey { key: "nullable", here: Place::Strict, .. } => f.write_str("`nullable` is not a rule; write it beside `strict(…)`"),
            Self::MisplacedKey { key, here, places } | Self::MisplacedSerdeKey { key, here, places } =>
                write!(f, "`{key}` cannot stand {}; it belongs {}", Words(&[*here]), Words(places)),

            Self::DuplicateType { first } => write!(f, "the event already has the type `{first}`; for an older type write `alias = \"…\"`"),
            Self::KeyTwice { key, first } => write!(f, "`{first}` has `{key}` already; remove one of the two"),
            Self::DuplicateKey { key } => write!(f, "`{key}` is written twice; remove one of the two"),
            Self::DuplicateAlias { alias } => write!(f, "the alias `{alias}` is written twice; remove one of the two"),
            Self::AliasIsType { tag } => write!(f, "`{tag}` is the type already; remove this alias"),
            Self::DuplicateMember { wire, first } => write!(f, "`{wire}` is already a name of the member `{first}`; write another name with `#[serde(rename = \"…\")]`"),
            Self::AliasIsName { name } => write!(f, "`{name}` is already a name of this member; remove this alias"),
            Self::DuplicateRule { rule } => write!(f, "the rule `{rule}` is written twice; remove one of the two"),
            Self::SecondRule { first, rule } => write!(f, "`{first}` and `{rule}` are one rule written twice; write it once, with the ends or values that hold"),
            Self::RuleAlreadyStrict { rule } => write!(f, "the rule `{rule}` stands outside `strict(…)` as well, where it holds at both levels; remove one of the two"),
            Self::DuplicateValue { value } => write!(f, "`{value}` is listed twice; remove one of the two"),

            Self::NotText { key: key @ "one_of", form, found } =>
                write!(f, "`{key}` takes string literals, found `{found}`; write `{form}`, or `with(path)` for values that are not strings"),
            Self::NotText { key, form, found } => write!(f, "`{key}` takes a string literal, found `{found}`; write `{form}`"),
            Self::EmptyTag { key } => write!(f, "`{key}` is empty; write the type as it is on the wire, such as `\"response.completed\"`"),
            Self::SpaceInTag { key, tag } => write!(f, "the {key} `{tag}` contains white space; write it without"),
            Self::WithoutTypeIsType => f.write_str("an object that has no `type` cannot be known by it; name a field that it has, such as `without_type = \"error\"`"),
            Self::WildcardTag { tag } => write!(f, "a type is compared as a whole, but `{tag}` ends with `*`; for types that begin so write `#[event(unknown)]` in the family and \
                decode the event again: `response_event::from_str::<Untagged>(unknown.json())`"),
            Self::NotAPath { found, form } => write!(f, "`{found}` is not a path; write `{form}`"),
            Self::UnknownCase { found, near } => write!(f, "unknown case `{found}`{}{}", Near(*near), Listed("the cases are", &Case::names())),
            Self::NotBounds { found } => write!(f, "`{found}` is not a list of bounds; write bounds like `\"T: Clone, U: Default\"`, or `\"\"` for none"),
            Self::NotLifetimes { found } => write!(f, "`{found}` is not a list of lifetimes; write `borrow = \"'a + 'b\"`"),
            Self::NotARange { rule, form, found } => write!(f, "`{rule}` takes a range of number literals, found `{found}`; write it like `{form}`"),
            Self::ExclusiveRange { found, remedy } => write!(f, "the range `{found}` leaves its upper end out; write `{remedy}`"),
            Self::OpenRange { rule, form } => write!(f, "the range of `{rule}` has no end; write it like `{form}`"),
            Self::EmptyRange { found, remedy } => write!(f, "the range `{found}` is empty; write `{remedy}`"),
            Self::NumberSuffix { found, remedy } => write!(f, "the number `{found}` has a suffix; write `{remedy}`"),
            Self::NumberTooLarge { found } => write!(f, "the number `{found}` is too large; write one between `{}` and `{}`, or a finite fraction", i64::MIN, u64::MAX),
            Self::LengthNotACount { found } => write!(f, "`{found}` is not a length; write a whole number from `0` to `{}`", u64::MAX),
            Self::EmptyPrefix => f.write_str("every text begins with `\"\"`; write a longer prefix, or remove the rule"),
            Self::SurplusArgument { rule, form, found } => write!(f, "`{rule}` takes one argument, found also `{found}`; write `{form}`"),

            Self::UntaggedWithKey { key } => write!(f, "`untagged` says that there is no type, but `{key}` says one; remove one of the two"),
            Self::PartWithEnding { key } => write!(f, "the parts of an event end no stream; remove `{key}(…)`, or `part` if these are events"),
            Self::TypeAsMember { field } => write!(f, "the field `{field}` is called `type` on the wire, where the event's type stands; remove the field, or write another name with `#[serde(rename = \"…\")]`"),
            Self::TypeAsAlias { field } => write!(f, "the field `{field}` would also be read from `type`, where the event's type stands; remove this alias"),
            Self::RequiredDefault => f.write_str("`required` wants the member present, but `default` fills it in; remove one of the two"),
            Self::RequiredNullable => f.write_str("`required` wants a value, but `nullable` lets `null` stand for it; remove one of the two"),
            Self::NullableSkipIf => f.write_str("`nullable` writes `null`, but `skip_serializing_if` leaves the member out; remove one of the two"),
            Self::KeyBesideKey { key, other } => write!(f, "`{key}` cannot stand beside `{other}`; remove one of the two"),
            Self::SkipWithKey { key } => write!(f, "`{key}` has no meaning on a field with `skip`, which is not on the wire; remove one of the two"),
            Self::SkipWithRule { rule } => write!(f, "the rule `{rule}` has no meaning on a field with `skip`, which is not on the wire; remove one of the two"),
            Self::FlattenWithKey { key } => write!(f, "`{key}` is about one field, but the one with `flatten` takes all that no other names; remove one of the two"),
            Self::FlattenWithRule { rule } => write!(f, "the rule `{rule}` is about one field, but the one with `flatten` takes all that no other names; write `#[event(with(path))]` above the struct"),
            Self::FlattenDenyUnknown => f.write_str("`flatten` keeps unknown fields, but `deny_unknown_fields` refuses them; remove one of the two"),
            Self::DuplicateFlatten { first } => write!(f, "the field `{first}` already takes every field that no other names; remove one `flatten`, and write the fields of its struct here"),
            Self::WithTwice { other } => write!(f, "`with` says what `{other}` says; remove one of the two"),
            Self::MissingBorrow { ty } => write!(f, "`{ty}` borrows from the input; write `#[serde(borrow)]` above the field"),
            Self::BorrowWithoutLifetime { ty } => write!(f, "nothing can be borrowed into `{ty}`, which names no lifetime; write it, such as `Cow<'a, str>`, or remove `borrow`"),
            Self::BorrowUnknownLifetime { lifetime, ty } => write!(f, "`{ty}` does not name the lifetime `{lifetime}`; write one that it names, or `borrow` alone for all"),

            Self::RulesForOtherTypes { first, first_type, second, second_type } =>
                write!(f, "`{first}` is a rule for {first_type}, but `{second}` for {second_type}; remove one of the two"),
            Self::LengthsApart { first, second } => write!(f, "no length keeps both `{first}` and `{second}`; change one of the two"),
            Self::RangesApart { first, second } => write!(f, "no number keeps both `{first}` and `{second}`; change one of the two"),
            Self::NoWholeNumber { first, second } => write!(f, "no whole number keeps both `{first}` and `{second}`; change one of the two"),
            Self::PrefixesApart { first, second } => write!(f, "no text begins with both `{first}` and `{second}`; change one of the two"),
            Self::PrefixNotBase64 { prefix, character } => write!(f, "`{character}` in `{prefix}` is not base64; remove one of the two rules"),
            Self::NoValueLeft { first, second } => write!(f, "no value keeps both `{first}` and `{second}`; change one of the two"),
            Self::DeadValue { value, rule } => write!(f, "`{value}` can never stand here, because it does not keep `{rule}`; remove it"),
            Self::IdleRule { rule } => write!(f, "`{rule}` holds for every value; write an upper end, or remove the rule"),

            Self::RefusedSerde { key } => write!(f, "an event does not take `{key}`: {}", refusal::on_event(key)),
            Self::RenameDiffers { key, form } => write!(f, "`{key}` must be the same for reading and writing; write `{form}`, and `alias = \"…\"` on a field for another name to read"),

            Self::SchemaNotEnabled => f.write_str("`schema` needs the feature `schema` of `response-event`; write `features = [\"schema\"]` in `Cargo.toml`, or remove `schema`"),
            Self::SchemaOfFunction { key } => write!(f, "the schema needs the form of this field, but the function in `{key}` does not show it; write `#[event(schema_with(path))]` too"),
            Self::SchemaWithAlone => f.write_str("`schema_with` describes a field of a schema, but the struct has none; write `#[event(schema)]` above the struct, or remove it"),

            Self::EmptyFamily { family } => write!(f, "the family `{family}` has no variants; write one for each event, such as `Completed(Completed)`"),
            Self::TooManyVariants { most } => write!(f, "a family has at most {most} variants; put some of them into a family of their own and hold it in a variant with `#[event(family)]`"),
            Self::TraitObject { variant, ty } => write!(f, "the variant `{variant}` holds `{ty}`, but a family is decoded into structs; write `{variant}(Event)` with the event's struct, one variant for each"),
            Self::UnitVariant { variant, event: "UnknownEvent" } => write!(f, "the variant `{variant}` holds no event; write `{variant}(UnknownEvent)`"),
            Self::UnitVariant { variant, event } => write!(f, "the variant `{variant}` holds no event; write `{variant}({event})` with the event's struct"),
            Self::StructVariant { variant } => write!(f, "the variant `{variant}` has fields of its own; put them into a struct that derives `ResponseEvent` and write `{variant}(Event)`"),
            Self::WideVariant { variant } => write!(f, "the variant `{variant}` holds more than one type; write `{variant}(Event)` with the event's struct"),
            Self::TypeOnVariant { key } => write!(f, "types are written once, on the event's struct; write `#[event({key} = \"…\")]` there and remove it here"),
            Self::UnknownFamily => f.write_str("a variant cannot be both `unknown` and `family`; remove one of the two"),
            Self::DuplicateUnknown { first } => write!(f, "the variant `{first}` already takes the unknown events; remove one `unknown`"),
            Self::DuplicateVariantType { ty, first } => write!(f, "the variant `{first}` already holds `{ty}`; a family holds each event once, so remove one of the two"),
            Self::SerdeOnFamily { key } => write!(f, "a family does not take `{key}`: {}", refusal::on_family(key)),
            Self::SerdeOnVariant { key } => write!(f, "a variant does not take `{key}`: {}", refusal::on_variant(key)),
        }
    }
}

/// `; did you mean …?`
struct Near(Option<&'static str>);

impl Display for Near {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        match self.0 {
            Some(word) => write!(f, "; did you mean `{word}`?"),
            None => Ok(()),
        }
    }
}

/// On a line of its own, what may stand there.
struct Valid(Vocabulary);

impl Display for Valid {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let names = self.0.names();
        let (attribute, place) = match self.0 {
            Vocabulary::Event(place) => ("#[event(…)]", place),
            Vocabulary::Serde(place) => ("#[serde(…)]", place),
            Vocabulary::Sides => return Listed("write", &names).fmt(f),
        };
        match place {
            Place::Event | Place::Field | Place::Family | Place::Variant | Place::VariantField => {
                let head = format!("`{attribute}` {} takes", Words(&[place]));
                Listed(&head, &names).fmt(f)
            }
            Place::StrictEvent => Listed("`strict(…)` on a struct takes", &names).fmt(f),
            Place::Strict => Listed("`strict(…)` takes", &names).fmt(f),
            Place::Each => Listed("`each(…)` takes", &names).fmt(f),
        }
    }
}

/// On a line of its own, a list of words.
struct Listed<'a>(&'a str, &'a [&'static str]);

impl Display for Listed<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let Listed(head, words) = self;
        if words.is_empty() {
            return write!(f, "\n{head} nothing");
        }
        write!(f, "\n{head} `{}`", words.join("`, `"))
    }
}

/// Places in a sentence.
struct Words<'a>(&'a [Place]);

impl Display for Words<'_> {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        for (index, place) in self.0.iter().enumerate() {
            if index > 0 {
                f.write_str(if index + 1 == self.0.len() { " or " } else { ", " })?;
            }
            f.write_str(match place {
                Place::Event => "on the struct",
                Place::StrictEvent => "in `strict(…)` on the struct",
                Place::Field => "on a field",
                Place::Strict => "in `strict(…)`",
                Place::Each => "in `each(…)`",
                Place::Family => "on the enum",
                Place::Variant => "on a variant",
                Place::VariantField => "on the type of a variant",
            })?;
        }
        Ok(())
    }
}
