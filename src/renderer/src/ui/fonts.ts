/** Bundled, so that every script renders on a machine that has none of it; a page loads those whose letters it shows. */
import '@fontsource-variable/noto-sans/standard.css';
import '@fontsource-variable/noto-sans-devanagari/index.css';
import '@fontsource-variable/noto-sans-tamil/index.css';
import '@fontsource-variable/noto-sans-arabic/index.css';
import '@fontsource-variable/noto-sans-bengali/index.css';
import '@fontsource-variable/noto-sans-gujarati/index.css';
import '@fontsource-variable/noto-sans-gurmukhi/index.css';
import '@fontsource-variable/noto-sans-kannada/index.css';
import '@fontsource-variable/noto-sans-malayalam/index.css';
import '@fontsource-variable/noto-sans-oriya/index.css';
import '@fontsource-variable/noto-sans-telugu/index.css';
