//! `ErrorDetails`: the fields of an error, wherever a server puts them.

use alloc::borrow::Cow;
use alloc::string::{String, ToString};

use crate::json;
use crate::number::Number;
use crate::responses_api;

/// The fields of an error, wherever a server puts them: in the event, in its `error`, in the `error` of its `response`, or
/// in its `body`. Those of the event come first.
///
/// ```
/// use response_event::ErrorDetails;
///
/// for json in [
///     r#"{"type":"error","code":"server_error","message":"Try again later."}"#,
///     r#"{"error":{"type":"server_error","code":null,"message":"Try again later."}}"#,
///     r#"{"type":"error","status":503,"error":"Try again later."}"#,
///     r#"{"type":"error","status_code":429,"body":{"error":{"message":"Try again later."}}}"#,
///     r#"{"type":"response.failed","response":{"error":{"code":500,"message":"Try again later."}}}"#,
/// ] {
///     let error = ErrorDetails::from_json(json);
///     assert_eq!(error.message.as_deref(), Some("Try again later."));
///     assert!(error.is_retryable() && !error.needs_new_connection());
/// }
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct ErrorDetails<'a> {
    /// Human-readable message.
    pub message: Option<Cow<'a, str>>,
    /// Code of the error, such as `rate_limit_exceeded`. A number is its digits.
    pub code: Option<Cow<'a, str>>,
    /// Type of the error, such as `invalid_request_error`.
    pub error_type: Option<Cow<'a, str>>,
    /// Parameter of the request that caused the error.
    pub param: Option<Cow<'a, str>>,
    /// HTTP status: `status`, `status_code`, or a code or type that is one.
    pub http_status: Option<u16>,
}

impl<'a> ErrorDetails<'a> {
    /// Finds the fields in the JSON of an event, or of the body of an HTTP response.
    ///
    /// Text that is no JSON object, or has no such fields, gives no details. Of text that is cut off, the fields before the cut count.
    pub fn from_json(json: &'a str) -> Self {
        Self::read(json, Object::Event, MAX_DEPTH)
    }

    /// Returns `true` if the same request may succeed later.
    ///
    /// The code decides. If it is unknown, the type of the error does, and then the HTTP status.
    pub fn is_retryable(&self) -> bool {
        let of_names =
            [&self.code, &self.error_type].into_iter().flatten().find_map(|name| responses_api::is_transient(name));
        of_names.or_else(|| responses_api::is_transient_status(self.http_status?)).unwrap_or(false)
    }

    /// Returns `true` if the connection is at its end, so that a retry needs a new one.
    pub fn needs_new_connection(&self) -> bool {
        [&self.code, &self.error_type].into_iter().flatten().any(|name| responses_api::ends_connection(name))
    }

    /// Returns `true` if no field was found.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Returns the details without a borrow.
    pub fn into_owned(self) -> ErrorDetails<'static> {
        let owned = |text: Option<Cow<'_, str>>| text.map(|text| Cow::Owned(String::from(text)));
        ErrorDetails {
            message: owned(self.message),
            code: owned(self.code),
            error_type: owned(self.error_type),
            param: owned(self.param),
            http_status: self.http_status,
        }
    }

    /// Takes each field that is absent or empty from `other`: some servers write every field, and fill those they have.
    fn or(self, other: Self) -> Self {
        let first =
            |one: Option<Cow<'a, str>>, other: Option<Cow<'a, str>>| one.filter(|text| !text.is_empty()).or(other);
        Self {
            message: first(self.message, other.message),
            code: first(self.code, other.code),
            error_type: first(self.error_type, other.error_type),
            param: first(self.param, other.param),
            http_status: self.http_status.or(other.http_status),
        }
    }

    fn read(json: &'a str, object: Object, depth: u8) -> Self {
        let mut fields = ErrorFields { depth, ..ErrorFields::new(object) };
        // The caller has already reported an error in the text.
        let _ = json::each_field(json, |name, value| fields.read(name, value));
        fields.finish()
    }
}

/// Levels of objects in which an error may stand. Those of servers have three: the event, its `body`, the `error` in it.
const MAX_DEPTH: u8 = 4;

/// The kind of an object, which decides what its `type` means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Object {
    Event,
    Error,
}

