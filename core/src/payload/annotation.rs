//! Annotations of a text: where what it says comes from.
//!
//! openai-python 3.54.0 and openai-node 6.49.0 know all four types; `@openrouter/sdk` 1.3.19 and 0.9.11 know all but
//! `container_file_citation`.

use alloc::string::String;

use crate::{EventFamily, ExtraFields, Number, ResponseEvent, UnknownEvent};

/// A file that was searched: `file_citation`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "file_citation")]
#[doc(alias = "AnnotationFileCitation")]
pub struct FileCitation {
    /// The file; not empty.
    #[event(non_empty)]
    pub file_id: String,
    /// The file's name.
    pub filename: String,
    /// The place of the file in the list of files, from 0.
    #[event(index)]
    pub index: Number,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// A web page: `url_citation`.
///
/// Required by all SDKs, `start_index`, `end_index` and `title` are left out by xAI's servers.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "url_citation")]
#[doc(alias = "URLCitation")]
#[doc(alias = "AnnotationURLCitation")]
pub struct UrlCitation {
    /// The address of the page.
    pub url: String,
    /// The page's title.
    #[event(required)]
    pub title: Option<String>,
    /// The first character of the text that cites it, from 0.
    #[event(required, index)]
    pub start_index: Option<Number>,
    /// Where the citation ends, from 0.
    #[event(required, index)]
    pub end_index: Option<Number>,
    /// What the page says; sent by OpenRouter.
    pub content: Option<String>,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// A file in the container of a tool: `container_file_citation`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "container_file_citation")]
#[doc(alias = "AnnotationContainerFileCitation")]
pub struct ContainerFileCitation {
    /// The container; not empty.
    #[event(non_empty)]
    pub container_id: String,
    /// The file; not empty.
    #[event(non_empty)]
    pub file_id: String,
    /// The file's name.
    pub filename: String,
    /// The first character of the text that cites it, from 0.
    #[event(index)]
    pub start_index: Number,
    /// Where the citation ends, from 0.
    #[event(index)]
    pub end_index: Number,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// A file that was made: `file_path`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, ResponseEvent)]
#[event(type = "file_path")]
#[doc(alias = "AnnotationFilePath")]
pub struct FilePath {
    /// The file; not empty.
    #[event(non_empty)]
    pub file_id: String,
    /// The place of the file in the list of files, from 0.
    #[event(index)]
    pub index: Number,
    /// Every other member.
    #[serde(flatten)]
    pub other: ExtraFields,
}

/// An annotation of an [`OutputText`](crate::payload::OutputText).
///
/// ```
/// use response_event::payload::Annotation;
///
/// let annotation: Annotation = response_event::from_str(
///     r#"{"type":"url_citation","url":"https://example.org/","title":"Example","start_index":5,"end_index":12}"#,
/// )?;
/// assert!(matches!(annotation, Annotation::UrlCitation(citation) if citation.url == "https://example.org/"));
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, EventFamily)]
#[non_exhaustive]
pub enum Annotation {
    /// `file_citation`
    FileCitation(FileCitation),
    /// `url_citation`
    UrlCitation(UrlCitation),
    /// `container_file_citation`
    ContainerFileCitation(ContainerFileCitation),
    /// `file_path`
    FilePath(FilePath),
    /// Any other type.
    #[event(unknown)]
    Unknown(UnknownEvent),
}
