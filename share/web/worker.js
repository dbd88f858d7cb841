// The thread in which the filters run, so that the page stays alive whatever they read. Joined behind filtres.js
// (emscripten's) and app/engine.js, and started from a blob: a file:// page may start no other.
import { compile, run } from './app/engine.js';
import { unpacked } from './app/packed.js';

let compiled = null;

class Fault extends Error {
  constructor(kind, detail) {
    super(detail);
    this.kind = kind;
  }
}

async function begin(packed) {
  try {
    compiled = await compile(await unpacked(packed));
  } catch (why) {
    throw new Fault('old', String(why));
  }
}

async function bytesOf({ name, file, bytes }) {
  try {
    return { name, bytes: bytes ?? new Uint8Array(await file.arrayBuffer()) };
  } catch {
    throw new Fault('unreadable', name);
  }
}

async function done({ packed, args, files }) {
  if (packed) await begin(packed);
  if (!args) return null;
  const read = [];
  for (const each of files) read.push(await bytesOf(each));
  return run(filtres, compiled, { args, files: read });
}

onmessage = async ({ data }) => {
  try {
    const answer = await done(data);
    postMessage({ id: data.id, answer }, answer ? answer.written.map(({ bytes }) => bytes.buffer) : []);
  } catch (why) {
    postMessage({ id: data.id, fault: { kind: why.kind ?? 'broken', detail: why.message ?? String(why) } });
  }
};
