import type { Socket } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import type { App } from '../app/app';
import type { Environment } from '../app/environment';
import { refusalOf } from '../app/run/failures';
import { originByName } from './addresses';
import { readPem } from './certificate';
import type { HttpContext } from './context';
import { ofFastify, refuse } from './errors';
import type { EventHub } from './event-hub';
import { createEventStreams, type EventStreams } from './event-stream';
import { addHereRoute } from './here';
import { BODY_LIMIT, guardVisitors } from './limits';
import { addDocsPage, describeApi } from './openapi';
import { addDoctorRoutes } from './routes/doctor-routes';
import { addEventRoutes } from './routes/event-routes';
import { addPageRoutes } from './routes/page-routes';
import { addPatientRoutes } from './routes/patient-routes';
import { addPaymentRoutes } from './routes/payment-routes';
import { addRulesRoutes } from './routes/rules-routes';
import { addScheduleRoutes } from './routes/schedule-routes';
import { addServiceRoutes } from './routes/service-routes';
import { addTokenRoutes } from './routes/token-routes';
import { addTrainingRoutes } from './routes/training-routes';
import { guardOrigin } from './security';
import type { Authenticate } from './visitor';

/** Twenty a second: a busy screen fetches a few times for every event. */
const REQUESTS_PER_MINUTE = 1_200;

export interface HttpParts {
  /** With windows that do nothing: a browser opens its own, and closes none of this computer's. */
  readonly app: App;
  readonly environment: Environment;
  /** What `environment.publish` hands its events to. */
  readonly events: EventHub;
  readonly authenticate: Authenticate;
  readonly options?: HttpOptions;
}

export interface HttpOptions {
  /** Of each device, or of each address where there are no devices. */
  readonly requestsPerMinute?: number;
  /** Names this computer is known by besides its own. */
  readonly allowedHosts?: readonly string[];
  /** Names it is making known to the network now. */
  readonly announcedNames?: () => readonly string[];
  /** Where it is reached now, the best first. */
  readonly addresses?: () => readonly string[];
  /** PEM files; with them only https is spoken. */
  readonly tls?: { readonly certificatePath: string; readonly keyPath: string } | undefined;
  /** The built pages of the app. */
  readonly pagesFolder?: string | undefined;
  /** Script and style of the documentation page. */
  readonly docsFolder?: string | undefined;
  /** More routes, guarded like all others. */
  readonly extend?: ((server: FastifyInstance) => void | Promise<void>) | undefined;
}

export interface HttpServer {
  /** By it a page knows the server again under another of its addresses. */
  readonly id: string;
  readonly fastify: FastifyInstance;
  readonly streams: EventStreams;
  /** Starts listening; port 0 chooses a free one. Answers the port. Rejects if the port is taken. */
  listen(address: { readonly host: string; readonly port: number }): Promise<number>;
  /** Takes nothing new, ends the event streams, waits for what runs; after `patienceMs` cuts off the rest. */
  close(patienceMs?: number): Promise<void>;
}

