// One run of the filters: files in, files out, and what they said. Runs in the page's worker and, where the page
// is built, in node. Nothing of a run outlives it: each has memory and files of its own.

const here = '/donnees';
const there = '/sorties';

/** The module, compiled once; each run makes an instance of it. */
export async function compile(bytes) {
  return WebAssembly.compile(bytes);
}

// Bytes of a stream of the program as it writes them, without a terminal (which would colour and redraw).
function gather() {
  const parts = [];
  return { put: byte => { parts.push(byte); }, text: () => new TextDecoder().decode(Uint8Array.from(parts)) };
}

async function instance(factory, compiled, out, err) {
  return factory({
    instantiateWasm: (imports, receive) => {
      WebAssembly.instantiate(compiled, imports).then(made => receive(made, compiled));
      return {};
    },
    stdin: () => null,
    stdout: out.put,
    stderr: err.put,
    quit: (status, why) => { throw why; },
  });
}

function status(program, args) {
  try {
    return program.callMain(args);
  } catch (why) {
    if (typeof why.status === 'number') return why.status;
    throw why;
  }
}

// A name may have a folder: that of an option which takes one. Nobody else may read it, as a key of pseudonyms asks.
function put(program, { name, bytes }) {
  const folder = name.slice(0, Math.max(0, name.lastIndexOf('/')));
  if (folder) program.FS.mkdirTree(folder);
  program.FS.writeFile(name, bytes, { mode: 0o600 });
}

function written(program) {
  const names = program.FS.readdir(there).filter(name => name !== '.' && name !== '..');
  return names.map(name => ({ name, bytes: program.FS.readFile(`${there}/${name}`) }));
}

/**
 * Runs `aet-TOOL ARGUMENT…`. `files` are [{name, bytes}], named as they are by the arguments; what is written to
 * OUT/NAME comes back in `written`.
 */
export async function run(factory, compiled, { args, files = [] }) {
  const out = gather();
  const err = gather();
  const program = await instance(factory, compiled, out, err);
  for (const folder of [here, there]) program.FS.mkdir(folder);
  program.FS.chdir(here);
  for (const file of files) put(program, file);
  const ended = status(program, args);
  return { status: ended, said: err.text(), printed: out.text(), written: written(program) };
}

/** Where a run is to write what the page takes. */
export const OUT = there;
