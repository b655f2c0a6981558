/**
 * First and alone: zod must be told not to probe `eval`, which the content security policy forbids,
 * before the first schema is made. A static import of the app could be hoisted above this line by the bundler.
 */
import './api/zod';
import './api/random';

void import('./boot').then(({ boot }) => boot());
