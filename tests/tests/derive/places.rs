//! The places where a derive may stand: in functions, in macros, in modules with private types, behind `cfg`.

use response_event::{EventFamily, Number, ResponseEvent, Validate};

use crate::{assert_round_trip, broken, read, write};

#[test]
fn in_a_function() {
    const TAG: &str = "the tag is a literal, but this may stand beside it";

    #[derive(Debug, PartialEq, ResponseEvent)]
    #[event(type = "t")]
    struct Local {
        #[event(with(local_rule))]
        value: LocalType,
    }

    #[derive(Debug, PartialEq, serde::Serialize, serde::Deserialize)]
    struct LocalType(u8);

    #[allow(clippy::trivially_copy_pass_by_ref)] // rules take references
    fn local_rule(value: &LocalType) -> Result<(), &'static str> {
        if value.0 == 0 { Err(TAG) } else { Ok(()) }
    }

    #[derive(Debug, PartialEq, EventFamily)]
    enum Family {
        Local(Local),
    }

    assert_round_trip(&Family::from(Local { value: LocalType(1) }), r#"{"type":"t","value":1}"#);
    assert_eq!(broken(Local { value: LocalType(0) }.validate()), ["/value custom contract"]);
}

#[test]
fn in_a_function_with_parameters_of_the_same_names() {
    fn generic<T: Default + PartialEq>(value: T) -> bool {
        #[derive(Debug, Default, PartialEq, ResponseEvent)]
        #[event(type = "t")]
        struct Local<T> {
            value: T,
        }

        let is_default = value == T::default();
        drop(value);
        is_default && write(&Local { value: 1 }) == r#"{"type":"t","value":1}"#
    }

    assert!(generic(0_u8));
}

mod private {
    use response_event::{EventFamily, ResponseEvent, UnknownEvent};
    use serde::{Deserialize, Serialize};

    #[derive(Debug, PartialEq, Serialize, Deserialize)]
    struct Hidden(u8);

    #[derive(Debug, PartialEq, ResponseEvent)]
    #[event(type = "t")]
    pub(super) struct Event {
        #[event(with(Hidden::check))]
        hidden: Hidden,
        #[serde(skip_serializing_if = "Hidden::is_absent", with = "hidden", default = "Hidden::nothing")]
        other: Hidden,
    }

    impl Hidden {
        #[allow(clippy::trivially_copy_pass_by_ref)] // rules take references
        fn check(&self) -> Result<(), &'static str> {
            if self.0 == 0 { Err("is nothing") } else { Ok(()) }
        }

        #[allow(clippy::trivially_copy_pass_by_ref)] // serde asks for a reference
        fn is_absent(&self) -> bool {
            self.0 == 0
        }

