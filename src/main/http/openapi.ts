import fastifyStatic from '@fastify/static';
import fastifySwagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { doctorScheduleSchema } from '../../shared/model/doctor-schedule';
import { slotViewSchema } from '../../shared/model/slot';
import { errorBodySchema } from './errors';
import { ticketViewSchema, tokenViewSchema } from './token-view';
import { wireOf } from './wire';

/** What the document names once and refers to. */
const named = {
  Error: errorBodySchema,
  Token: wireOf(tokenViewSchema).schema,
  IssuedToken: wireOf(ticketViewSchema).schema,
  Slot: wireOf(slotViewSchema).schema,
  Doctor: wireOf(doctorScheduleSchema).schema,
};
for (const [id, schema] of Object.entries(named)) z.globalRegistry.add(schema, { id });

const meanings: Readonly<Record<string, string>> = {
  '200': 'Done.',
  '400': 'Not valid; `details.fields` says which and why.',
  '401': 'Nobody known: a bearer token is needed.',
  '403': 'This kind of device may not.',
  '404': 'No such doctor, slot or token.',
  '409': 'Refused by a rule, which `details` names.',
  '429': 'Too many requests; see `Retry-After`.',
  '500': 'A defect; quote `reference` to support.',
};

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
    transformObject: (document) => finishDocument(jsonSchemaTransformObject(document) as Document),
  });
  server.get('/openapi.json', { schema: { hide: true } }, () => server.swagger());
}

interface Operation {
  readonly requestBody?: {
    required?: boolean;
    readonly content: Record<string, { schema?: { required?: unknown } }>;
  };
  readonly responses?: Record<string, { description?: string }>;
}
type Document = Record<string, unknown> & { readonly paths?: Record<string, Record<string, Operation>> };

/** Says what each answer means, and that a body nothing is required in may be left out. */
function finishDocument(document: Document): Document {
  const operations = Object.values(document.paths ?? {}).flatMap((methods) => Object.values(methods));
  for (const { requestBody, responses = {} } of operations) {
    for (const [status, response] of Object.entries(responses)) {
      if (response.description === 'Default Response') response.description = meanings[status] ?? 'Refused.';
    }
    const schemas = Object.values(requestBody?.content ?? {}).map(({ schema }) => schema);
    if (requestBody && schemas.every((schema) => schema && !('anyOf' in schema) && !schema.required)) {
      requestBody.required = false;
    }
  }
  return document;
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
