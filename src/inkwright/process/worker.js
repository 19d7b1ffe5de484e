// Runs the JavaScript cells of one post in one global scope. Started as a script by the runner, never imported.
// Called with the path of the file that standard output goes to. Reads one JSON line a cell from its standard input:
// {"n", "code": path, "name"}; answers each with {"n", "error": null | {"name", "message", "line"}}. `import` lines at the top
// level become globals, `await` at the top level works; what is then declared with const or let stays in its cell.
"use strict";
const fs = require("fs");
const net = require("net");
const path = require("path");
const readline = require("readline");
const vm = require("vm");
const url = require("url");
const { createRequire } = require("module");
const { Readable } = require("stream");

const channel = process.argv[2];
const here = path.join(process.cwd(), "snippet.js");
const write = (stream, name) => {
  process[stream].write = (chunk, encoding, done) => {
    fs.appendFileSync(name, chunk, typeof encoding === "string" ? encoding : "utf8");
    const finished = typeof encoding === "function" ? encoding : done;
    if (finished) process.nextTick(finished);
    return true;
  };
};
const answer = (n, { error }) => fs.writeSync(1, `{"n": ${n}, "error": ${JSON.stringify(error)}}\n`);

globalThis.require = createRequire(here);
globalThis.module = { exports: {} };
globalThis.exports = globalThis.module.exports;
globalThis.__filename = here;
globalThis.__dirname = process.cwd();

const IMPORT = /^import\s+(?:(.*?)\s+from\s+)?["']([^"']+)["'];?[ \t]*$/gm;

async function imported(code) {
  const lines = [...code.matchAll(IMPORT)];
  for (const [, names, target] of lines) {
    const local = target.startsWith(".") ? url.pathToFileURL(path.resolve(target)).href : target;
    let found;
    try {
      found = await import(local);
    } catch (error) {
      if (local !== target || error.code !== "ERR_MODULE_NOT_FOUND") throw error;
      found = await import(url.pathToFileURL(globalThis.require.resolve(target)).href);
    }
    bind(names || "", found);
  }
  return code.replace(IMPORT, "");
}

function bind(names, found) {
  const inner = names.match(/\{([^}]*)\}/);
  for (const one of inner ? inner[1].split(",") : []) {
    const [from, to] = one.trim().split(/\s+as\s+/);
    if (from) globalThis[to || from] = found[from];
  }
  const rest = names.replace(/\{[^}]*\}/, "").split(",").map((one) => one.trim()).filter(Boolean);
  for (const one of rest) {
    const whole = one.match(/^\*\s+as\s+(\S+)$/);
    globalThis[whole ? whole[1] : one] = whole ? found : found.default ?? found;
  }
}

async function run(code, name) {
  const rest = await imported(code);
  const importModuleDynamically = vm.constants && vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER;
  const options = { filename: name, importModuleDynamically };
  let script;
  try {
    script = new vm.Script(rest, options);
  } catch (error) {
    if (!/await/.test(rest)) throw error;
    script = new vm.Script("(async () => {" + rest + "\n})()", options);
  }
  await script.runInThisContext();
  await new Promise((done) => setImmediate(done));
}

function told(error, name) {
  const known = error instanceof Error || (error && error.stack);
  const stack = known ? String(error.stack) : "";
  const at = stack.split("\n").map((line) => line.split(name + ":")[1]).find(Boolean);
  const label = known ? error.name || "Error" : "Error";
  return { name: label, message: known ? String(error.message) : String(error), line: at ? parseInt(at, 10) : 0 };
}

let stray = null;
process.on("uncaughtException", (error) => { stray = stray || error; });
process.on("unhandledRejection", (error) => { stray = stray || error; });
Object.defineProperty(process, "stdin", { get: () => Readable.from([]) });
write("stdout", channel);
write("stderr", channel + ".err");

async function main() {
  const input = new net.Socket({ fd: 0, readable: true, writable: false });
  for await (const line of readline.createInterface({ input })) {
    const job = JSON.parse(line);
    stray = null;
    let error = null;
    try {
      await run(fs.readFileSync(job.code, "utf8"), job.name);
      error = stray;
    } catch (failed) {
      error = failed;
    }
    answer(job.n, { error: error === null ? null : told(error, job.name) });
  }
  process.exit(0);
}
main();
