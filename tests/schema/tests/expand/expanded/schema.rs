//! The JSON Schema of an event and a family, where both ask for it.

use response_event::{EventFamily, Number, ResponseEvent, UnknownEvent};

/// A piece of text.
#[derive()]
pub struct TextDelta {
    /// Id of the item.
    pub item_id: String,
    pub output_index: Number,
    pub delta: Option<String>,
}

#[automatically_derived]
impl ::response_event::ResponseEvent for TextDelta {
    const TYPE: &'static ::core::primitive::str = "text.delta";
    const ALIASES: &'static [&'static ::core::primitive::str] = &["delta"];
    #[inline]
    fn event_position(&self) -> ::response_event::EventPosition<'_> {
        use ::response_event::__private::{
            NoNumber as _, NoText as _, Placing as __Placing,
        };
        ::response_event::__private::event_position(
            ::core::option::Option::None,
            __Placing(&self.output_index).placing_number(),
            __Placing(&self.item_id).placing_text(),
            ::core::option::Option::None,
        )
    }
}

#[automatically_derived]
impl ::response_event::Validate for TextDelta {
    fn check(&self, __validator: &mut ::response_event::Validator<'_>) {
        use ::response_event::rule as __rule;
        __rule::non_empty(&mut __validator.member("item_id"), &self.item_id);
        if let ::core::option::Option::Some(__validator) = &mut __validator.strict() {
            __rule::prefix(&mut __validator.member("item_id"), &self.item_id, "msg_");
        }
        __rule::index(&mut __validator.member("output_index"), &self.output_index);
    }
}

#[automatically_derived]
impl ::response_event::__private::serde::Serialize for TextDelta {
    fn serialize<__S: ::response_event::__private::serde::Serializer>(
        &self,
        __serializer: __S,
    ) -> ::core::result::Result<__S::Ok, __S::Error> {
        use ::response_event::__private::{AlwaysPresent as _, Presence as __Presence};
        let mut __omit = [
            __Presence(&self.item_id).is_absent_member(),
            __Presence(&self.output_index).is_absent_member(),
            __Presence(&self.delta).is_absent_member(),
        ];
        let mut __encoder = ::response_event::__private::Encoder::new(
            __serializer,
            "TextDelta",
            &mut __omit,
        )?;
        __encoder.tag("text.delta")?;
        __encoder.member("item_id", &self.item_id, __omit[0])?;
        __encoder.member("output_index", &self.output_index, __omit[1])?;
        __encoder.member("delta", &self.delta, __omit[2])?;
        __encoder.end()
    }
}

#[automatically_derived]
impl<'__de> ::response_event::Decode<'__de> for TextDelta {
    const SHAPE: &'static ::response_event::__private::Shape = &::response_event::__private::Shape {
        name: "TextDelta",
        names: ::response_event::__private::Names::new(
            &["type", "item_id", "output_index", "delta", "index"],
        ),
        len: 3,
        aliases: &[1],
        may_lack_type: false,
        order: ::response_event::__private::FieldOrder::Any,
        unknown: ::response_event::__private::UnknownFields::Ignore,
        tags: ::response_event::__private::Tags::Event(&["text.delta", "delta"]),
        endings: ::core::option::Option::Some(
            ::response_event::__private::Endings::RESPONSES_API,
        ),
    };
    fn decode<__A: ::response_event::__private::ObjectAccess<'__de>>(
        __fields: &mut ::response_event::__private::FieldReader<'__de, __A>,
    ) -> ::core::result::Result<Self, __A::Error> {
        let mut __item_id = ::core::option::Option::None;
        let mut __output_index = ::core::option::Option::None;
        let mut __delta = ::core::option::Option::None;
        __fields
            .read_all(
                &mut [
                    ::response_event::__private::slot(&mut __item_id),
                    ::response_event::__private::slot(&mut __output_index),
                    ::response_event::__private::slot(&mut __delta),
                ],
            )?;
        __fields.require(&mut __item_id, 0);
        __fields.require(&mut __delta, 2);
        let (
            ::core::option::Option::Some(__item_id),
            ::core::option::Option::Some(__delta),
        ) = (__item_id, __delta) else {
            return ::core::result::Result::Err(__fields.error());
        };
        ::core::result::Result::Ok(Self {
            item_id: __item_id,
            output_index: __output_index.unwrap_or_default(),
            delta: __delta,
        })
    }
}

#[automatically_derived]
impl<'__de> ::response_event::__private::serde::Deserialize<'__de> for TextDelta {
    fn deserialize<__D: ::response_event::__private::serde::Deserializer<'__de>>(
        __deserializer: __D,
    ) -> ::core::result::Result<Self, __D::Error> {
        ::response_event::__private::deserialize(__deserializer)
    }
}

