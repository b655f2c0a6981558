import type { Handlers } from '../call';
import type { Commands } from '../run/plan';
import { readCalendarFile } from './calendar-file';
import { addClosure, addClosures, removeClosure } from './closures';
import { addLeave, removeLeave } from './leaves';
import { listClosures, listLeaves, listOneOffs } from './lists';
import { addOneOff, removeOneOff } from './one-offs';
import { viewWeek } from './week';

/** What a doctor's days are planned by, beside the week. */
export const scheduleCommands = {
  'leaves.add': addLeave,
  'leaves.remove': removeLeave,
  'oneOffs.add': addOneOff,
  'oneOffs.remove': removeOneOff,
  'closures.add': addClosure,
  'closures.addAll': addClosures,
  'closures.remove': removeClosure,
} satisfies Commands;

export const scheduleQueries: Handlers<
  'leaves.list' | 'oneOffs.list' | 'closures.list' | 'closures.readFile' | 'doctors.week'
> = {
  'leaves.list': listLeaves,
  'oneOffs.list': listOneOffs,
  'closures.list': listClosures,
  'closures.readFile': readCalendarFile,
  'doctors.week': viewWeek,
};
