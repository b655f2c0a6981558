import { admin } from './admin';
import { announcement } from './announcement';
import { board } from './board';
import { boardSettings } from './board-settings';
import { common } from './common';
import { desk } from './desk';
import { doctor } from './doctor';
import { home } from './home';
import { kiosk } from './kiosk';
import { slip } from './slip';
import { voice } from './voice';

export const hi = {
  common,
  home,
  kiosk,
  doctor,
  slip,
  desk,
  admin,
  announcement,
  voice,
  board,
  boardSettings,
};
