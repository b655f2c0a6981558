import { admin } from './admin';
import { board } from './board';
import { boardSettings } from './board-settings';
import { common } from './common';
import { desk } from './desk';
import { devices } from './devices';
import { doctor } from './doctor';
import { home } from './home';
import { kiosk } from './kiosk';
import { pair } from './pair';
import { slip } from './slip';

export const en = { common, home, kiosk, doctor, slip, desk, admin, pair, devices, board, boardSettings };
