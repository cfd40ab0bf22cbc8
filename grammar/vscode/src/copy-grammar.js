// The grammar is that of ../textmate; a packed extension holds a copy.
const fs = require("fs");
const path = require("path");

const name = "tegoed.tmLanguage.json";
const dist = path.join(__dirname, "..", "dist");
fs.mkdirSync(dist, { recursive: true });
fs.copyFileSync(path.join(__dirname, "..", "..", "textmate", name), path.join(dist, name));
