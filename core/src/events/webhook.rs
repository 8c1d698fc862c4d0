//! Webhooks: the bodies of the requests that OpenAI sends to a server of its user.
//!
//! Their types are not those of a stream, even where the names are the same: a webhook's `response.completed` has the ID of
//! the response in its `data`, and not the response. So they have a family of their own, [`WebhookEvent`].
//!
//! ```
//! use response_event::EventFamily;
//! use response_event::events::webhook::WebhookEvent;
//!
//! let event: WebhookEvent = response_event::from_str(
//!     r#"{"id":"evt_1","object":"event","created_at":1750287018,"type":"response.completed","data":{"id":"resp_1"}}"#,
//! )?;
//! match &event {
//!     WebhookEvent::ResponseCompleted(event) => assert_eq!(event.data_id(), Some("resp_1")),
//!     other => println!("{}", other.event_type()),
//! }
//! # Ok::<(), response_event::DecodeError>(())
//! ```
//!
//! Check the signature of a webhook before you decode it.

use alloc::string::String;
use alloc::vec::Vec;

use crate::construct::constructors;
use crate::{EventFamily, ExtraFields, Number, ResponseEvent, UnknownEvent};

/// The object that a webhook is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(untagged)]
#[non_exhaustive]
pub struct WebhookData {
    /// ID of the object, such as `resp_…`. Calls and connections have one of the two below.
    #[event(non_empty)]
    pub id: Option<String>,
    /// ID of a call of the Realtime API.
    #[event(non_empty)]
    pub call_id: Option<String>,
    /// ID of a session of the Live API.
    #[event(non_empty)]
    pub session_id: Option<String>,
    /// SIP headers of an incoming call.
    #[event(each(nested))]
    pub sip_headers: Option<Vec<SipHeader>>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A SIP header of an incoming call.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(untagged)]
