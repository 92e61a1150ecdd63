//! What handlers have to do.

use super::files::{ROOT, below};
use std::{fs, path::Path};

/// The handlers of a file that write for an enterprise and would do so twice for one `Idempotency-Key`: every POST, and every PUT of
/// a version.
fn writing_twice(text: &str) -> Vec<String> {
    let (posts, puts) = (text.split("#[post(").skip(1), text.split("#[put(").skip(1));
    let is_versioned = |handler: &&str| {
        handler
            .split("\n}\n")
            .next()
            .unwrap_or_default()
            .contains(": IfMatch")
    };
    let handlers = posts.chain(puts.filter(is_versioned));
    let handlers = handlers.map(|rest| rest.split("\n}\n").next().unwrap_or_default());
    handlers
        .filter(|h| h.contains(" Scope<") && h.contains(".write("))
        .map(|h| h.lines().next().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn every_write_of_an_enterprise_is_done_once() {
    let found: Vec<_> = below(&Path::new(ROOT).join("crates"), &["rs"])
        .into_iter()
        .flat_map(|path| writing_twice(&fs::read_to_string(path).unwrap()))
        .collect();
    assert!(found.is_empty(), "use scope.once in the handlers of {found:#?}");
    let bad = "#[post(\"/x\")]\nasync fn f(scope: Scope<P>) -> R {\n    scope.write(g).await\n}\n#[put(\"/x\")]\nfn g(scope: Scope<P>) {\n    scope.write(h)\n}\n";
    assert_eq!(writing_twice(bad), ["\"/x\")]"]);
    let versioned = bad.replace("fn g(scope: Scope<P>)", "fn g(scope: Scope<P>, version: IfMatch)");
    assert_eq!(writing_twice(&versioned).len(), 2);
}
