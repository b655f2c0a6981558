import type { ListedCopy, PlaceProblem } from '../../../shared/model/backups';
import type { CopyContent, CopyFacts, CopyProblem, CopyReason } from '../../../shared/model/copy';
import type { Instant } from '../../../shared/model/time';
import type { Result } from '../../../shared/result';

/** A place as it is to be used. */
export interface CopyPlace {
  readonly folder: string;
  /** It is made if it is not there; any other that is not there is gone. */
  readonly isOwn: boolean;
  /** There were copies there: where there are none now, it is another stick, or nothing is plugged in. */
  readonly hasHeld: boolean;
}

/** What was found in a place. */
export interface PlaceLook {
  readonly copies: number;
  readonly usedBytes: number;
  readonly freeBytes: number | null;
  /** Of the copies that are not of the future. */
  readonly lastProvedAt: Instant | null;
}

/** How long copies are kept; null: none is deleted now. */
export interface KeepingRule {
  readonly timeZone: string;
  readonly dayStartsAtMinute: number;
  readonly limit: number;
}

/** What is done beside the app: plain data in, plain data out. `work`: a folder of ours with room for the data. */
export interface CopyJobs {
  /** The data as they are now, as a file in the work folder. */
  readonly snapshot: {
    readonly input: { readonly work: string };
    readonly output: { readonly path: string };
  };
  /** A copy of a snapshot in a place, proved; then the old ones go. */
  readonly copy: {
    readonly input: CopyWish;
    readonly output: { readonly look: PlaceLook; readonly removed: readonly string[] };
  };
  readonly look: {
    readonly input: { readonly place: CopyPlace; readonly now: Instant };
    readonly output: PlaceLook;
  };
  readonly list: { readonly input: { readonly folder: string }; readonly output: readonly ListedCopy[] };
  readonly prove: { readonly input: ProofWish; readonly output: CopyFacts };
  /** As `prove`, and the store of this version opens it. */
  readonly trial: { readonly input: ProofWish; readonly output: CopyContent };
  /** Removes snapshots, and what a process that was killed has left. */
  readonly tidy: { readonly input: { readonly folder: string }; readonly output: Record<string, never> };
}
export type CopyJob = keyof CopyJobs;

export interface CopyWish {
  readonly source: string;
  readonly work: string;
  readonly place: CopyPlace;
  readonly passphrase: string | null;
  readonly now: Instant;
  readonly reason: CopyReason;
  readonly appVersion: string;
  readonly keeping: KeepingRule | null;
}

export interface ProofWish {
  readonly path: string;
  readonly work: string;
  readonly passphrase: string | null;
  readonly now: Instant;
}

export type CopyFailure = {
  readonly problem: CopyProblem | PlaceProblem;
  /** For the log. */
  readonly words: string;
};

/** Where copies are made and proved: beside the app, which goes on meanwhile. */
export interface CopyRoom {
  /** Never rejects. What makes no step for minutes is given up as `no_answer`. */
  run<J extends CopyJob>(
    job: J,
    input: CopyJobs[J]['input'],
    progress?: (part: number) => void,
  ): Promise<Result<CopyJobs[J]['output'], CopyFailure>>;
  /** Gives up whatever runs, and waits until it has gone, if that is soon; nothing is begun any more. */
  stop(): Promise<void>;
}
