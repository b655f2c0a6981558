import { useEffect, useRef } from 'react';
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
    const own: Listener = (scan) => latest.current(scan);
    const before = listener;
    listener = own;
    return () => {
      if (listener === own) listener = before;
    };
  }, []);
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
  if (verdict.what !== 'pass') {
    event.preventDefault();
    event.stopImmediatePropagation();
  } else if (inText) memory.remember(event.target);
  follow(verdict, event.target);
  if (verdict.what === 'hold') held.push(event);
  clearTimeout(timer);
  const { waits } = machine;
  if (waits !== null) timer = setTimeout(() => follow(machine.quiet(), document.activeElement), waits);
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

/** The key goes on to whatever would have had it. */
function giveBack(event: KeyboardEvent): void {
  const { key, code, location, shiftKey } = event;
  const again = new KeyboardEvent('keydown', {
    key,
    code,
    location,
    shiftKey,
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  givenBack.add(again);
  const { target } = event;
  const there = target instanceof Element && target.isConnected ? target : document.body;
  there.dispatchEvent(again);
}
