import { z } from 'zod';

/** A name or an IPv4 number, as it is printed before the port. */
export const printedHostSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(60)
  .regex(
    /^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?$/,
    'Only a name or a number, without http:// and without a port.',
  );

/** The page of a token on the patient's own phone, within the clinic's network (docs/phone.md). */
export const phonesSettingsSchema = z.object({
  on: z
    .boolean()
    .default(false)
    .describe('Patients see their token on their own phone, in the clinic’s network.'),
  port: z
    .int()
    .min(1024)
    .max(65_535)
    .default(8090)
    .describe('Nothing but the patients’ pages is reached at this port.'),
  address: printedHostSchema
    .or(z.literal(''))
    .default('')
    .describe('What is printed on slips before the port; empty: this PC’s number in the network.'),
});
export type PhonesSettings = z.infer<typeof phonesSettingsSchema>;

/** How the server of the patients' pages is doing. */
export const phonesStateSchema = z.object({
  state: z.enum(['off', 'starting', 'on', 'failed']),
  problem: z.enum(['port_taken', 'certificate', 'other']).nullable(),
  /** `192.168.1.5:8090`, as it is printed; null: nowhere. */
  address: z.string().nullable(),
});
export type PhonesState = z.infer<typeof phonesStateSchema>;

/** What of it stands on a slip. */
export const printedLinkSchema = z.object({
  /** In capitals: a QR code of such letters is smaller. */
  link: z.string(),
  /** For who cannot scan it: where to look, and the letters that belong to the number. */
  address: z.string(),
  letters: z.string(),
});
export type PrintedLink = z.infer<typeof printedLinkSchema>;
