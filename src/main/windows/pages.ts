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
  return facts && pageUrl(facts.screen, facts.query);
}

/** Whether an address is this page, whichever part of it. */
export const isPage = (address: string, page: string | undefined): boolean => address.split('#')[0] === page;

/** What stands in a window whose page dies again and again: one button, which leads back to it. */
export function stoppedUrl(contents: WebContents): string {
  const back = new URL(ownUrl(contents) ?? pageUrl('home')).search;
  return address({ screen: 'stopped', back });
}

function address(query: Readonly<Record<string, string>>): string {
  return `${pageOrigin()}/index.html?${new URLSearchParams(query).toString()}`;
}
