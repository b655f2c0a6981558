import type { DoctorId } from '../../../src/shared/model/ids';
import { addBook, phone } from '../books';
import { DAY, openBenchClinic, SAMPLE_DOCTORS } from '../clinic';
import { type HttpClient, type HttpRequest, openHttpClient } from '../http-client';
import { type BenchServer, serveApp, serveBare } from '../http-servers';
import type { Bench, Part } from '../part';
import { recordedWrites, recordWrites, type Written } from '../recording';
import { least, perSecond } from '../rows';
import { ratioOf, sum } from '../statistics';

const BOOKS = 40;
const EIGHT = 8;
const PER_TURN = 40;

type Send = (index: number) => HttpRequest;

interface Recorded {
  readonly writes: Written[];
  readonly answer: string;
}

/** The API over HTTP beside Fastify alone, each in a process of its own, with clients in this one. */
export const http: Part = {
  name: 'http',
  async run(bench) {
    const { workshop, quick } = bench;
    const turns = quick ? 2 : 15;
    const path = await workshop.copyOf('books-of-120', async (clinic) => {
      for (let book = 0; book < BOOKS; book += 1) await addBook(clinic, { tokens: 120, seats: 80 });
    });
    const clinic = await openBenchClinic(workshop.again(path));
    const doctors = clinic.doctorIds.slice(SAMPLE_DOCTORS);
    await clinic.close();
    const issue = issuing(doctors);
    // One client, then eight.
    const { writes, answer } = await recorded(workshop.again(path), issue, 2 * (turns + 1) * PER_TURN);
    const app = await serveApp(workshop.again(path));
    const waiting: HttpRequest = {
      method: 'GET',
      path: `/allocation/doctors/${doctors[0]}/waiting?service_day=${DAY}`,
    };
    const board: HttpRequest = {
      method: 'POST',
      path: '/rpc/board.view',
      headers: { 'x-opd-screen': 'board' },
      body: '{}',
    };
    const bodies = { '/waiting': await bodyOf(app, waiting), '/board': await bodyOf(app, board) };
    const bare = await serveBare({ database: workshop.again(path), writes, answer, bodies });
    try {
      const write: Send = () => ({ method: 'POST', path: '/write', body: issue(0).body ?? '' });
      const get =
        (at: string): Send =>
        () => ({ method: 'GET', path: at });
      const kind = (what: string, aim: number, floor: string) => ({ what, aim, floor });
      const issuingRow = kind('HTTP: issue one token, durable', 0.6, 'Fastify alone writing the same rows');
      let next = 0;
      const issueNext: Send = () => issue(next++);
      await compare(bench, turns, 1, { ...issuingRow, app: [app, issueNext], bare: [bare, write] });
      await compare(bench, turns, EIGHT, { ...issuingRow, app: [app, issueNext], bare: [bare, write] });
      const same = 'Fastify alone sending the same bytes';
      const list = kind('HTTP: a waiting list of 40 in a book of 120', 0.5, same);
      await compare(bench, turns, EIGHT, {
        ...list,
        app: [app, () => waiting],
        bare: [bare, get('/waiting')],
      });
      const view = kind(`HTTP: the board’s view, ${BOOKS} books of 120`, 0.5, same);
      await compare(bench, turns, EIGHT, { ...view, app: [app, () => board], bare: [bare, get('/board')] });
    } finally {
      await app.end();
      await bare.end();
    }
  },
};

function issuing(doctors: readonly DoctorId[]): Send {
  return (index) => ({
    method: 'POST',
    path: '/allocation/tokens',
    body: JSON.stringify({
      doctor_id: doctors[index % BOOKS],
      source: 'walk_in',
      patient_name: `Somebody ${index}`,
      patient_contact: phone(30_000_000 + index),
    }),
  });
}

/** What each of these requests writes, and what the last of them is answered. */
async function recorded(path: string, send: Send, requests: number): Promise<Recorded> {
  recordWrites(path);
  const server = await serveApp(path);
  const client = await openHttpClient(server.port);
  const reader = recordedWrites(path);
  const started = reader.next();
  const writes: Written[] = [];
  let answer = '';
  for (let index = 0; index < requests; index += 1) {
    answer = await good(client, send(index));
    writes.push(index === 0 ? [...started, ...reader.next()] : reader.next());
  }
  reader.close();
  client.close();
  await server.end();
  return { writes, answer };
}

async function good(client: HttpClient, request: HttpRequest): Promise<string> {
  const { status, body } = await client.ask(request);
  if (status !== 200 && status !== 201) throw new Error(`${request.path}: ${status} ${body}`);
  return body;
}

async function bodyOf({ port }: BenchServer, request: HttpRequest): Promise<string> {
  const client = await openHttpClient(port);
  const body = await good(client, request);
  client.close();
  return body;
}

interface Compared {
  readonly what: string;
  readonly floor: string;
  readonly aim: number;
  readonly app: readonly [BenchServer, Send];
  readonly bare: readonly [BenchServer, Send];
}

/** In turns of some requests each. */
async function compare({ tell }: Bench, turns: number, clients: number, compared: Compared): Promise<void> {
  const { what, floor, aim } = compared;
  const app = await load(compared.app, clients);
  const bare = await load(compared.bare, clients);
  const times = { app: [] as number[], bare: [] as number[] };
  for (let turn = 0; turn <= turns; turn += 1) {
    const first = turn % 2 === 0 ? ('app' as const) : ('bare' as const);
    for (const name of [first, first === 'app' ? 'bare' : 'app'] as const) {
      const took = await (name === 'app' ? app : bare).turn();
      // The first turn warms both up.
      if (turn > 0) times[name].push(took);
    }
  }
  app.close();
  bare.close();
  const rate = (took: readonly number[]): string => perSecond((took.length * PER_TURN * 1_000) / sum(took));
  tell({
    part: 'http',
    what: `${what}, ${clients} client${clients === 1 ? '' : 's'}`,
    measured: rate(times.app),
    floor: `${rate(times.bare)}, ${floor}`,
    figure: 1 / ratioOf(times.app, times.bare, sum),
    unit: '× its throughput',
    aim: least(aim),
  });
}

/** So many clients; a turn is the time, ms, that all of them together need for some requests. */
async function load([{ port }, send]: readonly [BenchServer, Send], clients: number) {
  const all = await Promise.all(Array.from({ length: clients }, () => openHttpClient(port)));
  return {
    async turn(): Promise<number> {
      let left = PER_TURN;
      const began = performance.now();
      await Promise.all(
        all.map(async (client) => {
          while (left > 0) {
            left -= 1;
            await good(client, send(left));
          }
        }),
      );
      return performance.now() - began;
    },
    close: () => {
      for (const client of all) client.close();
    },
  };
}