/// The details of an error while the fields of its object are read, in any order.
#[derive(Debug)]
pub(crate) struct ErrorFields<'a> {
    object: Object,
    depth: u8,
    /// The fields of the object itself.
    pub(crate) own: ErrorDetails<'a>,
    /// Those of its `error`.
    pub(crate) error: ErrorDetails<'a>,
    /// Those of its `response`.
    pub(crate) response: ErrorDetails<'a>,
    /// Those of its `body`.
    pub(crate) body: ErrorDetails<'a>,
}

impl<'a> ErrorFields<'a> {
    pub(crate) fn new(object: Object) -> Self {
        let [own, error, response, body] = <[ErrorDetails<'_>; 4]>::default();
        Self { object, depth: MAX_DEPTH, own, error, response, body }
    }

    /// Reads a field from its JSON. Of two fields of one name the first that can be read counts.
    pub(crate) fn read(&mut self, name: &str, json: &'a str) {
        let own = &mut self.own;
        match name {
            "message" if own.message.is_none() => own.message = json::text(json),
            "code" if own.code.is_none() => own.code = json::text(json).or_else(|| digits(json)),
            "param" if own.param.is_none() => own.param = json::text(json),
            // `error` is the type of an event, also in the body of an HTTP response.
            "type" if self.object == Object::Error && own.error_type.is_none() => {
                own.error_type = json::text(json).filter(|name| name != "error");
            }
            "status" | "status_code" if own.http_status.is_none() => {
                own.http_status = json::text(json).or_else(|| digits(json)).and_then(|text| http_status(&text));
            }
            _ => self.read_nested(name, json),
        }
    }

    fn read_nested(&mut self, name: &str, json: &'a str) {
        let Some(depth) = self.depth.checked_sub(1) else { return };
        match name {
            "error" if self.error.is_empty() => {
                self.error = match json::text(json) {
                    message @ Some(_) => ErrorDetails { message, ..ErrorDetails::default() },
                    None => ErrorDetails::read(json, Object::Error, depth),
                };
            }
            "response" if self.response.is_empty() => self.response = ErrorDetails::read(json, Object::Event, depth),
            "body" if self.body.is_empty() => {
                self.body = match json::text(json) {
                    // Some gateways put the body into a string as they received it.
                    Some(text) => match ErrorDetails::read(&text, Object::Error, depth).into_owned() {
                        details if details.is_empty() => ErrorDetails { message: Some(text), ..details },
                        details => details,
                    },
                    None => ErrorDetails::read(json, Object::Error, depth),
                };
            }
            _ => {}
        }
    }

    pub(crate) fn finish(self) -> ErrorDetails<'a> {
        let Self { own, error, response, body, .. } = self;
        // The last, so that an empty text of the body is absent, too.
        let mut details = own.or(error).or(response).or(body).or(ErrorDetails::default());
        if details.http_status.is_none() {
            let mut names = [&details.code, &details.error_type].into_iter().flatten();
            details.http_status = names.find_map(|name| http_status(name).filter(|status| *status >= 400));
        }
        details
    }
}

/// Returns the digits of a JSON number.
fn digits(json: &str) -> Option<Cow<'static, str>> {
    let is_number = json.starts_with(|first: char| first == '-' || first.is_ascii_digit());
    let number: Number = if is_number { serde_json::from_str(json).ok()? } else { return None };
    Some(number.to_string().into())
}

fn http_status(text: &str) -> Option<u16> {
    text.parse().ok().filter(|status| (100..600).contains(status))
}

#[cfg(test)]
mod tests {
    use alloc::format;

    use super::*;

    fn details(json: &str) -> [Option<String>; 5] {
        let ErrorDetails { message, code, error_type, param, http_status } = ErrorDetails::from_json(json).into_owned();
        let http_status = http_status.map(|status| status.to_string().into());
        [message, code, error_type, param, http_status].map(|text| text.map(Cow::into_owned))
    }

    fn expected(parts: [&str; 5]) -> [Option<String>; 5] {
        parts.map(|part| (!part.is_empty()).then(|| part.to_string()))
    }

