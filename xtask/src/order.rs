//! The functions of a program in an order in which each follows the one it looks most like: brotli then finds more of
//! it said already, some two percent of the program.

use std::collections::HashMap;
use std::convert::Infallible;

use wasm_encoder::reencode::{Error, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{
    BinaryReaderError, CodeSectionReader, FunctionBody, FunctionSectionReader, Parser, Payload,
    TypeRef,
};

use crate::run::Res;

/// How many instructions in a row are compared.
const ROW: usize = 4;
/// Makes a short function that is all alike no better a neighbour than a long one that is mostly.
const SHORT: usize = 4;

/// Puts functions that look alike side by side.
pub(crate) fn alike(program: &[u8]) -> Res<Vec<u8>> {
    ordered(program).map_err(|error| format!("the functions cannot be put in order: {error}"))
}

fn ordered(program: &[u8]) -> Result<Vec<u8>, String> {
    let (imported, looks) = functions(program).map_err(|error| error.to_string())?;
    let order = chain(&looks);
    let mut places = vec![0; order.len()];
    for (place, old) in order.iter().enumerate() {
        places[*old] = place;
    }
    let mut module = Module::new();
    let mut mover = Mover {
        imported,
        order,
        places,
    };
    mover
        .parse_core_module(&mut module, Parser::new(0), program)
        .map_err(|error| error.to_string())?;
    Ok(module.finish())
}

/// How many functions come from outside, and how each of the others looks: the rows of instructions in it, each once.
fn functions(program: &[u8]) -> Result<(usize, Vec<Vec<u32>>), BinaryReaderError> {
    let (mut imported, mut looks) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(program) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imported += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => looks.push(look(program, &body)?),
            _ => {}
        }
    }
    Ok((imported, looks))
}

fn look(program: &[u8], body: &FunctionBody) -> Result<Vec<u32>, BinaryReaderError> {
    let mut reader = body.get_operators_reader()?;
    let mut codes = Vec::new();
    while !reader.eof() {
        codes.push(program[reader.original_position()]);
        reader.read()?;
    }
    let rows = codes.array_windows::<ROW>();
    let mut rows: Vec<u32> = rows.map(|row| u32::from_be_bytes(*row)).collect();
    rows.sort_unstable();
    rows.dedup();
    Ok(rows)
}

/// From the first function on, always the one left that is most like the last: which share of their rows both have.
fn chain(looks: &[Vec<u32>]) -> Vec<usize> {
    let mut having: HashMap<u32, Vec<usize>> = HashMap::new();
    for (at, rows) in looks.iter().enumerate() {
        for row in rows {
            having.entry(*row).or_default().push(at);
        }
    }
    let mut left: Vec<bool> = vec![true; looks.len()];
    let mut order = Vec::new();
    let mut next = (!looks.is_empty()).then_some(0);
    while let Some(at) = next {
        left[at] = false;
        order.push(at);
        let mut both = vec![0_usize; looks.len()];
        for row in &looks[at] {
            for other in &having[row] {
                both[*other] += 1;
            }
        }
        // The square of the share, times the length of this one, which all have in common.
        let share = |other: usize| (both[other] * both[other], looks[other].len() + SHORT);
        let rest = (0..looks.len()).filter(|other| left[*other]);
        next = rest.reduce(|best, other| {
            let ((above, below), (above_best, below_best)) = (share(other), share(best));
            if above * below_best > above_best * below {
                other
            } else {
                best
            }
        });
    }
    order
}

struct Mover {
    imported: usize,
    /// Which function comes first, second, … by its old place.
    order: Vec<usize>,
    /// The new place of each.
    places: Vec<usize>,
}

type Moved = Result<(), Error<Infallible>>;

impl Reencode for Mover {
    type Error = Infallible;

    fn function_index(&mut self, old: u32) -> Result<u32, Error<Infallible>> {
        let own = usize::try_from(old).ok().and_then(|old| {
            let place = self.places.get(old.checked_sub(self.imported)?)?;
            u32::try_from(place + self.imported).ok()
        });
        Ok(own.unwrap_or(old))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Moved {
        let kinds: Vec<u32> = section.into_iter().collect::<Result<_, _>>()?;
        for old in &self.order {
            functions.function(kinds[*old]);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Moved {
        let bodies: Vec<FunctionBody<'_>> = section.into_iter().collect::<Result<_, _>>()?;
        for old in self.order.clone() {
            self.parse_function_body(code, bodies[old].clone())?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{alike, chain};
    use wasm_encoder::{
        CodeSection, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function,
        FunctionSection, ImportSection, Module, RefType, TableSection, TableType, TypeSection,
    };
    use wasm_encoder::{ConstExpr, ValType};

    /// One function from outside, three of ours: the first and the last look alike and have one type; the table, the
    /// export and the calls name them.
    fn program(order: [usize; 3]) -> Vec<u8> {
        let place = |old: usize| {
            let place = order.iter().position(|one| *one == old).unwrap();
            u32::try_from(place + 1).unwrap()
        };
        let mut types = TypeSection::new();
        types.ty().function([], [ValType::I32]);
        types.ty().function([], []);
        let mut imports = ImportSection::new();
        imports.import("a", "b", EntityType::Function(1));
        let kinds = [0, 1, 0];
        let mut functions = FunctionSection::new();
        let mut code = CodeSection::new();
        for old in order {
            functions.function(kinds[old]);
            let mut body = Function::new([]);
            let mut write = body.instructions();
            match old {
                1 => {
                    write.call(0).call(place(2)).drop().call(place(1)).end();
                }
                _ => {
                    let number = i32::try_from(old).unwrap();
                    write.i32_const(number).i32_eqz().i32_eqz().i32_eqz().end();
                }
            }
            code.function(&body);
        }
        let mut tables = TableSection::new();
        tables.table(TableType {
            element_type: RefType::FUNCREF,
            table64: false,
            minimum: 2,
            maximum: None,
            shared: false,
        });
        let mut elements = ElementSection::new();
        let named = [place(1), place(2)];
        elements.active(
            None,
            &ConstExpr::i32_const(0),
            Elements::Functions(named.as_slice().into()),
        );
        let mut exports = ExportSection::new();
        exports.export("c", ExportKind::Func, place(2));
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions);
        module.section(&tables).section(&exports).section(&elements);
        module.section(&code);
        module.finish()
    }

    #[test]
    fn what_is_alike_stands_side_by_side_and_is_named_anew() {
        assert_eq!(alike(&program([0, 1, 2])).unwrap(), program([0, 2, 1]));
    }

    #[test]
    fn a_program_in_order_stays_as_it_is() {
        let program = program([0, 2, 1]);
        assert_eq!(alike(&program).unwrap(), program);
    }

    #[test]
    fn the_most_alike_comes_next_and_the_first_of_equals() {
        let looks = [
            vec![1, 2, 3],
            vec![7, 8],
            vec![2, 3, 4],
            vec![3, 4, 5],
            vec![9],
        ];
        assert_eq!(chain(&looks), [0, 2, 3, 1, 4]);
        assert!(chain(&[]).is_empty());
    }

    #[test]
    fn damaged_programs_are_refused() {
        let whole = program([0, 1, 2]);
        assert!(alike(&whole[..whole.len() - 3]).is_err());
    }
}
