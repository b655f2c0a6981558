/** Chromium itself says that a page hangs only where somebody touches it, and nobody touches a board. */
const ASK_EVERY_MS = 5_000;
/** On a computer that is busy to the last an answer comes late, but it comes. */
const UNANSWERED = 5;

interface Asked {
  /** Settles, however, as soon as the page does anything at all; never, while it hangs. */
  readonly ask: () => Promise<unknown>;
  /** Just now no answer says nothing: it loads, it is gone, or something of the system's holds it up. */
  readonly isExcused: () => boolean;
  readonly hangs: () => void;
}

/** Asks a page again and again whether it is there, until the answered function is called. */
export function keepAsking({ ask, isExcused, hangs }: Asked): () => void {
  let unanswered = 0;
  const answered = (): void => {
    unanswered = 0;
  };
  const timer = setInterval(() => {
    if (isExcused()) {
      unanswered = 0;
    } else if (unanswered >= UNANSWERED) {
      unanswered = 0;
      hangs();
    } else {
      unanswered += 1;
      // What a page was asked before it was loaded anew is never answered; what it is asked next is.
      void ask().then(answered, answered);
    }
  }, ASK_EVERY_MS);
  return () => clearInterval(timer);
}
