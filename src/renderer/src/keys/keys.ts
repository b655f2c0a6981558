import { useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { call } from '../api/client';
import { FieldMemory, isControl, isText } from './field';
import { learn } from './position';
import { type Scan, ScanMachine, type Verdict } from './scan';

type Listener = (scan: Scan) => void;

const machine = new ScanMachine();
const memory = new FieldMemory();
/** Keys given back after they were held: they are a person's. */
const givenBack = new WeakSet<Event>();
let listener: Listener | null = null;
let held: KeyboardEvent[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;

/** Before any other listener of the page: what a scanner types is no shortcut, on any screen. */
export function watchKeys(): void {
  window.addEventListener('keydown', onKeyDown, true);
}

/** What this screen does with a scan; without one, a scan does nothing. */
export function useScans(onScan: Listener): void {
  const latest = useRef(onScan);
  useEffect(() => {
    latest.current = onScan;
  });
  useEffect(() => {
    const own: Listener = (scan) => {
      if (scan.code.kind !== 'link') return latest.current(scan);
      // Whose slip a link is of, main knows; a screen that was left meanwhile hears no more of it.
      void withoutLink(scan, scan.code.secret).then((known) => {
        if (listener === own) latest.current(known);
      });
    };
    const before = listener;
    listener = own;
    return () => {
      if (listener === own) listener = before;
    };
  }, []);
}

/** As if the code had been the token's own id. */
async function withoutLink(scan: Scan, secret: string): Promise<Scan> {
  const answer = await call('tokens.ofLink', { secret });
  const tokenId = answer.ok ? answer.value.tokenId : null;
  return tokenId === null
    ? { ...scan, code: { kind: 'unknown' } }
    : { ...scan, text: tokenId, code: { kind: 'token', tokenId } };
}

function onKeyDown(event: KeyboardEvent): void {
  if (givenBack.has(event)) return;
  learn(event);
  const inText = isText(event.target);
  const verdict = machine.press({
    at: event.timeStamp,
    key: event.key,
    code: event.code,
    shiftKey: event.shiftKey,
    modified: isModified(event),
    repeat: event.repeat,
    inText,
    onControl: isControl(event.target),
  });
  const focus = document.activeElement;
  if (verdict.what !== 'pass') stop(event);
  else if (inText) memory.remember(event.target);
  follow(verdict, event.target);
  if (verdict.what === 'hold') held.push(event);
  else if (verdict.release && document.activeElement !== focus && goesWithFocus(event)) {
    stop(event);
    giveBack(event, document.activeElement);
  }
  clearTimeout(timer);
  const { waits } = machine;
  if (waits !== null) timer = setTimeout(() => follow(machine.quiet(), document.activeElement), waits);
}

/**
 * A key right behind one that was held, which has moved the focus meanwhile: it means what has the focus now. Tab goes on
 * from there by itself, and so does what is written.
 */
function goesWithFocus({ key }: KeyboardEvent): boolean {
  return key === 'Enter' || (key !== 'Tab' && !isText(document.activeElement));
}

function stop(event: KeyboardEvent): void {
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** AltGr writes signs: on some systems it is Ctrl and Alt together. */
function isModified(event: KeyboardEvent): boolean {
  if (event.metaKey) return true;
  return (event.ctrlKey || event.altKey) && !event.getModifierState('AltGraph');
}

function follow({ what, release, scan, typed }: Verdict, target: EventTarget | null): void {
  const waiting = held;
  if (what !== 'hold' || release) held = [];
  if (release) for (const event of waiting) giveBack(event);
  if (typed !== undefined) document.execCommand('insertText', false, typed);
  if (scan === null) return;
  if (scan.passed > 0) memory.restore(target, scan.passed);
  listener?.(scan);
}

/** The key goes on to whatever would have had it, and has done what it does before the next one comes. */
function giveBack(event: KeyboardEvent, target = event.target): void {
  const { key, code, location, shiftKey, ctrlKey, altKey, metaKey } = event;
  const again = new KeyboardEvent('keydown', {
    key,
    code,
    location,
    shiftKey,
    ctrlKey,
    altKey,
    metaKey,
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  givenBack.add(again);
  const there = target instanceof Element && target.isConnected ? target : document.body;
  flushSync(() => there.dispatchEvent(again));
}
