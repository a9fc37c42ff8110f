// A port that nobody listens on.
import { once } from 'node:events';
import net from 'node:net';

/** Free just now: whoever wants it takes it soon. */
export async function freePort() {
  const probe = net.createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (!address || typeof address === 'string') throw new Error('No free port.');
  return address.port;
}
