import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { protocol, session } from 'electron';
import { contentSecurityPolicy } from '../../shared/page-policy';

const SCHEME = 'app';
/** Every page of the app comes from here; nothing from `file://`. */
export const APP_ORIGIN = `${SCHEME}://opd`;

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.opus': 'audio/ogg',
  '.json': 'application/json',
};

/** Must run before the app is ready. */
export function declareAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true };
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges }]);
}

/** Serves the files of `folder`, and no others, with a strict content security policy. */
export function serveAppPages(folder: string): void {
  const root = normalize(folder + sep);
  protocol.handle(SCHEME, async (request) => {
    const { pathname } = new URL(request.url);
    const path = normalize(join(root, pathname === '/' ? 'index.html' : decodeURIComponent(pathname)));
    const type = contentTypes[extname(path)];
    if (!request.url.startsWith(`${APP_ORIGIN}/`) || !path.startsWith(root) || !type) return notFound();
    try {
      const headers = {
        'Content-Type': type,
        'Content-Security-Policy': contentSecurityPolicy,
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-cache',
      };
      return new Response(new Uint8Array(await readFile(path)), { headers });
    } catch {
      return notFound();
    }
  });
}

/** No page may use camera, position, notifications or anything else that asks. */
export function refusePermissions(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
}

function notFound(): Response {
  return new Response('Not found', { status: 404 });
}
