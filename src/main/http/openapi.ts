import fastifyStatic from '@fastify/static';
import fastifySwagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';

/** Collects the routes that follow into an OpenAPI 3.1 document at `/openapi.json`. */
export async function describeApi(server: FastifyInstance, version: string): Promise<void> {
  await server.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'OPD Tokens',
        version,
        description:
          'Tokens of an outpatient department. Rules by number are in docs/allocation.md. Times are ISO 8601 with the clinic’s offset; a service day is YYYY-MM-DD. Any change may carry a `request_id` or an `Idempotency-Key`: repeated, it answers the same and changes nothing.',
        license: { name: 'MIT' },
      },
      tags: ['Tokens', 'Doctors', 'Slots', 'Settings', 'Service'].map((name) => ({ name })),
      components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
      security: [{ token: [] }],
    },
    transform: jsonSchemaTransform,
  });
  server.get('/openapi.json', { schema: { hide: true } }, () => server.swagger());
}

const page = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>OPD Tokens: API</title>
    <link rel="stylesheet" href="/docs/swagger-ui.css" />
    <link rel="icon" href="/docs/favicon-32x32.png" />
  </head>
  <body>
    <div id="api"></div>
    <script src="/docs/swagger-ui-bundle.js"></script>
    <script src="/docs/start.js"></script>
  </body>
</html>
`;

// A file of its own: the pages' policy allows no script within a page.
const start = `SwaggerUIBundle({ url: '/openapi.json', dom_id: '#api', deepLinking: true, defaultModelsExpandDepth: 0 });\n`;

export const docsFiles = ['swagger-ui-bundle.js', 'swagger-ui.css', 'favicon-32x32.png'];

/** The same as a page for people at `/docs`, from the files in `folder`: it works without a network. */
export async function addDocsPage(server: FastifyInstance, folder: string): Promise<void> {
  const hide = { schema: { hide: true } };
  server.get('/docs', hide, (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
  server.get('/docs/start.js', hide, (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send(start),
  );
  await server.register(async (scope) => {
    await scope.register(fastifyStatic, { root: folder, serve: false });
    for (const file of docsFiles) {
      scope.get(`/docs/${file}`, hide, (_request, reply) => reply.sendFile(file));
    }
  });
}
