import type { Page } from '@playwright/test';

/** What is too small for a finger, cut off at a side, or runs over its edges. */
export async function mishaps(kiosk: Page): Promise<string[]> {
  return kiosk.evaluate(() => {
    const least = 20 * (96 / 25.4) - 0.5;
    const found: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('button, input:not([type=radio]), label')) {
      const { width, height, left, right } = element.getBoundingClientRect();
      const name = element.dataset.testid ?? element.dataset.skbtn ?? element.innerText;
      if (width === 0 || element.closest('[aria-hidden=true], [inert]') !== null) continue;
      if (element.matches('label') && element.querySelector('input') === null) continue;
      if (height < least || width < least) found.push(`${name} is ${width} × ${height}`);
      if (left < 0 || right > innerWidth) found.push(`${name} is cut off`);
      if (element.scrollWidth > element.clientWidth + 1 && !element.matches('input')) {
        found.push(`${name} is too narrow for its words`);
      }
    }
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
    return found;
  });
}
