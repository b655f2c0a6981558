import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';

const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
/** The rules of these that depend on colours: all that can differ between light and dark. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/**
 * WCAG 2.2 A and AA; each finding as `rule: element`, so that a failure says what to mend.
 * @param isDark in dark colours too
 */
export async function findings(page: Page, { isDark = true } = {}): Promise<string[]> {
  const found: string[] = [];
  for (const colorScheme of isDark ? (['dark', 'light'] as const) : (['light'] as const)) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.evaluate(endTransitions);
    // Of what is right it need not tell each place.
    const axe = (await axeOn(page)).setLegacyMode(true).options({ resultTypes: ['violations'] });
    const rules = colorScheme === 'light' ? axe.withTags(WCAG) : axe.withRules(COLOUR_RULES);
    const { violations } = await rules.analyze();
    for (const { id, nodes } of violations) {
      found.push(...nodes.map(({ target }) => `${colorScheme} ${id}: ${target.join(' ')}`));
    }
  }
  return found;
}

/** The colours of the other scheme, and none on the way to them: however short that is, axe may look in its midst. */
function endTransitions(): void {
  for (const animation of document.getAnimations()) {
    if (animation instanceof CSSTransition) animation.finish();
  }
}

/** Half a megabyte of script takes longer to load than to run: a page that has it is not given it again. */
async function axeOn(page: Page): Promise<AxeBuilder> {
  const isThere = await page.evaluate(() => 'axe' in window);
  return new AxeBuilder(isThere ? { page, axeSource: ';' } : { page });
}
