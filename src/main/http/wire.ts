import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { snakeCase } from '../../shared/model/text';
import { instantSchema, MINUTE, minuteOfDaySchema, startOfDaySchema } from '../../shared/model/time';

/**
 * The one mapper between the app's data and JSON on HTTP, both ways, for any schema of the contract:
 * fields in snake_case; instants as ISO 8601 with the clinic's offset; times of a slot as `start_time: "09:00"`.
 */
export interface Wire {
  /** The same data as it is on HTTP: checks requests, describes answers. */
  readonly schema: z.ZodType;
  /** From the app to HTTP. */
  encode(value: unknown, timeZone: string): unknown;
  /** From HTTP, checked by `schema`, to the app. */
  decode(value: unknown): unknown;
}

const made = new WeakMap<z.ZodType, Wire>();

/** The mapper of a schema, made once. */
export function wireOf(schema: z.ZodType): Wire {
  const known = made.get(schema);
  if (known) return known;
  const wire = makeWire(schema);
  made.set(schema, wire);
  return wire;
}

function makeWire(schema: z.ZodType): Wire {
  if (schema === instantSchema) return instantWire;
  if (schema === minuteOfDaySchema || schema === startOfDaySchema) return clockWire;
  if (schema instanceof z.ZodObject) return objectWire(schema);
  if (schema instanceof z.ZodArray) return arrayWire(schema);
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return emptiableWire(schema);
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) return defaultedWire(schema);
  if (schema instanceof z.ZodReadonly) return wireOf(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodUnion) return unionWire(schema);
  return { schema, encode: (value) => value, decode: (value) => value };
}

/** Minutes of the day go by what they look like on HTTP. */
const renamed: Readonly<Record<string, string>> = {
  startMinute: 'start_time',
  endMinute: 'end_time',
  dayStartsAtMinute: 'day_starts_at',
  closeDayAtMinute: 'close_day_at',
};

/** `slotId` → `slot_id`, `startMinute` → `start_time`. */
export function wireName(name: string): string {
  return renamed[name] ?? snakeCase(name);
}

/** ISO 8601 with the offset the clinic's clocks have at that instant. */
export function isoTime(instant: number, timeZone: string): string {
  const offset = offsetAt(instant, timeZone);
  const local = new Date(instant + offset * MINUTE).toISOString().slice(0, -1);
  const size = Math.abs(offset);
  return `${local}${offset < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}

/** Clocks are only ever put forward or back at a quarter of an hour, so an offset holds for one. */
const QUARTER = 15 * MINUTE;
const MOST_OFFSETS = 5_000;
const offsets = new Map<string, number>();

/** Minutes ahead of UTC. Remembered: finding it out takes longer than all else in an answer. */
function offsetAt(instant: number, timeZone: string): number {
  const quarter = Math.floor(instant / QUARTER);
  const key = `${quarter} ${timeZone}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const there = Temporal.Instant.fromEpochMilliseconds(quarter * QUARTER).toZonedDateTimeISO(timeZone);
  const offset = Math.round(there.offsetNanoseconds / 60_000_000_000);
  if (offsets.size >= MOST_OFFSETS) offsets.clear();
  offsets.set(key, offset);
  return offset;
}

const instantWire: Wire = {
  schema: z.iso.datetime({ offset: true }),
  encode: (value, timeZone) => isoTime(Number(value), timeZone),
  decode: (value) => Date.parse(String(value)),
};

/** Hours go on counting after midnight, to 36: a service day may end then. */
const clockWire: Wire = {
  schema: z.string().regex(/^(?:(?:[0-2]\d|3[0-5]):[0-5]\d|36:00)$/, 'Please give a time like 09:00.'),
  encode: (value) => {
    const minutes = Number(value);
    return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
  },
  decode: (value) => {
    const [hours = 0, minutes = 0] = String(value).split(':').map(Number);
    return hours * 60 + minutes;
  },
};

