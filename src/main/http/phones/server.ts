import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { TokenId } from '../../../shared/model/ids';
import { type Language, languageSchema } from '../../../shared/model/language';
import { theClock } from '../../app/access/caller';
import { beginCall } from '../../app/call';
import type { Environment } from '../../app/environment';
import { tokenOfLink } from '../../app/links/key';
import { numberTyped, secretOfShortForm } from '../../app/phones/short-form';
import { phoneViews, placeOnPhone } from '../../app/phones/view';
import type { EventHub } from '../event-hub';
import { networkOf } from '../limits';
import { guardPhones, phoneHeaders } from './guard';
import { gonePage, shortPage, tokenPage } from './page';
import { createPhoneStreams, toldOf } from './streams';
import { createTries } from './tries';

const MINUTE_MS = 60_000;
/** Of all that a patient sends: a number and two letters. */
const MOST_OF_A_BODY = 1024;

export interface PhonesParts {
  readonly environment: Environment;
  readonly events: EventHub;
  /** Script and style of the page. */
  readonly filesFolder: string;
  /** Names that a request may bear besides this computer's own. */
  readonly hosts: () => readonly string[];
}

/** The patients' pages, and nothing else: a port of its own, so that a guest network may be let in to it alone. */
export async function createPhonesServer(parts: PhonesParts) {
  const { environment, events, filesFolder, hosts } = parts;
  const { store, log } = environment;
  const server = fastify({
    logger: false,
    bodyLimit: MOST_OF_A_BODY,
    requestTimeout: 10_000,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    return503OnClosing: false,
    routerOptions: { caseSensitive: false, maxParamLength: 60 },
    frameworkErrors: (_error, _request, reply) => void notHere(reply),
  });
  server.server.maxConnections = 2_000;
  const streams = createPhoneStreams(environment, events, phoneHeaders);
  const wrong = createTries(30, MINUTE_MS);
  const wrongShort = createTries(10, 10 * MINUTE_MS);
  const wrongInAll = createTries(200, 60 * MINUTE_MS);
  const wrongOfNumber = createTries(5, 12 * 60 * MINUTE_MS);
  guardPhones(server, hosts);
  server.setNotFoundHandler((_request, reply) => notHere(reply));
  server.setErrorHandler((error, request, reply) => {
    const status = (error as { statusCode?: number }).statusCode ?? 500;
    if (status >= 500) log.error('a patient’s page failed', request.routeOptions.url ?? 'nowhere', error);
    return reply.code(status).type('text/plain').send('This cannot be read.');
  });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  addFiles(server, filesFolder);

  server.get('/', async (request, reply) => sendPage(reply, shortPage(await languageOf(request), null)));
  server.post('/', async (request, reply) => {
    const language = await languageOf(request);
    const { number = '', letters = '' } = (request.body ?? {}) as Partial<Record<string, string>>;
    const [from, name] = [networkOf(request.ip), numberTyped(number.slice(0, 20))];
    if (wrongShort.isFull(from) || wrongOfNumber.isFull(name) || wrongInAll.isFull('all'))
      return sendPage(reply.code(429), shortPage(language, 'tooMany'));
    const call = await beginCall(environment, theClock);
    const secret = await secretOfShortForm(call, number.slice(0, 20), letters.slice(0, 10));
    if (secret !== null) return reply.redirect(`/t/${secret}?l=${language}`, 303);
    wrongShort.count(from);
    wrongOfNumber.count(name);
    wrongInAll.count('all');
    return sendPage(reply.code(404), shortPage(language, 'unknown'));
  });
  server.get('/t/:secret', async (request, reply) => showToken(request, reply));
  server.get('/t/:secret/state', async (request, reply) => {
    const tokenId = await tokenOf(request);
    const now = tokenId && (await toldOf(environment, tokenId, await languageOf(request)));
    return now ? reply.header('Cache-Control', 'no-store').send(now.told) : gone(request, reply);
  });
  server.get('/t/:secret/events', async (request, reply) => {
    const tokenId = await tokenOf(request);
    if (tokenId === null) return gone(request, reply);
    if (streams.isFull) return reply.code(503).header('Retry-After', '20').send();
    return (await streams.open(reply, tokenId, await languageOf(request))) ? reply : gone(request, reply);
  });
  await server.ready();

  async function showToken(request: FastifyRequest, reply: FastifyReply) {
    const tokenId = await tokenOf(request);
    const call = await beginCall(environment, theClock);
    const place = tokenId && (await placeOnPhone(call, tokenId));
    const view = place && (await (await phoneViews(call, place.key))(place.tokenId));
    if (!view || tokenId === null) return gone(request, reply);
    const language = await languageOf(request, tokenId);
    return sendPage(reply, tokenPage(view, { secret: secretIn(request), language }));
  }

  /** Whose link this is; null: nobody's. */
  async function tokenOf(request: FastifyRequest): Promise<TokenId | null> {
    return tokenOfLink(store, secretIn(request));
  }

  /** Right links cost nothing, however many phones share an address; wrong ones do. */
  async function gone(request: FastifyRequest, reply: FastifyReply) {
    const from = networkOf(request.ip);
    if (wrong.isFull(from)) return reply.code(429).header('Retry-After', '60').send();
    wrong.count(from);
    return sendPage(reply.code(404), gonePage(await languageOf(request)));
  }

  /** As chosen; else as the slip was printed; else the clinic's. */
  async function languageOf(request: FastifyRequest, tokenId?: TokenId): Promise<Language> {
    const chosen = languageSchema.safeParse((request.query as { l?: unknown }).l);
    if (chosen.success) return chosen.data;
    const printed = tokenId && (await store.printJobOfToken(tokenId))?.language;
    return printed ?? (await store.settings()).clinic.language;
  }

  return {
    fastify: server,
    get streams() {
      return streams.size;
    },
    async listen(where: { readonly host: string; readonly port: number }): Promise<number> {
      await server.listen(where);
      const address = server.server.address();
      return typeof address === 'object' && address !== null ? address.port : where.port;
    },
    async close(): Promise<void> {
      streams.close();
      await server.close();
    },
  };
}

const secretIn = (request: FastifyRequest): string =>
  (request.params as { secret: string }).secret.toUpperCase();

function sendPage(reply: FastifyReply, page: string): FastifyReply {
  return reply.header('Cache-Control', 'no-store').type('text/html; charset=utf-8').send(page);
}

function notHere(reply: FastifyReply): FastifyReply {
  return reply
    .headers(phoneHeaders)
    .code(404)
    .type('text/plain; charset=utf-8')
    .send('There is nothing here.');
}

function addFiles(server: FastifyInstance, folder: string): void {
  for (const [name, type] of [
    ['page.js', 'text/javascript'],
    ['page.css', 'text/css'],
  ] as const) {
    const file = readFileSync(join(folder, name), 'utf8');
    server.get(`/${name}`, (_request, reply) => reply.type(`${type}; charset=utf-8`).send(file));
  }
}
