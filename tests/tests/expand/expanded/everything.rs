//! An event with one of everything: what borrows, what is read and written by hand, what stands in for absent members,
//! and the rules of both levels.

use std::borrow::Cow;
use std::collections::BTreeMap;
use response_event::{Number, ResponseEvent};
use serde_json::Value;

/// A picture on its way.
#[derive(Clone, Debug, PartialEq)]
pub struct Partial<'a, T> {
    pub item_id: &'a str,
    pub index: Number,
    pub total: Option<Number>,
    pub image: Cow<'a, str>,
    pub output_format: String,
    pub labels: Vec<String>,
    pub seed: Option<u64>,
    pub created_at: Option<Time>,
    pub parts: Vec<T>,
    pub seen: bool,
    pub rest: BTreeMap<String, Value>,
}

#[automatically_derived]
impl<'a, T> ::response_event::ResponseEvent for Partial<'a, T> {
    const TYPE: &'static ::core::primitive::str = "image.partial";
    const ALIASES: &'static [&'static ::core::primitive::str] = &["image.delta"];
    #[inline]
    fn event_position(&self) -> ::response_event::EventPosition<'_> {
        use ::response_event::__private::NoPosition as _;
        ::response_event::__private::Flattened(&self.rest).flattened_position()
    }
}

#[automatically_derived]
impl<'a, T> ::response_event::Validate for Partial<'a, T> {
    fn check(&self, __validator: &mut ::response_event::Validator<'_>) {
        use ::response_event::rule as __rule;
        use ::response_event::__private::NoRules as _;
        __rule::prefix(&mut __validator.member("itemId"), &self.item_id, "ig_");
        __rule::len(
            &mut __validator.member("itemId"),
            &self.item_id,
            ::core::option::Option::Some(4),
            ::core::option::Option::Some(64),
        );
        __rule::index(&mut __validator.member("index"), &self.index);
        if let ::core::option::Option::Some(__validator) = &mut __validator.strict() {
            __rule::range(
                &mut __validator.member("index"),
                &self.index,
                ::core::option::Option::None,
                ::core::option::Option::Some(::response_event::__private::whole(9)),
            );
        }
        __rule::non_empty(&mut __validator.member("image"), &self.image);
        if let ::core::option::Option::Some(__validator) = &mut __validator.strict() {
            __rule::base64(&mut __validator.member("image"), &self.image);
        }
        __rule::one_of(
            &mut __validator.member("format"),
            &self.output_format,
            &["png", "webp"],
        );
        __rule::each(
            &mut __validator.member("labels"),
            &self.labels,
            |__validator, __item| {
                __rule::non_empty(__validator, __item);
            },
        );
        __rule::with(&mut __validator.member("createdAt"), &self.created_at, after_1970);
        ::response_event::__private::Flattened(&self.rest).check_flattened(__validator);
        __rule::with(__validator, self, index_below_total);
    }
}

