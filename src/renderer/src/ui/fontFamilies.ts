/** The bundled families in the order of theme.css: what the app itself says first, then the scripts of names alone. */
export const fontFamilies: readonly string[] = [
  '',
  ' Devanagari Standard',
  ' Devanagari',
  ' Tamil',
  ' Arabic',
  ' Others',
  ' Bengali',
  ' Gujarati',
  ' Gurmukhi',
  ' Kannada',
  ' Malayalam',
  ' Oriya',
  ' Telugu',
].map((script) => `Noto Sans${script} Variable`);

/**
 * Loads what this text needs, and nothing else: each family is cut by script. Asked for by name, because a window
 * that is never shown paints no frame that would start the loading. Rejects if a file is missing.
 */
export async function loadFonts(text: string, weights: readonly number[] = [700]): Promise<void> {
  await Promise.all(
    fontFamilies.flatMap((family) =>
      weights.map((weight) => document.fonts.load(`${weight} 16px '${family}'`, text)),
    ),
  );
  await document.fonts.ready;
}

/** A font that does not come holds up nobody for longer. */
const PATIENCE_MS = 2_000;

/**
 * The same, or without them if they do not come soon. Letters that are there before their fonts are cost more than the
 * wait: for each size of text the system is asked which font to take meanwhile, and the page stands still until it answers.
 */
export function awaitFonts(text: string, weights?: readonly number[]): Promise<void> {
  return new Promise((done) => {
    const timer = setTimeout(done, PATIENCE_MS);
    loadFonts(text, weights)
      .catch(() => undefined)
      .finally(() => {
        clearTimeout(timer);
        done();
      });
  });
}