const twoDigits = (value: number): string => String(value).padStart(2, '0');

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function objectWire(schema: z.ZodObject): Wire {
  const fields = Object.entries(schema.shape).map(
    ([name, field]) => [name, wireName(name), wireOf(field as z.ZodType)] as const,
  );
  const shape = Object.fromEntries(fields.map(([, name, field]) => [name, field.schema]));
  const isStrict = schema.def.catchall instanceof z.ZodNever;
  const mapped = (value: unknown, map: (field: (typeof fields)[number], from: typeof value) => unknown) => {
    if (!isRecord(value)) return value;
    const entries = fields.map((field) => map(field, value) as [string, unknown]);
    return Object.fromEntries(entries.filter(([, content]) => content !== undefined));
  };
  return {
    schema: isStrict ? z.strictObject(shape) : z.object(shape),
    encode: (value, timeZone) =>
      mapped(value, ([name, wired, field], from) => {
        const content = isRecord(from) ? from[name] : undefined;
        return [wired, content === undefined ? undefined : field.encode(content, timeZone)];
      }),
    decode: (value) =>
      mapped(value, ([name, wired, field], from) => {
        const content = isRecord(from) ? from[wired] : undefined;
        return [name, content === undefined ? undefined : field.decode(content)];
      }),
  };
}

function arrayWire(schema: z.ZodArray): Wire {
  const element = wireOf(schema.element as z.ZodType);
  const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
  return {
    schema: z.array(element.schema),
    encode: (value, timeZone) => list(value).map((one) => element.encode(one, timeZone)),
    decode: (value) => list(value).map((one) => element.decode(one)),
  };
}

function emptiableWire(schema: z.ZodNullable | z.ZodOptional): Wire {
  const inner = wireOf(schema.unwrap() as z.ZodType);
  return {
    schema: schema instanceof z.ZodNullable ? inner.schema.nullable() : inner.schema.optional(),
    encode: (value, timeZone) => (value === null ? null : inner.encode(value, timeZone)),
    decode: (value) => (value === null ? null : inner.decode(value)),
  };
}

/** May be left out of a request; is always in an answer. */
function defaultedWire(schema: z.ZodDefault | z.ZodPrefault): Wire {
  const inner = wireOf(schema.unwrap() as z.ZodType);
  const { defaultValue } = schema.def;
  const given = defaultValue === null ? null : inner.encode(defaultValue, 'UTC');
  const isWhole = schema instanceof z.ZodDefault;
  return { ...inner, schema: isWhole ? inner.schema.default(given) : inner.schema.prefault(given) };
}

/** The alternative is told by its own field, if it has one for that; else by the one that takes the value. */
function unionWire(schema: z.ZodUnion): Wire {
  if (schema instanceof z.ZodDiscriminatedUnion) return toldApartWire(schema);
  const options = (schema.options as z.ZodType[]).map((option) => ({ from: option, ...wireOf(option) }));
  return {
    schema: z.union(options.map((option) => option.schema)),
    encode: (value, timeZone) =>
      options.find(({ from }) => from.safeParse(value).success)?.encode(value, timeZone),
    decode: (value) => options.find(({ schema: own }) => own.safeParse(value).success)?.decode(value),
  };
}

function toldApartWire(schema: z.ZodDiscriminatedUnion): Wire {
  const { discriminator } = schema.def;
  const wired = wireName(discriminator);
  const options = schema.options as z.ZodObject[];
  const byValue = new Map(
    options.flatMap((option) => {
      const field: unknown = option.shape[discriminator];
      const values = field instanceof z.ZodType ? [...(field._zod.values ?? [])] : [];
      return values.map((value) => [value, wireOf(option)] as const);
    }),
  );
  const of = (value: unknown, name: string): Wire | undefined =>
    isRecord(value) ? byValue.get(value[name] as z.core.util.Primitive) : undefined;
  const [first, ...others] = options.map((option) => wireOf(option).schema as z.ZodObject);
  if (!first) throw new Error('A union of nothing.');
  return {
    schema: z.discriminatedUnion(wired, [first, ...others]),
    encode: (value, timeZone) => of(value, discriminator)?.encode(value, timeZone),
    decode: (value) => of(value, wired)?.decode(value),
  };
}
