import type { Page } from '@playwright/test';

/** A person does not press two keys within a twentieth of a second; who does is a scanner. */
const PERSON_MS = 70;

/** Plain keys pressed on this page are pressed as a person does, unless a test gives a rhythm of its own. */
export function atAPersonsPace(page: Page): Page {
  const { keyboard } = page;
  const press = keyboard.press.bind(keyboard);
  keyboard.press = (key, options) =>
    press(key, options ?? (key.length === 1 || key === 'Space' ? { delay: PERSON_MS } : {}));
  return page;
}
