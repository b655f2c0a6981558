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
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.opus': 'audio/ogg',
  '.json': 'application/json',
};

/** Must run before the app is ready. */
export function declareAppScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true };
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges }]);
}

interface ServedFile {
  readonly path: string;
  readonly contentType: string;
}

/** Finds a clip of the voice, `hi/digit-3.opus`: the clinic's recording, or only the app's. */
type FindVoice = (path: string, bundled: boolean) => Promise<ServedFile | null>;

const VOICE_PATH = '/voice/';

/** Serves the files of `folder`, the voice, and nothing else, with a strict content security policy. */
export function serveAppPages(folder: string, findVoice: FindVoice): void {
  const root = normalize(folder + sep);

  async function fileFor({ pathname, searchParams }: URL): Promise<ServedFile | null> {
    const name = decodeURIComponent(pathname);
    if (name.startsWith(VOICE_PATH)) {
      return findVoice(name.slice(VOICE_PATH.length), searchParams.has('bundled'));
    }
    const path = normalize(join(root, name === '/' ? 'index.html' : name));
    const contentType = contentTypes[extname(path)];
    return path.startsWith(root) && contentType !== undefined ? { path, contentType } : null;
  }

  protocol.handle(SCHEME, async (request) => {
    if (!request.url.startsWith(`${APP_ORIGIN}/`)) return notFound();
    try {
      const file = await fileFor(new URL(request.url));
      if (file === null) return notFound();
      const headers = {
        'Content-Type': file.contentType,
        'Content-Security-Policy': contentSecurityPolicy,
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-cache',
      };
      return new Response(new Uint8Array(await readFile(file.path)), { headers });
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
