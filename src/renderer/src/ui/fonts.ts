/** Bundled, so that every script renders on a machine that has none of it. */
import '@fontsource-variable/noto-sans/standard.css';
import '@fontsource-variable/noto-sans-devanagari/index.css';
import '@fontsource-variable/noto-sans-tamil/index.css';
import '@fontsource-variable/noto-sans-arabic/index.css';
