import type { Result } from '../../shared/result';

/** Requests that were answered. */
export interface RequestStore {
  /** R17: what a request was answered, if it was sent before. Errors: CONFLICT a request id with other content. */
  answerTo(request: NamedRequest): Result<{ readonly answer: unknown } | null>;
}

/** R17: recognises a repeated request; `content` is everything that must be the same. */
export interface NamedRequest {
  readonly id: string;
  readonly content: string;
}
