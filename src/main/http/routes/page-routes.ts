import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { HttpContext } from '../context';
import { jsonOf } from '../kept-text';
import { FILE_BODY_LIMIT } from '../limits';
import { pageCaller } from '../visitor';

/**
 * What the app's own pages in a browser use: `POST /rpc/<call>` takes the contract's input and answers its Result,
 * always with 200, by the same checks as from a window. And the pages themselves, from `pagesFolder`, with
 * the voice of the waiting room.
 */
export async function addPageRoutes(
  server: FastifyInstance,
  { app, environment: { voiceFiles } }: HttpContext,
  pagesFolder: string | undefined,
): Promise<void> {
  server.post(
    '/rpc/:call',
    { schema: { hide: true }, bodyLimit: FILE_BODY_LIMIT },
    async (request, reply) => {
      if (!request.visitor) return undefined;
      const { call } = request.params as { call: string };
      const asked = { screen: request.headers['x-opd-screen'], doctor: request.headers['x-opd-doctor'] };
      reply.header('Cache-Control', 'no-store');
      const answer = await app.receive(call, request.body, pageCaller(request.visitor, asked));
      return reply.type('application/json; charset=utf-8').send(jsonOf(answer));
    },
  );
  if (pagesFolder === undefined) return;
  await server.register(async (scope) => {
    // The pages hold no data; they ask for it, or for a pairing code.
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, isPublic: true };
    });
    scope.get('/voice/*', { schema: { hide: true } }, async (request, reply) => {
      const { '*': path } = request.params as { '*': string };
      const file = await voiceFiles.find(path, new URLSearchParams(request.url.split('?')[1]).has('bundled'));
      if (file === null) return reply.callNotFound();
      reply.header('Cache-Control', 'no-cache').type(file.contentType);
      return reply.send(await readFile(file.path));
    });
    await scope.register(fastifyStatic, {
      root: pagesFolder,
      cacheControl: false,
      setHeaders: (reply, path) => {
        // Built files bear a hash of their content in their name; the page itself does not.
        const isHashed = path.startsWith(join(pagesFolder, 'assets'));
        reply.header('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  });
}
