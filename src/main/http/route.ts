import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { requestIdSchema } from '../../shared/model/ids';
import { fail, ok, type Result } from '../../shared/result';
import type { Caller } from '../app/access/caller';
import type { HttpContext } from './context';
import { errorBodySchema, refuse } from './errors';
import { textOnce } from './kept-text';
import { FILE_BODY_LIMIT, LARGE_BODY_LIMIT } from './limits';
import { apiCaller } from './visitor';
import { type Wire, wireName, wireOf } from './wire';

interface Parts {
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodObject | z.ZodUnion;
}

/** Everything a request said, under the app's names. */
type Input<P extends Parts> = (P['params'] extends z.ZodType ? z.output<P['params']> : unknown) &
  (P['query'] extends z.ZodType ? z.output<P['query']> : unknown) &
  (P['body'] extends z.ZodType ? z.output<P['body']> : unknown) & { readonly requestId?: string };

interface Route<P extends Parts, O extends z.ZodType> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  readonly url: string;
  /** Heading of the group in the documentation. */
  readonly group: 'Tokens' | 'Payments' | 'Doctors' | 'Slots' | 'Schedule' | 'Settings' | 'Service';
  readonly summary: string;
  readonly description?: string;
  /** In the app's own words; the mapper makes snake_case of it. */
  readonly takes?: P;
  readonly answers: O;
  readonly refusals: readonly (400 | 403 | 404 | 409)[];
  /** Nobody need say who they are. */
  readonly isPublic?: boolean;
  /** May bring a picture. */
  readonly isLarge?: boolean;
  /** May bring a file somebody chose, or a photo. */
  readonly isFile?: boolean;
  /** Of a list that goes on: the cursor of the next page; null: this was the last. Answered as a `Link`. */
  nextCursor?(answer: z.input<O>, input: Input<P>): string | null;
  handle(input: Input<P>, caller: Caller): Promise<Result<z.input<O>>>;
}

/** A route of the public API: reads the request by its schemas, maps it, asks the app, maps the answer. */
export function addRoute<P extends Parts, O extends z.ZodType>(
  server: FastifyInstance,
  context: HttpContext,
  route: Route<P, O>,
): void {
  const { params, query, body }: Parts = route.takes ?? {};
  const wires = { params: wiredOrNone(params), querystring: wiredOrNone(query), body: wiredOrNone(body) };
  const answer = wireOf(route.answers);
  refuseChanges(route.url, answer.schema);
  const written = textOnce();
  const isChange = route.method !== 'GET';
  const codes = [...route.refusals, ...(route.isPublic ? [] : ([401] as const)), 429, 500, 503] as const;
  server.route({
    method: route.method,
    url: route.url,
    config: { isPublic: route.isPublic ?? false },
    ...(route.isLarge && { bodyLimit: LARGE_BODY_LIMIT }),
    ...(route.isFile && { bodyLimit: FILE_BODY_LIMIT }),
    schema: {
      operationId: operationOf(route),
      tags: [route.group],
      summary: route.summary,
      ...(route.description !== undefined && { description: route.description }),
      ...(route.isPublic && { security: [] }),
      ...Object.fromEntries(
        Object.entries(wires).flatMap(([part, wire]) => (wire ? [[part, wire.schema]] : [])),
      ),
      ...(isChange && { headers: idempotencyHeader }),
      response: {
        200: answer.schema,
        ...Object.fromEntries(codes.map((code) => [code, errorBodySchema])),
      },
    },
    handler: async (request, reply) => {
      const requestId = isChange ? requestIdOf(request) : ok(undefined);
      if (!requestId.ok) return refuse(reply, requestId.error);
      const said = {
        ...decoded(wires.querystring, request.query),
        ...decoded(wires.body, request.body),
        // The path last: nobody names another token in the body than in the address.
        ...decoded(wires.params, request.params),
        ...(requestId.value !== undefined && { requestId: requestId.value }),
      };
      const caller = apiCaller(request.visitor ?? nobody);
      const result = await route.handle(said as Input<P>, caller);
      const { timeZone } = (await context.environment.store.settings()).clinic;
      if (!result.ok) return refuse(reply, result.error, timeZone);
      const next = route.nextCursor?.(result.value, said as Input<P>) ?? null;
      if (next !== null) reply.header('Link', `<${nextPage(request.url, next)}>; rel="next"`);
      const text = written(result.value, timeZone, () =>
        String(reply.serialize(answer.encode(result.value, timeZone))),
      );
      return reply.type('application/json; charset=utf-8').send(text);
    },
  });
}

/** An answer is written as it is: what a schema would change on the way in cannot be written by it. A defect of ours. */
function refuseChanges(url: string, schema: z.ZodType): void {
  z.toJSONSchema(schema, {
    unrepresentable: 'any',
    override: ({ zodSchema }) => {
      if (zodSchema._zod.def.type !== 'transform') return;
      throw new Error(`An answer of ${url} would be changed on its way.`);
    },
  });
}

/** The same question, from there on. */
function nextPage(url: string, cursor: string): string {
  const [path = '', query] = url.split('?');
  const asked = new URLSearchParams(query);
  asked.set('cursor', cursor);
  return `${path}?${asked}`;
}

/** Whoever reaches a public route unknown; such routes do not look at it. */
const nobody = { role: 'board', doctorId: null, deviceId: null } as const;

const idempotencyHeader = z.object({
  'idempotency-key': z.string().optional().describe('The same as `request_id` in the body.'),
});

const wiredOrNone = (schema: z.ZodType | undefined): Wire | undefined => schema && wireOf(schema);

function decoded(wire: Wire | undefined, value: unknown): object {
  if (!wire || value === undefined || value === null) return {};
  return wire.decode(value) as object;
}

/** R17: from the body or the header; both only if they are the same. */
function requestIdOf({ body, headers }: FastifyRequest): Result<string | undefined> {
  const inBody =
    typeof body === 'object' && body !== null && 'request_id' in body ? body.request_id : undefined;
  const inHeader = headers['idempotency-key'];
  const given = [inBody, inHeader].filter((id) => id !== undefined);
  const parsed = given.map((id) => requestIdSchema.safeParse(id));
  if (parsed.some(({ success }) => !success)) {
    const field = wireName('requestId');
    return fail('INVALID_INPUT', 'A request id has 8 to 100 letters.', { field });
  }
  const [one, other] = parsed.map(({ data }) => data);
  if (other !== undefined && one !== other) {
    return fail('INVALID_INPUT', 'request_id and Idempotency-Key are not the same.', { field: 'request_id' });
  }
  return ok(one);
}

/** `putAllocationTokensTokenIdCancel` and the like: unique, as generators of clients need it. */
function operationOf({ method, url }: { method: string; url: string }): string {
  const words = url.split(/[^a-zA-Z]+/).filter((word) => word !== '');
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}
