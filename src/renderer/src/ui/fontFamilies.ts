/** The bundled families in the order of theme.css: what the app itself says first, then the scripts of names alone. */
export const fontFamilies: readonly string[] = [
  '',
  ' Devanagari',
  ' Tamil',
  ' Arabic',
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
