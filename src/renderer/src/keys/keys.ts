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
let held: KeyboardEvent | null = null;
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
    modified: event.ctrlKey || event.altKey || event.metaKey,
    repeat: event.repeat,
    inText,
    onControl: isControl(event.target),
  });
  if (verdict.what !== 'pass') {
    event.preventDefault();
    event.stopImmediatePropagation();
  } else if (inText) memory.remember(event.target);
  follow(verdict, event.target);
  held = verdict.what === 'hold' ? event : null;
  clearTimeout(timer);
  const { waits } = machine;
  if (waits !== null) timer = setTimeout(() => follow(machine.quiet(), null), waits);
}

function follow({ release, scan }: Verdict, target: EventTarget | null): void {
  if (release && held !== null) giveBack(held);
  if (scan === null) return;
  if (scan.inText) memory.restore(target);
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
