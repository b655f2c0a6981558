import type { WebContents } from 'electron';
import type { Role } from '../../shared/contract';
import type { DoctorId } from '../../shared/model/ids';
import type { Screen } from '../../shared/model/screen';

/** What main knows of one of its windows. */
export interface WindowFacts {
  readonly role: Role;
  readonly screen: Screen | 'slip' | 'document';
  readonly doctorId: DoctorId | null;
  /** What the page is told besides its screen. */
  readonly query?: Readonly<Record<string, string>>;
  /** Of a page that another computer serves; missing: it is the app's own. */
  readonly origin?: string | undefined;
}

const known = new Map<WebContents, WindowFacts>();

/** A window main opened itself; any other gets no answer over IPC. */
export function register(contents: WebContents, facts: WindowFacts): void {
  known.set(contents, facts);
  contents.once('destroyed', () => known.delete(contents));
}

export function identify(contents: WebContents): WindowFacts | undefined {
  return known.get(contents);
}

export function everyWindow(): readonly (readonly [WebContents, WindowFacts])[] {
  return [...known];
}
