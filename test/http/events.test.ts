import { get, type IncomingMessage } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { createParser } from 'eventsource-parser';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createEventHub, type SentEvent } from '../../src/main/http/event-hub';
import type { Visitor } from '../../src/main/http/visitor';
import type { AppEvent } from '../../src/shared/contract';
import { first, staff } from '../helpers/clinic';
import { openServer, type TestServer } from '../helpers/http';

vi.setConfig({ testTimeout: 300_000 });

const beat = (now: number): AppEvent => ({ type: 'heartbeat', now });
const notice: AppEvent = { type: 'callListChanged' };

test('the hub remembers what was missed; too long ago, or of another run, everythingChanged comes first', () => {
  const hub = createEventHub('run1', 3);
  const heard = (lastEventId?: string): (string | null)[] => {
    const ids: (string | null)[] = [];
    const stop = hub.subscribe(({ id, event }: SentEvent) => ids.push(`${id} ${event.type}`), lastEventId);
    stop();
    return ids;
  };
  expect(heard()).toEqual([]);
  for (let one = 0; one < 5; one += 1) hub.publish(notice);
  hub.publish(beat(1));
  expect(heard('run1-5')).toEqual([]);
  expect(heard('run1-3')).toEqual(['run1-4 callListChanged', 'run1-5 callListChanged']);
  expect(heard('run1-2')).toHaveLength(3);
  for (const gone of ['run1-1', 'run0-5', 'run1-6', 'run1--1', 'run1-x', 'x', '-', 'run1-1e9']) {
    expect([gone, heard(gone)]).toEqual([gone, ['run1-5 everythingChanged']]);
  }
});

test('/events: names and fields in snake_case, no personal data; /rpc/events: as the app’s pages know them', async () => {
  const server = await openServer();
  const [api, page] = [await follow(server, '/events'), await follow(server, '/rpc/events?screen=desk')];
  const { id } = (await server.issue({ patient_name: 'Zubeida' })).body;
  const told = await api.next();
  expect(told).toEqual({
    id: 'test-1',
    event: 'book_changed',
    data: {
      type: 'book_changed',
      doctor_id: server.doctorId,
      service_day: '2026-01-05',
      revision: 1,
      facts: [{ type: 'token_issued', token_id: id, number: 'A-001' }],
    },
  });
  expect(JSON.stringify(told)).not.toContain('Zubeida');
  expect(await page.next()).toMatchObject({ id: 'test-1', data: { type: 'bookChanged', revision: 1 } });
  server.events.publish(beat(server.clinic.clock.now()));
  expect(await api.next()).toEqual({
    event: 'heartbeat',
    data: { type: 'heartbeat', now: '2026-01-05T08:30:00.000+05:30' },
  });
});

test('a device that is revoked loses its stream at once, others keep theirs; a board hears nothing of slips', async () => {
  const visitor = (deviceId: string): Visitor => ({
    role: deviceId === 'b' ? 'board' : 'staff',
    doctorId: null,
    deviceId,
  });
  const server = await openServer({
    authenticate: ({ query }) => visitor(String((query as { as?: string }).as)),
  });
  const [a, b] = [await follow(server, '/events?as=a'), await follow(server, '/events?as=b')];
  server.events.publish(notice);
  server.events.publish({ type: 'everythingChanged' });
  expect((await b.next()).event).toBe('everything_changed');
  expect((await a.next()).event).toBe('call_list_changed');
  server.http.streams.close('a');
  await a.ended;
  expect(server.http.streams.size).toBe(1);
});

test('who does not read is let go, and nothing piles up', async () => {
  const server = await openServer();
  const deaf = await new Promise<IncomingMessage>((resolve) => get(`${server.address}/events`, resolve));
  onTestFinished(() => {
    deaf.destroy();
  });
  deaf.pause();
  const fact = { type: 'tokenIssued', tokenId: null, number: 'x'.repeat(1_000) } as const;
  const large = Array.from({ length: 50 }, () => fact);
  const doctorId = first(server.clinic.doctorIds);
  const serviceDay = (
    await server.clinic.store.book({ doctorId, serviceDay: '2026-01-05' as never }, '2026-01-05' as never)
  )?.serviceDay;
  if (!serviceDay) throw new Error('no book');
  for (let one = 0; one < 400 && server.http.streams.size > 0; one += 1) {
    server.events.publish({ type: 'bookChanged', doctorId, serviceDay, revision: one, facts: large });
    await nextTurn();
  }
  await vi.waitFor(() => expect(server.http.streams.size).toBe(0));
});

test('fifty clients through a day, their connections cut at random: each ends with the same state', async () => {
  const server = await openServer({ kept: 60 });
  const random = randomNumbers(20260105);
  const mirrors = Array.from({ length: 50 }, () => new Mirror(server));
  for (const mirror of mirrors) await mirror.connect();
  const pick = <T>(list: readonly T[]): T => first(list.slice(Math.floor(random() * list.length)));

  for (let step = 0; step < 400; step += 1) {
    await oneStep(server, pick(server.clinic.doctorIds), random());
    const mirror = pick(mirrors);
    if (random() < 0.4) mirror.cut();
    // Some stay away for longer than is remembered.
    for (const one of mirrors) if (one.isAway && random() < 0.02) await one.connect();
    await nextTurn();
  }
  for (const mirror of mirrors) if (mirror.isAway) await mirror.connect();

  const log = server.clinic.events.filter((event) => event.type === 'bookChanged');
  const latest = new Map(log.map(({ doctorId, revision }) => [doctorId as string, revision]));
  await vi.waitFor(() => {
    for (const mirror of mirrors) expect(mirror.revisions).toEqual(latest);
  }, 60_000);
  for (const mirror of mirrors) {
    for (const [doctorId, since] of mirror.since) {
      const truth = log.filter((event) => event.doctorId === doctorId && event.revision > since);
      expect(mirror.facts.get(doctorId) ?? []).toEqual(
        truth.flatMap(({ revision, facts }) => facts.map(({ number }) => `${revision} ${number}`)),
      );
    }
  }
  expect(mirrors.reduce((sum, { cuts }) => sum + cuts, 0)).toBeGreaterThan(100);
  expect(mirrors.some(({ freshStarts }) => freshStarts > 1)).toBe(true);
  expect(mirrors.some(({ resumed }) => resumed > 0)).toBe(true);
});

