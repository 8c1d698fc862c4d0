//! Lists in which a server may send `null` in place of an element.

use alloc::vec::Vec;
use core::fmt;
use core::marker::PhantomData;

use serde::de::{Deserialize, Deserializer, SeqAccess, Visitor};
use serde::ser::{Serialize, SerializeSeq, Serializer};

use crate::UnknownEvent;
use crate::payload::{Annotation, ContentPart, OutputItem, SummaryPart};

/// A family of parts whose `Unknown` also holds a `null`.
pub(crate) trait NullElement: Sized {
    fn from_null() -> Self;
    fn is_null(&self) -> bool;
}

macro_rules! null_elements {
    ($($family:ident)+) => {$(
        impl NullElement for $family {
            fn from_null() -> Self {
                Self::Unknown(UnknownEvent::null())
            }

            fn is_null(&self) -> bool {
                matches!(self, Self::Unknown(element) if element.is_null())
            }
        }
    )+};
}

null_elements! { OutputItem ContentPart SummaryPart Annotation }

/// For `#[serde(with)]`: each `null` is an element, so that it is written back and no other element moves.
pub(crate) mod with_nulls {
    use super::{Deserialize, Deserializer, Elements, List, NullElement, Serialize, Serializer, Vec};

    #[allow(clippy::ref_option)] // `with` passes a reference to the field
    pub(crate) fn serialize<T, S>(list: &Option<Vec<T>>, serializer: S) -> Result<S::Ok, S::Error>
    where
        T: NullElement + Serialize,
        S: Serializer,
    {
        list.as_deref().map(Elements).serialize(serializer)
    }

    pub(crate) fn deserialize<'de, T, D>(deserializer: D) -> Result<Option<Vec<T>>, D::Error>
    where
        T: NullElement + Deserialize<'de>,
        D: Deserializer<'de>,
    {
        Ok(Option::deserialize(deserializer)?.map(|List(elements)| elements))
    }
}

struct Elements<'a, T>(&'a [T]);

impl<T: NullElement + Serialize> Serialize for Elements<'_, T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut output = serializer.serialize_seq(Some(self.0.len()))?;
        for element in self.0 {
            output.serialize_element(&(!element.is_null()).then_some(element))?;
        }
        output.end()
    }
}

struct List<T>(Vec<T>);

impl<'de, T: NullElement + Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(ListVisitor(PhantomData))
    }
}

struct ListVisitor<T>(PhantomData<T>);

impl<'de, T: NullElement + Deserialize<'de>> Visitor<'de> for ListVisitor<T> {
    type Value = List<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a sequence")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut sequence: A) -> Result<List<T>, A::Error> {
        let mut elements = Vec::new();
        while let Some(element) = sequence.next_element::<Option<T>>()? {
            elements.push(element.unwrap_or_else(T::from_null));
        }
        Ok(List(elements))
    }
}

#[cfg(test)]
mod tests {
    use alloc::vec::Vec;

    use super::*;
    use crate::payload::{OutputText, Response};
    use crate::{PartFamily, Validate};

    const WITH_NULLS: &str = r#"{"output":[null,{"type":"message","id":"msg_1","content":[{"type":"output_text","text":"a","annotations":[null,{"type":"x"}]},null]},{"type":"reasoning","summary":[null],"content":[null]}]}"#;

    #[test]
    fn a_null_is_an_unknown_element_and_is_written_back() {
        let response: Response = crate::from_str(WITH_NULLS).unwrap();
        assert_eq!(crate::to_string(&response).unwrap(), WITH_NULLS);
        assert_eq!(response.output_text(), "a");
        let items: Vec<_> = response.items().iter().map(PartFamily::part_type).collect();
        assert_eq!(items, ["", "message", "reasoning"]);
        let OutputItem::Unknown(item) = &response.items()[0] else { panic!("{:?}", response.items()[0]) };
        assert_eq!((item.event_type(), item.json(), response.items()[0].id()), ("", "null", None));
    }

    #[test]
    fn other_ways_to_read_and_write_agree() {
        let response: Response = crate::from_str(WITH_NULLS).unwrap();
        let value = serde_json::to_value(&response).unwrap();
        assert_eq!(value, serde_json::from_str::<serde_json::Value>(WITH_NULLS).unwrap());
        assert_eq!(serde_json::from_value::<Response>(value).unwrap(), response);
    }

    #[test]
    fn a_null_breaks_the_contract_where_it_stands() {
        let part: OutputText =
            crate::from_str(r#"{"type":"output_text","text":"a","annotations":[{"type":"x"},null]}"#).unwrap();
        let violations = part.validate().unwrap_err();
        let broken: Vec<_> = violations.iter().map(|violation| (violation.rule(), violation.pointer())).collect();
        assert_eq!(broken, [("required", "/annotations/1")]);
    }

    #[test]
    fn a_list_that_is_none_is_refused_and_a_null_alone_is_no_element() {
        let error = crate::from_str::<Response>(r#"{"output":{}}"#).unwrap_err();
        assert_eq!(error.pointer(), "/output");
        assert_eq!(crate::from_str::<Response>(r#"{"output":null}"#).unwrap().output, None);
        assert!(crate::from_str::<OutputItem>("null").is_err());
        let error = crate::from_str::<Response>(r#"{"output":[null,{"type":"message","content":[7]}]}"#).unwrap_err();
        assert_eq!(error.pointer(), "/output/1/content/0");
    }
}
