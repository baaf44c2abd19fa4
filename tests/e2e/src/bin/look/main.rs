//! What xtask asks a browser for beside the journeys: the in-browser tests, the weight of the first load, pictures and
//! timings.

mod bench;
mod shots;
mod start;
mod transfer;
mod unit;

fn main() -> std::process::ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let good = match words.as_slice() {
        ["unit", folder] => unit::run(folder),
        ["transfer"] => transfer::print(),
        ["shots", folder] => shots::take(folder, None),
        ["shots", folder, only] => shots::take(folder, Some(only)),
        ["bench", rest @ ..] => bench::run(rest),
        _ => {
            eprintln!("look unit <folder> | transfer | shots <folder> [state] | bench [name]");
            false
        }
    };
    if good {
        std::process::ExitCode::SUCCESS
    } else {
        std::process::ExitCode::FAILURE
    }
}
