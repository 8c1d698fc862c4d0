//! `nested`

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet, VecDeque};
use std::rc::Rc;
use std::sync::Arc;

use response_event::rule::{nested, non_empty};
use response_event::{Validate, Validator};

use crate::{NONE, contract, strict};

#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
struct Part {
    text: String,
}

impl Validate for Part {
    fn check(&self, validator: &mut Validator<'_>) {
        non_empty(&mut validator.member("text"), &self.text);
    }
}

fn line(pointer: &str) -> String {
    format!("{pointer}: found 0 characters, expected at least one (contract rule `non_empty`)")
}

#[test]
fn the_path_leads_to_the_inner_member() {
    assert_eq!(contract(|v| nested(&mut v.member("part"), &Part::default())), [line("/part/text")]);
    assert_eq!(contract(|v| nested(&mut v.member("part"), &Part { text: "a".into() })), NONE);
}

#[test]
fn holders_add_nothing_to_the_path() {
    let part = Part::default();
    let at = |check: &dyn Validate| assert_eq!(contract(|v| nested(&mut v.member("p"), check)), [line("/p/text")]);
    at(&&part);
    at(&Box::new(part.clone()));
    at(&Rc::new(part.clone()));
    at(&Arc::new(part.clone()));
    at(&Cow::Borrowed(&part));
    at(&Some(part.clone()));
    at(&Some(Box::new(part.clone())));
    at(&&mut part.clone());
    assert_eq!(contract(|v| nested(v, &None::<Part>)), NONE);
}

#[test]
fn collections_add_index_or_key() {
    let bad = Part::default();
    let good = Part { text: "a".into() };
    let at = |check: &dyn Validate, path: &str| {
        assert_eq!(contract(|v| nested(&mut v.member("l"), check)), [line(&format!("/l/{path}/text"))]);
    };
    at(&vec![good.clone(), bad.clone()], "1");
    at(&[good.clone(), bad.clone()], "1");
    at(&&[good.clone(), bad.clone()][..], "1");
    at(&VecDeque::from([good.clone(), bad.clone()]), "1");
    at(&BTreeSet::from([bad.clone(), good.clone()]), "0");
    at(&HashSet::from([bad.clone()]), "0");
    at(&BTreeMap::from([("a/b~c", bad.clone()), ("b", good.clone())]), "a~1b~0c");
    at(&HashMap::from([("key".to_owned(), bad.clone())]), "key");
    at(&vec![None, Some(vec![bad])], "1/0");
}

#[test]
fn the_level_goes_along() {
    struct Strictly;

    impl Validate for Strictly {
        fn check(&self, validator: &mut Validator<'_>) {
            if let Some(mut validator) = validator.strict() {
                validator.report("always");
            }
        }
    }

    assert_eq!(contract(|v| nested(v, &Strictly)), NONE);
    assert_eq!(strict(|v| nested(v, &Strictly)), ["always (strict rule `custom`)"]);
}

#[test]
fn inside_strict_the_inner_contract_is_strict() {
    let check = |v: &mut Validator<'_>| {
        if let Some(mut v) = v.strict() {
            nested(&mut v.member("part"), &Part::default());
        }
    };
    assert_eq!(contract(check), NONE);
    assert_eq!(strict(check), [line("/part/text").replace("contract", "strict")]);
}
