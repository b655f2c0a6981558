import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test, vi } from 'vitest';
import { theClock } from '../../src/main/app/access/caller';
import { beginCall, contextOf } from '../../src/main/app/call';
import { makeRounds } from '../../src/main/app/day/rounds';
import { settleOnly } from '../../src/main/engine';
import type { Book } from '../../src/shared/model/book';
import { type Token, tokenSchema } from '../../src/shared/model/token';
import { replay } from '../engine/model/invariants';
import { at, unwrap } from '../helpers/clinic';
import { fc } from '../helpers/fast-check';
import { type GeneratedRequest, type OpenApi, requestsOf } from '../helpers/from-openapi';
import { openServer, type TestServer } from '../helpers/http';
import { sendBytes } from '../helpers/raw-http';

vi.setConfig({ testTimeout: 3_600_000 });

const RUNS = Number(process.env.FUZZ_RUNS ?? 2_000);
const SEED = Number(process.env.FUZZ_SEED ?? 20260105);
/** A day has so many requests; then the clock goes on, so that books stay as large as real ones. */
const REQUESTS_A_DAY = 400;
const AT_ONCE = 8;
const DAY_MS = 86_400_000;

test(`${RUNS} generated requests: no defect, no crash, every book sound, memory flat`, async () => {
  const server = await openServer();
  const defects: unknown[] = [];
  server.environment.log.error = (...words: unknown[]) => defects.push(words);
  const document = (await server.ask('GET', '/openapi.json')).body as unknown as OpenApi;
  const known: Known = { doctor_id: [...server.clinic.doctorIds], slot_id: [], token_id: [] };
  const rounds = makeRounds(server.environment);
  const statuses = new Map<number, number>();
  const heaps: number[] = [];

  for (let done = 0, day = 0; done < RUNS; day += 1) {
    server.clinic.clock.setTo(at('08:50') + day * DAY_MS);
    await rounds.run();
    const today = new Date(server.clinic.clock.now()).toISOString().slice(0, 10);
    const tomorrow = new Date(server.clinic.clock.now() + DAY_MS).toISOString().slice(0, 10);
    const requests = fc.sample(requestsOf(document, [today, today, tomorrow, '2025-12-31', '9999-12-31']), {
      numRuns: Math.min(REQUESTS_A_DAY, RUNS - done),
      seed: SEED + day,
    });
    const garbage = fc.sample(rawGarbage, { numRuns: 5, seed: SEED + day });
    for (let next = 0; next < requests.length; next += AT_ONCE) {
      server.clinic.clock.setTo(server.clinic.clock.now() + 120_000);
      await Promise.all(
        requests.slice(next, next + AT_ONCE).map(async (request) => {
          const status = await send(server, request, known);
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
          expect([request, status < 500]).toEqual([request, true]);
        }),
      );
    }
    for (const bytes of garbage) expect(await sendBytes(server.port, bytes)).not.toMatch(/^HTTP\/1\.1 5/);
    done += requests.length;
    await checkBooks(server, rounds);
    server.clinic.events.length = 0;
    heaps.push(heapUsed());
  }

  expect(defects).toEqual([]);
  expect((await server.ask('GET', '/health')).status).toBe(200);
  // Every kind of outcome was there: a fuzzer that is always refused proves nothing.
  for (const status of [200, 400, 404, 409]) expect(statuses.get(status) ?? 0).toBeGreaterThan(RUNS / 200);
  const early = heaps[Math.floor(heaps.length / 4)] ?? 0;
  const growth = (heaps.at(-1) ?? 0) - early;
  console.log(
    `${RUNS} requests: ${JSON.stringify([...statuses].sort())}; heap ${mb(early)} MB after a quarter, ${mb(growth)} MB more at the end`,
  );
  expect(growth).toBeLessThan(32 * 1024 * 1024);
});

type Known = Record<'doctor_id' | 'slot_id' | 'token_id', string[]>;

/** Sends it with ids that exist by now, and remembers those of the answer. */
async function send(server: TestServer, request: GeneratedRequest, known: Known): Promise<number> {
  const filled = (content: string): string =>
    content.replace(
      /(?:@|%40)(doctor_id|slot_id|token_id)(\d+)/g,
      (_all, kind: keyof Known, index: string) => {
        const latest = known[kind].slice(-31);
        return latest[Number(index) % Math.max(1, latest.length)] ?? crypto.randomUUID();
      },
    );
  const body = request.body === undefined ? undefined : filled(request.body);
  const answer = await server.ask(request.method, filled(request.path), body, request.headers);
  for (const one of [answer.body, ...answer.list]) {
    const { id } = one;
    if (typeof id !== 'string') continue;
    const kind = 'number' in one ? 'token_id' : 'start_time' in one ? 'slot_id' : 'doctor_id';
    if (!known[kind].includes(id)) known[kind].push(id);
  }
  if (known.token_id.length > 500) known.token_id.splice(0, 400);
  return answer.status;
}

/** Near-HTTP and plain noise. */
const rawGarbage = fc.oneof(
  fc.uint8Array({ minLength: 1, maxLength: 2_000 }),
  fc
    .string({ unit: 'binary', maxLength: 500 })
    .map(
      (noise) =>
        `POST /allocation/tokens HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: ${noise.length}\r\n\r\n${noise}`,
    ),
  fc
    .tuple(fc.string(), fc.string())
    .map(
      ([name, value]) =>
        `GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${name}: ${value}\r\n\r\n`,
    ),
  fc.string().map((path) => `GET /${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`),
);

/** Of every book that changed: its history rebuilds it, its tokens are whole, and settling it again changes nothing. */
async function checkBooks(server: TestServer, rounds: { run(): Promise<void> }): Promise<void> {
  await rounds.run();
  const { store } = server.clinic;
  const context = contextOf(await beginCall(server.environment, theClock));
  const keys = new Map(
    server.clinic.events.flatMap((event) =>
      event.type === 'bookChanged' ? [[`${event.doctorId} ${event.serviceDay}`, event] as const] : [],
    ),
  );
  for (const { doctorId, serviceDay } of keys.values()) {
    const book = await store.book({ doctorId, serviceDay }, context.today);
    if (!book) throw new Error('a book is gone');
    const rebuilt = replay({ ...book, tokens: [] }, await store.events(book));
    expect(byId(rebuilt.tokens)).toEqual(byId(book.tokens));
    expect(rebuilt.slots).toEqual(book.slots);
    checkTokens(book);
    if (serviceDay === context.today && book.status === 'open') {
      expect(unwrap(settleOnly(book, {}, context)).events).toEqual([]);
    }
  }
}

const byId = (tokens: readonly Token[]): Token[] => [...tokens].sort((a, b) => (a.id < b.id ? -1 : 1));

function checkTokens({ tokens, slots }: Book): void {
  for (const token of tokens) expect(tokenSchema.safeParse(token).success).toBe(true);
  expect(new Set(tokens.map(({ number }) => number)).size).toBe(tokens.length);
  const active = tokens.filter((token) => token.status === 'active');
  for (const stage of ['called', 'in_consultation']) {
    expect(active.filter((token) => token.stage === stage).length).toBeLessThanOrEqual(1);
  }
  const slotIds = new Set(slots.map(({ id }) => id));
  for (const token of active) expect(slotIds.has(token.slotId)).toBe(true);
}

/** After a collection, so that only what is held counts. */
function heapUsed(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}

const mb = (bytes: number): string => (bytes / 1024 / 1024).toFixed(1);
