//! The table of rules. A row is all that a rule needs besides its check and its mutation test.

use core::fmt;
use core::str::FromStr;

use serde::ser::{Serialize, Serializer};

use super::profile::{ParseNameError, Profile, Severity};
use super::source::{Document, Source};
use super::table;

table::rules! {
    "frame" {
        /// The data of an event is not JSON.
        InvalidJson = "invalid-json", error, error, OpenResponses: "data objects are JSON";
        /// The data of an event is JSON, but not an object.
        NotAnObject = "not-an-object", error, error, OpenResponsesSchema: "every event is an object";
        /// An event is larger than the program reads, so it is not checked.
        EventTooLarge = "event-too-large", warning, warning, Json: "readers may limit the size of a text";
        /// An event has no `type`, or its `type` is not a string.
        MissingType = "missing-type", error, error, OpenResponsesSchema: "every event requires `type`";
        /// An object has a field twice, so that two clients may read different values.
        DuplicateField = "duplicate-field", error, error, Json: "the names in an object are unique";
        /// A `type` has a control character; a line break in it would end the line `event:` of its frame.
        ControlCharacterInType = "control-character-in-type", error, error, EventStream: "a line break ends a field";
        /// The event of the frame is another one than the `type` in its data.
        EventNameMismatch = "event-name-mismatch", error, error, OpenResponses: "`event` matches `type`";
        /// A frame has data and no `event`.
        MissingEventName = "missing-event-name", warning, error, OpenResponses: "`event` matches `type`";
        /// No blank line ends the last frame, so clients drop its event.
        FrameCutOff = "frame-cut-off", warning, error, EventStream: "a blank line ends an event";
        /// The frames do not end with the data `[DONE]`. OpenAI's servers do not send it either.
        MissingDoneMark = "missing-done-mark", note, note, OpenResponses: "the last data is `[DONE]`";
        /// The data `[DONE]` is not the last of its stream.
        EventAfterDoneMark = "event-after-done-mark", error, error, OpenResponses: "the last data is `[DONE]`";
    }
    "fields" {
        /// A known event cannot be decoded: the field that makes it is missing, or a field has the wrong JSON type.
        UndecodableEvent = "undecodable-event", error, error, OpenAiSdk: "the types of the fields of each event";
        /// A field is missing that every source requires.
        MissingField = "missing-field", error, error, OpenAiSdk: "the required fields of each object";
        /// A field is missing that the servers of OpenAI always send.
        MissingUsualField = "missing-usual-field", note, warning, Recordings: "all but the oldest have the field";
        /// A text is empty that identifies something.
        EmptyField = "empty-field", error, error, OpenAiSdk: "ids and names tell objects apart";
        /// An index or a counter is negative.
        NegativeNumber = "negative-number", error, error, OpenAiSdk: "indexes and counters start at 0";
        /// An index or a counter has a fraction. The documents of OpenRouter allow it.
        FractionalNumber = "fractional-number", off, error, OpenAiSdk: "indexes and counters are integers";
        /// A field has a value that it cannot have, such as another `object` than `response`.
        InvalidValue = "invalid-value", error, error, OpenAiSdk: "the values of each field";
        /// A value is not in the list of its field. Lists grow, so clients should expect it.
        UnknownValue = "unknown-value", note, warning, OpenAiSdk: "the values of each field";
        /// An image is not base64 of the standard alphabet with padding.
        InvalidBase64 = "invalid-base64", warning, error, OpenAiSdk: "images are base64";
        /// An event has a type that no source knows.
        UnknownEventType = "unknown-event-type", note, note, OpenResponses: "servers may add events of their own";
        /// An item or a part has a type that no source knows.
        UnknownObjectType = "unknown-object-type", note, note, OpenResponses: "servers may add items of their own";
        /// An object has a field that no source knows.
        UnknownField = "unknown-field", note, note, OpenAiSdk: "the fields of each object";
    }
    "sequence" {
        /// An event has no `sequence_number`.
        MissingSequenceNumber = "missing-sequence-number", error, error, OpenResponsesSchema: "every event requires it";
        /// Numbers are left out: events are lost, or out of order.
        SequenceGap = "sequence-gap", error, error, OpenAiSdk: "the number of the event in its stream";
        /// Two events have the same number.
        SequenceRepeated = "sequence-repeated", error, error, OpenAiSdk: "the number of the event in its stream";
        /// A number is smaller than one before.
        SequenceBackwards = "sequence-backwards", error, error, OpenAiSdk: "the number of the event in its stream";
        /// The first number of a stream that was not resumed is not 0.
        SequenceStart = "sequence-start", warning, error, Recordings: "the numbers of a stream start at 0";
    }
    "lifecycle" {
        /// The first event of a response is not `response.created`.
        CreatedNotFirst = "created-not-first", error, error, OpenAiSdk: "`response.created` creates the response";
        /// A response is created twice.
        CreatedTwice = "created-twice", error, error, OpenAiSdk: "`response.created` creates the response";
        /// A response that is in progress is created or queued again, or goes back to an earlier state.
        LifecycleBackwards = "lifecycle-backwards", error, error, OpenResponses: "responses are state machines";
        /// An event of the lifecycle comes again.
        LifecycleRepeated = "lifecycle-repeated", warning, error, OpenResponses: "such an event is a change of the status";
        /// The stream ends before its response does: it was cut off.
        NoTerminalEvent = "no-terminal-event", error, error, OpenResponses: "responses are state machines";
        /// An event ends a response that has ended.
        TerminalTwice = "terminal-twice", error, error, OpenResponses: "responses are state machines";
        /// An event follows the one that ended its response.
        EventAfterEnd = "event-after-end", error, error, OpenResponses: "responses are state machines";
        /// No `response.failed` follows an `error` in a stream that has begun.
        ErrorWithoutFailed = "error-without-failed", warning, warning, OpenResponses: "`response.failed` follows an error";
    }
    "response" {
        /// The response has another `id` than before.
        ResponseIdChanged = "response-id-changed", error, error, OpenAiSdk: "`id` identifies the response";
        /// The response has another `created_at` than before.
        CreatedAtChanged = "created-at-changed", error, error, OpenAiSdk: "the time when the response was created";
        /// The `status` of the response is not that of its event.
        ResponseStatusMismatch = "response-status-mismatch", error, error, OpenResponses: "each event is a status";
        /// The response has output before its end.
        EarlyOutput = "early-output", warning, error, Recordings: "`output` is empty until the end";
        /// A failed response has no `error`.
        FailedWithoutError = "failed-without-error", warning, error, Recordings: "a failed response has an `error`";
        /// An incomplete response has no `incomplete_details`.
        IncompleteWithoutDetails = "incomplete-without-details", warning, error, Recordings: "it says why";
        /// A completed response has no `usage`.
        CompletedWithoutUsage = "completed-without-usage", warning, error, Recordings: "it has a `usage`";
        /// A completed response has an `error` or `incomplete_details`.
        CompletedWithFault = "completed-with-fault", error, error, OpenAiSdk: "`error` is that of a failed response";
        /// The response is completed before it is created.
        CompletedBeforeCreated = "completed-before-created", error, error, OpenAiSdk: "the times of creation and completion";
        /// The final `output` is empty, although items were streamed.
        OutputEmpty = "output-empty", error, error, OpenAiSdk: "`output` has the items of the response";
        /// The final `output` lacks an item that was streamed.
        OutputItemMissing = "output-item-missing", error, error, OpenAiSdk: "`output` has the items of the response";
        /// The final `output` has an item that was not streamed.
        OutputItemUnknown = "output-item-unknown", error, error, OpenResponses: "an item begins with `output_item.added`";
        /// The items of the final `output` are in another order than their indexes.
        OutputOrder = "output-order", error, error, OpenAiSdk: "`output_index` is the index in `output`";
        /// An item of the final `output` is not as it was when it was done.
        OutputItemDiffers = "output-item-differs", error, error, OpenResponses: "a done item does not change";
    }
    "usage" {
        /// `total_tokens` is not the sum of input and output.
        UsageSum = "usage-sum", error, error, OpenAiSdk: "the total is that of input and output";
        /// More tokens were cached than there were in the input.
        CachedExceedsInput = "cached-exceeds-input", error, error, OpenAiSdk: "a part of the input tokens";
        /// More tokens were used for reasoning than there were in the output.
        ReasoningExceedsOutput = "reasoning-exceeds-output", error, error, OpenAiSdk: "a part of the output tokens";
    }
    "items" {
        /// An event is about an item that was not added.
        ItemNotAdded = "item-not-added", error, error, OpenResponses: "an item begins with `output_item.added`";
        /// An item is added twice.
        ItemAddedTwice = "item-added-twice", error, error, OpenResponses: "an item begins with `output_item.added`";
        /// Two items have the same id.
        ItemIdReused = "item-id-reused", error, error, OpenAiSdk: "`id` identifies the item";
        /// Two items have the same `output_index`.
        OutputIndexReused = "output-index-reused", error, error, OpenAiSdk: "`output_index` is the index in `output`";
        /// The `output_index` of a new item is not the next one.
        OutputIndexSkipped = "output-index-skipped", error, error, OpenAiSdk: "`output_index` is the index in `output`";
        /// An event has another `output_index` than its item.
        OutputIndexChanged = "output-index-changed", error, error, OpenAiSdk: "`output_index` is that of the item";
        /// An event has another `item_id` than the item at its `output_index`.
        ItemIdMismatch = "item-id-mismatch", error, error, OpenAiSdk: "`item_id` is the id of the item";
        /// An event has the `stream_id` of another response than its own.
        EventOfOtherLane = "event-of-other-lane", error, error, OpenAiSdk: "`stream_id` tells responses apart";
        /// An event of a response in a lane has no `stream_id`.
        MissingStreamId = "missing-stream-id", error, error, OpenAiSdk: "`stream_id` tells responses apart";
        /// An event is about an item of another type.
        ItemTypeMismatch = "item-type-mismatch", error, error, OpenAiSdk: "the events of each type of item";
        /// A done item has another type than before.
        ItemTypeChanged = "item-type-changed", error, error, OpenAiSdk: "`output_item.done` is about the item that was added";
        /// An item is done twice.
        ItemDoneTwice = "item-done-twice", error, error, OpenResponses: "`output_item.done` closes the item";
        /// A response is completed while an item is not done.
        ItemNotDone = "item-not-done", error, error, OpenResponses: "`output_item.done` closes the item";
        /// An event changes an item that is done.
        EventAfterItemDone = "event-after-item-done", error, error, OpenResponses: "a done item does not change";
        /// A new item has a status that is final.
        AddedWithFinalStatus = "added-with-final-status", note, warning, OpenResponses: "items are state machines";
        /// A done item has a status that is not final.
        DoneWithOpenStatus = "done-with-open-status", error, error, OpenResponses: "`completed` and `incomplete` are final";
        /// An item is incomplete in a response that is completed.
        IncompleteItemInCompletedResponse = "incomplete-item-in-completed-response", error, error,
            OpenResponses: "the response of an incomplete item is incomplete";
        /// The status of a call goes back, or changes after its end.
        CallStatusBackwards = "call-status-backwards", error, error, OpenResponses: "items are state machines";
        /// The status of a done call contradicts the event that ended it.
        CallStatusMismatch = "call-status-mismatch", error, error, OpenAiSdk: "the call was completed, or failed";
    }
    "parts" {
        /// An event is about a part that was not added.
        PartNotAdded = "part-not-added", error, error, OpenResponses: "content begins with `content_part.added`";
        /// A part is added twice.
        PartAddedTwice = "part-added-twice", error, error, OpenResponses: "content begins with `content_part.added`";
        /// The index of a new part is not the next one.
        PartIndexSkipped = "part-index-skipped", error, error, OpenAiSdk: "the index of the part in its list";
        /// A part is done twice.
        PartDoneTwice = "part-done-twice", error, error, OpenResponses: "`content_part.done` closes the part";
        /// An item is done while a part of it is not.
        PartNotDone = "part-not-done", error, error, OpenResponses: "`content_part.done` closes the part";
        /// An event changes a part that is done.
        EventAfterPartDone = "event-after-part-done", error, error, OpenResponses: "`content_part.done` closes the part";
        /// A done part has another type than before.
        PartTypeChanged = "part-type-changed", error, error, OpenAiSdk: "`content_part.done` is about the added part";
        /// A text is in a part of another type.
        PartTypeMismatch = "part-type-mismatch", error, error, OpenResponses: "the events of a part have its type";
        /// A done part has another text than its deltas.
        PartTextMismatch = "part-text-mismatch", error, error, OpenResponses: "deltas add up to the part";
        /// The index of a new annotation is not the next one.
        AnnotationIndexSkipped = "annotation-index-skipped", error, error, OpenAiSdk: "the index of the annotation";
        /// A done part has not as many annotations as were added.
        AnnotationCountMismatch = "annotation-count-mismatch", warning, error, OpenAiSdk: "each annotation is added";
    }
    "deltas" {
        /// A done text of an answer is not what its deltas add up to.
        TextMismatch = "text-mismatch", error, error, OpenResponses: "deltas add up to the content";
        /// A done refusal is not what its deltas add up to.
        RefusalMismatch = "refusal-mismatch", error, error, OpenResponses: "deltas add up to the content";
        /// Done reasoning is not what its deltas add up to.
        ReasoningMismatch = "reasoning-mismatch", error, error, OpenResponses: "deltas add up to the content";
        /// A done summary of the reasoning is not what its deltas add up to.
        SummaryMismatch = "summary-mismatch", error, error, OpenResponses: "deltas add up to the content";
        /// The done arguments of a call are not what their deltas add up to.
        ArgumentsMismatch = "arguments-mismatch", error, error, OpenAiSdk: "the final arguments";
        /// The done input of a custom tool is not what its deltas add up to.
        InputMismatch = "input-mismatch", error, error, OpenAiSdk: "the complete input";
        /// The done code of the code interpreter is not what its deltas add up to.
        CodeMismatch = "code-mismatch", error, error, OpenAiSdk: "the final code";
        /// A done command of a shell is not what its deltas add up to.
        CommandMismatch = "command-mismatch", error, error, OpenAiSdk: "the final command";
        /// The done diff of a patch is not what its deltas add up to.
        DiffMismatch = "diff-mismatch", error, error, OpenRouterSdk: "the complete diff";
        /// A done item has another text than its events.
        ItemTextMismatch = "item-text-mismatch", error, error, OpenResponses: "deltas add up to the item";
        /// A done item has content that was not streamed.
        ContentNotStreamed = "content-not-streamed", error, error, OpenResponses: "content is backed by a content part";
        /// A delta follows the end of its text.
        DeltaAfterDone = "delta-after-done", error, error, OpenResponses: "`….done` ends the deltas";
        /// A text ends twice.
        TextDoneTwice = "text-done-twice", error, error, OpenResponses: "`….done` ends the deltas";
        /// Deltas of a text come, and its part or item is done without the event that ends the text.
        TextNotDone = "text-not-done", error, error, OpenResponses: "`….done` ends the deltas";
        /// A delta is empty.
        EmptyDelta = "empty-delta", note, note, OpenResponses: "a delta is a change";
        /// The arguments of a completed call are not JSON.
        InvalidArguments = "invalid-arguments", warning, warning, OpenAiSdk: "arguments are a JSON string";
    }
    "images" {
        /// The partial images of a call are not counted up from 0.
        PartialImageIndexSkipped = "partial-image-index-skipped", error, error, OpenAiSdk: "0-based, one by one";
        /// An image is not in the format that `output_format` names.
        ImageFormatMismatch = "image-format-mismatch", error, error, OpenAiSdk: "the format of the image";
        /// A completed image generation call has no `result`.
        ImageWithoutResult = "image-without-result", warning, error, Recordings: "a completed call has its image";
    }
    "scenario" {
        /// The stream does not show what a scenario of the compliance suite demands.
        ScenarioUnmet = "scenario-unmet", error, error, ComplianceSuite: "what each of its tests looks for";
    }
}

impl FromStr for Code {
    type Err = ParseNameError;

    fn from_str(text: &str) -> Result<Self, ParseNameError> {
        let found = Self::ALL.iter().find(|code| code.as_str() == text);
        found.copied().ok_or_else(|| ParseNameError { kind: "code", name: text.into() })
    }
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Serialize for Code {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}
