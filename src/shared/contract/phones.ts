import { phonesStateSchema } from '../model/phones-settings';
import { nothing, query } from './call';

/** The patients' own phones. What they show is no call: it is read only, and of the one token whose link was shown. */
export const phoneCalls = {
  /** How the server of their pages is doing. */
  'phones.state': query(nothing, phonesStateSchema, ['staff']),
} as const;
