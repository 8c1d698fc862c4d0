//! Annotations: the sources that a text cites.

use alloc::string::String;

use crate::construct::constructors;
use crate::{EventFamily, ExtraFields, Number, ResponseEvent, UnknownEvent};

/// A citation of a file: `file_citation`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "file_citation")]
#[doc(alias = "AnnotationFileCitation")]
#[non_exhaustive]
pub struct FileCitation {
    /// ID of the file.
    #[event(required, non_empty)]
    pub file_id: Option<String>,
    /// Name of the file.
    #[event(required)]
    pub filename: Option<String>,
    /// Zero-based index of the file in the list of files.
    #[event(required, index)]
    pub index: Option<Number>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A citation of a web page: `url_citation`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "url_citation")]
#[doc(alias = "URLCitation")]
#[doc(alias = "AnnotationURLCitation")]
#[non_exhaustive]
pub struct UrlCitation {
    /// Address of the page.
    #[event(required)]
    pub url: Option<String>,
    /// Title of the page. Some servers omit it.
    #[event(required)]
    pub title: Option<String>,
    /// Zero-based index of the first character that cites the page. Some servers omit it.
    #[event(required, index)]
    pub start_index: Option<Number>,
    /// Zero-based index of the end of the citation. Some servers omit it.
    #[event(required, index)]
    pub end_index: Option<Number>,
    /// Excerpt from the page; OpenRouter sends it.
    pub content: Option<String>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A citation of a file in a tool's container: `container_file_citation`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "container_file_citation")]
#[doc(alias = "AnnotationContainerFileCitation")]
#[non_exhaustive]
pub struct ContainerFileCitation {
    /// ID of the container.
    #[event(required, non_empty)]
    pub container_id: Option<String>,
    /// ID of the file.
    #[event(required, non_empty)]
    pub file_id: Option<String>,
    /// Name of the file.
    #[event(required)]
    pub filename: Option<String>,
    /// Zero-based index of the first character that cites the file.
    #[event(required, index)]
    pub start_index: Option<Number>,
    /// Zero-based index of the end of the citation.
    #[event(required, index)]
    pub end_index: Option<Number>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

/// A reference to a generated file: `file_path`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, ResponseEvent)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part, type = "file_path")]
#[doc(alias = "AnnotationFilePath")]
#[non_exhaustive]
pub struct FilePath {
    /// ID of the file.
    #[event(required, non_empty)]
    pub file_id: Option<String>,
    /// Zero-based index of the file in the list of files.
    #[event(required, index)]
    pub index: Option<Number>,
    /// Fields that this version does not know.
    #[serde(flatten)]
    pub extra: ExtraFields,
}

constructors! {
    FileCitation();
    UrlCitation();
    ContainerFileCitation();
    FilePath();
}

/// An annotation of an [`OutputText`](crate::payload::OutputText).
///
/// ```
/// use response_event::payload::Annotation;
///
/// let annotation: Annotation = response_event::from_str(
///     r#"{"type":"url_citation","url":"https://example.org/","title":"Example","start_index":5,"end_index":12}"#,
/// )?;
/// let Annotation::UrlCitation(citation) = annotation else { unreachable!() };
/// assert_eq!(citation.url.as_deref(), Some("https://example.org/"));
/// # Ok::<(), response_event::DecodeError>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash, EventFamily)]
#[cfg_attr(feature = "schema", event(schema))]
#[event(part)]
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
    /// Any other type, or `null`.
    #[event(unknown)]
    Unknown(UnknownEvent),
}

null_element! { Annotation }