/** The whole contract over HTTP. Throws if a certificate cannot be read. */
export async function createHttpServer(parts: HttpParts): Promise<HttpServer> {
  const { app, environment, events, authenticate, options = {} } = parts;
  const server = makeFastify(options);
  const context: HttpContext = { app, environment, events };
  const streams = createEventStreams(events, environment);
  server.setValidatorCompiler(validatorCompiler);
  server.setSerializerCompiler(serializerCompiler);
  readJsonOnly(server);
  answerErrors(server, environment);
  const { allowedHosts = [], announcedNames = () => [], addresses = () => [] } = options;
  const isOurs = guardOrigin(server, {
    moreHosts: () => [...allowedHosts, ...announcedNames()],
    byName: () => originByName(addresses()),
  });
  const id = environment.newId();
  await guardVisitors(server, {
    authenticate,
    requestsPerMinute: options.requestsPerMinute ?? REQUESTS_PER_MINUTE,
  });
  logRequests(server, environment);
  await describeApi(server, environment.version);
  // Routes of their own scope: hooks and documentation are in place by then.
  await server.register(async (scope) => {
    addTokenRoutes(scope, context);
    addPatientRoutes(scope, context);
    addPaymentRoutes(scope, context);
    addDoctorRoutes(scope, context);
    addScheduleRoutes(scope, context);
    addServiceRoutes(scope, context);
    addRulesRoutes(scope, context);
    addEventRoutes(scope, context, streams);
    addHereRoute(scope, { server: id, isOurs });
    if (environment.training) addTrainingRoutes(scope, context);
    await addPageRoutes(scope, context, options.pagesFolder);
    if (options.docsFolder !== undefined) await addDocsPage(scope, options.docsFolder);
    await options.extend?.(scope);
  });
  await server.ready();
  return { id, fastify: server, streams, listen, close };

  async function listen({ host, port }: { host: string; port: number }): Promise<number> {
    await server.listen({ host, port });
    const address = server.server.address();
    return typeof address === 'object' && address !== null ? address.port : port;
  }

  async function close(patienceMs = 2_000): Promise<void> {
    streams.close();
    const cutOff = setTimeout(() => server.server.closeAllConnections(), patienceMs);
    await server.close();
    clearTimeout(cutOff);
  }
}

function makeFastify({ tls }: HttpOptions): FastifyInstance {
  const common = {
    logger: false,
    bodyLimit: BODY_LIMIT,
    requestTimeout: 30_000,
    forceCloseConnections: 'idle' as const,
    return503OnClosing: false,
    clientErrorHandler: answerGarbage,
    frameworkErrors: (error: Error, _request: unknown, reply: Parameters<typeof refuse>[0]) => {
      refuse(
        reply,
        ofFastify(error) ?? { code: 'INVALID_INPUT', message: 'This request could not be read.' },
      );
    },
  };
  if (!tls) return fastify(common);
  const https = { cert: readPem(tls.certificatePath), key: readPem(tls.keyPath) };
  return fastify({ ...common, https }) as unknown as FastifyInstance;
}

/** Not even HTTP, or not all of it in time: a last word, and the connection ends. */
function answerGarbage(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const isLate = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
  const refusal = isLate
    ? { code: 'UNAVAILABLE', message: 'This request did not arrive in time. Please send it again.' }
    : { code: 'INVALID_INPUT', message: 'This request could not be read.' };
  const body = JSON.stringify({ error: { ...refusal, details: { reason: error.code ?? '' } } });
  socket.end(
    `HTTP/1.1 ${isLate ? '408 Request Timeout' : '400 Bad Request'}\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

/** JSON and nothing else; an empty body is no body, so that a bare PUT will do. */
function readJsonOnly(server: FastifyInstance): void {
  const parse = server.getDefaultJsonParser('error', 'error');
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    const text = String(body);
    if (text.trim() === '') done(null, undefined);
    else parse(request, text, done);
  });
  server.addHook('preValidation', async (request) => {
    if (request.routeOptions.schema?.body && (request.body === undefined || request.body === null)) {
      request.body = {};
    }
  });
}

function answerErrors(server: FastifyInstance, environment: Environment): void {
  server.setNotFoundHandler((_request, reply) =>
    refuse(reply, { code: 'NOT_FOUND', message: 'There is nothing at this address.' }),
  );
  server.setErrorHandler((error, request, reply) => {
    const known = ofFastify(error);
    if (known) return refuse(reply, known);
    return refuse(reply, refusalOf(environment, request.routeOptions.url ?? 'nowhere', error));
  });
}

/** The pattern of the address, never what was in it: names and phone numbers stay out of logs. */
function logRequests(server: FastifyInstance, { log }: Environment): void {
  server.addHook('onResponse', async (request, reply) => {
    const isQuiet = request.method === 'GET' && reply.statusCode < 400;
    if (isQuiet || reply.statusCode === 429) return;
    log.info(request.method, request.routeOptions.url ?? 'nowhere', reply.statusCode);
  });
}
