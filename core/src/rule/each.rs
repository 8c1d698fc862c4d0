//! `each(rule, …)`: rules for every item of a list or map.

use alloc::borrow::{Cow, ToOwned};
use alloc::boxed::Box;
use alloc::collections::{BTreeMap, BTreeSet, VecDeque};
use alloc::rc::Rc;
use alloc::string::String;
#[cfg(target_has_atomic = "ptr")]
use alloc::sync::Arc;
use alloc::vec::Vec;
#[cfg(feature = "std")]
use std::collections::{HashMap, HashSet};

use crate::validate::{Validate, Validator};

/// A type that holds items, for the rule `each`: a list, a set, or a map whose keys are strings (its values count).
#[diagnostic::on_unimplemented(
    message = "the rule `each` does not fit a member of type `{Self}`",
    label = "does not hold items",
    note = "it fits lists, sets and maps with string keys, also inside `Option` or `Box`; for a type of your own implement \
            `response_event::rule::Items`, or write the rules without `each(…)`"
)]
pub trait Items {
    /// What it holds.
    type Item: ?Sized;

    /// Calls `check` with each item and the validator for it: [`Validator::index`] in a list, [`Validator::member`] with
    /// the key in a map.
    fn each_item(&self, validator: &mut Validator<'_>, check: impl FnMut(&mut Validator<'_>, &Self::Item));
}

macro_rules! lists {
    ($($(#[$cfg:meta])* [$($generics:tt)*] $list:ty;)*) => {$(
        $(#[$cfg])*
        impl<T, $($generics)*> Items for $list {
            type Item = T;

            #[inline]
            fn each_item(&self, validator: &mut Validator<'_>, mut check: impl FnMut(&mut Validator<'_>, &T)) {
                for (index, item) in self.iter().enumerate() {
                    check(&mut validator.index(index), item);
                }
            }
        }
    )*};
}

lists! {
    [] [T];
    [const N: usize] [T; N];
    [] Vec<T>;
    [] VecDeque<T>;
    [] BTreeSet<T>;
    #[cfg(feature = "std")]
    [S] HashSet<T, S>;
}

macro_rules! maps {
    ($($(#[$cfg:meta])* [$($generics:tt)*] $value:ty, $map:ty;)*) => {$(
        $(#[$cfg])*
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> Items for $map {
            type Item = $value;

            #[inline]
            fn each_item(&self, validator: &mut Validator<'_>, mut check: impl FnMut(&mut Validator<'_>, &$value)) {
                for (key, value) in self {
                    check(&mut validator.member(key.as_ref()), value);
                }
            }
        }
    )*};
}

maps! {
    [K: AsRef<str>, V] V, BTreeMap<K, V>;
    [] serde_json::Value, serde_json::Map<String, serde_json::Value>;
    #[cfg(feature = "std")]
    [K: AsRef<str>, V, S] V, HashMap<K, V, S>;
}

macro_rules! through {
    ($($(#[$cfg:meta])* ($($bound:tt)*) $holder:ty;)*) => {$(
        $(#[$cfg])*
        #[diagnostic::do_not_recommend]
        impl<T: Items + $($bound)*> Items for $holder {
            type Item = T::Item;

            #[inline]
            fn each_item(&self, validator: &mut Validator<'_>, check: impl FnMut(&mut Validator<'_>, &T::Item)) {
                (**self).each_item(validator, check);
            }
        }
    )*};
}

through! {
    (?Sized) &T;
    (?Sized) &mut T;
    (?Sized) Box<T>;
    (?Sized) Rc<T>;
    #[cfg(target_has_atomic = "ptr")]
    (?Sized) Arc<T>;
    (ToOwned + ?Sized) Cow<'_, T>;
}

#[diagnostic::do_not_recommend]
impl<T: Items> Items for Option<T> {
    type Item = T::Item;

    #[inline]
    fn each_item(&self, validator: &mut Validator<'_>, check: impl FnMut(&mut Validator<'_>, &T::Item)) {
        if let Some(items) = self {
            items.each_item(validator, check);
        }
    }
}

/// A collection: each item is checked, with its index or key in the path.
macro_rules! items {
    ($($(#[$cfg:meta])* [$($generics:tt)*] $collection:ty;)*) => {$(
        $(#[$cfg])*
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> Validate for $collection {
            fn check(&self, validator: &mut Validator<'_>) {
                self.each_item(validator, |validator, item| item.check(validator));
            }
        }
    )*};
}

items! {
    [T: Validate] [T];
    [T: Validate, const N: usize] [T; N];
    [T: Validate] Vec<T>;
    [T: Validate] VecDeque<T>;
    [T: Validate] BTreeSet<T>;
    [K: AsRef<str>, V: Validate] BTreeMap<K, V>;
    #[cfg(feature = "std")]
    [T: Validate, S] HashSet<T, S>;
    #[cfg(feature = "std")]
    [K: AsRef<str>, V: Validate, S] HashMap<K, V, S>;
}

/// Calls `check` with every item, its index or key in the path.
#[inline]
pub fn each<T: Items + ?Sized>(
    validator: &mut Validator<'_>,
    value: &T,
    check: impl FnMut(&mut Validator<'_>, &T::Item),
) {
    value.each_item(validator, check);
}
