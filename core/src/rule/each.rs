//! `each(rule, …)`: rules for every item of a list or map.

use alloc::string::String;

use crate::std_types::{for_each_collection, for_each_holder};
use crate::validate::{Validate, Validator};

/// A type that holds items, for the rule `each`: a list, a set, or a map whose keys are strings (its values count).
#[diagnostic::on_unimplemented(
    message = "the rule `each` does not fit a field of type `{Self}`",
    label = "does not hold items",
    note = "it fits lists, sets and maps with string keys, also inside `Option` or `Box`; for any other type write \
            `with(path)`, or implement `response_event::rule::Items` if it is your own; for the rules of the value itself \
            write them without `each(…)`"
)]
pub trait Items {
    /// The type of the items.
    type Item: ?Sized;

    /// Calls `check` with each item and the validator for it: [`Validator::index`] in a list, [`Validator::member`] with
    /// the key in a map.
    fn each_item(&self, validator: &mut Validator<'_>, check: impl FnMut(&mut Validator<'_>, &Self::Item));
}

macro_rules! impl_items {
    ([T $($generics:tt)*] $list:ty) => {
        impl<T $($generics)*> Items for $list {
            type Item = T;

            #[inline]
            fn each_item(&self, validator: &mut Validator<'_>, mut check: impl FnMut(&mut Validator<'_>, &T)) {
                for (index, item) in self.iter().enumerate() {
                    check(&mut validator.index(index), item);
                }
            }
        }
    };
    ([K, V $($generics:tt)*] $map:ty) => {
        impl_items! { [K: AsRef<str>, V $($generics)*] $map => V }
    };
    ([$($generics:tt)*] $map:ty => $value:ty) => {
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
    };
}

for_each_collection! { impl_items }
impl_items! { [] serde_json::Map<String, serde_json::Value> => serde_json::Value }

/// Finds the items in the value that the holder holds.
macro_rules! impl_items_of_holder {
    ([T: $($bounds:tt)+] $holder:ty) => {
        #[diagnostic::do_not_recommend]
        impl<T: Items + $($bounds)+> Items for $holder {
            type Item = T::Item;

            #[inline]
            fn each_item(&self, validator: &mut Validator<'_>, check: impl FnMut(&mut Validator<'_>, &T::Item)) {
                (**self).each_item(validator, check);
            }
        }
    };
}

for_each_holder! { impl_items_of_holder }

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

/// Checks each item of a collection, with its index or key in the path.
macro_rules! impl_validate {
    ([T $($generics:tt)*] $list:ty) => {
        impl_validate! { impl [T: Validate $($generics)*] $list }
    };
    ([K, V $($generics:tt)*] $map:ty) => {
        impl_validate! { impl [K: AsRef<str>, V: Validate $($generics)*] $map }
    };
    (impl [$($generics:tt)*] $collection:ty) => {
        #[diagnostic::do_not_recommend]
        impl<$($generics)*> Validate for $collection {
            fn check(&self, validator: &mut Validator<'_>) {
                self.each_item(validator, |validator, item| item.check(validator));
            }
        }
    };
}

for_each_collection! { impl_validate }

/// Checks each item with `check`. The path then ends in its index or key.
#[inline]
pub fn each<T: Items + ?Sized>(
    validator: &mut Validator<'_>,
    value: &T,
    check: impl FnMut(&mut Validator<'_>, &T::Item),
) {
    value.each_item(validator, check);
}
