//! Where the history of one tab passes from one evaluation to another, as opening a file does.
//!
//! Undo goes back over it, and then the other evaluation is the one that is kept.

use super::Place;

/// The crossings of a history, by the position of the first version behind each.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Crossings {
    /// Each with the place of the side that is not shown.
    all: Vec<(usize, Place)>,
}

impl Crossings {
    /// A version is pushed at this position: what lay ahead is forgotten.
    pub fn push(&mut self, at: usize) {
        self.all.retain(|(known, _)| *known < at);
    }

    /// The version at this position is another evaluation; the place is its own from here on.
    pub fn cross(&mut self, at: usize, place: &mut Place) {
        self.push(at);
        self.all.push((at, std::mem::take(place)));
    }

    /// The history went from one position to its neighbour.
    pub fn travel(&mut self, from: usize, to: usize, place: &mut Place) {
        let between = from.max(to);
        let crossed = self.all.iter_mut().find(|(at, _)| *at == between);
        if let Some((_, other)) = crossed {
            std::mem::swap(other, place);
        }
    }

    /// How many of the versions before this position belong to its evaluation; all of them without a crossing.
    #[must_use]
    pub fn behind(&self, position: usize) -> Option<usize> {
        let before = self.all.iter().filter(|(at, _)| *at <= position);
        before.map(|(at, _)| position - at).min()
    }

    /// The same for those after it.
    #[must_use]
    pub fn ahead(&self, position: usize) -> Option<usize> {
        let after = self.all.iter().filter(|(at, _)| *at > position);
        after.map(|(at, _)| at - position - 1).min()
    }
}
