import { announcement } from './announcement';
import { board } from './board';
import { common } from './common';
import { kiosk } from './kiosk';
import { message } from './message';
import { pair } from './pair';
import { slip } from './slip';

/** Staff windows are English or Hindi. */
export const ar = {
  common,
  kiosk,
  message,
  slip,
  board,
  announcement,
  pair,
};