    #[test]
    fn an_error_is_read_wherever_it_stands() {
        for (json, parts) in [
            (r#"{"type":"error","message":"m","code":"c","param":"p"}"#, ["m", "c", "", "p", ""]),
            (r#"{"error":{"type":"t","message":"m","code":"500","param":null}}"#, ["m", "500", "t", "", "500"]),
            (r#"{"type":"error","error":"m","status":502}"#, ["m", "", "", "", "502"]),
            (r#"{"error":{"error":{"message":"m","type":"t"}},"status_code":"429"}"#, ["m", "", "t", "", "429"]),
            (r#"{"type":"response.failed","response":{"error":{"code":7.0,"message":"m"}}}"#, ["m", "7", "", "", ""]),
            (r#"{"type":"response.failed","response":{"error":"m"}}"#, ["m", "", "", "", ""]),
            (
                r#"{"type":"response.failed","error":{"message":"m"},"response":{"status":"failed"}}"#,
                ["m", "", "", "", ""],
            ),
            (r#"{"type":"error","body":{"error":"m"}}"#, ["m", "", "", "", ""]),
            (r#"{"type":"error","body":{"type":"error","error":{"type":"t","message":"m"}}}"#, ["m", "", "t", "", ""]),
            (r#"{"type":"error","body":{"type":"t","message":"m","status":400}}"#, ["m", "", "t", "", "400"]),
            (
                r#"{"type":"error","body":"{\"error\":{\"message\":\"\\u006d\",\"code\":401}}"}"#,
                ["m", "401", "", "", "401"],
            ),
            (r#"{"type":"error","message":"m\/","error":{"code":"c","message":"n"}}"#, ["m/", "c", "", "", ""]),
            (r#"{"type":"error","error":{"message":"m","type":"503"}}"#, ["m", "", "503", "", "503"]),
        ] {
            assert_eq!(details(json), expected(parts), "{json}");
        }
    }

    #[test]
    fn an_empty_text_is_absent_and_a_body_of_text_is_the_message() {
        for (json, parts) in [
            (
                r#"{"type":"error","code":"","message":"","error":{"code":"server_error","message":"m","param":""}}"#,
                ["m", "server_error", "", "", ""],
            ),
            (r#"{"type":"error","status":502,"body":"Bad Gateway"}"#, ["Bad Gateway", "", "", "", "502"]),
        ] {
            assert_eq!(details(json), expected(parts), "{json}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_passed_over() {
        for (json, parts) in [
            (
                r#"{"type":"error","message":7,"code":[],"param":{},"status":true,"error":[1],"body":7}"#,
                ["", "", "", "", ""],
            ),
            (r#"{"type":"error","code":null,"error":null,"response":null,"body":""}"#, ["", "", "", "", ""]),
            (r#"{"type":"error","status":99,"status_code":600}"#, ["", "", "", "", ""]),
            (r#"{"message":"m","code":"c"#, ["m", "", "", "", ""]),
            (r#"["m"]"#, ["", "", "", "", ""]),
            ("", ["", "", "", "", ""]),
        ] {
            assert_eq!(details(json), expected(parts), "{json}");
        }
    }

    #[test]
    fn an_error_in_an_error_is_read_to_a_limit() {
        let nested = |levels: usize| format!("{}\"m\"{}", r#"{"error":"#.repeat(levels), "}".repeat(levels));
        assert_eq!(ErrorDetails::from_json(&nested(4)).message.as_deref(), Some("m"));
        assert!(ErrorDetails::from_json(&nested(5)).is_empty());
        assert!(ErrorDetails::from_json(&nested(120)).is_empty());
    }

    #[test]
    fn the_code_the_type_and_the_status_decide_in_this_order() {
        for (json, is_retryable) in [
            (r#"{"error":{"code":"insufficient_quota","type":"rate_limit_error"},"status":429}"#, false),
            (r#"{"error":{"code":"e17","type":"usage_limit_reached"},"status":429}"#, false),
            (r#"{"error":{"code":"e17","type":"e18"},"status":429}"#, true),
            (r#"{"error":{"code":"e17"},"status":404}"#, false),
            (r#"{"error":{"code":"e17"},"status":302}"#, false),
            (r#"{"error":{"code":"previous_response_not_found"}}"#, false),
            ("{}", false),
        ] {
            assert_eq!(ErrorDetails::from_json(json).is_retryable(), is_retryable, "{json}");
        }
    }

    #[test]
    fn a_connection_at_its_limit_is_at_its_end() {
        let error = ErrorDetails::from_json(r#"{"error":{"code":"websocket_connection_limit_reached"},"status":429}"#);
        assert!(error.needs_new_connection() && error.is_retryable());
        assert!(!ErrorDetails::from_json(r#"{"code":"rate_limit_exceeded"}"#).needs_new_connection());
    }
}
