import { useEffect, useRef } from 'react';
import { isText } from '../../keys/field';
import { keyOf } from '../../keys/position';

/** Keys by their place, whatever script the keyboard writes, lower case; with Ctrl or Command, `ctrl+` before it. */
export type Shortcuts = Readonly<Record<string, (() => void) | null>>;

/**
 * Keys that work anywhere in the window. Somebody who walks the page with Tab keeps Space for the control
 * in focus; somebody who uses the mouse never loses it to the button pressed last.
 */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  useEffect(() => {
    latest.current = shortcuts;
  });

  useEffect(() => {
    let walking = false;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Tab') walking = true;
      if (event.altKey || event.repeat) return;
      if (document.querySelector('[role=dialog],[role=alertdialog],[role=menu]') !== null) return;
      const target = event.target instanceof Element ? event.target : null;
      if (isText(target) || target?.closest('input, select') != null) return;
      const onControl = walking && target?.closest('button, [role=button], a') != null;
      if (onControl && (event.key === ' ' || event.key === 'Enter')) return;
      const action = latest.current[nameOf(event)];
      if (action == null) return;
      event.preventDefault();
      event.stopPropagation();
      action();
    };
    const onPointer = (): void => {
      walking = false;
    };
    // Capturing: before a button that still has the focus can take the key for itself.
    window.addEventListener('keydown', onKey, true);
    window.addEventListener('pointerdown', onPointer, true);
    return () => {
      window.removeEventListener('keydown', onKey, true);
      window.removeEventListener('pointerdown', onPointer, true);
    };
  }, []);
}

function nameOf(event: KeyboardEvent): string {
  const name = keyOf(event).toLowerCase();
  return event.ctrlKey || event.metaKey ? `ctrl+${name}` : name;
}
