import { fc } from './fast-check';

type Schema = Readonly<Record<string, unknown>>;
interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly schema: Schema;
}
interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: Schema }> };
}
export interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

export interface GeneratedRequest {
  readonly method: string;
  /** May name ids as `@doctor_id7`: the seventh of those known when it is sent. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | undefined;
}

/** Requests of every operation of the document: mostly as it says, some a little wrong, some nonsense. */
export function requestsOf(document: OpenApi, days: readonly string[]): fc.Arbitrary<GeneratedRequest> {
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  // A stream never ends, and the clock is moved by the test itself.
  const asked = operations.filter(({ path }) => path !== '/events' && path !== '/training/clock');
  return fc.oneof(...asked.map((one) => requestOf(document, days, one)));
}

function requestOf(
  document: OpenApi,
  days: readonly string[],
  { path, method, operation }: { path: string; method: string; operation: Operation },
): fc.Arbitrary<GeneratedRequest> {
  const value = (name: string, schema: Schema): fc.Arbitrary<unknown> =>
    valuesOf(document, days, name, schema);
  const wrong = <T>(right: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
    fc.oneof(
      { weight: 12, arbitrary: right },
      { weight: 1, arbitrary: fc.string() },
      { weight: 1, arbitrary: fc.jsonValue() },
    );
  const parts = (where: Parameter['in']): fc.Arbitrary<Record<string, unknown>> => {
    const parameters = (operation.parameters ?? []).filter((one) => one.in === where);
    const fields = Object.fromEntries(
      parameters.map(({ name, schema }) => [name, wrong(value(name, schema))]),
    );
    return where === 'path' ? fc.record(fields) : fc.record(fields, { requiredKeys: [] });
  };
  const schema = operation.requestBody?.content['application/json']?.schema;
  const good = schema ? value('body', schema) : fc.constant(undefined);
  const damaged = fc
    .tuple(good, fc.string(), fc.jsonValue())
    .map(([body, name, content]) =>
      typeof body === 'object' && body !== null ? { ...body, [name]: content } : content,
    );
  const body = fc.oneof(
    { weight: 14, arbitrary: good.map((content) => (content === undefined ? '' : JSON.stringify(content))) },
    { weight: 2, arbitrary: damaged.map((content) => JSON.stringify(content)) },
    { weight: 1, arbitrary: fc.jsonValue().map((content) => JSON.stringify(content)) },
    { weight: 1, arbitrary: fc.string() },
  );
  return fc.record({ path: parts('path'), query: parts('query'), body }).map((made): GeneratedRequest => {
    const filled = path.replace(/\{(\w+)\}/g, (_all, name: string) =>
      encodeURIComponent(text(made.path[name])),
    );
    const query = new URLSearchParams(
      Object.entries(made.query).map(([name, content]): [string, string] => [name, text(content)]),
    );
    const sends = method !== 'GET' && made.body !== '';
    return {
      method,
      path: query.size > 0 ? `${filled}?${query}` : filled,
      headers: sends ? { 'content-type': 'application/json' } : {},
      body: sends ? made.body : undefined,
    };
  });
}

const text = (value: unknown): string => (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''));

function valuesOf(
  document: OpenApi,
  days: readonly string[],
  name: string,
  schema: Schema,
): fc.Arbitrary<unknown> {
  const inner = (key: string, part: unknown): fc.Arbitrary<unknown> =>
    valuesOf(document, days, key, part as Schema);
  const {
    $ref,
    anyOf,
    oneOf,
    enum: choices,
    const: only,
    type,
    format,
    items,
  } = schema as Record<string, unknown> & { type?: string };
  if (typeof $ref === 'string') return inner(name, document.components.schemas[$ref.split('/').at(-1) ?? '']);
  const options = (anyOf ?? oneOf) as readonly Schema[] | undefined;
  if (options) return fc.oneof(...options.map((option) => inner(name, option)));
  if (Array.isArray(choices)) return fc.constantFrom(...choices);
  if (only !== undefined) return fc.constant(only);
  if (format === 'uuid') {
    const known = fc.nat(30).map((index) => `@${name}${index}`);
    return fc.oneof({ weight: 12, arbitrary: known }, { weight: 1, arbitrary: fc.uuid() });
  }
  if (format === 'date') return fc.constantFrom(...days);
  if (name === 'patient_contact')
    return fc.nat(60).map((person) => `98765${String(person).padStart(5, '0')}`);
  if (name === 'start_time' || name === 'end_time')
    return fc
      .nat(36 * 4)
      .map(
        (quarter) =>
          `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${['00', '15', '30', '45'][quarter % 4]}`,
      );
  if (type === 'string') {
    const { minLength = 0, maxLength = 40 } = schema as { minLength?: number; maxLength?: number };
    return fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 40), unit: 'grapheme' });
  }
  if (type === 'integer' || type === 'number') {
    const { minimum = -5, maximum = 1_000 } = schema as { minimum?: number; maximum?: number };
    const min = Math.max(minimum, -5);
    return fc.integer({ min, max: Math.max(min, Math.min(maximum, 1_000)) });
  }
  if (type === 'boolean') return fc.boolean();
  if (type === 'null') return fc.constant(null);
  if (type === 'array') return fc.array(inner(name, items), { maxLength: 3 });
  if (type === 'object') {
    const properties = Object.entries((schema.properties ?? {}) as Record<string, Schema>);
    const fields = Object.fromEntries(properties.map(([key, part]) => [key, inner(key, part)]));
    return fc.record(fields, { requiredKeys: (schema.required ?? []) as string[] });
  }
  return fc.jsonValue();
}
