import type { Locator, Page } from '@playwright/test';

/** Names in the scripts that the app itself does not speak, as their bearers write them. */
export const namesInScripts = {
  Bengali: 'শ্রীজিতা বন্দ্যোপাধ্যায়',
  Gujarati: 'જિજ્ઞેશ ત્રિવેદી',
  Gurmukhi: 'ਹਰਪ੍ਰੀਤ ਸਿੰਘ',
  Kannada: 'ಲಕ್ಷ್ಮೀ ಕೃಷ್ಣಮೂರ್ತಿ',
  Malayalam: 'ശ്രീലക്ഷ്മി കൃഷ്ണൻ',
  Oriya: 'ସୁଶ୍ରୀ ପଟ୍ଟନାୟକ',
  Telugu: 'శ్రీనివాస్ వెంకటేశ్వర్లు',
} as const;

/**
 * The families of font in which the browser has drawn an element's letters. A letter that no font has is drawn as
 * a box by the first one, Noto Sans; the space between two names is as well.
 */
export async function fontsOf(page: Page, element: Locator): Promise<string[]> {
  const mark = `fonts-${Math.random()}`;
  await element.evaluate((node, id) => node.setAttribute('data-fonts', id), mark);
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('DOM.enable');
    await session.send('CSS.enable');
    const { root } = await session.send('DOM.getDocument');
    const { nodeId } = await session.send('DOM.querySelector', {
      nodeId: root.nodeId,
      selector: `[data-fonts="${mark}"]`,
    });
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    return fonts
      .filter(({ isCustomFont }) => isCustomFont)
      .map(({ familyName, glyphCount }) => `${familyName}: ${glyphCount > 1 ? 'letters' : 'a space'}`)
      .sort();
  } finally {
    await session.detach();
  }
}
