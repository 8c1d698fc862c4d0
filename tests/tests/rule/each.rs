//! `each(rule, …)`

use std::collections::{BTreeMap, HashMap, HashSet, VecDeque};

use response_event::rule::{Items, each, non_empty, prefix};
use response_event::{Number, Validator, rule};

use crate::{NONE, contract, strict};

fn line(pointer: &str) -> String {
    format!("{pointer}: found 0 characters, expected at least one (contract rule `non_empty`)")
}

#[test]
fn every_item_is_checked_with_its_index() {
    let items = ["a", "", "b", ""];
    let found = contract(|v| each(&mut v.member("ids"), &items, non_empty));
    assert_eq!(found, [line("/ids/1"), line("/ids/3")]);
    assert_eq!(contract(|v| each(v, &Vec::<String>::new(), non_empty)), NONE);
}

#[test]
fn several_rules_apply_to_one_item() {
    let found = contract(|v| {
        each(v, &[""], |v, item| {
            non_empty(v, item);
            prefix(v, item, "ig_");
        });
    });
    assert_eq!(
        found,
        [line("/0"), "/0: found \"\", expected text that starts with \"ig_\" (contract rule `prefix`)".into()]
    );
}

#[test]
fn it_can_be_nested() {
    let found = contract(|v| each(v, &[vec!["a", ""]], |v, items| each(v, items, non_empty)));
    assert_eq!(found, [line("/0/1")]);
}

#[test]
fn strict_works_inside_and_outside() {
    let items = vec![Number::try_from(0.5).unwrap(), Number::from(1)];
    let line = "/0: found 0.5, expected a whole number (strict rule `index`)";
    let inside = |v: &mut Validator<'_>| each(v, &items, rule::index);
    assert_eq!((contract(inside), strict(inside)), (vec![], vec![line.to_owned()]));
    let outside = |v: &mut Validator<'_>| {
        if let Some(mut v) = v.strict() {
            each(&mut v, &items, rule::integer);
        }
    };
    assert_eq!((contract(outside), strict(outside)), (vec![], vec![line.replace("`index`", "`integer`")]));
}

#[test]
fn it_fits_every_collection() {
    fn check<T: Items<Item = &'static str> + ?Sized>(items: &T, pointer: &str) {
        assert_eq!(contract(|v| each(v, items, non_empty)), [line(pointer)]);
    }

    check(&["a", ""][..], "/1");
    check(&vec!["a", ""], "/1");
    check(&VecDeque::from(["a", ""]), "/1");
    check(&HashSet::from([""]), "/0");
    check(&BTreeMap::from([("~k/", ""), ("l", "a")]), "/~0k~1");
    check(&HashMap::from([("", "")]), "/");
    check(&Some(Box::new(["a", ""])), "/1");
    check(&std::rc::Rc::new(vec![""]), "/0");
    check(&std::borrow::Cow::Borrowed(&[""][..]), "/0");
    assert_eq!(contract(|v| each(v, &None::<Vec<&str>>, non_empty)), NONE);
}

#[test]
fn json_objects_have_members() {
    let object = serde_json::json!({"a": 1, "b": null});
    let found = contract(|v| {
        each(v, object.as_object().unwrap(), |v, value| {
            if value.is_null() {
                v.report("is null");
            }
        });
    });
    assert_eq!(found, ["/b: is null (contract rule `custom`)"]);
}
