import { z } from 'zod';
import { alarmSchema } from '../model/alarm';
import { bookKeySchema } from '../model/book';
import { dayEventTypes, slotEventTypes, tokenEventTypes } from '../model/event';
import { tokenIdSchema } from '../model/ids';
import { printJobSchema } from '../model/print-job';
import { instantSchema, serviceDaySchema } from '../model/time';

/** Facts that go out to windows after a commit. They carry no personal data: who may see it fetches it. */
export const appEventSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('bookChanged'),
    ...bookKeySchema.shape,
    revision: z.int(),
    facts: z.array(
      z.object({
        type: z.enum([...tokenEventTypes, ...slotEventTypes, ...dayEventTypes, 'breakChanged']),
        tokenId: tokenIdSchema.nullable(),
        number: z.string().nullable(),
      }),
    ),
  }),
  z.object({ type: z.literal('printJobChanged'), job: printJobSchema }),
  /** The call list changed. */
  z.object({ type: z.literal('callListChanged') }),
  /** What is known of a patient changed, or two rows of the register became one, or two again. */
  z.object({ type: z.literal('patientChanged') }),
  /** Something was paid, put right, or counted. */
  z.object({ type: z.literal('paymentsChanged') }),
  /** A device was paired, renamed or revoked, or the server for devices started or stopped. */
  z.object({ type: z.literal('devicesChanged') }),
  /** Somebody signed in or out somewhere, or persons or roles changed: ask who is on. */
  z.object({ type: z.literal('personsChanged') }),
  /** Printer health or the backup changed: ask `printers.status` again. */
  z.object({ type: z.literal('printersChanged') }),
  /** A copy of the data is being made or proved, and how far it is. */
  z.object({ type: z.literal('backupsChanged') }),
  /** What this computer does by itself, or a window that waits for its monitor, changed. */
  z.object({ type: z.literal('computerChanged') }),
  /** A new version of the app is being looked for or fetched, and how far it is, or what came of it. */
  z.object({ type: z.literal('updatesChanged') }),
  /** A long report is being read: how much of it is done, 0 to 1. */
  z.object({ type: z.literal('reportProgress'), readingId: z.string(), part: z.number() }),
  /** Rules are being tried: it is further, or over. */
  z.object({ type: z.literal('trialChanged') }),
  /** The log of today's alarms changed; these rang. */
  z.object({ type: z.literal('alarmsChanged'), rings: z.array(alarmSchema) }),
  /** The main process lives. Whoever hears none for a while must say so. */
  z.object({ type: z.literal('heartbeat'), now: instantSchema }),
  z.object({ type: z.literal('dayChanged'), serviceDay: serviceDaySchema, now: instantSchema }),
  /** Doctors or settings changed, or another database was opened: fetch everything again. */
  z.object({ type: z.literal('everythingChanged') }),
]);
export type AppEvent = z.infer<typeof appEventSchema>;
