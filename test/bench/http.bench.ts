import { Agent, request as httpRequest } from 'node:http';
import { join } from 'node:path';
import fastify from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/main/store/sqlite/open';
import { temporaryFolder } from '../helpers/clinic';
import { openServer } from '../helpers/http';

const REQUESTS = 800;

interface Load {
  readonly name: string;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

type Send = (index: number) => { method: string; path: string; body?: object };

/** So many clients, each with a connection that stays open and one request at a time. */
async function load(name: string, port: number, clients: number, send: Send): Promise<Load> {
  const times: number[] = [];
  let next = 0;
  const oneClient = async (agent: Agent): Promise<void> => {
    while (next < REQUESTS) {
      const index = next;
      next += 1;
      const began = performance.now();
      const status = await ask(agent, port, send(index));
      times.push(performance.now() - began);
      if (status !== 200) throw new Error(`${name}: ${status}`);
    }
  };
  const agents = Array.from({ length: clients }, () => new Agent({ keepAlive: true, maxSockets: 1 }));
  const began = performance.now();
  await Promise.all(agents.map(oneClient));
  const seconds = (performance.now() - began) / 1000;
  for (const agent of agents) agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  return { name, perSecond: times.length / seconds, p50: at(0.5), p99: at(0.99) };
}

function ask(agent: Agent, port: number, { method, path, body }: ReturnType<Send>): Promise<number> {
  return new Promise((resolve, reject) => {
    const headers = body ? { 'content-type': 'application/json' } : {};
    const asked = httpRequest({ host: '127.0.0.1', port, method, path, agent, headers }, (response) => {
      response.resume().on('end', () => resolve(response.statusCode ?? 0));
    });
    asked.on('error', reject);
    asked.end(body && JSON.stringify(body));
  });
}

/** The least a durable write over HTTP can cost here: Fastify, one row, one commit. */
async function bareServer(): Promise<number> {
  const database = openDatabase({ path: join(temporaryFolder(), 'floor.db') });
  database.exec('CREATE TABLE floor (value TEXT) STRICT');
  const insert = database.prepare('INSERT INTO floor VALUES (?)');
  const server = fastify();
  server.post('/row', (request) => {
    insert.run(JSON.stringify(request.body));
    return { done: true };
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  onTestFinished(async () => {
    await server.close();
    database.close();
  });
  const address = server.server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function table(loads: readonly Load[]): string {
  const floors = new Map(loads.slice(0, 2).map((floor, index) => [index, floor.p50]));
  const rows = loads.map(({ name, perSecond, p50, p99 }, index) =>
    [
      name.padEnd(46),
      perSecond.toFixed(0).padStart(8),
      `${p50.toFixed(2)} ms`.padStart(11),
      `${p99.toFixed(2)} ms`.padStart(11),
      `× ${(p50 / (floors.get(index % 2) ?? 1)).toFixed(1)}`.padStart(9),
    ].join(' '),
  );
  const head = `${' '.repeat(46)} ${'per s'.padStart(8)} ${'p50'.padStart(11)} ${'p99'.padStart(11)} ${'of floor'.padStart(9)}`;
  return ['\nOver HTTP, every write a durable commit', head, ...rows, ''].join('\n');
}

test('the API over HTTP, against a bare route that does one durable one-row commit', async () => {
  const bare = await bareServer();
  const server = await openServer();
  const { doctorIds } = server.clinic;
  let people = 0;
  const patient = (): object => {
    people += 1;
    return { patient_name: `Patient ${people}`, patient_contact: `96${String(people).padStart(8, '0')}` };
  };
  /** Spread over the doctors and days, so that books are as large as a clinic's. */
  const issue: Send = (index) => {
    const day = String(6 + (Math.floor(index / 60) % 20)).padStart(2, '0');
    const body = {
      doctor_id: doctorIds[index % 3],
      service_day: `2026-01-${day}`,
      source: 'online',
      ...patient(),
    };
    return { method: 'POST', path: '/allocation/tokens', body };
  };
  const row: Send = () => ({ method: 'POST', path: '/row', body: patient() });
  const waiting: Send = (index) => ({
    method: 'GET',
    path: `/allocation/doctors/${doctorIds[index % 3]}/waiting?service_day=2026-01-06`,
  });
  await load('warm-up', bare, 8, row);
  await load('warm-up', server.port, 8, issue);
  const loads = [
    await load('floor: bare route, one row, 1 client', bare, 1, row),
    await load('floor: bare route, one row, 8 clients', bare, 8, row),
    await load('issue a token, books of 40 to 120, 1 client', server.port, 1, issue),
    await load('issue a token, books of 40 to 120, 8 clients', server.port, 8, issue),
    await load('read a waiting list, 1 client', server.port, 1, waiting),
    await load('read a waiting list, 8 clients', server.port, 8, waiting),
  ];
  console.log(table(loads));
  expect(loads.every(({ perSecond }) => perSecond > 0)).toBe(true);
});
