//! What the small program leaves to the whole one.

use jiping::app::handover;

use super::{clicks, seed, types};

#[test]
fn everything_seen_comes_along() {
    let mut state = seed();
    types(&mut state, "row.actual.i4", "10次");
    types(&mut state, "row.reason.i4", "少发两次。\n第二行");
    for id in ["explain.i4", "explain.i9", "fold.tasks", "do.structure"] {
        clicks(&mut state, id);
    }
    let handed =
        handover::read(&handover::write(&state, "do.language", true)).expect("what was written");
    assert_eq!(handed.pressed, "do.language");
    assert!(handed.typing);
    assert_eq!(handed.state.document(), state.document());
    let (left, came) = (&state.session, &handed.state.session);
    assert_eq!(came.explained, left.explained);
    assert_eq!(came.explained.iter().count(), 2);
    assert_eq!(came.unfolded, left.unfolded);
    assert_eq!((came.structure, came.offer), (true, false));
}

#[test]
fn anything_else_is_refused() {
    for text in ["", "a", "a\n10000", "a\n1\n{}", "a\n100000\nnot a document"] {
        assert!(handover::read(text).is_none(), "{text:?}");
    }
}
