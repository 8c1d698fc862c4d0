//! `schema`: it needs a feature, because its code names a crate that is otherwise not there.

use super::attr::Attr;
use crate::diag::Problem;
use crate::problems::Problems;

/// `true` if the code for a schema compiles. Tests look at that code and do not compile it.
pub(crate) const IS_ENABLED: bool = cfg!(any(test, feature = "schema"));

/// Reports the key if the feature is not enabled.
pub(super) fn check(schema: &Attr<()>, problems: &mut Problems) {
    if let (Some(at), false) = (schema.at(), IS_ENABLED) {
        problems.push(at, Problem::SchemaNotEnabled);
    }
}
