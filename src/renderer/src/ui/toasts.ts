import { create } from 'zustand';
import type { AppError } from '../../../shared/result';
import { staffErrorText } from '../i18n/errors';
import type { AlertTone } from './Alert';

export interface Toast {
  readonly id: number;
  readonly tone: AlertTone;
  readonly text: string;
  /** How often the same was said. */
  readonly times: number;
  readonly undo: (() => void) | null;
  /** Stays until it is answered here or elsewhere; missing: it is no alarm. */
  readonly alarm?: Alarm;
}

/** What rings. */
interface Alarm {
  readonly name: string;
  /** Null: here it is only heard of. */
  readonly answer: { readonly label: string; readonly shortcut: string; readonly run: () => void } | null;
}

interface ToastState {
  readonly toasts: readonly Toast[];
}

const GOOD_NEWS_MS = 6_000;
const UNDO_MS = 12_000;
const MOST = 4;

export const useToasts = create<ToastState>(() => ({ toasts: [] }));
let lastId = 0;

/** Says that something was done; goes away by itself. With `undo`, offers to take it back for a while. */
export function say(text: string, undo: (() => void) | null = null): void {
  const id = add('success', text, undo);
  setTimeout(() => dismiss(id), undo === null ? GOOD_NEWS_MS : UNDO_MS);
}

/** Says how something stands, where nothing was done; goes away by itself. */
export function sayInfo(text: string): void {
  const id = add('info', text, null);
  setTimeout(() => dismiss(id), GOOD_NEWS_MS);
}

/** Says that not all of it was done; stays until dismissed. */
export function sayPartly(text: string): void {
  add('warn', text, null);
}

/** Says that something was refused or failed, stays until dismissed; what is only too early goes by itself. */
export function sayError(error: AppError): void {
  const text = staffErrorText(error);
  if (error.code === 'TOO_EARLY') sayInfo(text);
  else add(error.code === 'INTERNAL' || error.code === 'UNAVAILABLE' ? 'danger' : 'warn', text, null);
}

/** Shows what rings, in the place of whatever rang before. */
export function sayAlarm(text: string, alarm: Alarm): void {
  const before = useToasts.getState().toasts.find((toast) => toast.alarm !== undefined);
  if (before?.alarm?.name === alarm.name && before.text === text) return;
  dismissAlarm();
  lastId += 1;
  const toast: Toast = { id: lastId, tone: 'warn', text, undo: null, times: 1, alarm };
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts, toast].slice(-MOST) }));
}

/** Nothing rings any more. */
export function dismissAlarm(): void {
  const isOther = ({ alarm }: Toast): boolean => alarm === undefined;
  if (useToasts.getState().toasts.every(isOther)) return;
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter(isOther) }));
}

export function dismiss(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}

/** What was said to somebody who is not here any more. */
export function dismissAll(): void {
  useToasts.setState({ toasts: [] });
}

function add(tone: AlertTone, text: string, undo: (() => void) | null): number {
  lastId += 1;
  const id = lastId;
  useToasts.setState(({ toasts }) => {
    const same = toasts.find((toast) => toast.text === text && toast.undo === null);
    // The last good news replaces the one before; what was refused stays.
    const rest = toasts.filter(
      (toast) => toast !== same && !(passes(tone) && passes(toast.tone) && toast.undo === null),
    );
    return { toasts: [...rest, { id, tone, text, undo, times: (same?.times ?? 0) + 1 }].slice(-MOST) };
  });
  return id;
}

function passes(tone: AlertTone): boolean {
  return tone === 'success' || tone === 'info';
}
