//! Types as they are spelt: the derives see tokens, not types.

use syn::{GenericArgument, Generics, PathArguments, Type};

/// Removes parentheses, and the invisible groups around the fragments of `macro_rules!`.
pub(crate) fn peeled(ty: &Type) -> &Type {
    match ty {
        Type::Group(group) => peeled(&group.elem),
        Type::Paren(paren) => peeled(&paren.elem),
        _ => ty,
    }
}

/// Returns `T` if the type is spelt `Box<T>`.
pub(crate) fn boxed(ty: &Type) -> Option<&Type> {
    let Type::Path(path) = peeled(ty) else { return None };
    let last = path.path.segments.last().filter(|last| last.ident == "Box")?;
    let PathArguments::AngleBracketed(arguments) = &last.arguments else { return None };
    match arguments.args.first()? {
        GenericArgument::Type(inner) if arguments.args.len() == 1 => Some(inner),
        _ => None,
    }
}

/// Removes a `Box` as well: a family holds an event once, boxed or not.
pub(crate) fn unboxed(ty: &Type) -> &Type {
    boxed(ty).unwrap_or_else(|| peeled(ty))
}

/// Returns `true` if the type is one of the type parameters.
pub(crate) fn is_parameter(ty: &Type, generics: &Generics) -> bool {
    let Type::Path(path) = peeled(ty) else { return false };
    path.qself.is_none() && generics.type_params().any(|parameter| path.path.is_ident(&parameter.ident))
}

/// Returns `true` for the standard types that are spelt as usual and no `Option`. A type that is not in the list may still
/// be none: then the compiler finds out.
pub(crate) fn is_no_option(ty: &Type) -> bool {
    const NAMES: [&str; 24] = [
        "bool", "char", "f32", "f64", "i8", "i16", "i32", "i64", "i128", "isize", "u8", "u16", "u32", "u64", "u128",
        "usize", "String", "Cow", "Vec", "HashMap", "BTreeMap", "HashSet", "BTreeSet", "Number",
    ];
    match peeled(ty) {
        Type::Path(path) => path.path.segments.last().is_some_and(|last| NAMES.iter().any(|name| last.ident == name)),
        Type::Reference(_) | Type::Array(_) | Type::Tuple(_) => true,
        _ => false,
    }
}