#[automatically_derived]
impl<'a, T> ::response_event::__private::serde::Serialize for Partial<'a, T>
where
    T: ::response_event::__private::serde::Serialize,
{
    fn serialize<__S: ::response_event::__private::serde::Serializer>(
        &self,
        __serializer: __S,
    ) -> ::core::result::Result<__S::Ok, __S::Error> {
        use ::response_event::__private::{AlwaysPresent as _, Presence as __Presence};
        struct __Write_created_at<'__event, 'a, T>(&'__event Partial<'a, T>);
        #[automatically_derived]
        impl<'__event, 'a, T> ::response_event::__private::serde::Serialize
        for __Write_created_at<'__event, 'a, T>
        where
            T: ::response_event::__private::serde::Serialize,
        {
            fn serialize<__S: ::response_event::__private::serde::Serializer>(
                &self,
                __serializer: __S,
            ) -> ::core::result::Result<__S::Ok, __S::Error> {
                seconds::serialize(&self.0.created_at, __serializer)
            }
        }
        use ::response_event::__private::MayHoldRest as _;
        let __is_rest_empty = ::response_event::__private::RestOf(&self.rest)
            .is_empty_rest();
        let mut __encoder = ::response_event::__private::MapEncoder::new(
            __serializer,
            "Partial",
            &[
                "type",
                "itemId",
                "index",
                "total",
                "image",
                "b64",
                "format",
                "labels",
                "seed",
                "createdAt",
                "parts",
            ],
            "image.partial",
            9,
            __is_rest_empty,
        )?;
        __encoder
            .member(
                "itemId",
                &self.item_id,
                __Presence(&self.item_id).is_absent_member(),
            )?;
        __encoder
            .member("index", &self.index, __Presence(&self.index).is_absent_member())?;
        __encoder
            .member("total", &self.total, __Presence(&self.total).is_absent_member())?;
        __encoder
            .member("image", &self.image, __Presence(&self.image).is_absent_member())?;
        __encoder
            .member(
                "format",
                &self.output_format,
                __Presence(&self.output_format).is_absent_member(),
            )?;
        __encoder
            .member(
                "labels",
                &self.labels,
                __Presence(&self.labels).is_absent_member(),
            )?;
        __encoder
            .member(
                "seed",
                &self.seed,
                ::response_event::__private::is_absent_nullable(&self.seed),
            )?;
        __encoder
            .member(
                "createdAt",
                &__Write_created_at(self),
                __Presence(&self.created_at).is_absent_member(),
            )?;
        __encoder.member("parts", &self.parts, Vec::is_empty(&self.parts))?;
        __encoder.flatten(&self.rest)?;
        __encoder.end()
    }
}

