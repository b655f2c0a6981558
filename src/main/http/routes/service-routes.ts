import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { CallInput } from '../../../shared/contract';
import { done, requestId } from '../../../shared/contract/call';
import { appStatusSchema } from '../../../shared/model/app-status';
import { backupStatusSchema } from '../../../shared/model/backups';
import { clockAnswerSchema, clockStateSchema } from '../../../shared/model/clock';
import { type Settings, settingsChangeSchema, settingsSchema } from '../../../shared/model/settings';
import { type ErrorDetails, ok, type Result } from '../../../shared/result';
import { theClock } from '../../app/access/caller';
import { beginCall } from '../../app/call';
import type { HttpContext } from '../context';
import { mapOk } from '../map-ok';
import { addRoute } from '../route';

/** What is set by one name alone, and what only goes with others of its kind. */
const { rules, clinic, ...groups } = settingsSchema.shape;
const flat = { ...rules.unwrap().shape, ...clinic.unwrap().shape };
const settingsViewSchema = z.object({ ...flat, ...groups });

const change = settingsChangeSchema.shape;
const changeOf = (section: keyof typeof change) => (change[section].unwrap() as unknown as z.ZodObject).shape;
const settingsBody = z.strictObject({
  requestId,
  confirmed: z.boolean().optional(),
  ...changeOf('rules'),
  ...changeOf('clinic'),
  ...z.object(change).omit({ rules: true, clinic: true }).shape,
});

function viewSettings({ rules, clinic, ...groups }: Settings): z.infer<typeof settingsViewSchema> {
  return { ...rules, ...clinic, ...groups };
}

/** Back into sections. */
function changeFrom(given: Readonly<Record<string, unknown>>): CallInput<'settings.change'> {
  const part = (names: object): object =>
    Object.fromEntries(Object.entries(given).filter(([name]) => Object.hasOwn(names, name)));
  return { rules: part(rules.unwrap().shape), clinic: part(clinic.unwrap().shape), ...part(groups) };
}

/** A refusal names fields as they were given. */
export function withoutSections<T>(result: Result<T>): Result<T> {
  if (result.ok || result.error.details === undefined) return result;
  const { details } = result.error;
  const flat = JSON.stringify(details).replaceAll(/"field":"(?:rules|clinic)\./g, '"field":"');
  return { ok: false, error: { ...result.error, details: JSON.parse(flat) as ErrorDetails } };
}

const healthSchema = z.object({
  status: z.literal('ok'),
  version: z.string(),
  ...appStatusSchema.pick({ serviceDay: true, now: true, training: true }).shape,
  /** R35: staff must say what time it is. */
  clockDoubted: z.boolean(),
});

/** The service itself: is it well, and by which rules does it decide? */
export function addServiceRoutes(server: FastifyInstance, context: HttpContext): void {
  const { app, environment } = context;
  addRoute(server, context, {
    method: 'GET',
    url: '/health',
    group: 'Service',
    summary: 'Whether the service is well; needs no token',
    answers: healthSchema,
    refusals: [],
    isPublic: true,
    handle: async () => {
      const { now, today } = await beginCall(environment, theClock);
      const { version, training = false, clockTrust } = environment;
      const clockDoubted = clockTrust.isDoubted();
      return ok({ status: 'ok' as const, version, serviceDay: today, now, training, clockDoubted });
    },
  });
  addRoute(server, context, {
    method: 'GET',
    url: '/clock',
    group: 'Service',
    summary: 'Whether the computer’s clock is believed, and what must be answered if not (R35)',
    answers: clockStateSchema,
    refusals: [403],
    handle: async (_input, caller) => mapOk(await app.call('app.status', {}, caller), ({ clock }) => clock),
  });
  addRoute(server, context, {
    method: 'PUT',
    url: '/clock',
    group: 'Service',
    summary: 'Say which time is right, where the clock is doubted (R35)',
    description:
      'Until then no day is closed and nobody is marked by itself. `typed` needs `date` and `minute`; `ours` is for a clock that jumped while the app ran.',
    takes: { body: clockAnswerSchema },
    answers: done,
    refusals: [400, 403, 409],
    handle: (answer, caller) => app.call('clock.answer', answer, caller),
  });
  addRoute(server, context, {
    method: 'GET',
    url: '/backups',
    group: 'Settings',
    summary: 'How it stands with the copies of the data: where, how old, what is wrong',
    answers: backupStatusSchema,
    refusals: [403],
    handle: (_input, caller) => app.call('backups.status', {}, caller),
  });
  addRoute(server, context, {
    method: 'POST',
    url: '/backups',
    group: 'Settings',
    summary: 'Make a copy of the data now, in every place',
    description: 'Answers when the copies are made and read back; 503 only if no place could take one.',
    answers: backupStatusSchema,
    refusals: [403],
    handle: async (_input, caller) => {
      const made = await app.call('backups.make', {}, caller);
      return made.ok ? app.call('backups.status', {}, caller) : made;
    },
  });
  addRoute(server, context, {
    method: 'GET',
    url: '/settings',
    group: 'Settings',
    summary: 'All settings as they are now: the rules and the clinic by their names, the rest in groups',
    answers: settingsViewSchema,
    refusals: [403],
    handle: async (_input, caller) => mapOk(await app.call('settings.read', {}, caller), viewSettings),
  });
  addRoute(server, context, {
    method: 'PATCH',
    url: '/settings',
    group: 'Settings',
    summary: 'Change what is given; it holds from the next decision on',
    description:
      'Of a group, too, only what is given changes. What would mark, send away or move anybody at once is refused (409, `details.would` counts them) until it is `confirmed`.',
    takes: { body: settingsBody },
    isLarge: true,
    answers: settingsViewSchema,
    refusals: [400, 403, 409],
    handle: async ({ requestId: given, confirmed, ...input }, caller) => {
      const wish = { ...changeFrom(input), confirmed, requestId: given };
      return withoutSections(mapOk(await app.call('settings.change', wish, caller), viewSettings));
    },
  });
}