#[automatically_derived]
impl ::response_event::__private::schema::JsonSchema for TextDelta {
    fn schema_name() -> ::response_event::__private::schema::Cow<
        'static,
        ::core::primitive::str,
    > {
        ::response_event::__private::schema::name("TextDelta", &[])
    }
    fn schema_id() -> ::response_event::__private::schema::Cow<
        'static,
        ::core::primitive::str,
    > {
        ::response_event::__private::schema::id::<Self>()
    }
    fn json_schema(
        __generator: &mut ::response_event::__private::schema::SchemaGenerator,
    ) -> ::response_event::__private::schema::Schema {
        use ::response_event::__private::schema as __schema;
        use ::response_event::__private::schema::NoDefault as _;
        let mut __object = __schema::Object::new(__generator, &[" A piece of text."]);
        __object.tags(&["text.delta", "delta"], true);
        __object
            .field::<
                String,
            >(__schema::Field {
                names: &["item_id"],
                is_required: __schema::is_required::<String>(),
                default: ::core::option::Option::None,
                docs: &[" Id of the item."],
                rules: &[
                    __schema::Rule::NonEmpty,
                    __schema::Rule::Strict(&__schema::Rule::Prefix("msg_")),
                ],
            });
        __object
            .field::<
                Number,
            >(__schema::Field {
                names: &["output_index", "index"],
                is_required: false,
                default: __schema::DefaultValue::<
                    '_,
                    Number,
                >(&<Number as ::core::default::Default>::default())
                    .to_json(),
                docs: &[],
                rules: &[__schema::Rule::Index],
            });
        __object
            .field::<
                Option<String>,
            >(__schema::Field {
                names: &["delta"],
                is_required: __schema::is_required::<Option<String>>(),
                default: ::core::option::Option::None,
                docs: &[],
                rules: &[],
            });
        __object.finish()
    }
}

#[derive()]
pub enum Text {
    Delta(TextDelta),
    Unknown(UnknownEvent),
}

#[automatically_derived]
impl ::response_event::EventFamily for Text {
    const TYPES: &'static [&'static ::core::primitive::str] = {
        use ::response_event::__private::{Held as __Held, NotHeld as _};
        &[__Held::<::response_event::__private::AsEvent, TextDelta>::TYPE]
    };
    fn event_type(&self) -> &::core::primitive::str {
        use ::response_event::__private::{Held as __Held, NotHeld as _};
        match self {
            Self::Delta(_) => {
                __Held::<::response_event::__private::AsEvent, TextDelta>::TYPE
            }
            Self::Unknown(__event) => {
                __Held::<
                    ::response_event::__private::AsUnknown,
                    UnknownEvent,
                >::event_type(__event)
            }
        }
    }
    #[inline]
    fn event_position(&self) -> ::response_event::EventPosition<'_> {
        use ::response_event::__private::{Held as __Held, NotHeld as _};
        match self {
            Self::Delta(__event) => {
                __Held::<
                    ::response_event::__private::AsEvent,
                    TextDelta,
                >::event_position(__event)
            }
            Self::Unknown(__event) => {
                __Held::<
                    ::response_event::__private::AsUnknown,
                    UnknownEvent,
                >::event_position(__event)
            }
        }
    }
}

#[automatically_derived]
impl ::response_event::Validate for Text {
    fn check(&self, __validator: &mut ::response_event::Validator<'_>) {
        use ::response_event::__private::{Held as __Held, NotHeld as _};
        match self {
            Self::Delta(__event) => {
                __Held::<
                    ::response_event::__private::AsEvent,
                    TextDelta,
                >::check(__event, __validator)
            }
            Self::Unknown(__event) => {
                __Held::<
                    ::response_event::__private::AsUnknown,
                    UnknownEvent,
                >::check(__event, __validator)
            }
        }
    }
}

#[automatically_derived]
impl ::response_event::__private::serde::Serialize for Text {
    fn serialize<__S: ::response_event::__private::serde::Serializer>(
        &self,
        __serializer: __S,
    ) -> ::core::result::Result<__S::Ok, __S::Error> {
        use ::response_event::__private::{Held as __Held, NotHeld as _};
        match self {
            Self::Delta(__event) => {
                __Held::<
                    ::response_event::__private::AsEvent,
                    TextDelta,
                >::serialize(__event, __serializer)
            }
            Self::Unknown(__event) => {
                __Held::<
                    ::response_event::__private::AsUnknown,
                    UnknownEvent,
                >::serialize(__event, __serializer)
            }
        }
    }
}

