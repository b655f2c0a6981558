import { z } from 'zod';

/** What staff type to leave the kiosk or the board. */
export const kioskPinSchema = z.string().regex(/^\d{4,8}$/, 'A PIN has four to eight digits.');
