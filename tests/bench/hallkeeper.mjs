// Our product as a peer of the sync bench: each role is a staff_bench process of its own.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { createWriteStream, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';

export const name = 'hallkeeper (encrypted SQLite both sides, signed requests)';
export const durability =
  'both sides encrypted SQLite, WAL + synchronous=FULL; server acknowledges a batch after its COMMIT';

function role(dir, kind) {
  const child = spawn(process.env.STAFF_BENCH, [dir, kind], { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting = [];
  createInterface({ input: child.stdout }).on('line', line => {
    const answer = JSON.parse(line);
    const { ok, no } = waiting.shift();
    answer.error ? no(new Error(answer.error)) : ok(answer);
  });
  child.on('exit', code => waiting.forEach(w => w.no(new Error(`${kind} ended: ${code}`))));
  const ask = asked => new Promise((ok, no) => {
    waiting.push({ ok, no });
    child.stdin.write(JSON.stringify(asked) + '\n');
  });
  const close = async () => {
    const { r } = await ask({ do: 'usage' });
    console.error(`  ${kind}: peak ${r.rssPeakMB.toFixed(1)} MB, ${r.cpuS.toFixed(2)} s CPU`);
    child.stdin.end();
    await once(child, 'exit');
  };
  return { ask, close };
}

// The clients note what they sent and received; the bench reads it as if from the server's sockets.
const wireFolder = dir => dir + '/../wire';

function countedByClients(dir) {
  rmSync(wireFolder(dir), { recursive: true, force: true });
  mkdirSync(wireFolder(dir));
  const sum = way => readdirSync(wireFolder(dir))
    .reduce((all, file) => all + JSON.parse(readFileSync(wireFolder(dir) + '/' + file))[way], 0);
  const socket = { once() {}, get bytesRead() { return sum('up'); }, get bytesWritten() { return sum('down'); } };
  return { on: (event, listen) => { if (event === 'connection') listen(socket); } };
}

export async function seed({ dir }, records) {
  const file = dir + '/seed.ndjson';
  const out = createWriteStream(file);
  for (const record of records()) if (!out.write(JSON.stringify(record) + '\n')) await once(out, 'drain');
  out.end();
  await once(out, 'finish');
  const server = role(dir, 'server');
  const { ms } = await server.ask({ do: 'seed', file });
  console.error(`  seed: ${ms.toFixed(0)} ms in the program`);
  await server.close();
  rmSync(file);
}

export async function startServer({ dir }) {
  const server = role(dir, 'server');
  const { r } = await server.ask({ do: 'start' });
  return {
    http: countedByClients(dir),
    port: r.port,
    digest: async () => (await server.ask({ do: 'digest' })).r,
    get: async (ids, fields) => (await server.ask({ do: 'get', ids, fields })).r,
    conflicts: async () => (await server.ask({ do: 'conflicts' })).r,
    close: server.close,
  };
}

export async function openClient({ dir, url, client }) {
  const joined = existsSync(dir + '/client.hall') && client === 0;
  const codes = readFileSync(dir + '/../server/codes', 'utf8').trim().split('\n');
  const own = role(dir, 'client');
  await own.ask({ do: 'open', url, code: joined ? '' : codes[client] });
  return {
    edit: edits => own.ask({ do: 'edit', edits }),
    sync: async () => {
      const { r } = await own.ask({ do: 'sync' });
      writeFileSync(wireFolder(dir) + '/' + client, JSON.stringify({ up: r.up, down: r.down }));
      return r;
    },
    digest: async () => (await own.ask({ do: 'digest' })).r,
    get: async (ids, fields) => (await own.ask({ do: 'get', ids, fields })).r,
    conflicts: async () => (await own.ask({ do: 'conflicts' })).r,
    close: own.close,
  };
}
