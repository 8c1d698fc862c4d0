//! Lifetimes, type and const parameters, where clauses, defaults, associated types, recursion.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::marker::PhantomData;

use response_event::{EventFamily, Number, ResponseEvent, Valid, Validate, Validator};
use serde::{Deserialize, Serialize};

use crate::{assert_round_trip, broken, read, refusal};

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
struct Typed<T> {
    value: T,
    optional: Option<T>,
    list: Vec<T>,
    map: BTreeMap<String, T>,
    nested: Option<Box<(T, [T; 1])>>,
}

#[test]
fn type_parameters() {
    let event = Typed {
        value: 1_u8,
        optional: Some(2),
        list: vec![3],
        map: [("a".into(), 4)].into(),
        nested: Some(Box::new((5, [6]))),
    };
    assert_round_trip(&event, r#"{"type":"t","value":1,"optional":2,"list":[3],"map":{"a":4},"nested":[5,[6]]}"#);
}

#[test]
fn a_type_parameter_may_borrow() {
    let json = String::from(r#"{"type":"t","value":"a","list":["b"],"map":{}}"#);
    let event = read::<Typed<&str>>(&json);
    assert_eq!((event.value, event.list), ("a", vec!["b"]));
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
struct Defaulted<'a, T = String, U: Default + PartialEq = Vec<T>, const N: usize = 2>
where
    T: Debug + 'a,
{
    value: T,
    #[serde(default)]
    other: U,
    #[event(len(1..=2))]
    array: Vec<T>,
    #[serde(skip)]
    marker: PhantomData<&'a [T; N]>,
}

#[test]
fn defaults_and_where_clauses() {
    let event: Defaulted<'_> = Defaulted { value: "a".to_owned(), other: vec![], array: vec![], marker: PhantomData };
    assert_round_trip(&event, r#"{"type":"t","value":"a","other":[],"array":[]}"#);
    assert_eq!(broken(event.validate()), ["/array len contract"]);
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
struct ConstantText<const N: usize> {
    text: Text<N>,
}

/// A text of at most `N` bytes.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Text<const N: usize>(String);

impl<const N: usize> Validate for Text<N> {
    fn check(&self, validator: &mut Validator<'_>) {
        if self.0.len() > N {
            validator.report("is too long");
        }
    }
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
struct NestedText<T, const N: usize> {
    #[event(nested)]
    text: Text<N>,
    #[event(each(nested))]
    texts: Vec<Text<N>>,
    marker: PhantomData<T>,
}

#[test]
fn const_parameters() {
    assert_round_trip(&ConstantText::<2> { text: Text("ab".into()) }, r#"{"type":"t","text":"ab"}"#);
    let event = NestedText::<u8, 1> { text: Text("ab".into()), texts: vec![Text("cd".into())], marker: PhantomData };
    assert_eq!(broken(event.validate()), ["/text custom contract", "/texts/0 custom contract"]);
}

/// A marker needs no bound: `Opaque` has no serde impls.
#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
struct Marked<T> {
    id: u8,
    marker: PhantomData<T>,
    function: std::marker::PhantomData<fn() -> T>,
}

#[derive(Debug, PartialEq)]
struct Opaque;

#[test]
fn markers_need_no_bounds() {
    let event = Marked::<Opaque> { id: 1, marker: PhantomData, function: PhantomData };
    assert_round_trip(&event, r#"{"type":"t","id":1,"marker":null,"function":null}"#);
}

trait Provider {
    type Usage;
    type Id: ?Sized;
}

/// No parameter's own impls are asked for, only those of its associated type.
#[derive(Debug, PartialEq)]
struct Acme;

impl Provider for Acme {
    type Usage = u32;
    type Id = str;
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
struct Associated<P: Provider>
where
    P::Usage: Debug + PartialEq,
{
    #[event(index)]
    usage: P::Usage,
    qualified: Option<P::Usage>,
    list: Vec<P::Usage>,
}

#[test]
fn associated_types() {
    let event = Associated::<Acme> { usage: 1, qualified: None, list: vec![2] };
    assert_round_trip(&event, r#"{"type":"t","usage":1,"list":[2]}"#);
    assert_eq!(broken(event.validate()), [""; 0]);
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
struct Unsized<T>
where
    T: ?Sized,
    Box<T>: Serialize + for<'x> Deserialize<'x>,
{
    #[serde(bound = "")]
    #[event(non_empty)]
    boxed: Box<T>,
}

#[test]
fn parameters_without_a_size() {
    let event = Unsized::<str> { boxed: "a".into() };
    let json = r#"{"type":"t","boxed":"a"}"#;
    assert_eq!(serde_json::to_string(&event).unwrap(), json);
    assert_eq!(response_event::from_str::<Unsized<str>>(json).unwrap(), event);
    assert_eq!(broken(Unsized::<str> { boxed: "".into() }.validate()), ["/boxed non_empty contract"]);
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
struct All<'a, 'b: 'a, T: Clone + 'a, U, const N: usize>
where
    U: IntoIterator<Item = T> + Clone,
{
    #[serde(borrow)]
    text: Cow<'a, str>,
    other: &'b str,
    value: T,
    #[event(non_empty)]
    values: U,
    #[serde(with = "crate::generics::through", bound(serialize = "T: Serialize", deserialize = "T: Deserialize<'de>"))]
    through: Vec<T>,
    #[serde(skip)]
    marker: PhantomData<[T; N]>,
}

mod through {
    pub(super) use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(super) fn serialize<T: Serialize, S: Serializer>(list: &[T], serializer: S) -> Result<S::Ok, S::Error> {
        list.serialize(serializer)
    }

    pub(super) fn deserialize<'de, T, D>(deserializer: D) -> Result<Vec<T>, D::Error>
    where
        T: Deserialize<'de>,
        D: Deserializer<'de>,
    {
        Deserialize::deserialize(deserializer)
    }
}

#[test]
fn all_at_once() {
    let event = All::<'_, '_, u8, Vec<u8>, 3> {
        text: "a".into(),
        other: "b",
        value: 1,
        values: vec![],
        through: vec![2],
        marker: PhantomData,
    };
    assert_round_trip(&event, r#"{"type":"t","text":"a","other":"b","value":1,"values":[],"through":[2]}"#);
    assert_eq!(broken(event.validate()), ["/values non_empty contract"]);
}

/// Parameters that are called as those of generated code are, without their underscores.
#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
struct Taken<'de, 'event, A, D, S, E, T, V> {
    de: &'de str,
    event: &'event str,
    a: A,
    d: D,
    s: S,
    #[serde(serialize_with = "through::serialize", bound(serialize = "E: Serialize"))]
    e: Vec<E>,
    t: T,
    #[serde(deserialize_with = "through::deserialize", bound(deserialize = "V: Deserialize<'__de>"))]
    v: Vec<V>,
}

#[test]
fn parameters_may_have_any_name() {
    let event = Taken { de: "a", event: "b", a: 1, d: 2, s: 3, e: vec![4], t: 5, v: vec![6] };
    assert_round_trip(&event, r#"{"type":"t","de":"a","event":"b","a":1,"d":2,"s":3,"e":[4],"t":5,"v":[6]}"#);
}

/// An event in itself.
#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "tree")]
struct Tree {
    #[event(index)]
    index: Number,
    #[event(nested)]
    boxed: Option<Box<Tree>>,
    #[event(each(nested))]
    #[serde(default)]
    children: Vec<Self>,
}

#[test]
fn an_event_may_hold_itself() {
    let leaf = |index: i64| Tree { index: index.into(), boxed: None, children: vec![] };
    let event = Tree { index: 1.into(), boxed: Some(Box::new(leaf(-2))), children: vec![leaf(3), leaf(-4)] };
    assert_round_trip(
        &event,
        r#"{"type":"tree","index":1,"boxed":{"type":"tree","index":-2,"children":[]},"children":[{"type":"tree","index":3,"children":[]},{"type":"tree","index":-4,"children":[]}]}"#,
    );
    assert_eq!(broken(event.validate()), ["/boxed/index index contract", "/children/1/index index contract"]);
    assert!(refusal::<Tree>(r#"{"type":"tree","index":1,"boxed":{"index":1}}"#).contains("missing field `type`"));
}

/// The same with a parameter: the bounds must not ask for themselves.
#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "tree")]
struct GenericTree<T> {
    #[event(index)]
    value: T,
    #[event(nested)]
    boxed: Option<Box<GenericTree<T>>>,
    #[event(each(nested), len(..=1))]
    #[serde(default)]
    children: Vec<Self>,
}

#[test]
fn a_generic_event_may_hold_itself() {
    let leaf = |value| GenericTree::<i8> { value, boxed: None, children: vec![] };
    let event = GenericTree { value: 1, boxed: Some(Box::new(leaf(-2))), children: vec![leaf(-3)] };
    assert_round_trip(
        &event,
        r#"{"type":"tree","value":1,"boxed":{"type":"tree","value":-2,"children":[]},"children":[{"type":"tree","value":-3,"children":[]}]}"#,
    );
    assert_eq!(broken(event.validate()), ["/boxed/value index contract", "/children/0/value index contract"]);
}

/// Two that hold one another, through a family.
#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "group")]
struct Group {
    #[event(each(nested))]
    events: Vec<AnyEvent>,
}

#[derive(Debug, PartialEq, EventFamily)]
enum AnyEvent {
    Group(Group),
    Tree(Box<Tree>),
}

#[test]
fn a_family_may_hold_itself() {
    let json = r#"{"type":"group","events":[{"type":"group","events":[]},{"type":"tree","index":-1,"children":[]}]}"#;
    let event = read::<AnyEvent>(json);
    assert_round_trip(&event, json);
    assert_eq!(broken(event.validate()), ["/events/1/index index contract"]);
}

/// Rules on a parameter: the bound is the rule's, not serde's.
#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
struct Ruled<T, L> {
    #[event(index, strict(range(0..=9)))]
    number: T,
    #[event(each(prefix("ig_")), non_empty)]
    list: L,
    #[event(nested)]
    nested: Option<Part<T>>,
    #[event(required)]
    optional: Option<T>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Part<T> {
    part: T,
}

impl<T: response_event::rule::Numeric> Validate for Part<T> {
    fn check(&self, validator: &mut Validator<'_>) {
        response_event::rule::index(&mut validator.member("part"), &self.part);
    }
}

#[test]
fn rules_fit_parameters() {
    let event = Ruled { number: 10_i8, list: vec!["ig_1", "no"], nested: Some(Part { part: -1 }), optional: None };
    assert_eq!(
        broken(event.validate_strict()),
        [
            "/number range strict",
            "/list/1 prefix contract",
            "/nested/part index contract",
            "/optional required contract"
        ],
    );
    assert!(response_event::from_str::<Valid<Ruled<u8, Vec<&str>>>>(r#"{"type":"t","number":1,"list":[]}"#).is_err());
}

/// A parameter without any use for a rule is still an event: the traits of rules are asked for only by `validate`.
#[test]
fn decoding_asks_for_no_rules() {
    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Odd(bool);

    let event = read::<Ruled<Odd, Vec<Odd>>>(r#"{"type":"t","number":true,"list":[false]}"#);
    assert_eq!(event.list, [Odd(false)]);
}
