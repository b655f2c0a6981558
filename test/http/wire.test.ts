import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { isoTime, wireOf } from '../../src/main/http/wire';
import { instantSchema, minuteOfDaySchema } from '../../src/shared/model/time';

test.each([
  'Asia/Kolkata',
  'Europe/Berlin',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'UTC',
])('instants in %s have the offset of their moment, also where clocks change', (zone) => {
  const start = Date.parse('2026-01-01T00:00:00Z');
  for (let quarter = 0; quarter < 365 * 96; quarter += 7) {
    const instant = start + quarter * 900_000 + 123;
    const expected = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
    const text = isoTime(instant, zone);
    expect(text).toBe(expected.toString({ timeZoneName: 'never', smallestUnit: 'millisecond' }));
  }
});

test('what goes out comes back the same: names, instants, clock times, lists, alternatives, nothing', () => {
  const schema = z.strictObject({
    startMinute: minuteOfDaySchema,
    seenAt: instantSchema.nullable(),
    leftAt: instantSchema.optional(),
    oneOfTwo: z.array(
      z.discriminatedUnion('code', [
        z.object({ code: z.literal('a'), sinceAt: instantSchema }),
        z.object({ code: z.literal('b'), howMany: z.int() }),
      ]),
    ),
  });
  const wire = wireOf(schema);
  const value = {
    startMinute: 25 * 60 + 5,
    seenAt: null,
    oneOfTwo: [
      { code: 'a' as const, sinceAt: 1_767_582_000_000 },
      { code: 'b' as const, howMany: 3 },
    ],
  };
  const sent = wire.encode(value, 'Asia/Kolkata');
  expect(sent).toEqual({
    start_time: '25:05',
    seen_at: null,
    one_of_two: [
      { code: 'a', since_at: '2026-01-05T08:30:00.000+05:30' },
      { code: 'b', how_many: 3 },
    ],
  });
  expect(wire.decode(wire.schema.parse(sent))).toEqual(value);
  expect(wire.schema.safeParse({ ...(sent as object), more: 1 }).success).toBe(false);
});
