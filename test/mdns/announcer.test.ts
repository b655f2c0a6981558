import { once } from 'node:events';
import makeMdns, { type MulticastDNS, type ResponsePacket } from 'multicast-dns';
import { expect, it, onTestFinished } from 'vitest';
import { type Announcer, createAnnouncer } from '../../src/main/mdns/announcer';
import type { Link } from '../../src/main/mdns/links';
import { openWire } from '../../src/main/mdns/wire';
import { freePort, loopback } from './kit';

interface Run {
  readonly announcer: Announcer;
  readonly port: number;
  readonly opened: () => number;
  /** Resolves once it is so. */
  readonly until: (state: string, name?: string) => Promise<void>;
}

async function announce({
  links = () => [loopback],
  port,
  isSystems = false,
}: {
  links?: () => readonly Link[];
  port?: number;
  isSystems?: boolean;
} = {}): Promise<Run> {
  const own = port ?? (await freePort());
  const waiting = new Set<() => void>();
  let opened = 0;
  const announcer = createAnnouncer({
    label: 'opd-desk',
    port: 4180,
    secure: false,
    isSystems,
    links,
    probeEveryMs: 20,
    warn: () => undefined,
    changed: () => {
      for (const look of waiting) look();
    },
    open(link, heard) {
      opened += 1;
      return openWire(link, heard, own);
    },
  });
  onTestFinished(() => announcer.stop());
  announcer.follow();
  const until = (state: string, name = 'opd-desk.local'): Promise<void> =>
    new Promise((done) => {
      const look = (): void => {
        if (announcer.state() !== state || announcer.name() !== name) return;
        waiting.delete(look);
        done();
      };
      waiting.add(look);
      look();
    });
  return { announcer, port: own, opened: () => opened, until };
}

/** Another computer in the same network, with the library's own client. */
async function neighbour(port: number): Promise<MulticastDNS> {
  const mdns = makeMdns({ interface: '127.0.0.1', bind: '0.0.0.0', port });
  onTestFinished(() => new Promise<void>((closed) => mdns.destroy(closed)));
  await once(mdns, 'ready');
  return mdns;
}

/** The first answer in which something of this kind is. */
function heard(mdns: MulticastDNS, fits: (packet: ResponsePacket) => boolean): Promise<ResponsePacket> {
  return new Promise((found) => {
    mdns.on('response', (packet) => {
      if (fits(packet)) found(packet);
    });
  });
}

const has = (type: string, data: unknown, ttl?: number) => (packet: ResponsePacket) =>
  (packet.answers ?? []).some(
    (record) =>
      record.type === type &&
      'data' in record &&
      record.data === data &&
      (ttl === undefined || ('ttl' in record && record.ttl === ttl)),
  );

it('whoever asks for the name gets the number, that there is no other, and where the service is', async () => {
  const { until, port } = await announce();
  await until('announced');
  const other = await neighbour(port);
  const number = heard(other, has('A', '127.0.0.1'));
  other.query('OPD-Desk.local', 'A');
  expect((await number).answers).toContainEqual(
    expect.objectContaining({ name: 'opd-desk.local', type: 'A', ttl: 120, flush: true, data: '127.0.0.1' }),
  );
  const none = heard(other, ({ answers }) => answers?.[0]?.type === 'NSEC');
  other.query('opd-desk.local', 'AAAA');
  expect(await none).toMatchObject({ answers: [{ data: { rrtypes: ['A'] } }] });
  const service = heard(other, has('PTR', 'OPD Tokens opd-desk._http._tcp.local'));
  other.query('_http._tcp.local', 'PTR');
  expect((await service).additionals).toEqual(
    expect.arrayContaining([
      expect.objectContaining({
        type: 'SRV',
        data: expect.objectContaining({ port: 4180, target: 'opd-desk.local' }),
      }),
      expect.objectContaining({ type: 'A', data: '127.0.0.1' }),
    ]),
  );
});

it('who asks from a port of its own, as Android does, is answered alone and in ordinary DNS', async () => {
  const { until, port } = await announce();
  await until('announced');
  const asking = makeMdns({ multicast: false, port: 0, bind: '127.0.0.1' });
  onTestFinished(() => new Promise<void>((closed) => asking.destroy(closed)));
  const answer = heard(asking, has('A', '127.0.0.1', 10));
  // Not by multicast: what comes back can only be meant for it.
  const query = { id: 77, questions: [{ name: 'opd-desk.local', type: 'A' as const }] };
  asking.query(query, { address: '127.0.0.1', port });
  expect(await answer).toMatchObject({
    id: 77,
    questions: [{ name: 'opd-desk.local' }],
    answers: [{ flush: false }],
  });
});

