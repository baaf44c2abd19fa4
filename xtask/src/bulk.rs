//! Copies memory eight bytes at a time, and in few bytes.
//!
//! The oldest browsers have no `memory.copy` and no `memory.fill`, so the compiler brings functions of its own for
//! them, two kilobytes of special cases. Two small loops take their place.

use std::path::Path;

use rustc_demangle::demangle;
use walrus::ir::{BinaryOp, ExtendedLoad, InstrSeqId, LoadKind, MemArg, StoreKind, UnaryOp};
use walrus::{
    FunctionBuilder, FunctionId, FunctionKind, InstrSeqBuilder, LocalId, MemoryId, Module, ValType,
};

use crate::ends;
use crate::run::Res;

const BYTE: MemArg = MemArg {
    align: 1,
    offset: 0,
};

/// Gives the compiler's functions bodies of ours. The names must still be there.
fn replace(module: &mut Module) {
    let Some(memory) = module.memories.iter().next().map(|memory| memory.id()) else {
        return;
    };
    let (copy, fill) = (copy(module, memory), fill(module, memory));
    let locals: Vec<FunctionId> = module.funcs.iter_local().map(|(id, _)| id).collect();
    for id in locals {
        let name = module.funcs.get(id).name.as_deref().unwrap_or_default();
        let work = match format!("{:#}", demangle(name)).as_str() {
            "compiler_builtins::mem::memcpy" | "compiler_builtins::mem::memmove" => copy,
            "compiler_builtins::mem::memset" => fill,
            _ => continue,
        };
        module.funcs.get_mut(id).kind = FunctionKind::Local(told(module, work));
    }
}

/// `work(to, what, left)`, then `to`, as C would have it.
fn told(module: &mut Module, work: FunctionId) -> walrus::LocalFunction {
    let [to, what, left] = [(); 3].map(|()| module.locals.add(ValType::I32));
    let mut builder = FunctionBuilder::new(&mut module.types, &[ValType::I32; 3], &[ValType::I32]);
    let mut body = builder.func_body();
    body.local_get(to).local_get(what).local_get(left);
    body.call(work).local_get(to);
    builder.local_func(vec![to, what, left])
}

/// A body in the making: memory, and the locals `to`, `from` (or the word to fill with) and `left`.
#[derive(Clone, Copy)]
struct Body {
    memory: MemoryId,
    to: LocalId,
    from: Source,
    left: LocalId,
}

#[derive(Clone, Copy)]
enum Source {
    Memory(LocalId),
    Word(LocalId),
}

/// How a loop runs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    /// From the first byte on.
    Up,
    /// From the last byte down.
    Down,
}

impl Body {
    /// `while left >= width { move one piece }`.
    fn pieces(self, body: &mut InstrSeqBuilder, width: i32, way: Way) {
        body.loop_(None, |again| {
            let start = again.id();
            again
                .local_get(self.left)
                .i32_const(width)
                .binop(BinaryOp::I32GeU);
            again.if_else(None, |then| self.piece(then, width, way, start), |_| {});
        });
    }

    fn piece(self, then: &mut InstrSeqBuilder, width: i32, way: Way, start: InstrSeqId) {
        let step = |then: &mut InstrSeqBuilder, local, op| {
            then.local_get(local)
                .i32_const(width)
                .binop(op)
                .local_set(local);
        };
        step(then, self.left, BinaryOp::I32Sub);
        let at = |then: &mut InstrSeqBuilder, local| {
            then.local_get(local);
            if way == Way::Down {
                then.local_get(self.left).binop(BinaryOp::I32Add);
            }
        };
        at(then, self.to);
        let wide = width == 8;
        match self.from {
            Source::Memory(from) => {
                at(then, from);
                let kind = if wide {
                    LoadKind::I64 { atomic: false }
                } else {
                    LoadKind::I32_8 {
                        kind: ExtendedLoad::ZeroExtend,
                    }
                };
                then.load(self.memory, kind, BYTE);
            }
            Source::Word(word) => {
                then.local_get(word);
                if !wide {
                    then.unop(UnaryOp::I32WrapI64);
                }
            }
        }
        let kind = if wide {
            StoreKind::I64 { atomic: false }
        } else {
            StoreKind::I32_8 { atomic: false }
        };
        then.store(self.memory, kind, BYTE);
        if way == Way::Up {
            step(then, self.to, BinaryOp::I32Add);
            if let Source::Memory(from) = self.from {
                step(then, from, BinaryOp::I32Add);
            }
        }
        then.br(start);
    }

    fn all(self, body: &mut InstrSeqBuilder, way: Way) {
        self.pieces(body, 8, way);
        self.pieces(body, 1, way);
    }
}

/// `copy(to, from, left)`; the ranges may overlap.
fn copy(module: &mut Module, memory: MemoryId) -> FunctionId {
    let [to, from, left] = [(); 3].map(|()| module.locals.add(ValType::I32));
    let mut builder = FunctionBuilder::new(&mut module.types, &[ValType::I32; 3], &[]);
    let work = Body {
        memory,
        to,
        from: Source::Memory(from),
        left,
    };
    let mut body = builder.func_body();
    // Downwards where the target begins inside the source.
    body.local_get(to).local_get(from).binop(BinaryOp::I32Sub);
    body.local_get(left).binop(BinaryOp::I32LtU);
    body.if_else(
        None,
        |then| work.all(then, Way::Down),
        |other| work.all(other, Way::Up),
    );
    builder.finish(vec![to, from, left], &mut module.funcs)
}

/// `fill(to, byte, left)`.
fn fill(module: &mut Module, memory: MemoryId) -> FunctionId {
    let [to, byte, left] = [(); 3].map(|()| module.locals.add(ValType::I32));
    let word = module.locals.add(ValType::I64);
    let mut builder = FunctionBuilder::new(&mut module.types, &[ValType::I32; 3], &[]);
    let work = Body {
        memory,
        to,
        from: Source::Word(word),
        left,
    };
    let mut body = builder.func_body();
    body.local_get(byte).i32_const(255).binop(BinaryOp::I32And);
    body.unop(UnaryOp::I64ExtendUI32)
        .i64_const(0x0101_0101_0101_0101);
    body.binop(BinaryOp::I64Mul).local_set(word);
    work.all(&mut body, Way::Up);
    builder.finish(vec![to, byte, left], &mut module.funcs)
}

/// Rewrites a program, the `small` one or another.
pub(crate) fn lower_file(from: &Path, to: &Path, small: bool) -> Res {
    let lowered = Module::from_file(from).and_then(|mut module| {
        replace(&mut module);
        ends::shorten(&mut module, small);
        // What the compiler would do besides is said here, and wasm-bindgen would take it for granted.
        module.customs.remove_raw("target_features");
        module.emit_wasm_file(to)
    });
    lowered.map_err(|error| format!("{} cannot be lowered: {error:#}", from.display()))
}
