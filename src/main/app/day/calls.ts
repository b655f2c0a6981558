import { ok } from '../../../shared/result';
import { changeSlot, closeSlot, endBreak, leaveEarly, reopenSlot, setDelay, takeBreak } from '../../engine';
import type { Handlers } from '../call';
import { type Commands, onBook } from '../run/plan';
import { summarizeDoctors, viewBook, viewWaiting } from './book-view';
import { closeBook, previewClosing, reopenBook } from './closing';
import { addSlotTo, listSlots, updateSlot } from './slots';
import { summarizeDay } from './summary';

/** What is done with a doctor's day: its hours, its slots, its end. */
export const dayCommands = {
  'doctors.setDelay': onBook(setDelay),
  'doctors.takeBreak': onBook(takeBreak),
  'doctors.endBreak': onBook((book, _input, context) => endBreak(book, {}, context)),
  'doctors.leaveEarly': onBook(leaveEarly),
  'slots.add': addSlotTo,
  'slots.update': updateSlot,
  'slots.close': onBook(closeSlot),
  'slots.reopen': onBook(reopenSlot),
  'slots.change': onBook(changeSlot),
  'books.close': closeBook,
  'books.reopen': reopenBook,
} satisfies Commands;

export const dayQueries: Handlers<
  'books.view' | 'books.waiting' | 'books.closePreview' | 'books.summary' | 'doctors.summaries' | 'slots.list'
> = {
  'books.view': viewBook,
  'books.waiting': viewWaiting,
  'books.closePreview': previewClosing,
  'books.summary': summarizeDay,
  'doctors.summaries': async (call) => ok(await summarizeDoctors(call)),
  'slots.list': listSlots,
};
