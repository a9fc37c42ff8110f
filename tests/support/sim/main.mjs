// `npm run sim -- outbox`: 5,000 agents, one limit of 400 requests a minute, an outage of 20 minutes. Prints the curve.
import path from 'node:path';
import { loadEngine } from '../engine.mjs';
import { seeded } from './seeded.mjs';

const [area] = process.argv.slice(2);
if (area !== 'outbox') {
  console.error('Usage: npm run sim -- outbox');
  process.exit(2);
}

const limit = 400;
const outage = { from: 20, to: 40 };
const { simulateOutbox } = /** @type {typeof import('./outbox-sim')} */ (
  await loadEngine(path.join(import.meta.dirname, 'outbox-sim.ts'))
);
const { curve, copies, unsure, lasted } = await simulateOutbox({
  agents: 5000,
  minutes: 60,
  limit,
  outage,
  lossy: 0.01,
  random: seeded(20261122),
});

console.log('minute   seen   made    429   no answer');
for (const [minute, { seen, made, limited, unanswered }] of curve.entries()) {
  const columns = [seen, made, limited, unanswered].map((count) => String(count).padStart(6));
  console.log(
    `${String(minute).padStart(6)} ${columns.join(' ')}  ${'█'.repeat(Math.round(seen / 10))}`,
  );
}
const most = Math.max(...curve.map(({ seen }) => seen));
const once = copies.filter((count) => count === 1).length;
const twice = copies.filter((count) => count > 1).length;
console.log(`
tickets there once   ${once} of ${copies.length}
tickets there twice  ${twice}
agents in doubt      ${unsure}
most in a minute     ${most} (limit ${limit})
all through after    ${lasted.toFixed(0)} min`);
process.exit(once === copies.length && unsure === 0 && most <= limit ? 0 : 1);
