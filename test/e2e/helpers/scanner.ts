import type { Page } from '@playwright/test';

interface SentKey {
  readonly key: string;
  readonly code: string;
  readonly text?: string;
  readonly modifiers: number;
  readonly windowsVirtualKeyCode: number;
}

const SHIFT = 8;

/** Where signs stand that are no letter and no digit, what the key writes with Shift, and Windows' number of it. */
const signs: Readonly<Record<string, readonly [code: string, shift: boolean, number: number]>> = {
  '-': ['Minus', false, 189],
  _: ['Minus', true, 189],
  '{': ['BracketLeft', true, 219],
  '}': ['BracketRight', true, 221],
  ':': ['Semicolon', true, 186],
  '"': ['Quote', true, 222],
  ',': ['Comma', false, 188],
  '.': ['Period', false, 190],
  '/': ['Slash', false, 191],
  '@': ['Digit2', true, 50],
  ' ': ['Space', false, 32],
};

/** What a key is called, and what it writes. */
function keyOf(sign: string): SentKey {
  if (sign === '\r' || sign === '\n')
    return { key: 'Enter', code: 'Enter', text: '\r', modifiers: 0, windowsVirtualKeyCode: 13 };
  if (sign === '\t') return { key: 'Tab', code: 'Tab', modifiers: 0, windowsVirtualKeyCode: 9 };
  const upper = sign.toUpperCase();
  const plain = [
    /\d/.test(sign) ? `Digit${sign}` : `Key${upper}`,
    /[A-Z]/.test(sign),
    upper.charCodeAt(0),
  ] as const;
  const [code, shift, windowsVirtualKeyCode] = signs[sign] ?? plain;
  return { key: sign, code, text: sign, modifiers: shift ? SHIFT : 0, windowsVirtualKeyCode };
}

/**
 * A scanner: each sign a key, Enter last, each so many ms after the one before by the events' own clocks. Keys go out
 * without waiting for the page, as a scanner's do; Playwright's own keyboard waits for each.
 */
export async function scan(page: Page, code: string, every = 6): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const start = Date.now() / 1_000;
  const sent = [...code, '\r'].flatMap((sign, index) => {
    const timestamp = start + (index * every) / 1_000;
    const { text, ...key } = keyOf(sign);
    return [
      session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key, ...(text && { text }), timestamp }),
      session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key, timestamp: timestamp + 0.002 }),
    ];
  });
  await Promise.all(sent);
  await session.detach();
}
