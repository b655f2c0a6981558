import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import { sources, type Token } from '../../../../shared/model/token';
import { useCommand } from '../../data/useCommand';
import { isField } from '../../keys/field';
import { openByKey } from '../../keys/open';
import { digitOf, keyOf } from '../../keys/position';
import { mayNow } from '../../stores/allowed';
import { bringBack, changeDraft, startAnother, useDraft } from '../../stores/deskDraft';
import { closeOverlay, show, useDeskView } from '../../stores/deskView';
import { isEmpty } from '../../stores/draft';
import { feesNow } from '../../stores/fees';
import { closePopovers } from '../../ui/usePopover';
import { undoLast } from './act';
import { focusColumn, stepColumn } from './columns/focus';

/** Letters that choose a source outside text fields. */
const sourceLetters: Readonly<Record<string, (typeof sources)[number]>> = {
  e: 'emergency',
  p: 'paid',
  f: 'follow_up',
  w: 'walk_in',
  o: 'online',
};

/** What the desk's keys do anywhere in the window; the sheet on `?` lists them. */
export function useDeskKeys(): void {
  const { together } = useCommand();
  useEffect(() => {
    const undo = (): void => undoLast(together);
    const onKey = (event: KeyboardEvent): void => {
      if (event.isComposing || event.repeat || !handle(event, undo)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    // Capturing: before a control in focus takes the key for itself.
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [together]);
}

/** Puts the cursor where the next token begins. At once: what is typed right after F2 belongs there already. */
export function startIssuing(): void {
  flushSync(closeOverlay);
  focusPhone();
  // A dialog that has just closed may let go of the focus later; if the receptionist went on meanwhile, so be it.
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) focusPhone();
  });
}

/** The form for the same patient, with the cursor where the other doctor is chosen. */
export function issueAnother(token: Token): void {
  flushSync(() => {
    closeOverlay();
    startAnother(token);
  });
  focusField(DOCTOR);
  requestAnimationFrame(() => {
    if (document.activeElement === document.body) focusField(DOCTOR);
  });
}

/** For whoever stands in the form, else for whoever got the last token: which other doctor? */
function anotherDoctor(): void {
  const { issued } = useDeskView.getState();
  if (!isEmpty(useDraft.getState())) askDoctor();
  else if (issued !== null) issueAnother(issued.token);
}

/** Payment for whoever got the last token. False: nobody did, or no fees are used. */
function payForLast(): boolean {
  const { issued } = useDeskView.getState();
  if (issued === null || !feesNow() || !mayNow('payments.take')) return false;
  show({ kind: 'token', tokenId: issued.token.id, action: 'payment' });
  return true;
}

/** Whoever was put aside stands in the form again. False: nobody was. */
export function fetchAside(): boolean {
  // At once: what is typed next must meet the name, marked to be typed over.
  const isBack = flushSync(bringBack);
  if (isBack) focusName();
  return isBack;
}

/** No doctor is chosen any more, and the cursor is where one is. */
export function askDoctor(): void {
  flushSync(() => changeDraft({ doctor: '' }));
  focusField(DOCTOR);
}

const DOCTOR = 'desk-doctor';
const PHONE = 'desk-phone';
/** Of the form's second field. */
const NAME = 'desk-name';
/** The field of F3. */
const FIND = 'desk-find';

/** What stands in the field is marked, to be typed over. */
export function focusPhone(): void {
  focusField(PHONE);
}

/** The same for the name: Enter there issues. */
export function focusName(): void {
  focusField(NAME);
}

/** Anew: what was looked for before is written over. */
function startFinding(): void {
  show({ kind: 'find' });
  focusField(FIND);
}

function focusField(id: string): void {
  const field = document.getElementById(id);
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
}

function handle(event: KeyboardEvent, undo: () => void): boolean {
  const { altKey, ctrlKey, metaKey, shiftKey } = event;
  const key = keyOf(event);
  const command = ctrlKey || metaKey;
  if (functionKey(key, command)) return true;
  if (useDeskView.getState().overlay !== null || document.querySelector('[role=dialog]') !== null) {
    return false;
  }
  if (command) return key === 'z' && !shiftKey && !altKey && undoKey(event, undo);
  if (altKey) return altShortcut(event);
  // No phone number has a question mark in it.
  const onPhone = event.target instanceof Element && event.target.id === PHONE;
  if (isField(event.target) && !(onPhone && key === '?')) return false;
  return plainKey(event);
}

function functionKey(key: string, command: boolean): boolean {
  if (/^F\d+$/.test(key) || (command && key === 'k')) closePopovers();
  if (key === 'F2') startIssuing();
  else if (key === 'F3' || (command && key === 'k')) startFinding();
  else if (key === 'F4' && !command) show({ kind: 'callList' });
  else if (key === 'F7') show({ kind: 'overdue' });
  else if (key === 'F8') show({ kind: 'history' });
  else if (key === 'F9') show({ kind: 'printer' });
  else if (key === 'F6') show({ kind: 'endDay' });
  else if (key === 'F10' && feesNow()) show({ kind: 'count' });
  else return false;
  return true;
}

/** In a field with text, Ctrl+Z is the field's own. */
function undoKey({ target }: KeyboardEvent, undo: () => void): boolean {
  if (isField(target) && target.value !== '') return false;
  // While somebody is aside they are meant, and no token: that one is taken back from the history.
  if (!isField(target) || !fetchAside()) undo();
  return true;
}

function altShortcut({ code, key }: KeyboardEvent): boolean {
  const source = sources[digitOf(code) - 1];
  if (source !== undefined) changeDraft({ source });
  else if (code === 'KeyD') openByKey('desk-day');
  else if (code === 'KeyS') openByKey('desk-slot');
  else if (code === 'KeyG') openByKey('desk-need');
  else if (code === 'KeyM') document.getElementById('desk-likely')?.click();
  else if (code === 'KeyA') anotherDoctor();
  else if (code === 'KeyP') return payForLast();
  else if (code === 'KeyZ') fetchAside();
  else if (key === 'ArrowLeft' || key === 'ArrowRight') stepColumn(key === 'ArrowRight' ? 1 : -1);
  else return false;
  return true;
}

function plainKey(event: KeyboardEvent): boolean {
  const { code, target } = event;
  const key = keyOf(event);
  if (key === '?') {
    show({ kind: 'shortcuts' });
    return true;
  }
  const column = digitOf(code);
  if (column > 0 && key === String(column)) return focusColumn(column - 1);
  // On a token the letters mean what is done with it.
  const onToken = target instanceof Element && target.closest('[data-board-item]') !== null;
  const source = onToken ? undefined : sourceLetters[key];
  if (source !== undefined) changeDraft({ source });
  return source !== undefined;
}
