//! What handlers have to do.

use super::files::{ROOT, below};
use std::{fs, path::Path};

/// The POST handlers of a file that write for an enterprise and would do so twice for one `Idempotency-Key`.
fn writing_twice(text: &str) -> Vec<String> {
    let handlers = text.split("#[post(").skip(1);
    let handlers = handlers.map(|rest| rest.split("\n}\n").next().unwrap_or_default());
    handlers
        .filter(|h| h.contains(" Scope<") && h.contains(".write("))
        .map(|h| h.lines().next().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn every_post_of_an_enterprise_is_done_once() {
    let found: Vec<_> = below(&Path::new(ROOT).join("crates"), &["rs"])
        .into_iter()
        .flat_map(|path| writing_twice(&fs::read_to_string(path).unwrap()))
        .collect();
    assert!(found.is_empty(), "use scope.once in the handlers of {found:#?}");
    let bad = "#[post(\"/x\")]\nasync fn f(scope: Scope<P>) -> R {\n    scope.write(g).await\n}\n#[put(\"/x\")]\nfn g(scope: Scope<P>) {\n    scope.write(h)\n}\n";
    assert_eq!(writing_twice(bad), ["\"/x\")]"]);
}