#[automatically_derived]
impl<'__de: 'a, 'a, T> ::response_event::Decode<'__de> for Partial<'a, T>
where
    T: ::response_event::__private::serde::Deserialize<'__de>,
    T: ::core::default::Default,
{
    const SHAPE: &'static ::response_event::__private::Shape = &::response_event::__private::Shape {
        name: "Partial",
        names: ::response_event::__private::Names::new(
            &[
                "type",
                "itemId",
                "index",
                "total",
                "image",
                "format",
                "labels",
                "seed",
                "createdAt",
                "parts",
                "b64",
            ],
        ),
        len: 9,
        aliases: &[3],
        may_lack_type: false,
        order: ::response_event::__private::FieldOrder::Any,
        unknown: {
            use ::response_event::__private::ReadsRest as _;
            ::response_event::__private::Rest::<BTreeMap<String, Value>>::UNKNOWN
        },
        tags: ::response_event::__private::Tags::Event(
            &["image.partial", "image.delta"],
        ),
        endings: ::core::option::Option::Some(
            ::response_event::__private::Endings::RESPONSES_API,
        ),
    };
    fn decode<__A: ::response_event::__private::ObjectAccess<'__de>>(
        __fields: &mut ::response_event::__private::FieldReader<'__de, __A>,
    ) -> ::core::result::Result<Self, __A::Error> {
        use ::response_event::__private::{Borrowing as __Borrowing, BorrowsItself as _};
        use ::response_event::__private::{Absence as __Absence, NeverAbsent as _};
        use ::response_event::__private::{ReadsRest as _, Rest as __Rest};
        struct __Read_created_at<'a, T>(::core::marker::PhantomData<Partial<'a, T>>);
        #[automatically_derived]
        impl<
            '__de: 'a,
            'a,
            T,
        > ::response_event::__private::serde::de::DeserializeSeed<'__de>
        for __Read_created_at<'a, T>
        where
            T: ::response_event::__private::serde::Deserialize<'__de>,
            T: ::core::default::Default,
        {
            type Value = Option<Time>;
            fn deserialize<__D: ::response_event::__private::serde::Deserializer<'__de>>(
                self,
                __deserializer: __D,
            ) -> ::core::result::Result<Option<Time>, __D::Error> {
                seconds::deserialize(__deserializer)
            }
        }
        let mut __item_id = ::core::option::Option::None;
        let mut __index = ::core::option::Option::None;
        let mut __total = ::core::option::Option::None;
        let mut __image = ::core::option::Option::None;
        let mut __output_format = ::core::option::Option::None;
        let mut __labels = ::core::option::Option::None;
        let mut __seed = ::core::option::Option::None;
        let mut __created_at = ::core::option::Option::None;
        let mut __parts = ::core::option::Option::None;
        let __rest = __Rest::<
            BTreeMap<String, Value>,
        >::read_rest(
            __fields,
            &mut [
                ::response_event::__private::slot(&mut __item_id),
                ::response_event::__private::slot(&mut __index),
                ::response_event::__private::slot(&mut __total),
                &mut ::response_event::__private::SeedSlot::new(
                    &mut __image,
                    || __Borrowing::<Cow<'a, str>>::new().member_seed(),
                ),
                ::response_event::__private::slot(&mut __output_format),
                ::response_event::__private::slot(&mut __labels),
                ::response_event::__private::slot(&mut __seed),
                &mut ::response_event::__private::SeedSlot::new(
                    &mut __created_at,
                    || __Read_created_at(::core::marker::PhantomData::<Self>),
                ),
                ::response_event::__private::slot(&mut __parts),
            ],
        )?;
        __fields.require(&mut __item_id, 0);
        __fields.require(&mut __index, 1);
        __fields.require(&mut __total, 2);
        __fields.require(&mut __image, 3);
        __fields.require(&mut __seed, 6);
        __Absence(&mut __created_at).require_member(__fields, 7);
        let (
            ::core::option::Option::Some(__item_id),
            ::core::option::Option::Some(__index),
            ::core::option::Option::Some(__total),
            ::core::option::Option::Some(__image),
            ::core::option::Option::Some(__seed),
            ::core::option::Option::Some(__created_at),
        ) = (__item_id, __index, __total, __image, __seed, __created_at) else {
            return ::core::result::Result::Err(__fields.error());
        };
        ::core::result::Result::Ok(Self {
            item_id: __item_id,
            index: __index,
            total: __total,
            image: __image,
            output_format: __output_format.unwrap_or_else(|| png()),
            labels: __labels.unwrap_or_default(),
            seed: __seed,
            created_at: __created_at,
            parts: __parts.unwrap_or_default(),
            seen: ::core::default::Default::default(),
            rest: __rest,
        })
    }
}

#[automatically_derived]
impl<'__de: 'a, 'a, T> ::response_event::__private::serde::Deserialize<'__de>
for Partial<'a, T>
where
    T: ::response_event::__private::serde::Deserialize<'__de>,
    T: ::core::default::Default,
{
    fn deserialize<__D: ::response_event::__private::serde::Deserializer<'__de>>(
        __deserializer: __D,
    ) -> ::core::result::Result<Self, __D::Error> {
        ::response_event::__private::deserialize(__deserializer)
    }
}

/// Seconds since 1970.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Time(pub i64);

fn png() -> String {
    String::from("png")
}

fn after_1970(time: &Time) -> Result<(), &'static str> {
    if time.0 >= 0 { Ok(()) } else { Err("is before 1970") }
}

fn index_below_total<T>(image: &Partial<'_, T>) -> Result<(), &'static str> {
    if image.total.is_none_or(|total| image.index < total) {
        Ok(())
    } else {
        Err("has an index beyond its total")
    }
}

/// Writes a time as its number.
mod seconds {
    use serde::{Deserialize, Deserializer, Serialize, Serializer};
    use super::Time;
    pub(super) fn serialize<S: Serializer>(
        time: &Option<Time>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        time.map(|time| time.0).serialize(serializer)
    }
    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Option<Time>, D::Error> {
        Ok(Option::deserialize(deserializer)?.map(Time))
    }
}
