import { admin } from './admin';
import { board } from './board';
import { boardSettings } from './board-settings';
import { common } from './common';
import { desk } from './desk';
import { doctor } from './doctor';
import { home } from './home';
import { kiosk } from './kiosk';
import { slip } from './slip';

export const hi = { common, home, kiosk, doctor, slip, desk, admin, board, boardSettings };
