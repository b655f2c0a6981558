import type { App } from '../app/app';
import type { Environment } from '../app/environment';
import type { EventHub } from './event-hub';
import type { Visitor } from './visitor';

/** What the routes work with. */
export interface HttpContext {
  readonly app: App;
  readonly environment: Environment;
  readonly events: EventHub;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; null on routes that everybody may use. */
    visitor: Visitor | null;
  }
  interface FastifyContextConfig {
    /** Nobody need say who they are. */
    isPublic?: boolean;
    /** Other sites may ask: it changes nothing, and says for itself who may read the answer. */
    isForAnySite?: boolean;
  }
}
