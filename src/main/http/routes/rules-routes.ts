import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { requestId } from '../../../shared/contract/call';
import { settingsVersionIdSchema } from '../../../shared/model/ids';
import { settingsChangeSchema } from '../../../shared/model/settings';
import {
  type ScheduledChange,
  type SettingsVersion,
  scheduledChangeSchema,
} from '../../../shared/model/settings-version';
import { serviceDaySchema } from '../../../shared/model/time';
import type { HttpContext } from '../context';
import { mapOk } from '../map-ok';
import { addRoute } from '../route';
import { wireName } from '../wire';
import { withoutSections } from './service-routes';

/** Flat, as `/settings` is: a setting by its name there, of a group each part after a dot. */
const versionViewSchema = scheduledChangeSchema.omit({ after: true });
const versionsViewSchema = z.object({
  versions: z.array(versionViewSchema),
  scheduled: z.array(versionViewSchema),
});

const { rules } = settingsChangeSchema.shape;
const scheduleBody = z.strictObject({
  holdsFrom: serviceDaySchema,
  requestId,
  ...(rules.unwrap() as unknown as z.ZodObject).shape,
});
const params = z.object({ versionId: settingsVersionIdSchema });

/** The rules as they were, and as they will be. */
export function addRulesRoutes(server: FastifyInstance, context: HttpContext): void {
  const { app } = context;
  addRoute(server, context, {
    method: 'GET',
    url: '/settings/versions',
    group: 'Settings',
    summary: 'Every change of the rules, the latest first, and those that wait for their day',
    answers: versionsViewSchema,
    refusals: [403],
    handle: async (_input, caller) =>
      mapOk(await app.call('rules.versions', {}, caller), ({ versions, scheduled }) => ({
        versions: versions.map(viewVersion),
        scheduled: scheduled.map(viewVersion),
      })),
  });
  addRoute(server, context, {
    method: 'POST',
    url: '/settings/versions',
    group: 'Settings',
    summary: 'Change rules from a day to come on',
    description:
      'Made at the turn of that day, before anything else of it is decided; each setting by itself, so that others may change meanwhile. Of two changes of one day the later one wins.',
    takes: { body: scheduleBody },
    answers: versionViewSchema,
    refusals: [400, 403, 409],
    handle: async ({ holdsFrom, requestId: given, ...change }, caller) => {
      const wish = { rules: change, holdsFrom, requestId: given };
      return withoutSections(mapOk(await app.call('rules.schedule', wish, caller), viewVersion));
    },
  });
  addRoute(server, context, {
    method: 'PUT',
    url: '/settings/versions/:version_id/call_off',
    group: 'Settings',
    summary: 'Call off a change that waits for its day',
    takes: { params, body: z.strictObject({ requestId }) },
    answers: z.object({}),
    refusals: [400, 403, 404, 409],
    handle: async (input, caller) => app.call('rules.callOff', input, caller),
  });
  addRoute(server, context, {
    method: 'PUT',
    url: '/settings/versions/:version_id/go_back',
    group: 'Settings',
    summary: 'Make the rules what they were: a new change with the old values',
    description:
      'As any change it is refused (409, `details.would`) where it reaches people, until it is `confirmed`.',
    takes: { params, body: z.strictObject({ confirmed: z.boolean().optional(), requestId }) },
    answers: z.object({}),
    refusals: [400, 403, 404, 409],
    handle: async (input, caller) => mapOk(await app.call('rules.goBack', input, caller), () => ({})),
  });
}

function viewVersion({
  after: _whole,
  ...version
}: SettingsVersion & Partial<Pick<ScheduledChange, 'overruled'>>) {
  const { changes, overruled = [] } = version;
  return {
    ...version,
    changes: changes.map((change) => ({ ...change, name: flatName(change.name) })),
    overruled: overruled.map(flatName),
  };
}

/** `rules.targetMinutes.paid` → `target_minutes.paid`. */
const flatName = (name: string): string => name.split('.').slice(1).map(wireName).join('.');
