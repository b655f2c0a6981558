import { Agent, request as httpRequest } from 'node:http';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { BookView } from '../../src/shared/model/book-view';
import { serviceDaySchema } from '../../src/shared/model/time';
import { at, staff, unwrap } from '../helpers/clinic';
import { openServer, type TestServer } from '../helpers/http';

// Thousands of durable commits: minutes on a slow disk.
vi.setConfig({ testTimeout: 300_000 });

const CLIENTS = 8;
const ROUNDS = 50;

/** One client: a connection of its own that stays open, as a second PC has. */
type Client = (
  method: string,
  path: string,
  body?: object,
) => Promise<{ status: number; body: Record<string, unknown> }>;

function connectClients({ port }: TestServer): Client[] {
  return Array.from({ length: CLIENTS }, () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    onTestFinished(() => agent.destroy());
    return (method, path, body) =>
      new Promise((resolve, reject) => {
        const headers = body ? { 'content-type': 'application/json' } : {};
        const asked = httpRequest({ host: '127.0.0.1', port, method, path, agent, headers }, (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (part: string) => {
            text += part;
          });
          response.on('end', () => resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) }));
        });
        asked.on('error', reject);
        asked.end(body && JSON.stringify(body));
      });
  });
}

interface Round {
  readonly clients: readonly Client[];
  readonly slotId: unknown;
  /** Issues `count` online tokens one after the other; answers their ids. */
  fill(count: number, source?: string): Promise<unknown[]>;
  issueBody(source: string): object;
  /** How many of the day have each status. */
  count(): Promise<Record<string, number>>;
}

/** Runs the scenario fifty times, each on the morning of a day of its own with one slot of ten seats. */
async function rounds(server: TestServer, run: (round: Round) => Promise<void>): Promise<void> {
  const clients = connectClients(server);
  const [first] = clients;
  const added = await first?.('POST', '/doctors', { name: 'Dr Ten' });
  const doctorId = String(added?.body.id);
  let people = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const day = new Date(at('12:00') + (round + 1) * 86_400_000).toISOString().slice(0, 10);
    // R4: an emergency is of today.
    server.clinic.clock.setTo(at('08:30', day));
    const slot = { service_day: day, start_time: '10:00', end_time: '11:00', capacity: 10 };
    const { body } = (await first?.('POST', `/doctors/${doctorId}/slots`, slot)) ?? {
      body: { id: undefined },
    };
    const issueBody = (source: string): object => {
      people += 1;
      const patient_contact = `97${String(people).padStart(8, '0')}`;
      return {
        doctor_id: doctorId,
        service_day: day,
        source,
        patient_name: `Patient ${people}`,
        patient_contact,
      };
    };
    await run({
      clients,
      slotId: body.id,
      issueBody,
      fill: async (count, source = 'online') => {
        const ids: unknown[] = [];
        for (let one = 0; one < count; one += 1) {
          ids.push((await first?.('POST', '/allocation/tokens', issueBody(source)))?.body.id);
        }
        return ids;
      },
      count: async () => {
        const view = await server.clinic.app.call(
          'books.view',
          { doctorId, serviceDay: serviceDaySchema.parse(day) },
          staff,
        );
        return tally(unwrap(view));
      },
    });
  }
}

/** Statuses counted; a number given twice, or a seat held twice, would show as well. */
function tally({ tokens, slots }: BookView): Record<string, number> {
  expect(new Set(tokens.map(({ number }) => number)).size).toBe(tokens.length);
  const active = tokens.filter(({ status }) => status === 'active').length;
  expect(slots.reduce((sum, { used }) => sum + used, 0)).toBe(active);
  const counts: Record<string, number> = {};
  for (const { status } of tokens) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

test('nine of ten seats and eight posts at once: exactly 10 active, 7 waiting', async () => {
  await rounds(await openServer(), async ({ clients, fill, issueBody, count }) => {
    await fill(9);
    const answers = await Promise.all(
      clients.map((client) => client('POST', '/allocation/tokens', issueBody('online'))),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(CLIENTS).fill(200));
    expect(answers.filter(({ body }) => body.status === 'active')).toHaveLength(1);
    expect(await count()).toEqual({ active: 10, waiting: 7 });
  });
});

test('eleven in ten seats and two above, preemption off, and eight emergencies at once: exactly 12 active', async () => {
  const server = await openServer();
  await server.ask('PATCH', '/settings', { allow_preemption: false });
  await rounds(server, async ({ clients, fill, issueBody, count }) => {
    await fill(10);
    await fill(1, 'emergency');
    const answers = await Promise.all(
      clients.map((client) => client('POST', '/allocation/tokens', issueBody('emergency'))),
    );
    expect(answers.filter(({ body }) => body.status === 'active')).toHaveLength(1);
    expect(await count()).toEqual({ active: 12, waiting: 7 });
  });
});

test('one token cancelled by all eight at once: one success, one promotion', async () => {
  await rounds(await openServer(), async ({ clients, fill, count }) => {
    const [id] = await fill(10);
    await fill(3);
    const answers = await Promise.all(
      clients.map((client) => client('PUT', `/allocation/tokens/${id}/cancel`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(CLIENTS - 1).fill(409)]);
    expect(await count()).toEqual({ active: 10, waiting: 2, cancelled: 1 });
  });
});

test('ten full, eight waiting, eight cancels at once: ten active', async () => {
  await rounds(await openServer(), async ({ clients, fill, count }) => {
    const ids = await fill(10);
    await fill(8);
    const answers = await Promise.all(
      clients.map((client, index) => client('PUT', `/allocation/tokens/${ids[index]}/cancel`)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(CLIENTS).fill(200));
    expect(await count()).toEqual({ active: 10, cancelled: 8 });
  });
});

test('the same request id from all eight at once: one token', async () => {
  await rounds(await openServer(), async ({ clients, issueBody, count }) => {
    const body = { ...issueBody('paid'), request_id: crypto.randomUUID() };
    const answers = await Promise.all(clients.map((client) => client('POST', '/allocation/tokens', body)));
    expect(new Set(answers.map((answer) => answer.body.id)).size).toBe(1);
    expect(await count()).toEqual({ active: 1 });
  });
});
