import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createApp } from '../../src/main/app/app';
import type { Environment } from '../../src/main/app/environment';
import { createEventHub, type EventHub } from '../../src/main/http/event-hub';
import { createHttpServer, type HttpOptions, type HttpServer } from '../../src/main/http/server';
import { type Authenticate, letEverybodyIn } from '../../src/main/http/visitor';
import { first, noWindows, openClinic, type TestClinic, temporaryFolder } from './clinic';

type Json = Record<string, unknown>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Whatever the body is; tests say what they expect it to be. */
  readonly body: Json & {
    readonly error?: { code: string; message: string; details: Json; reference?: string };
  };
  readonly list: readonly Json[];
}

export interface TestServer {
  readonly clinic: TestClinic;
  readonly environment: Environment;
  readonly events: EventHub;
  readonly http: HttpServer;
  readonly port: number;
  /** `http://127.0.0.1:<port>` */
  readonly address: string;
  /** Of its database. */
  readonly path: string;
  /** Of the first doctor. */
  readonly doctorId: string;
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  /** A walk-in of the first doctor unless told otherwise. */
  issue(wish?: Json): Promise<Answer>;
}

interface Options extends HttpOptions {
  readonly authenticate?: Authenticate;
  readonly training?: boolean;
  readonly time?: number;
  /** How many events are remembered. */
  readonly kept?: number;
}

/** A clinic on a real database file behind a real server on a free port. */
export async function openServer(options: Options = {}): Promise<TestServer> {
  const { authenticate = letEverybodyIn, training = false, time, kept, ...http } = options;
  const path = join(temporaryFolder(), 'data.db');
  const events = createEventHub('test', kept);
  const clinic = await openClinic({ path, publish: events.publish, ...(time !== undefined && { time }) });
  const environment: Environment = { ...clinic.environment, training };
  const server = await createHttpServer({
    app: createApp(environment, noWindows),
    environment,
    events,
    authenticate,
    options: { requestsPerMinute: 1_000_000, ...http },
  });
  onTestFinished(() => server.close(100));
  const port = await server.listen({ host: '127.0.0.1', port: 0 });
  const address = `http://127.0.0.1:${port}`;
  const doctorId = first(clinic.doctorIds);
  let people = 0;

  const ask: TestServer['ask'] = async (method, path, body, headers = {}) => {
    const response = await fetch(`${address}${path}`, {
      method,
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.startsWith('application/json') ?? false;
    const parsed: unknown = isJson ? JSON.parse(text) : { text };
    return {
      status: response.status,
      headers: response.headers,
      body: (Array.isArray(parsed) ? {} : parsed) as Answer['body'],
      list: (Array.isArray(parsed) ? parsed : []) as Answer['list'],
    };
  };

  return {
    path,
    clinic,
    environment,
    events,
    http: server,
    port,
    address,
    doctorId,
    ask,
    issue: (wish = {}) => {
      people += 1;
      const patient = {
        doctor_id: doctorId,
        source: 'walk_in',
        patient_name: `Patient ${people}`,
        patient_contact: `98000${String(people).padStart(5, '0')}`,
      };
      return ask('POST', '/allocation/tokens', { ...patient, ...wish });
    },
  };
}
