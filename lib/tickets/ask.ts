// Asks a ticket system: one request, without cookies, redirections or traces, and its answer or none.
import type { TicketAnswer, TicketRequest } from '../domain/ticket';

const patienceMs = 30_000;

/** How to ask. The answer is undefined when there was none in half a minute. */
export function createAsk(fetchIt: typeof fetch, { subtle }: Pick<Crypto, 'subtle'>) {
  return async (request: TicketRequest): Promise<TicketAnswer | undefined> => {
    const { method, url, body } = request;
    const headers = { ...request.headers, ...(await signatureOf(request, subtle)) };
    try {
      const answer = await fetchIt(url, {
        method,
        headers,
        ...(body !== undefined && { body }),
        // The agent's own session with that server is nobody's business here, and a token goes to no other address.
        credentials: 'omit',
        redirect: 'manual',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(patienceMs),
      });
      // A browser tells of a redirection no more than that it is one.
      const status = answer.type === 'opaqueredirect' ? 302 : answer.status;
      return { status, headers: Object.fromEntries(answer.headers), body: await answer.text() };
    } catch {
      return undefined;
    }
  };
}

async function signatureOf({ sign, body = '' }: TicketRequest, subtle: SubtleCrypto) {
  if (!sign) return {};
  const coded = new TextEncoder();
  const how = { name: 'HMAC', hash: 'SHA-256' };
  const key = await subtle.importKey('raw', coded.encode(sign.key), how, false, ['sign']);
  const bytes = new Uint8Array(await subtle.sign('HMAC', key, coded.encode(body)));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { [sign.header]: `sha256=${hex}` };
}
