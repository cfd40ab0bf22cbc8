// Writes the scope of each place that `asked` names into `told`, as VS Code reads the grammar.
const fs = require("fs");
const path = require("path");
const [packages, grammar] = process.argv.slice(2);
const oniguruma = require(path.join(packages, "vscode-oniguruma"));
const textmate = require(path.join(packages, "vscode-textmate"));

async function tell() {
  await oniguruma.loadWASM(fs.readFileSync(path.join(packages, "vscode-oniguruma/release/onig.wasm")).buffer);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (text) => new oniguruma.OnigString(text),
    }),
    loadGrammar: async () => textmate.parseRawGrammar(fs.readFileSync(grammar, "utf8"), grammar),
  });
  const loaded = await registry.loadGrammar("source.tegoed");
  let stack = textmate.INITIAL;
  const lines = fs.readFileSync("journal.tegoed", "utf8").split("\n").map((line) => {
    const read = loaded.tokenizeLine(line, stack);
    stack = read.ruleStack;
    return { line, tokens: read.tokens };
  });
  const told = fs.readFileSync("asked", "utf8").trim().split("\n").map((place) => {
    const [number, byte] = place.split(" ").map(Number);
    const { line, tokens } = lines[number - 1];
    const at = Buffer.from(line, "utf8").subarray(0, byte - 1).toString("utf8").length;
    const token = tokens.find(({ startIndex, endIndex }) => startIndex <= at && at < endIndex);
    return token ? token.scopes[token.scopes.length - 1] : "";
  });
  fs.writeFileSync("told", told.join("\n"));
}
tell();
