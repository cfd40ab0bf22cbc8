//! Compiles the parser that `tree-sitter generate` wrote.

fn main() {
    let mut compiler = cc::Build::new();
    compiler.std("c11").include("src").file("src/parser.c");
    // The tables are large, and what is optimized in them is little.
    compiler.opt_level(1).warnings(false);
    compiler.compile("tree-sitter-tegoed");
    println!("cargo:rerun-if-changed=src/parser.c");
}
