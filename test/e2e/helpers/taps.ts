import type { Page } from '@playwright/test';

/** A visitor's finger: counts its taps on everything but the keyboard. */
export interface Finger {
  tap(testId: string): Promise<void>;
  /** Keys of the keyboard on the screen, separated by spaces. */
  type(keys: string): Promise<void>;
  readonly taps: number;
}

export function fingerOn(kiosk: Page): Finger {
  let taps = 0;
  return {
    async tap(testId) {
      await kiosk.getByTestId(testId).click();
      taps += 1;
    },
    async type(keys) {
      const keyboard = kiosk.getByTestId('kiosk-keyboard');
      for (const key of keys.split(' ')) await keyboard.locator(`[data-skbtn="${key}"]`).click();
    },
    get taps() {
      return taps;
    },
  };
}
