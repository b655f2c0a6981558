import { type ComponentType, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import { closeManual, openManual, useManual } from '../../stores/manual';

/**
 * F1 in every window of staff: the manual comes over what is there, which stays as it is. Nothing of it is loaded before. Any other
 * function key closes it first, and then does what it does in that window.
 */
export function ManualDoor() {
  const { isOpen } = useManual();
  const [Manual, setManual] = useState<ComponentType | null>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { key, altKey, ctrlKey, metaKey, shiftKey } = event;
      if (!/^F\d+$/.test(key) || altKey || ctrlKey || metaKey || shiftKey) return;
      if (key !== 'F1') {
        if (useManual.getState().isOpen) flushSync(closeManual);
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      if (!event.repeat) openManual();
    };
    // Capturing, and listening before any screen does: what a key means there comes after.
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, []);
  useEffect(() => {
    if (isOpen && Manual === null) void import('./Manual').then((loaded) => setManual(() => loaded.Manual));
  }, [isOpen, Manual]);
  return isOpen && Manual !== null ? <Manual /> : null;
}
