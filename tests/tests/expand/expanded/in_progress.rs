//! The smallest event worth having: three members, a rule on each.

use response_event::{Number, ResponseEvent};

/// An image generation call has started.
#[derive(Clone, Debug, PartialEq)]
pub struct InProgress {
    pub item_id: String,
    pub output_index: Number,
    pub sequence_number: Number,
}

#[automatically_derived]
impl ::response_event::ResponseEvent for InProgress {
    const TYPE: &'static ::core::primitive::str = "response.image_generation_call.in_progress";
    #[inline]
    fn event_position(&self) -> ::response_event::EventPosition<'_> {
        use ::response_event::__private::{
            NoNumber as _, NoText as _, Placing as __Placing,
        };
        ::response_event::__private::event_position(
            __Placing(&self.sequence_number).placing_number(),
            __Placing(&self.output_index).placing_number(),
            __Placing(&self.item_id).placing_text(),
            ::core::option::Option::None,
        )
    }
}

#[automatically_derived]
impl ::response_event::Validate for InProgress {
    fn check(&self, __validator: &mut ::response_event::Validator<'_>) {
        use ::response_event::rule as __rule;
        __rule::non_empty(&mut __validator.member("item_id"), &self.item_id);
        __rule::index(&mut __validator.member("output_index"), &self.output_index);
        __rule::index(&mut __validator.member("sequence_number"), &self.sequence_number);
    }
}

#[automatically_derived]
impl ::response_event::__private::serde::Serialize for InProgress {
    fn serialize<__S: ::response_event::__private::serde::Serializer>(
        &self,
        __serializer: __S,
    ) -> ::core::result::Result<__S::Ok, __S::Error> {
        use ::response_event::__private::{AlwaysPresent as _, Presence as __Presence};
        let mut __omit = [
            __Presence(&self.item_id).is_absent_member(),
            __Presence(&self.output_index).is_absent_member(),
            __Presence(&self.sequence_number).is_absent_member(),
        ];
        let mut __encoder = ::response_event::__private::Encoder::new(
            __serializer,
            "InProgress",
            &mut __omit,
        )?;
        __encoder.tag("response.image_generation_call.in_progress")?;
        __encoder.member("item_id", &self.item_id, __omit[0])?;
        __encoder.member("output_index", &self.output_index, __omit[1])?;
        __encoder.member("sequence_number", &self.sequence_number, __omit[2])?;
        __encoder.end()
    }
}

#[automatically_derived]
impl<'__de> ::response_event::Decode<'__de> for InProgress {
    const SHAPE: &'static ::response_event::__private::Shape = &::response_event::__private::Shape {
        name: "InProgress",
        names: ::response_event::__private::Names::new(
            &["type", "item_id", "output_index", "sequence_number"],
        ),
        len: 3,
        aliases: &[],
        may_lack_type: false,
        order: ::response_event::__private::FieldOrder::Any,
        unknown: ::response_event::__private::UnknownFields::Ignore,
        tags: ::response_event::__private::Tags::Event(
            &["response.image_generation_call.in_progress"],
        ),
        endings: ::core::option::Option::Some(
            ::response_event::__private::Endings::RESPONSES_API,
        ),
    };
    fn decode<__A: ::response_event::__private::ObjectAccess<'__de>>(
        __fields: &mut ::response_event::__private::FieldReader<'__de, __A>,
    ) -> ::core::result::Result<Self, __A::Error> {
        let mut __item_id = ::core::option::Option::None;
        let mut __output_index = ::core::option::Option::None;
        let mut __sequence_number = ::core::option::Option::None;
        __fields
            .read_all(
                &mut [
                    ::response_event::__private::slot(&mut __item_id),
                    ::response_event::__private::slot(&mut __output_index),
                    ::response_event::__private::slot(&mut __sequence_number),
                ],
            )?;
        __fields.require(&mut __item_id, 0);
        __fields.require(&mut __output_index, 1);
        __fields.require(&mut __sequence_number, 2);
        let (
            ::core::option::Option::Some(__item_id),
            ::core::option::Option::Some(__output_index),
            ::core::option::Option::Some(__sequence_number),
        ) = (__item_id, __output_index, __sequence_number) else {
            return ::core::result::Result::Err(__fields.error());
        };
        ::core::result::Result::Ok(Self {
            item_id: __item_id,
            output_index: __output_index,
            sequence_number: __sequence_number,
        })
    }
}

#[automatically_derived]
impl<'__de> ::response_event::__private::serde::Deserialize<'__de> for InProgress {
    fn deserialize<__D: ::response_event::__private::serde::Deserializer<'__de>>(
        __deserializer: __D,
    ) -> ::core::result::Result<Self, __D::Error> {
        ::response_event::__private::deserialize(__deserializer)
    }
}
