import type { Part } from '../part';
import { bytes } from './bytes';
import { commands } from './commands';
import { copies } from './copies';
import { day } from './day';
import { engine } from './engine';
import { floor } from './floor';
import { history, lengths, lists } from './growth';
import { http } from './http';
import { lookUp, reads } from './reads';
import { reports } from './reports';
import { start } from './start';

/** All that needs no windows, in the order of the table. */
export const parts: readonly Part[] = [
  ...[floor, commands, lengths, lists, history, day, engine, http, reads, lookUp],
  ...[reports, copies, start, bytes],
];
