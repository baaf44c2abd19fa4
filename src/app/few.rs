//! 集合: a set of few things, in order; a tree of them would be some 4 kB of WebAssembly for each kind of thing.

/// A set in order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Few<T>(Vec<T>);

impl<T> Default for Few<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Ord> Few<T> {
    /// Whether it holds this.
    #[must_use]
    pub fn contains(&self, one: &T) -> bool {
        self.0.binary_search(one).is_ok()
    }

    /// Takes one in; tells whether it was not there.
    pub fn insert(&mut self, one: T) -> bool {
        let place = self.0.binary_search(&one);
        if let Err(at) = place {
            self.0.insert(at, one);
        }
        place.is_err()
    }

    /// Takes one in that was not there, or out that was.
    pub fn toggle(&mut self, one: T) {
        match self.0.binary_search(&one) {
            Ok(at) => drop(self.0.remove(at)),
            Err(at) => self.0.insert(at, one),
        }
    }

    /// Whether it holds nothing.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them, in order.
    pub fn iter(&self) -> std::slice::Iter<'_, T> {
        self.0.iter()
    }

    /// Takes everything out.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

impl<'a, T: Ord> IntoIterator for &'a Few<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::Few;

    #[test]
    fn each_is_there_once_and_in_order() {
        let mut few = Few::default();
        for one in [3, 1, 2, 3, 1] {
            few.insert(one);
        }
        assert!(few.iter().eq(&[1, 2, 3]));
        assert!(few.contains(&2) && !few.contains(&4));
        few.toggle(2);
        few.toggle(4);
        assert!(few.iter().eq(&[1, 3, 4]));
        assert!(!few.insert(4));
        few.clear();
        assert!(few.is_empty());
    }
}
