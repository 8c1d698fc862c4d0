//! Names on the wire: identifiers without `r#`, and serde's cases.

use syn::Ident;

/// `#[serde(rename_all = "…")]`
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Case {
    Lower,
    Upper,
    Pascal,
    Camel,
    Snake,
    ScreamingSnake,
    Kebab,
    ScreamingKebab,
}

const CASES: &[(&str, Case)] = &[
    ("lowercase", Case::Lower),
    ("UPPERCASE", Case::Upper),
    ("PascalCase", Case::Pascal),
    ("camelCase", Case::Camel),
    ("snake_case", Case::Snake),
    ("SCREAMING_SNAKE_CASE", Case::ScreamingSnake),
    ("kebab-case", Case::Kebab),
    ("SCREAMING-KEBAB-CASE", Case::ScreamingKebab),
];

impl Case {
    pub(crate) fn find(name: &str) -> Option<Self> {
        let (_, case) = CASES.iter().find(|(word, _)| *word == name)?;
        Some(*case)
    }

    /// Returns the values of `rename_all`.
    pub(crate) fn names() -> Vec<&'static str> {
        CASES.iter().map(|(word, _)| *word).collect()
    }

    /// The wire name of a field. serde expects fields in snake case, and so do we.
    pub(crate) fn apply(self, field: &str) -> String {
        match self {
            Case::Lower | Case::Snake => field.to_owned(),
            Case::Upper | Case::ScreamingSnake => field.to_ascii_uppercase(),
            Case::Pascal => pascal(field),
            Case::Camel => {
                let mut name = pascal(field);
                if let Some(first) = name.get_mut(..1) {
                    first.make_ascii_lowercase();
                }
                name
            }
            Case::Kebab => field.replace('_', "-"),
            Case::ScreamingKebab => field.to_ascii_uppercase().replace('_', "-"),
        }
    }
}

fn pascal(field: &str) -> String {
    field
        .split('_')
        .flat_map(|word| {
            let mut letters = word.chars();
            letters.next().map(|first| first.to_ascii_uppercase()).into_iter().chain(letters)
        })
        .collect()
}

/// The identifier without `r#`.
pub(crate) fn unraw(ident: &Ident) -> String {
    let name = ident.to_string();
    match name.strip_prefix("r#") {
        Some(name) => name.to_owned(),
        None => name,
    }
}

#[cfg(test)]
mod tests {
    use super::Case;

    /// The expectations of serde's own test.
    #[test]
    fn cases_are_those_of_serde() {
        for (field, upper, pascal, camel, screaming, kebab, screaming_kebab) in [
            ("outcome", "OUTCOME", "Outcome", "outcome", "OUTCOME", "outcome", "OUTCOME"),
            ("very_tasty", "VERY_TASTY", "VeryTasty", "veryTasty", "VERY_TASTY", "very-tasty", "VERY-TASTY"),
            ("a", "A", "A", "a", "A", "a", "A"),
            ("z42", "Z42", "Z42", "z42", "Z42", "z42", "Z42"),
        ] {
            assert_eq!(Case::Lower.apply(field), field);
            assert_eq!(Case::Snake.apply(field), field);
            assert_eq!(Case::Upper.apply(field), upper);
            assert_eq!(Case::Pascal.apply(field), pascal);
            assert_eq!(Case::Camel.apply(field), camel);
            assert_eq!(Case::ScreamingSnake.apply(field), screaming);
            assert_eq!(Case::Kebab.apply(field), kebab);
            assert_eq!(Case::ScreamingKebab.apply(field), screaming_kebab);
        }
    }

    #[test]
    fn edges() {
        assert_eq!(Case::Camel.apply("_"), "");
        assert_eq!(Case::Camel.apply("__a__b"), "aB");
        assert_eq!(Case::Pascal.apply("élan_vital"), "élanVital");
        assert_eq!(Case::Camel.apply("Already"), "already");
        assert_eq!(Case::find("camelcase"), None);
    }
}
