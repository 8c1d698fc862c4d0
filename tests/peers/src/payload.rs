//! The objects inside events: plain structs of serde's derive, the same in every family.

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Response {
    pub id: String,
    pub object: String,
    pub created_at: u64,
    pub status: Option<String>,
    pub model: String,
    pub output: Vec<Item>,
    pub parallel_tool_calls: bool,
    pub temperature: Option<f64>,
    pub usage: Option<Usage>,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Item {
    pub id: Option<String>,
    pub r#type: String,
    pub status: Option<String>,
    pub role: Option<String>,
    pub name: Option<String>,
    pub call_id: Option<String>,
    pub arguments: Option<String>,
    pub code: Option<String>,
    pub content: Option<Vec<Part>>,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Part {
    pub r#type: String,
    pub text: Option<String>,
    pub annotations: Option<Vec<Annotation>>,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Annotation {
    pub r#type: String,
    pub start_index: Option<u64>,
    pub end_index: Option<u64>,
    pub title: Option<String>,
    pub url: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Deserialize, Serialize)]
pub struct Usage {
    pub input_tokens: u64,
    pub output_tokens: u64,
    pub total_tokens: u64,
}
