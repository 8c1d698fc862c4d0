//! The macro behind the table of rules: one row makes the code, its documentation, its severities and its source.

/// ```text
/// rules! {
///     /// The events in the order of their numbers.
///     "sequence" {
///         /// A number is missing between two events.
///         SequenceGap = "sequence-gap", error, error, OpenAiSdk: "the number of the event in its stream";
///         …
///     }
/// }
/// ```
///
/// A row names the rule in code and text, its severity in the profiles `Documented` and `Strict` (`error`, `warning`, `note`
/// or `off`), and its source.
macro_rules! rules {
    ($(
        $room:literal {
            $(
                $(#[doc = $about:literal])+
                $code:ident = $text:literal, $documented:ident, $strict:ident, $document:ident: $fact:literal;
            )+
        }
    )+) => {
        /// The code of a rule. Its text, such as `sequence-gap`, does not change between versions.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Code {
            $($(
                #[doc = concat!("`", $text, "`:")]
                $(#[doc = $about])+
                #[doc = ""]
                #[doc = concat!(
                    "Documented: ", stringify!($documented), ". Strict: ", stringify!($strict), ". Source: ", $fact, "."
                )]
                $code,
            )+)+
        }

        impl Code {
            /// Every code, in the order of the table.
            pub const ALL: &'static [Self] = &[$($(Self::$code,)+)+];

            /// Returns the stable text of the code, in kebab case.
            pub const fn as_str(self) -> &'static str {
                match self { $($(Self::$code => $text,)+)+ }
            }

            /// Returns the kind of rule: `frame`, `fields`, `sequence` and so on.
            pub const fn group(self) -> &'static str {
                match self { $($(Self::$code => $room,)+)+ }
            }

            /// Returns the sentence that says what is wrong.
            pub fn summary(self) -> &'static str {
                match self { $($(Self::$code => concat!($($about),+).trim_ascii(),)+)+ }
            }

            /// Returns the severity of the rule in a profile; `None` if the rule is off.
            pub const fn severity(self, profile: Profile) -> Option<Severity> {
                match (self, profile) {
                    $($(
                        (Self::$code, Profile::Documented) => table::severity!($documented),
                        (Self::$code, Profile::Strict) => table::severity!($strict),
                    )+)+
                }
            }

            /// Returns the source of the rule.
            pub const fn source(self) -> Source {
                match self {
                    $($(Self::$code => Source { document: Document::$document, fact: $fact },)+)+
                }
            }
        }
    };
}

/// The severity that a row names.
macro_rules! severity {
    (off) => {
        None
    };
    (note) => {
        Some(Severity::Note)
    };
    (warning) => {
        Some(Severity::Warning)
    };
    (error) => {
        Some(Severity::Error)
    };
}

pub(super) use {rules, severity};
