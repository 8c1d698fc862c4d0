//! The standard library's holders and collections, each listed once.
//!
//! A trait that covers them has a `macro_rules!` that implements it for one type, and passes its name to a macro of this
//! file. A type added here is then covered by every such trait; one that leaves a type out has an arm that says so.

/// Calls `$implement!` for each type that holds one value of a type `T`.
///
/// The macro is called with the bounds that the holder needs of `T`, and the holder:
///
/// ```text
/// implement! { [T: ?Sized] alloc::boxed::Box<T> }
/// ```
macro_rules! for_each_holder {
    ($implement:ident) => {
        $implement! { [T: ?Sized] &T }
        $implement! { [T: ?Sized] &mut T }
        $implement! { [T: ?Sized] alloc::boxed::Box<T> }
        $implement! { [T: ?Sized] alloc::rc::Rc<T> }
        #[cfg(target_has_atomic = "ptr")]
        $implement! { [T: ?Sized] alloc::sync::Arc<T> }
        $implement! { [T: alloc::borrow::ToOwned + ?Sized] alloc::borrow::Cow<'_, T> }
    };
}

/// Calls `$implement!` for each list or set with items of a type `T`, and each map from keys `K` to values `V`.
///
/// The macro is called with the generics of the collection, `T` or `K, V` first, and the collection:
///
/// ```text
/// implement! { [T, const N: usize] [T; N] }
/// implement! { [K, V, S] std::collections::HashMap<K, V, S> }
/// ```
macro_rules! for_each_collection {
    ($implement:ident) => {
        $implement! { [T] [T] }
        $implement! { [T, const N: usize] [T; N] }
        $implement! { [T] alloc::vec::Vec<T> }
        $implement! { [T] alloc::collections::VecDeque<T> }
        $implement! { [T] alloc::collections::BTreeSet<T> }
        $implement! { [K, V] alloc::collections::BTreeMap<K, V> }
        #[cfg(feature = "std")]
        $implement! { [T, S] std::collections::HashSet<T, S> }
        #[cfg(feature = "std")]
        $implement! { [K, V, S] std::collections::HashMap<K, V, S> }
    };
}

pub(crate) use {for_each_collection, for_each_holder};
