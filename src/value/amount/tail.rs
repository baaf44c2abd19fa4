//! What stands behind a number and its unit: 以上, (含), a remark, a noun, a second bound.

use super::range::bound;
use super::{Amount, Measure, Miss};
use crate::decimal::Number;
use crate::value::sign::{self, Lead, Signed, Tail};
use crate::value::unit::read as units;

impl Amount {
    /// Takes the words after the number; gives the text of a second bound (`且<90%`) where one follows.
    pub(super) fn tails<'s>(
        &mut self,
        text: &'s str,
        measure: &mut Measure,
        open: bool,
    ) -> Result<Option<&'s str>, Miss> {
        let mut rest = text;
        let mut nouns = measure.unit.is_some() && !self.spelled && !self.unknown;
        while !rest.is_empty() {
            if open && let Some(second) = bound(rest, self.comparator.is_some() && !self.left_out) {
                return Ok(Some(second));
            }
            if let Some((tail, after)) = sign::tail(rest) {
                self.tail(tail, open)?;
                rest = after;
            } else if let Some(again) = rest.strip_prefix(['及', '或'])
                && let Ok((same, after)) = Self::default().measure(again)
                && same.number == measure.number
            {
                // 5次及5次以上
                rest = after;
            } else if let Some(after) = rest.strip_prefix('(') {
                let (remark, after) = after.split_once(')').ok_or(Miss::No)?;
                self.remark(remark, measure.number)?;
                rest = after;
            } else if let Some(after) = rest.strip_prefix('/') {
                // 5次以上/年
                let unit = measure.unit.as_mut().filter(|unit| unit.per.is_none());
                let (per, after, unknown) = units::per(after, false).ok_or(Miss::No)?;
                unit.ok_or(Miss::No)?.per = Some(Box::new(per));
                self.unknown |= unknown;
                rest = after;
            } else {
                let noun = units::noun(rest);
                if noun.is_empty() || !nouns {
                    return Err(Miss::No);
                }
                (nouns, self.left_out) = (false, true);
                rest = rest.get(noun.len()..).unwrap_or_default();
            }
        }
        Ok(None)
    }

    /// Takes one word after the number.
    fn tail(&mut self, tail: Tail, open: bool) -> Result<(), Miss> {
        match tail {
            Tail::Sign(_) | Tail::Roughly if !open => return Err(Miss::No),
            Tail::Between if open => return Err(Miss::No),
            Tail::Sign(comparator) => self.sign(comparator)?,
            Tail::Roughly => self.roughly = true,
            Tail::Nothing | Tail::Between => {}
            Tail::Included => self.edge = Some(true),
            Tail::Excluded => self.edge = Some(false),
        }
        Ok(())
    }

    /// A remark in brackets: `以上(含95%)` repeats the number, words are left out, other numbers are not read.
    fn remark(&mut self, remark: &str, number: Number) -> Result<(), Miss> {
        // 含税 is a word.
        if let Some(limit) = remark.strip_prefix('含')
            && let Ok((repeated, rest)) = Self::default().measure(limit)
        {
            self.edge = Some(true);
            return (repeated.number == number && rest.is_empty())
                .then_some(())
                .ok_or(Miss::No);
        }
        let sign = matches!(
            sign::lead(remark),
            Some((Lead::Not | Lead::Less | Lead::More, _))
        ) || !matches!(sign::symbols(remark), Signed::Nothing);
        if sign || remark.contains(|c: char| c.is_ascii_digit() || c == '(') {
            return Err(Miss::No);
        }
        self.left_out = true;
        Ok(())
    }
}
