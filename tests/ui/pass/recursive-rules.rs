//! A generic event that holds itself through a family: `bound` says that its rules ask nothing of `T`.

use response_event::{EventFamily, ResponseEvent, Validate};

#[derive(ResponseEvent)]
#[event(type = "node", bound = "")]
struct Node<T> {
    #[event(non_empty)]
    id: String,
    value: T,
    #[event(each(nested))]
    children: Vec<Tree<T>>,
}

#[derive(EventFamily)]
enum Tree<T> {
    Node(Box<Node<T>>),
}

fn main() -> Result<(), response_event::DecodeError> {
    let json = r#"{"type":"node","id":"a","value":1,"children":[{"type":"node","id":"","value":2,"children":[]}]}"#;
    let tree: Tree<u8> = response_event::from_str(json)?;
    let violations = tree.validate().expect_err("the child has no id");
    assert_eq!(violations.iter().next().map(|violation| violation.pointer()), Some("/children/0/id"));
    let Tree::Node(node) = tree;
    assert_eq!(node.value, 1);
    Ok(())
}
