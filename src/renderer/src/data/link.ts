import { create } from 'zustand';
import { clinicNow } from './clock';

interface Link {
  /** Whether the main process answered the last time it was asked. */
  readonly connection: 'connecting' | 'live' | 'lost';
  /** When the connection was lost, by the clinic's clock; null: it is not. */
  readonly lostAt: number | null;
  /** Where the PC was found meanwhile, in a browser that has no place there; null: nowhere. */
  readonly foundAt: string | null;
}

/** Whether anything is heard from the main process. */
export const useLink = create<Link>(() => ({ connection: 'connecting', lostAt: null, foundAt: null }));

/** Nothing is heard any more: from now on what is shown is old. */
export function loseLink(): void {
  useLink.setState(({ lostAt }) => ({ connection: 'lost', lostAt: lostAt ?? clinicNow() }));
}

export function haveLink(): void {
  useLink.setState({ connection: 'live', lostAt: null, foundAt: null });
}

export function findLink(foundAt: string): void {
  useLink.setState({ foundAt });
}

export function isLinkLost(): boolean {
  return useLink.getState().connection === 'lost';
}

/** Whether what is shown is old. */
export function useLost(): boolean {
  return useLink(({ connection }) => connection === 'lost');
}