#[automatically_derived]
impl<'__de> ::response_event::Decode<'__de> for Text {
    const SHAPE: &'static ::response_event::__private::Shape = &::response_event::__private::Shape {
        name: "Text",
        names: ::response_event::__private::Names::new(&[]),
        len: 0,
        aliases: &[],
        may_lack_type: false,
        order: ::response_event::__private::FieldOrder::TypeFirst,
        unknown: ::response_event::__private::UnknownFields::Ignore,
        tags: ::response_event::__private::Tags::Family {
            variants: {
                use ::response_event::__private::{Held as __Held, NotHeld as _};
                &::response_event::__private::Variants::new([
                    __Held::<::response_event::__private::AsEvent, TextDelta>::SHAPE,
                ])
            },
            keeps_unknown: true,
            without_type: ::core::option::Option::None,
        },
        endings: ::core::option::Option::Some(
            ::response_event::__private::Endings::RESPONSES_API,
        ),
    };
    fn decode<__A: ::response_event::__private::ObjectAccess<'__de>>(
        __fields: &mut ::response_event::__private::FieldReader<'__de, __A>,
    ) -> ::core::result::Result<Self, __A::Error> {
        use ::response_event::__private::{Held as __Held, NotHeld as _};
        match __fields.variant()? {
            0 => {
                __Held::<
                    ::response_event::__private::AsEvent,
                    TextDelta,
                >::decode(__fields)
                    .map(Self::Delta)
            }
            _ => {
                __Held::<
                    ::response_event::__private::AsUnknown,
                    UnknownEvent,
                >::decode(__fields)
                    .map(Self::Unknown)
            }
        }
    }
}

#[automatically_derived]
impl<'__de> ::response_event::__private::serde::Deserialize<'__de> for Text {
    fn deserialize<__D: ::response_event::__private::serde::Deserializer<'__de>>(
        __deserializer: __D,
    ) -> ::core::result::Result<Self, __D::Error> {
        ::response_event::__private::deserialize(__deserializer)
    }
}

#[automatically_derived]
impl ::core::convert::From<TextDelta> for Text {
    fn from(__event: TextDelta) -> Self {
        Self::Delta(__event)
    }
}

#[automatically_derived]
impl ::core::convert::TryFrom<Text> for TextDelta {
    type Error = Text;
    fn try_from(__family: Text) -> ::core::result::Result<Self, Self::Error> {
        match __family {
            Text::Delta(__event) => ::core::result::Result::Ok(__event),
            __other => ::core::result::Result::Err(__other),
        }
    }
}

#[automatically_derived]
impl ::core::convert::From<UnknownEvent> for Text {
    fn from(__event: UnknownEvent) -> Self {
        Self::Unknown(__event)
    }
}

#[automatically_derived]
impl ::core::convert::TryFrom<Text> for UnknownEvent {
    type Error = Text;
    fn try_from(__family: Text) -> ::core::result::Result<Self, Self::Error> {
        match __family {
            Text::Unknown(__event) => ::core::result::Result::Ok(__event),
            __other => ::core::result::Result::Err(__other),
        }
    }
}

const _: () = {
    fn __assert_held() {
        use ::response_event::__private::sort::*;
        (&&&&&&&::response_event::__private::Sorter::<TextDelta>::NEW)
            .category()
            .as_event();
        (&&&&&&&::response_event::__private::Sorter::<UnknownEvent>::NEW)
            .category()
            .as_unknown();
    }
};

#[allow(long_running_const_eval)]
const _: () = {
    let __shape = {
        use ::response_event::__private::{Held as __Held, NotHeld as _};
        __Held::<::response_event::__private::AsFamily, Text>::SHAPE
    };
    let __names: &[&::core::primitive::str] = &["Delta"];
};

#[automatically_derived]
impl<'__de> ::response_event::__private::schema::JsonSchema for Text {
    fn schema_name() -> ::response_event::__private::schema::Cow<
        'static,
        ::core::primitive::str,
    > {
        ::response_event::__private::schema::name("Text", &[])
    }
    fn schema_id() -> ::response_event::__private::schema::Cow<
        'static,
        ::core::primitive::str,
    > {
        ::response_event::__private::schema::id::<Self>()
    }
    fn json_schema(
        __generator: &mut ::response_event::__private::schema::SchemaGenerator,
    ) -> ::response_event::__private::schema::Schema {
        let mut __family = ::response_event::__private::schema::Family::new(
            __generator,
            &[],
            <Self as ::response_event::Decode<'__de>>::SHAPE,
        );
        __family.variant::<TextDelta>();
        __family.finish()
    }
}