#[non_exhaustive]
pub struct SipHeader {
    /// Name of the header.
    #[event(required)]
    pub name: Option<String>,
    /// Value of the header.
    #[event(required)]
    pub value: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

constructors! {
    WebhookData();
    SipHeader();
}

/// ```text
/// webhooks! {
///     /// A batch is complete: `batch.completed`.
///     BatchCompleted("batch.completed", "BatchCompletedWebhookEvent", object optional);
/// }
/// ```
///
/// makes the struct of each webhook: all have the same fields. The second text is its name in OpenAI's SDKs; the last word
/// says if the contract requires the field `object`.
macro_rules! webhooks {
    ($($(#[$about:meta])* $name:ident($tag:literal, $alias:literal, object $object:ident);)+) => {
        $( webhook! { $(#[$about])* $name($tag, $alias, $object) } )+

        constructors! { $( $name(); )+ }

        $(
            impl $name {
                /// Returns the ID of the object that the webhook is about, such as a response, a call or a session.
                pub fn data_id(&self) -> Option<&str> {
                    let data = self.data.as_ref()?;
                    data.id.as_deref().or(data.call_id.as_deref()).or(data.session_id.as_deref())
                }
            }
        )+
    };
}

macro_rules! webhook {
    ($(#[$about:meta])* $name:ident($tag:literal, $alias:literal, optional)) => {
        webhook! { $(#[$about])* $name($tag, $alias) #[event(one_of("event"))] }
    };
    ($(#[$about:meta])* $name:ident($tag:literal, $alias:literal, required)) => {
        webhook! { $(#[$about])* $name($tag, $alias) #[event(required, one_of("event"))] }
    };
    ($(#[$about:meta])* $name:ident($tag:literal, $alias:literal) $(#[$object:meta])+) => {
        $(#[$about])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
        #[cfg_attr(feature = "schema", event(schema))]
        #[event(type = $tag)]
        #[doc(alias = $alias)]
        #[non_exhaustive]
        pub struct $name {
            /// ID of the webhook, such as `evt_…`.
            #[event(required, non_empty)]
            pub id: Option<String>,
            /// Always `event`.
            $(#[$object])+
            pub object: Option<String>,
            /// Time of creation, in seconds since 1970.
            #[event(required, index)]
            pub created_at: Option<Number>,
            /// The object that the webhook is about.
            #[event(required, nested)]
            pub data: Option<WebhookData>,
            /// Fields that this version does not know.
            #[serde(flatten)]
            pub extra: ExtraFields,
        }
    };
}

webhooks! {
    /// The environment of an agent has expired: `agent.environment.expired`.
    AgentEnvironmentExpired("agent.environment.expired", "AgentEnvironmentExpiredWebhookEvent", object required);
    /// The environment of an agent has failed: `agent.environment.failed`.
    AgentEnvironmentFailed("agent.environment.failed", "AgentEnvironmentFailedWebhookEvent", object required);
    /// The environment of an agent is ready: `agent.environment.ready`.
    AgentEnvironmentReady("agent.environment.ready", "AgentEnvironmentReadyWebhookEvent", object required);
    /// The environment of an agent is suspended: `agent.environment.suspended`.
    AgentEnvironmentSuspended("agent.environment.suspended", "AgentEnvironmentSuspendedWebhookEvent", object required);
    /// The session of an agent needs an action: `agent.session.action_required`.
    AgentSessionActionRequired("agent.session.action_required", "AgentSessionActionRequiredWebhookEvent", object required);
    /// The session of an agent was created: `agent.session.created`.
    AgentSessionCreated("agent.session.created", "AgentSessionCreatedWebhookEvent", object required);
    /// The session of an agent has failed: `agent.session.failed`.
    AgentSessionFailed("agent.session.failed", "AgentSessionFailedWebhookEvent", object required);
    /// The session of an agent is idle: `agent.session.idle`.
    AgentSessionIdle("agent.session.idle", "AgentSessionIdleWebhookEvent", object required);
    /// The session of an agent is in progress: `agent.session.in_progress`.
    AgentSessionInProgress("agent.session.in_progress", "AgentSessionInProgressWebhookEvent", object required);
    /// A batch was cancelled: `batch.cancelled`.
    BatchCancelled("batch.cancelled", "BatchCancelledWebhookEvent", object optional);
    /// A batch is complete: `batch.completed`.
    BatchCompleted("batch.completed", "BatchCompletedWebhookEvent", object optional);
    /// A batch has expired: `batch.expired`.
    BatchExpired("batch.expired", "BatchExpiredWebhookEvent", object optional);
    /// A batch has failed: `batch.failed`.
    BatchFailed("batch.failed", "BatchFailedWebhookEvent", object optional);
    /// A run of an evaluation was cancelled: `eval.run.canceled`.
    EvalRunCanceled("eval.run.canceled", "EvalRunCanceledWebhookEvent", object optional);
    /// A run of an evaluation has failed: `eval.run.failed`.
    EvalRunFailed("eval.run.failed", "EvalRunFailedWebhookEvent", object optional);
    /// A run of an evaluation has succeeded: `eval.run.succeeded`.
    EvalRunSucceeded("eval.run.succeeded", "EvalRunSucceededWebhookEvent", object optional);
    /// A fine-tuning job was cancelled: `fine_tuning.job.cancelled`.
    FineTuningJobCancelled("fine_tuning.job.cancelled", "FineTuningJobCancelledWebhookEvent", object optional);
    /// A fine-tuning job has failed: `fine_tuning.job.failed`.
    FineTuningJobFailed("fine_tuning.job.failed", "FineTuningJobFailedWebhookEvent", object optional);
    /// A fine-tuning job has succeeded: `fine_tuning.job.succeeded`.
    FineTuningJobSucceeded("fine_tuning.job.succeeded", "FineTuningJobSucceededWebhookEvent", object optional);
    /// A call of the Live API is incoming: `live.call.incoming`.
    LiveCallIncoming("live.call.incoming", "LiveCallIncomingWebhookEvent", object optional);
    /// A connection of the Live API is connected: `live.transport.connected`.
    LiveTransportConnected("live.transport.connected", "LiveTransportConnectedWebhookEvent", object required);
    /// A connection of the Live API is incoming: `live.transport.incoming`.
    LiveTransportIncoming("live.transport.incoming", "LiveTransportIncomingWebhookEvent", object optional);
    /// A call of the Realtime API is incoming: `realtime.call.incoming`.
    RealtimeCallIncoming("realtime.call.incoming", "RealtimeCallIncomingWebhookEvent", object optional);
    /// A response in the background was cancelled: `response.cancelled`.
    ResponseCancelled("response.cancelled", "ResponseCancelledWebhookEvent", object optional);
    /// A response in the background is complete: `response.completed`.
    ResponseCompleted("response.completed", "ResponseCompletedWebhookEvent", object optional);
    /// A response in the background has failed: `response.failed`.
    ResponseFailed("response.failed", "ResponseFailedWebhookEvent", object optional);
    /// A response in the background is incomplete: `response.incomplete`.
    ResponseIncomplete("response.incomplete", "ResponseIncompleteWebhookEvent", object optional);
    /// An alert about safety was created: `safety.alert.created`.
    SafetyAlertCreated("safety.alert.created", "SafetyAlertCreatedWebhookEvent", object required);
    /// A deactivation for reasons of safety was issued: `safety.deactivation_issued`.
    SafetyDeactivationIssued("safety.deactivation_issued", "SafetyDeactivationIssuedWebhookEvent", object required);
    /// An alert about the safety of an organization was created: `safety.org_alert.created`.
    SafetyOrgAlertCreated("safety.org_alert.created", "SafetyOrgAlertCreatedWebhookEvent", object required);
    /// A warning about safety was issued: `safety.warning_issued`.
    SafetyWarningIssued("safety.warning_issued", "SafetyWarningIssuedWebhookEvent", object required);
}

/// Any webhook, or one of an unknown type, kept as it came.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EventFamily)]
#[cfg_attr(feature = "schema", event(schema))]
#[non_exhaustive]
#[doc(alias = "UnwrapWebhookEvent")]
pub enum WebhookEvent {
    /// [`AgentEnvironmentExpired`]
    AgentEnvironmentExpired(AgentEnvironmentExpired),
    /// [`AgentEnvironmentFailed`]
    AgentEnvironmentFailed(AgentEnvironmentFailed),
    /// [`AgentEnvironmentReady`]
    AgentEnvironmentReady(AgentEnvironmentReady),
    /// [`AgentEnvironmentSuspended`]
    AgentEnvironmentSuspended(AgentEnvironmentSuspended),
    /// [`AgentSessionActionRequired`]
    AgentSessionActionRequired(AgentSessionActionRequired),
    /// [`AgentSessionCreated`]
    AgentSessionCreated(AgentSessionCreated),
    /// [`AgentSessionFailed`]
    AgentSessionFailed(AgentSessionFailed),
    /// [`AgentSessionIdle`]
    AgentSessionIdle(AgentSessionIdle),
    /// [`AgentSessionInProgress`]
    AgentSessionInProgress(AgentSessionInProgress),
    /// [`BatchCancelled`]
    BatchCancelled(BatchCancelled),
    /// [`BatchCompleted`]
    BatchCompleted(BatchCompleted),
    /// [`BatchExpired`]
    BatchExpired(BatchExpired),
    /// [`BatchFailed`]
    BatchFailed(BatchFailed),
    /// [`EvalRunCanceled`]
    EvalRunCanceled(EvalRunCanceled),
    /// [`EvalRunFailed`]
    EvalRunFailed(EvalRunFailed),
    /// [`EvalRunSucceeded`]
    EvalRunSucceeded(EvalRunSucceeded),
    /// [`FineTuningJobCancelled`]
    FineTuningJobCancelled(FineTuningJobCancelled),
    /// [`FineTuningJobFailed`]
    FineTuningJobFailed(FineTuningJobFailed),
    /// [`FineTuningJobSucceeded`]
    FineTuningJobSucceeded(FineTuningJobSucceeded),
    /// [`LiveCallIncoming`]
    LiveCallIncoming(LiveCallIncoming),
    /// [`LiveTransportConnected`]
    LiveTransportConnected(LiveTransportConnected),
    /// [`LiveTransportIncoming`]
    LiveTransportIncoming(LiveTransportIncoming),
    /// [`RealtimeCallIncoming`]
    RealtimeCallIncoming(RealtimeCallIncoming),
    /// [`ResponseCancelled`]
    ResponseCancelled(ResponseCancelled),
    /// [`ResponseCompleted`]
    ResponseCompleted(ResponseCompleted),
    /// [`ResponseFailed`]
    ResponseFailed(ResponseFailed),
    /// [`ResponseIncomplete`]
    ResponseIncomplete(ResponseIncomplete),
    /// [`SafetyAlertCreated`]
    SafetyAlertCreated(SafetyAlertCreated),
    /// [`SafetyDeactivationIssued`]
    SafetyDeactivationIssued(SafetyDeactivationIssued),
    /// [`SafetyOrgAlertCreated`]
    SafetyOrgAlertCreated(SafetyOrgAlertCreated),
    /// [`SafetyWarningIssued`]
    SafetyWarningIssued(SafetyWarningIssued),
    /// Any other type.
    #[event(unknown)]
    Unknown(UnknownEvent),
}