/** What a screen on another PC keeps: a snapshot of each book, and every fact since. */
class Mirror {
  readonly revisions = new Map<string, number>();
  /** The revision each snapshot was taken at. */
  readonly since = new Map<string, number>();
  readonly facts = new Map<string, string[]>();
  cuts = 0;
  freshStarts = 0;
  resumed = 0;
  private stream: Stream | undefined;
  private fetching = 0;
  private readonly held: Told[] = [];
  private lastId: string | undefined;

  constructor(private readonly server: TestServer) {}

  get isAway(): boolean {
    return this.stream === undefined;
  }

  async connect(): Promise<void> {
    const isFirst = this.lastId === undefined;
    if (!isFirst) this.resumed += 1;
    this.stream = await follow(this.server, '/events', this.lastId, (event) => this.hear(event));
    if (isFirst) await this.fetchAll();
  }

  cut(): void {
    if (!this.stream) return;
    this.cuts += 1;
    this.stream.destroy();
    this.stream = undefined;
  }

  private hear(told: Told): void {
    if (told.id !== undefined) this.lastId = told.id;
    if (told.event === 'everything_changed') void this.fetchAll();
    if (told.event !== 'book_changed') return;
    // What comes while a snapshot is on its way may be older or newer than it.
    if (this.fetching > 0) this.held.push(told);
    else this.apply(told);
  }

  private apply({ data }: Told): void {
    const { doctor_id: doctorId, revision, facts } = data as unknown as BookChanged;
    const known = this.revisions.get(doctorId);
    if (known === undefined || revision <= known) return;
    // A gap without `everything_changed` before it would show in the facts at the end.
    this.revisions.set(doctorId, revision);
    const list = this.facts.get(doctorId) ?? [];
    this.facts.set(doctorId, [...list, ...facts.map(({ number }) => `${revision} ${number}`)]);
  }

  private async fetchAll(): Promise<void> {
    this.freshStarts += 1;
    this.fetching += 1;
    for (const doctorId of this.server.clinic.doctorIds) {
      const { body } = await this.server.ask('GET', `/allocation/doctors/${doctorId}/book`);
      const revision = Number(body.revision);
      this.revisions.set(doctorId, revision);
      this.since.set(doctorId, revision);
      this.facts.set(doctorId, []);
    }
    this.fetching -= 1;
    if (this.fetching === 0) for (const told of this.held.splice(0)) this.apply(told);
  }
}

interface BookChanged {
  readonly doctor_id: string;
  readonly revision: number;
  readonly facts: readonly { readonly number: string }[];
}

/** Something a clinic does, by chance. */
async function oneStep(
  server: TestServer,
  doctorId: TestServer['clinic']['doctorIds'][number],
  chance: number,
): Promise<void> {
  const { app, issue } = server.clinic;
  if (chance < 0.5) return void (await issue({ doctorId }));
  if (chance < 0.6) return void (await issue({ doctorId, source: 'emergency' }));
  const called = await app.call('queue.callNext', { doctorId }, staff);
  if (!called.ok) return;
  const name = chance < 0.8 ? 'tokens.serve' : chance < 0.9 ? 'tokens.hold' : 'tokens.cancel';
  await app.call(name, { tokenId: called.value.id }, staff);
}

interface Told {
  readonly id?: string | undefined;
  readonly event?: string | undefined;
  readonly data: Record<string, unknown>;
}

interface Stream {
  next(): Promise<Told>;
  readonly ended: Promise<void>;
  destroy(): void;
}

/** Opens a stream; answers once it is open. Without a listener events wait for `next`. */
function follow(
  server: TestServer,
  path: string,
  lastId?: string,
  listener?: (told: Told) => void,
): Promise<Stream> {
  const waiting: Told[] = [];
  const asking: ((told: Told) => void)[] = [];
  const parser = createParser({
    onEvent: ({ id, event, data }) => {
      const told: Told = {
        ...(id !== undefined && { id }),
        ...(event !== undefined && { event }),
        data: JSON.parse(data),
      };
      if (listener) listener(told);
      else (asking.shift() ?? ((one: Told) => waiting.push(one)))(told);
    },
  });
  return new Promise((resolve, reject) => {
    const headers = lastId === undefined ? {} : { 'last-event-id': lastId };
    const asked = get(`${server.address}${path}`, { headers, agent: false }, (response) => {
      const ended = new Promise<void>((end) => response.on('close', () => end()));
      let isCut = false;
      response.setEncoding('utf8').on('data', (part: string) => {
        if (!isCut) parser.feed(part);
      });
      response.on('error', () => undefined);
      resolve({
        next: () => {
          const told = waiting.shift();
          return told ? Promise.resolve(told) : new Promise((tell) => asking.push(tell));
        },
        ended,
        destroy: () => {
          isCut = true;
          asked.destroy();
        },
      });
    });
    asked.on('error', reject);
    onTestFinished(() => {
      asked.destroy();
    });
  });
}

/** The same numbers from 0 to 1 every time. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
