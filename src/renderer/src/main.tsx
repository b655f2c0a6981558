/**
 * First and alone: zod must be told not to probe `eval`, which the content security policy forbids,
 * before the first schema is made. A static import of the app could be hoisted above this line by the bundler.
 */
import './api/zod';
import './api/random';

/** One after the other: while a page evaluates it draws nothing, and what they need is evaluated with them. */
async function begin(): Promise<void> {
  await import('./i18n');
  await import('react-dom/client');
  await import('./data/sync');
  const { boot } = await import('./boot');
  setTimeout(() => void boot());
}

void begin();