it('a name that another computer has becomes -2, before it was said once', async () => {
  const port = await freePort();
  const other = await neighbour(port);
  other.on('query', ({ questions }) => {
    if (!questions?.some(({ name }) => name === 'opd-desk.local')) return;
    other.respond([{ name: 'opd-desk.local', type: 'A', ttl: 120, data: '10.9.9.9' }]);
  });
  const said: ResponsePacket[] = [];
  other.on('response', (packet) => said.push(packet));
  const { until } = await announce({ port });
  await until('announced', 'opd-desk-2.local');
  expect(said.some(has('A', '127.0.0.1'))).toBe(false);
});

it.each([
  ['10.9.9.9', 'opd-desk.local'],
  ['200.9.9.9', 'opd-desk-2.local'],
])('of two who ask for a name at once the higher number has it: %s', async (theirs, ours) => {
  const port = await freePort();
  const other = await neighbour(port);
  const probing = new Promise<void>((found) => other.once('query', () => found()));
  const { until } = await announce({ port });
  await probing;
  other.query({
    questions: [{ name: 'opd-desk.local', type: 'A' }],
    authorities: [{ name: 'opd-desk.local', type: 'A', ttl: 120, data: theirs }],
  });
  await until('announced', ours);
});

it('what is said of the name with our own number, by the system or an echo, is no conflict', async () => {
  const { until, port, announcer } = await announce();
  await until('announced');
  const other = await neighbour(port);
  const echo = heard(other, has('A', '127.0.0.1'));
  other.respond([{ name: 'opd-desk.local', type: 'A', ttl: 120, data: '127.0.0.1' }]);
  await echo;
  expect(announcer.name()).toBe('opd-desk.local');
});

it('the computer’s own name is left to its system: no socket is opened for it', async () => {
  const { announcer, opened } = await announce({ isSystems: true });
  expect([announcer.state(), opened()]).toEqual(['announced', 0]);
});

it('without a network there is no socket; with one the name is said, and after the number changed again', async () => {
  let links: Link[] = [];
  const { announcer, until, opened, port } = await announce({ links: () => links });
  expect([announcer.state(), opened()]).toEqual(['no_network', 0]);
  links = [loopback];
  announcer.follow();
  await until('announced');
  announcer.follow();
  expect(opened()).toBe(1);
  const other = await neighbour(port);
  const moved = heard(other, has('A', '127.0.0.2'));
  links = [{ numbers: ['127.0.0.2'], networks: ['127.0.0.2/8'] }];
  announcer.follow();
  // The name stays in use meanwhile: whoever is let in by it goes on.
  expect([announcer.state(), announcer.name()]).toEqual(['announced', 'opd-desk.local']);
  expect((await moved).answers?.some((record) => record.type === 'A' && record.data === '127.0.0.1')).toBe(
    false,
  );
  announcer.follow(true);
  expect(opened()).toBe(3);
  links = [];
  announcer.follow();
  expect(announcer.state()).toBe('no_network');
});

it('an interface that takes no multicast is said, and nothing is thrown; a network later is taken', async () => {
  let links: Link[] = [{ numbers: ['203.0.113.7'], networks: ['203.0.113.7/24'] }];
  const { announcer, until } = await announce({ links: () => links });
  await until('failed');
  links = [loopback];
  announcer.follow();
  await until('announced');
});

it('an interface that takes no multicast keeps no other from being heard, and is not tried with each look', async () => {
  const without: Link = { numbers: ['203.0.113.7'], networks: ['203.0.113.7/24'] };
  const { announcer, until, opened } = await announce({ links: () => [without, loopback] });
  await until('announced');
  for (let look = 0; look < 10; look += 1) announcer.follow();
  expect([announcer.state(), opened()]).toEqual(['announced', 2]);
  // The computer slept: everything may be otherwise now.
  announcer.follow(true);
  expect(opened()).toBe(4);
});

it('at its end it says that the name is nobody’s any more', async () => {
  const { announcer, until, port } = await announce();
  await until('announced');
  const other = await neighbour(port);
  const goodbye = heard(other, has('A', '127.0.0.1', 0));
  await announcer.stop();
  await goodbye;
});

it('who says of every name that it is theirs has them only as long as they go on: later it is asked for again', async () => {
  const { announcer, until, port } = await announce();
  await until('announced');
  const other = await neighbour(port);
  const claim = (name: string): void => other.respond([{ name, type: 'A', ttl: 120, data: '10.9.9.9' }]);
  const claimAsked = ({ questions }: { questions?: { name: string }[] | undefined }): void => {
    for (const { name } of questions ?? []) claim(name);
  };
  other.on('query', claimAsked);
  claim('opd-desk.local');
  await until('failed', 'opd-desk-9.local');
  other.off('query', claimAsked);
  for (let look = 0; look < 60; look += 1) announcer.follow();
  await until('announced');
});
