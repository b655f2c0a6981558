import dgram, { type Socket } from 'node:dgram';
import { once } from 'node:events';
import { expect, it, onTestFinished, vi } from 'vitest';
import { openWire, type Packet } from '../../src/main/mdns/wire';
import { freePort, loopback } from './kit';

/** A wire on loopback, and what gives it a packet as if it had come from that port. */
async function heardBy(query: (packet: Packet) => Packet) {
  const made = vi.spyOn(dgram, 'createSocket');
  onTestFinished(() => made.mockRestore());
  const heard: Packet[] = [];
  const wire = openWire(
    loopback,
    {
      query(packet, reply) {
        heard.push(packet);
        reply?.(query(packet));
      },
      response: () => undefined,
      broken: () => undefined,
    },
    await freePort(),
  );
  const socket: Socket = made.mock.results.at(-1)?.value;
  await once(socket, 'listening');
  return {
    heard,
    wire,
    comes: (packet: Buffer, port: number) =>
      socket.emit('message', packet, { address: '127.0.0.1', family: 'IPv4', port, size: packet.length }),
  };
}

function asking(times: number): Buffer {
  const header = Buffer.alloc(12);
  header.writeUInt16BE(times, 4);
  const name = Buffer.from('\x08opd-desk\x05local\x00\x00\xff\x00\x01', 'latin1');
  const again = Buffer.from([0xc0, 12, 0, 255, 0, 1]);
  return Buffer.concat([header, name, ...Array.from({ length: times - 1 }, () => again)]);
}

it('who asks from port 0, where nobody can be answered, is not heard: an answer there would end the app', async () => {
  const { heard, wire, comes } = await heardBy((packet) => packet);
  comes(asking(1), 0);
  await wire.close();
  expect(heard).toEqual([]);
});

it('a packet with thousands of questions is not heard: each would be answered', async () => {
  const { heard, wire, comes } = await heardBy((packet) => packet);
  comes(asking(10_000), 4_000);
  comes(asking(20), 4_000);
  await wire.close();
  expect(heard.map(({ questions }) => questions.length)).toEqual([20]);
});
