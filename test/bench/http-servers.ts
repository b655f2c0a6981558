import { type ChildProcess, fork } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fastify from 'fastify';
import { createApp } from '../../src/main/app/app';
import { createHttpServer } from '../../src/main/http/server';
import { letEverybodyIn } from '../../src/main/http/visitor';
import { openBenchClinic } from './clinic';
import { openByHand, type Written } from './recording';

/** A server in a process of its own, as it would run. */
export interface BenchServer {
  readonly port: number;
  end(): Promise<void>;
}

/** What the bare server is to do and to say. */
export interface BareServerPlan {
  readonly database: string;
  /** Of one command after the other. */
  readonly writes: readonly Written[];
  /** What the app answered to such a command. */
  readonly answer: string;
  /** By its path: what the app answers to it. */
  readonly bodies: Readonly<Record<string, string>>;
}

/** The API of the app on a database. */
export const serveApp = (database: string): Promise<BenchServer> => started('--serve-app', database);

/** Fastify alone, which writes the same rows and sends the same bytes. */
export function serveBare(plan: BareServerPlan): Promise<BenchServer> {
  const file = join(plan.database, '../plan.json');
  writeFileSync(file, JSON.stringify(plan));
  return started('--serve-bare', file);
}

async function started(...args: readonly string[]): Promise<BenchServer> {
  const child = fork(process.argv[1] ?? '', args);
  const port = await new Promise<number>((resolve, reject) => {
    child.once('message', (message) => resolve(Number(message)));
    child.once('exit', (code) => reject(new Error(`A server ended with ${code}.`)));
  });
  return { port, end: () => ended(child) };
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((done) => {
    child.removeAllListeners('exit').once('exit', () => done());
    child.disconnect();
  });
}

/** The process of such a server, if the arguments ask for one. */
export async function serveIfAsked([kind, path]: readonly string[]): Promise<boolean> {
  if (path === undefined || (kind !== '--serve-app' && kind !== '--serve-bare')) return false;
  const { port, close } = kind === '--serve-app' ? await beApp(path) : await beBare(path);
  process.once('disconnect', () => void close().then(() => process.exit(0)));
  process.send?.(port);
  return true;
}

interface Serving {
  readonly port: number;
  close(): Promise<void>;
}

async function beApp(path: string): Promise<Serving> {
  const clinic = await openBenchClinic(path);
  const { environment, events } = clinic;
  const server = await createHttpServer({
    app: createApp(environment, { open: () => undefined, close: () => undefined }),
    environment,
    events,
    authenticate: letEverybodyIn,
    options: { requestsPerMinute: 100_000_000 },
  });
  const port = await server.listen({ host: '127.0.0.1', port: 0 });
  return { port, close: () => server.close(100).then(clinic.close) };
}

/** Bytes as JSON writes them are bytes again. */
const withBytes = (_name: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer' && 'data' in value
    ? Buffer.from(value.data as number[])
    : value;

async function beBare(file: string): Promise<Serving> {
  const { database, writes, answer, bodies } = JSON.parse(
    readFileSync(file, 'utf8'),
    withBytes,
  ) as BareServerPlan;
  const byHand = openByHand(database);
  const server = fastify();
  let next = 0;
  server.post('/write', (_request, reply) => {
    const written = writes[next];
    if (!written) throw new Error('Nothing is left to write.');
    next += 1;
    byHand.write(written);
    return reply.type('application/json; charset=utf-8').send(answer);
  });
  for (const [path, body] of Object.entries(bodies)) {
    server.get(path, (_request, reply) => reply.type('application/json; charset=utf-8').send(body));
  }
  await server.listen({ host: '127.0.0.1', port: 0 });
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    port,
    close: async () => {
      await server.close();
      byHand.close();
    },
  };
}
