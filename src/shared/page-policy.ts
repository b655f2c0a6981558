/**
 * What a page of the app may load, wherever it comes from: its own origin, and nothing else.
 * @param byName where the same server is reached by its name: a page at its number may ask there whether it is
 */
export const policyFor = (byName: string | null): string =>
  byName === null
    ? contentSecurityPolicy
    : contentSecurityPolicy.replace("connect-src 'self'", `connect-src 'self' ${byName}`);

export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  // React and react-aria set style attributes; no style can load anything (img, font and connect are 'self').
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