        fn nothing() -> Self {
            Self(0)
        }
    }

    mod hidden {
        use serde::{Deserialize, Deserializer, Serialize, Serializer};

        use super::Hidden;

        #[allow(clippy::trivially_copy_pass_by_ref)] // serde asks for a reference
        pub(super) fn serialize<S: Serializer>(hidden: &Hidden, serializer: S) -> Result<S::Ok, S::Error> {
            hidden.0.serialize(serializer)
        }

        pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Hidden, D::Error> {
            Deserialize::deserialize(deserializer).map(Hidden)
        }
    }

    #[derive(Debug, PartialEq, ResponseEvent)]
    #[event(type = "secret")]
    struct Secret<T> {
        hidden: T,
    }

    #[derive(Debug, PartialEq, EventFamily)]
    enum Secrets<T> {
        Secret(Secret<T>),
        Event(Event),
        #[event(unknown)]
        Unknown(UnknownEvent),
    }

    #[test]
    fn private_types_are_members_and_variants() {
        crate::assert_round_trip(&Secrets::from(Secret { hidden: Hidden(1) }), r#"{"type":"secret","hidden":1}"#);
        let event = Event { hidden: Hidden(0), other: Hidden(0) };
        crate::assert_round_trip(&event, r#"{"type":"t","hidden":0}"#);
        assert_eq!(crate::broken(response_event::Validate::validate(&event)), ["/hidden custom contract"]);
    }
}

#[test]
fn in_a_private_module() {
    assert_eq!(
        write(&read::<private::Event>(r#"{"type":"t","hidden":1,"other":2}"#)),
        r#"{"type":"t","hidden":1,"other":2}"#
    );
}

/// What `macro_rules` pass on stands in invisible groups: types, literals, paths, lifetimes, visibilities.
macro_rules! event {
    (
        $(#[$meta:meta])*
        $vis:vis struct $name:ident $(<$lifetime:lifetime $(, $parameter:ident: $bound:path)*>)? = $tag:literal {
            $($(#[$field_meta:meta])* $field:ident: $ty:ty $(, default $default:literal)? $(, prefix $prefix:literal)?;)*
        }
    ) => {
        #[derive(Debug, PartialEq, ResponseEvent)]
        #[event(type = $tag)]
        $(#[$meta])*
        $vis struct $name $(<$lifetime $(, $parameter: $bound)*>)? {
            $(
                $(#[$field_meta])*
                $(#[serde(default = $default)])?
                $(#[event(prefix($prefix))])?
                $field: $ty,
            )*
        }
    };
}

event! {
    /// An event that a macro wrote.
    #[event(alias = "older")]
    #[serde(rename_all = "camelCase")]
    struct Written<'a, T: Copy> = "written" {
        item_id: &'a str, prefix "ig_";
        #[event(index)]
        output_index: Number;
        name: String, default "String::new";
        note: Option<String>;
        #[serde(borrow)]
        text: std::borrow::Cow<'a, str>;
        value: T;
        list: Vec<T>;
    }
}

macro_rules! family {
    ($name:ident<$lifetime:lifetime> { $($variant:ident($ty:ty),)* }) => {
        #[derive(Debug, PartialEq, EventFamily)]
        enum $name<$lifetime> {
            $($variant($ty),)*
        }
    };
}

family! {
    WrittenFamily<'a> {
        Written(Box<Written<'a, u8>>),
        Other(private::Event),
    }
}

#[test]
fn in_a_macro() {
    let json =
        String::from(r#"{"type":"written","itemId":"ig_1","outputIndex":0,"name":"","text":"a","value":1,"list":[2]}"#);
    let event = read::<Written<'_, u8>>(&json);
    assert!(matches!(event.text, std::borrow::Cow::Borrowed("a")));
    assert_round_trip(&event, &json);
    assert_eq!(broken(Written { item_id: "x", ..event }.validate()), ["/itemId prefix contract"]);
    // The box is seen through the macro's group.
    let family = WrittenFamily::from(read::<Written<'_, u8>>(&json));
    assert_eq!(family.event_type(), "written");
    assert_eq!(Written::try_from(family).expect("written").value, 1);
}

#[derive(Debug, PartialEq, ResponseEvent)]
#[cfg_attr(not(any()), event(type = "t"))]
#[cfg_attr(any(), event(type = "never"))]
#[cfg_attr(not(any()), serde(rename_all = "UPPERCASE"))]
struct Configured {
    #[cfg(not(any()))]
    here: u8,
    #[cfg(any())]
    gone: NoSuchType,
    #[cfg_attr(not(any()), event(non_empty), serde(rename = "Text"))]
    text: String,
    #[cfg(any())]
    #[serde(flatten)]
    rest: NoSuchType,
}

#[test]
fn behind_cfg() {
    let event = Configured { here: 1, text: String::new() };
    assert_round_trip(&event, r#"{"type":"t","HERE":1,"Text":""}"#);
    assert_eq!(broken(event.validate()), ["/Text non_empty contract"]);
}

/// Beside other derives that read the same attributes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, ResponseEvent)]
#[event(type = "t")]
struct BesideOthers {
    a: u8,
    b: Option<u8>,
}

#[test]
fn beside_other_derives() {
    let event = BesideOthers::default();
    let copy = event;
    assert!(event == copy && event <= copy);
    assert_round_trip(&event, r#"{"type":"t","a":0}"#);
}

/// An impl of the user's own on the same type, with methods called as those of the traits.
#[derive(Debug, PartialEq, ResponseEvent)]
#[event(type = "t")]
struct OwnMethods {
    #[event(non_empty)]
    text: String,
}

impl OwnMethods {
    const TYPE: u8 = 1;

    fn check(&self) -> u8 {
        self.text.len().try_into().unwrap_or(Self::TYPE)
    }

    fn decode() -> u8 {
        Self::TYPE
    }

    fn is_absent(&self) -> u8 {
        self.check()
    }

    fn deserialize() -> u8 {
        Self::decode()
    }
}

/// Traits on every type, with methods called as those that generated code calls.
trait Everything {
    fn is_absent(&self) -> u8;
    fn seed(self) -> u8;
    fn unwrap_or_default(self) -> u8;
    fn map(self) -> u8;
}

impl<T> Everything for T {
    fn is_absent(&self) -> u8 {
        1
    }

    fn seed(self) -> u8 {
        1
    }

    fn unwrap_or_default(self) -> u8 {
        1
    }

    fn map(self) -> u8 {
        1
    }
}

#[test]
fn beside_methods_of_ones_own() {
    let event = OwnMethods { text: String::new() };
    assert_round_trip(&event, r#"{"type":"t","text":""}"#);
    assert_eq!(<OwnMethods as ResponseEvent>::TYPE, "t");
    assert_eq!((event.is_absent(), OwnMethods::deserialize()), (0, 1));
    assert_eq!((1.is_absent(), 1.seed(), 1.unwrap_or_default(), 1.map()), (1, 1, 1, 1));
    assert_eq!(broken(event.validate()), ["/text non_empty contract"]);
}
