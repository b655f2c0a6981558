import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { requestId } from '../../../shared/contract/call';
import {
  clinicSettingsSchema,
  ruleSettingsSchema,
  type Settings,
  settingsChangeSchema,
} from '../../../shared/model/settings';
import { appStatusSchema } from '../../../shared/model/view';
import { ok } from '../../../shared/result';
import { contextNow } from '../../app/environment';
import type { HttpContext } from '../context';
import { mapOk } from '../map-ok';
import { addRoute } from '../route';

/** What a program may know and change of the clinic. */
const clinicFields = {
  clinicName: true,
  timeZone: true,
  dayStartsAtMinute: true,
  language: true,
} as const;

const settingsViewSchema = z.object({
  ...ruleSettingsSchema.shape,
  ...clinicSettingsSchema.pick(clinicFields).shape,
});
type SettingsView = z.infer<typeof settingsViewSchema>;

const changeSections = settingsChangeSchema.shape;
const ruleChange = changeSections.rules.unwrap() as unknown as z.ZodObject;
const clinicChange = changeSections.clinic.unwrap() as unknown as z.ZodObject;
const settingsBody = z.strictObject({
  requestId,
  confirmed: z.boolean().optional(),
  ...ruleChange.shape,
  ...clinicChange.pick(clinicFields).shape,
});

function viewSettings({ rules, clinic }: Settings): SettingsView {
  const { clinicName, timeZone, dayStartsAtMinute, language } = clinic;
  return { ...rules, clinicName, timeZone, dayStartsAtMinute, language };
}

const healthSchema = z.object({
  status: z.literal('ok'),
  version: z.string(),
  ...appStatusSchema.pick({ serviceDay: true, now: true, training: true }).shape,
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
      const { now, today } = await contextNow(environment);
      const { version, training = false } = environment;
      return ok({ status: 'ok' as const, version, serviceDay: today, now, training });
    },
  });
  addRoute(server, context, {
    method: 'GET',
    url: '/settings',
    group: 'Settings',
    summary: 'The rules, as they are now',
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
      'What would mark, send away or move anybody at once is refused (409, `details.would` counts them) until it is `confirmed`.',
    takes: { body: settingsBody },
    answers: settingsViewSchema,
    refusals: [400, 403, 409],
    handle: async ({ requestId: given, confirmed, ...input }, caller) => {
      const isClinic = (name: string): boolean => Object.hasOwn(clinicFields, name);
      const part = (wanted: boolean): object =>
        Object.fromEntries(Object.entries(input).filter(([name]) => isClinic(name) === wanted));
      const change = { rules: part(false), clinic: part(true), confirmed, requestId: given };
      return mapOk(await app.call('settings.change', change, caller), viewSettings);
    },
  });
}
