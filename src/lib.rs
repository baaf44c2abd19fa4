//! 绩评 Jiping: from a target table to an explained grade.
