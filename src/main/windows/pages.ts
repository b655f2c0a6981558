import { app, type WebContents } from 'electron';
import { APP_ORIGIN } from './app-protocol';
import { identify, type WindowFacts } from './registry';

/** The development server's pages, when there is one; never in a packaged app. */
export function pageOrigin(): string {
  const developmentServer = process.env.ELECTRON_RENDERER_URL;
  return !app.isPackaged && developmentServer ? developmentServer : APP_ORIGIN;
}

/** Where a screen's page is, with what it is told besides. */
export function pageUrl(screen: WindowFacts['screen'], query: WindowFacts['query'] = {}): string {
  return address({ screen, ...query });
}

/** The page a window was opened for; undefined: it is none of ours. */
export function ownUrl(contents: WebContents): string | undefined {
  const facts = identify(contents);
  if (facts?.origin === undefined) return facts && pageUrl(facts.screen, facts.query);
  // Which start screen a device has, and whether it may have this screen at all, its server knows.
  return facts.screen === 'home' ? `${facts.origin}/` : `${facts.origin}/?screen=${facts.screen}`;
}

/** Whether an address is this page, whichever part of it. */
export const isPage = (address: string, page: string | undefined): boolean => address.split('#')[0] === page;

/** What stands in a window whose page dies again and again: one button, which leads back to it. */
export function stoppedUrl(contents: WebContents): string {
  const own = ownUrl(contents) ?? pageUrl('home');
  const back = identify(contents)?.origin === undefined ? new URL(own).search : own;
  return address({ screen: 'stopped', back });
}

/** What stands in a window while the computer does not answer whose pages it shows. */
export function awayUrl(origin: string): string {
  return address({ screen: 'away', origin });
}

/** Whether a page may go there by itself: its own address, or another page of the server that it comes from, under any of its names. */
export function mayGoTo(contents: WebContents, url: string): boolean {
  if (isPage(url, ownUrl(contents))) return true;
  const origin = identify(contents)?.origin;
  if (origin === undefined) return false;
  const [there, server] = [new URL(url), new URL(origin)];
  return there.protocol === server.protocol && there.port === server.port;
}

function address(query: Readonly<Record<string, string>>): string {
  return `${pageOrigin()}/index.html?${new URLSearchParams(query).toString()}`;
}
