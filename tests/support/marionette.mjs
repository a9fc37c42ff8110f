// Firefox's remote control, the protocol alone: "length:[0, id, command, parameters]" there, "length:[1, id, error, result]" back.
import net from 'node:net';

/**
 * @param {number} port
 * @returns {Promise<{ send: (command: string, parameters?: object) => Promise<any>, end: () => void }>}
 */
export async function connectMarionette(port) {
  const socket = net.connect(port, '127.0.0.1');
  /** @type {Map<number, { resolve: (result: unknown) => void, reject: (error: Error) => void }>} */
  const waiting = new Map();
  let lastId = 0;

  const greeted = new Promise((resolve, reject) => {
    socket.once('error', reject);
    readPackets(socket, (packet) => {
      // The first packet is no answer: it names the protocol.
      if (!Array.isArray(packet)) return resolve(packet);
      const [, id, error, result] = packet;
      const asked = waiting.get(id);
      waiting.delete(id);
      if (error) asked?.reject(new Error(`${error.error}: ${error.message}`));
      else asked?.resolve(result);
    });
  });
  const gone = () => new Error('Firefox has closed the connection.');
  socket.once('close', () => {
    for (const { reject } of waiting.values()) reject(gone());
  });
  await greeted;

  return {
    send(command, parameters = {}) {
      if (socket.destroyed) return Promise.reject(gone());
      const id = ++lastId;
      const packet = JSON.stringify([0, id, command, parameters]);
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject });
        socket.write(`${Buffer.byteLength(packet)}:${packet}`);
      });
    },
    end: () => socket.destroy(),
  };
}

/** @param {net.Socket} socket @param {(packet: any) => void} onPacket any: what Firefox says is taken as it is */
function readPackets(socket, onPacket) {
  let buffer = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    buffer = Buffer.concat([buffer, chunk]);
    for (;;) {
      const colon = buffer.indexOf(':');
      if (colon < 0) return;
      const start = colon + 1;
      const end = start + Number(buffer.subarray(0, colon).toString());
      if (buffer.length < end) return;
      onPacket(JSON.parse(buffer.subarray(start, end).toString()));
      buffer = buffer.subarray(end);
    }
  });
}
