import type { Page } from '@playwright/test';

/** What a key is called, and what it writes. */
function keyOf(sign: string): { key: string; code: string; text?: string; windowsVirtualKeyCode: number } {
  if (sign === '\r') return { key: 'Enter', code: 'Enter', text: sign, windowsVirtualKeyCode: 13 };
  const upper = sign.toUpperCase();
  const code = sign === '-' ? 'Minus' : /\d/.test(sign) ? `Digit${sign}` : `Key${upper}`;
  return { key: sign, code, text: sign, windowsVirtualKeyCode: sign === '-' ? 189 : upper.charCodeAt(0) };
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
