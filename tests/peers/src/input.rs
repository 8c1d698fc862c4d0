//! What is decoded: text deltas as OpenAI sends them, with `type` first and last, and a partial image of a megabyte.

pub struct Input {
    pub name: &'static str,
    pub json: fn() -> String,
}

pub const INPUTS: &[Input] = &[
    Input { name: "text delta, type first", json: || format!("{{{TYPE},{MEMBERS}}}") },
    Input { name: "text delta, type last", json: || format!("{{{MEMBERS},{TYPE}}}") },
    Input {
        name: "text delta of 1 MiB, type first",
        json: || format!("{{{TYPE},{}}}", MEMBERS.replace(" quick", &"iVBORw0K".repeat(1 << 17))),
    },
];

const TYPE: &str = r#""type":"response.output_text.delta""#;

/// Two of them, `logprobs` and `obfuscation`, are in none of the structs.
const MEMBERS: &str = r#""item_id":"msg_0a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f6071","output_index":0,"content_index":0,"delta":" quick","sequence_number":12,"logprobs":[],"obfuscation":"aB3dE5fG7hI9jK""#;
