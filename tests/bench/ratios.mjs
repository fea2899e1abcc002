// usage: node ratios.mjs out/results.ndjson   ->   our figures of the sync bench beside those of "ref"
import { readFileSync } from 'node:fs';

const runs = readFileSync(process.argv[2], 'utf8').trim().split('\n').map(line => JSON.parse(line));
const of = (peer, phase) => runs.filter(run => run.peer === peer && run.phase.startsWith(phase));
const median = numbers => numbers.sort((a, b) => a - b)[numbers.length >> 1];
const all = (list, holds) => (list.length > 0 && list.every(holds) ? 'yes' : 'NO');

for (const phase of ['W1', 'W2', 'W4']) {
  const [ours, ref] = ['hallkeeper', 'ref'].map(peer => of(peer, phase).map(run => run.ms));
  const pairs = median(ours.map((ms, i) => ms / ref[i]));
  console.log(`${phase} ratio, median of ${ours.length}: ${pairs.toFixed(2)} (goal: at most 1; ` +
    `${median(ours)} ms beside ${median(ref)} ms)`);
}
const idle = of('hallkeeper', 'W3');
console.log(`W3 no-op: ${median(idle.map(run => run.ms)).toFixed(2)} ms, ` +
  `${Math.max(...idle.map(run => run.wirePerSync.up + run.wirePerSync.down))} bytes (goal: at most 2 ms, 1024 bytes)`);
console.log(`W1, W2 set hash as it should be: ${all([...of('hallkeeper', 'W1'), ...of('hallkeeper', 'W2')], run => run.ok)}`);
console.log(`W4 all replicas equal: ${all(of('hallkeeper', 'W4'), run => run.converged)}`);
for (const run of of('hallkeeper', 'W4'))
  console.log(`W4 conflicts ${run.conflictsOnServer} of ${run.sameFieldPairs}, two-owner pairs kept ` +
    `${run.dualKept} of ${run.dualPairs}, own edits kept ${run.soloKept}`);
