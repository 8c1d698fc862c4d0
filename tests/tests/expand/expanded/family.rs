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
    const TYPES: &'static [&'static ::core::primitive::str] = const {
        &::response_event::__private::TypeList::concat(
            &[
                &[<Queued as ::response_event::ResponseEvent>::TYPE],
                &[<Box<Text<'a>> as ::response_event::ResponseEvent>::TYPE],
                <ImageEvent as ::response_event::EventFamily>::TYPES,
            ],
        )
    }
        .as_slice();
    fn event_type(&self) -> &::core::primitive::str {
        match self {
            Self::Queued(_) => <Queued as ::response_event::ResponseEvent>::TYPE,
            Self::Text(_) => <Box<Text<'a>> as ::response_event::ResponseEvent>::TYPE,
            Self::Image(__event) => {
                <ImageEvent as ::response_event::EventFamily>::event_type(__event)
            }
            Self::Unknown(__event) => {
                <UnknownEvent as ::response_event::__private::HoldsUnknown>::unknown_event(
                        __event,
                    )
                    .event_type()
            }
        }
    }
    #[inline]
    fn event_position(&self) -> ::response_event::EventPosition<'_> {
        match self {
            Self::Queued(__event) => {
                <Queued as ::response_event::ResponseEvent>::event_position(__event)
            }
            Self::Text(__event) => {
                <Box<
                    Text<'a>,
                > as ::response_event::ResponseEvent>::event_position(__event)
            }
            Self::Image(__event) => {
                <ImageEvent as ::response_event::EventFamily>::event_position(__event)
            }
            Self::Unknown(__event) => {
                <UnknownEvent as ::response_event::__private::HoldsUnknown>::unknown_event(
                        __event,
                    )
                    .event_position()
            }
        }
    }
}

#[automatically_derived]
impl<'a> ::response_event::Validate for StreamEvent<'a> {
    fn check(&self, __validator: &mut ::response_event::Validator<'_>) {
        use ::response_event::Validate as __Validate;
        match self {
            Self::Queued(__event) => __Validate::check(__event, __validator),
            Self::Text(__event) => __Validate::check(__event, __validator),
            Self::Image(__event) => __Validate::check(__event, __validator),
            Self::Unknown(__event) => __Validate::check(__event, __validator),
        }
    }
}

#[automatically_derived]
impl<'a> ::response_event::__private::serde::Serialize for StreamEvent<'a> {
    fn serialize<__S: ::response_event::__private::serde::Serializer>(
        &self,
        __serializer: __S,
    ) -> ::core::result::Result<__S::Ok, __S::Error> {
        use ::response_event::__private::serde::Serialize as __Serialize;
        match self {
            Self::Queued(__event) => __Serialize::serialize(__event, __serializer),
            Self::Text(__event) => __Serialize::serialize(__event, __serializer),
            Self::Image(__event) => __Serialize::serialize(__event, __serializer),
            Self::Unknown(__event) => __Serialize::serialize(__event, __serializer),
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
        names: &[],
        len: 0,
        order: ::response_event::__private::FieldOrder::TypeFirst,
        unknown: ::response_event::__private::UnknownFields::Ignore,
        tags: ::response_event::__private::Tags::Family {
            variants: &::response_event::__private::Variants::new([
                <Queued as ::response_event::Decode<'__de>>::SHAPE,
                <Box<Text<'a>> as ::response_event::Decode<'__de>>::SHAPE,
                <ImageEvent as ::response_event::Decode<'__de>>::SHAPE,
            ]),
            keeps_unknown: true,
        },
        endings: ::core::option::Option::Some(
            ::response_event::__private::Endings::RESPONSES_API,
        ),
    };
    fn decode<__A: ::response_event::__private::ObjectAccess<'__de>>(
        __fields: &mut ::response_event::__private::FieldReader<'__de, __A>,
    ) -> ::core::result::Result<Self, __A::Error> {
        match __fields.variant()? {
            0 => {
                <Queued as ::response_event::Decode<'__de>>::decode(__fields)
                    .map(Self::Queued)
            }
            1 => {
                <Box<Text<'a>> as ::response_event::Decode<'__de>>::decode(__fields)
                    .map(Self::Text)
            }
            2 => {
                <ImageEvent as ::response_event::Decode<'__de>>::decode(__fields)
                    .map(Self::Image)
            }
            _ => {
                <UnknownEvent as ::response_event::Decode<'__de>>::decode(__fields)
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

#[allow(long_running_const_eval)]
const _: () = {
    let __shape = <StreamEvent<'static> as ::response_event::Decode<'static>>::SHAPE;
    __shape.assert_new_tags(1);
    __shape.assert_new_tags(2);
};
