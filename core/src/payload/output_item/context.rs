//! Items that change or refer to what the model is given: configuration, compaction, references.

use alloc::string::String;

use crate::construct::constructors;
use crate::{ExtraFields, RawJson, ResponseEvent};

/// A change of the request's configuration in the course of a conversation: `configuration_update`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "configuration_update")]
#[doc(alias = "ResponseConfigurationUpdateItem")]
#[non_exhaustive]
pub struct ConfigurationUpdate {
    /// ID of the item.
    #[event(required, non_empty)]
    pub id: Option<String>,
    /// New options of the reasoning: an object.
    pub reasoning: Option<RawJson>,
    /// New options of the text: an object.
    pub text: Option<RawJson>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A request to compact the conversation: `compaction_trigger`. It is the last item of an input.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "compaction_trigger")]
#[non_exhaustive]
pub struct CompactionTrigger {
    /// ID of the item.
    pub id: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A reference to another item: `item_reference`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "item_reference")]
#[doc(alias = "ItemReferenceParam")]
#[non_exhaustive]
pub struct ItemReference {
    /// ID of the item that is meant.
    #[event(required, non_empty)]
    pub id: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

constructors! {
    ConfigurationUpdate();
    CompactionTrigger();
    ItemReference();
}
