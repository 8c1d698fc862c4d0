//! A family: an event, an event in a box, another family, and whatever else comes.

use response_event::{EventFamily, UnknownEvent};
use super::events::{ImageEvent, Queued, Text};

/// What a stream brings.
#[derive(Clone, Debug, PartialEq)]
pub enum StreamEvent<'a> {
    Queued(Queued),
    Text(Box<Text<'a>>),
    Image(ImageEvent),
    Unknown(UnknownEvent),
}

#[automatically_derived]
impl<'a> ::response_event::EventFamily for StreamEvent<'a> {
    const TYPES: &'static [&'static ::core::primitive::str] = {
        use ::response_event::__private::{Held as __Held, NotHeld as _};
        const {
            &::response_event::__private::TypeList::concat(
                &[
                    &[__Held::<::response_event::__private::AsEvent, Queued>::TYPE],
                    &[
                        __Held::<
                            ::response_event::__private::AsEvent,
                            Box<Text<'a>>,
                        >::TYPE,
                    ],
                    __Held::<::response_event::__private::AsFamily, ImageEvent>::TYPES,
                ],
            )
        }
            .as_slice()
    };
    fn event_type(&self) -> &::core::primitive::str {
        use ::response_event::__private::{Held as __Held, NotHeld as _};
        match self {
            Self::Queued(_) => {
                __Held::<::response_event::__private::AsEvent, Queued>::TYPE
            }
            Self::Text(_) => {
                __Held::<::response_event::__private::AsEvent, Box<Text<'a>>>::TYPE
            }
            Self::Image(__event) => {
                __Held::<
                    ::response_event::__private::AsFamily,
                    ImageEvent,
                >::event_type(__event)
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
            Self::Queued(__event) => {
                __Held::<
                    ::response_event::__private::AsEvent,
                    Queued,
                >::event_position(__event)
            }
            Self::Text(__event) => {
                __Held::<
                    ::response_event::__private::AsEvent,
                    Box<Text<'a>>,
                >::event_position(__event)
            }
            Self::Image(__event) => {
                __Held::<
                    ::response_event::__private::AsFamily,
                    ImageEvent,
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
impl<'a> ::response_event::Validate for StreamEvent<'a> {
    fn check(&self, __validator: &mut ::response_event::Validator<'_>) {
        use ::response_event::__private::{Held as __Held, NotHeld as _};
        match self {
            Self::Queued(__event) => {
                __Held::<
                    ::response_event::__private::AsEvent,
                    Queued,
                >::check(__event, __validator)
            }
            Self::Text(__event) => {
                __Held::<
                    ::response_event::__private::AsEvent,
                    Box<Text<'a>>,
                >::check(__event, __validator)
            }
            Self::Image(__event) => {
                __Held::<
                    ::response_event::__private::AsFamily,
                    ImageEvent,
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
impl<'a> ::response_event::__private::serde::Serialize for StreamEvent<'a> {
    fn serialize<__S: ::response_event::__private::serde::Serializer>(
        &self,
        __serializer: __S,
    ) -> ::core::result::Result<__S::Ok, __S::Error> {
        use ::response_event::__private::{Held as __Held, NotHeld as _};
        match self {
            Self::Queued(__event) => {
                __Held::<
                    ::response_event::__private::AsEvent,
                    Queued,
                >::serialize(__event, __serializer)
            }
            Self::Text(__event) => {
                __Held::<
                    ::response_event::__private::AsEvent,
                    Box<Text<'a>>,
                >::serialize(__event, __serializer)
            }
            Self::Image(__event) => {
                __Held::<
                    ::response_event::__private::AsFamily,
                    ImageEvent,
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
impl<'__de, 'a> ::response_event::Decode<'__de> for StreamEvent<'a>
where
    Box<Text<'a>>: ::response_event::Decode<'__de>,
{
    const SHAPE: &'static ::response_event::__private::Shape = &::response_event::__private::Shape {
        name: "StreamEvent",
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
                    __Held::<::response_event::__private::AsEvent, Queued>::SHAPE,
                    __Held::<::response_event::__private::AsEvent, Box<Text<'a>>>::SHAPE,
                    __Held::<::response_event::__private::AsFamily, ImageEvent>::SHAPE,
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
                __Held::<::response_event::__private::AsEvent, Queued>::decode(__fields)
                    .map(Self::Queued)
            }
            1 => {
                __Held::<
                    ::response_event::__private::AsEvent,
                    Box<Text<'a>>,
                >::decode(__fields)
                    .map(Self::Text)
            }
            2 => {
                __Held::<
                    ::response_event::__private::AsFamily,
                    ImageEvent,
                >::decode(__fields)
                    .map(Self::Image)
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
impl<'__de, 'a> ::response_event::__private::serde::Deserialize<'__de>
for StreamEvent<'a>
where
    Box<Text<'a>>: ::response_event::Decode<'__de>,
{
    fn deserialize<__D: ::response_event::__private::serde::Deserializer<'__de>>(
        __deserializer: __D,
    ) -> ::core::result::Result<Self, __D::Error> {
        ::response_event::__private::deserialize(__deserializer)
    }
}

#[automatically_derived]
impl<'a> ::core::convert::From<Queued> for StreamEvent<'a> {
    fn from(__event: Queued) -> Self {
        Self::Queued(__event)
    }
}

#[automatically_derived]
impl<'a> ::core::convert::TryFrom<StreamEvent<'a>> for Queued {
    type Error = StreamEvent<'a>;
    fn try_from(__family: StreamEvent<'a>) -> ::core::result::Result<Self, Self::Error> {
        match __family {
            StreamEvent::Queued(__event) => ::core::result::Result::Ok(__event),
            __other => ::core::result::Result::Err(__other),
        }
    }
}

#[automatically_derived]
impl<'a> ::core::convert::From<Text<'a>> for StreamEvent<'a> {
    fn from(__event: Text<'a>) -> Self {
        Self::Text(::response_event::__private::Box::new(__event))
    }
}

#[automatically_derived]
impl<'a> ::core::convert::TryFrom<StreamEvent<'a>> for Text<'a> {
    type Error = StreamEvent<'a>;
    fn try_from(__family: StreamEvent<'a>) -> ::core::result::Result<Self, Self::Error> {
        match __family {
            StreamEvent::Text(__event) => ::core::result::Result::Ok(*__event),
            __other => ::core::result::Result::Err(__other),
        }
    }
}

#[automatically_derived]
impl<'a> ::core::convert::From<ImageEvent> for StreamEvent<'a> {
    fn from(__event: ImageEvent) -> Self {
        Self::Image(__event)
    }
}

#[automatically_derived]
impl<'a> ::core::convert::TryFrom<StreamEvent<'a>> for ImageEvent {
    type Error = StreamEvent<'a>;
    fn try_from(__family: StreamEvent<'a>) -> ::core::result::Result<Self, Self::Error> {
        match __family {
            StreamEvent::Image(__event) => ::core::result::Result::Ok(__event),
            __other => ::core::result::Result::Err(__other),
        }
    }
}

#[automatically_derived]
impl<'a> ::core::convert::From<UnknownEvent> for StreamEvent<'a> {
    fn from(__event: UnknownEvent) -> Self {
        Self::Unknown(__event)
    }
}

#[automatically_derived]
impl<'a> ::core::convert::TryFrom<StreamEvent<'a>> for UnknownEvent {
    type Error = StreamEvent<'a>;
    fn try_from(__family: StreamEvent<'a>) -> ::core::result::Result<Self, Self::Error> {
        match __family {
            StreamEvent::Unknown(__event) => ::core::result::Result::Ok(__event),
            __other => ::core::result::Result::Err(__other),
        }
    }
}

const _: () = {
    fn __assert_held<'a>() {
        use ::response_event::__private::sort::*;
        (&&&&&&&::response_event::__private::Sorter::<Queued>::NEW)
            .category()
            .as_event();
        (&&&&&&&::response_event::__private::Sorter::<Box<Text<'a>>>::NEW)
            .category()
            .as_event();
        (&&&&&&&::response_event::__private::Sorter::<ImageEvent>::NEW)
            .category()
            .as_family();
        (&&&&&&&::response_event::__private::Sorter::<UnknownEvent>::NEW)
            .category()
            .as_unknown();
    }
};

#[allow(long_running_const_eval)]
const _: () = {
    let __shape = {
        use ::response_event::__private::{Held as __Held, NotHeld as _};
        __Held::<::response_event::__private::AsFamily, StreamEvent<'static>>::SHAPE
    };
    let __names: &[&::core::primitive::str] = &["Queued", "Text", "Image"];
    __shape.assert_new_tags(__names, 1);
    __shape.assert_new_tags(__names, 2);
};
