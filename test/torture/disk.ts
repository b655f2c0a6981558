import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { RandomStream } from '../../src/main/simulation/random';
import type { Step } from './trace';

/** A change of a file that was asked for, and not yet promised by the disk. */
type Change = { readonly offset: number; readonly data: Buffer } | { readonly size: number };
/** A change of names. */
type Naming = Extract<Step, { kind: 'create' | 'rename' | 'remove' }>;

interface File {
  /** What the disk has promised. */
  kept: Buffer;
  pending: Change[];
  /** Where the next write without a place goes. */
  end: number;
}

/** What a disk drops of what it has not promised: all, nothing, or any of it, pages and sectors torn. */
const fates = { dropped: 3, kept: 1, pages: 3, sectors: 3 } as const;

/**
 * A disk that keeps what was synced, and of all else what it likes. Names are changed in their order, as file systems
 * with a journal do, and are sure once their folder was synced.
 */
export class Disk {
  private readonly files = new Map<string, File>();
  /** The names as they are sure, and what was asked of them since. */
  private readonly names = new Map<string, File>();
  private naming: { readonly step: Naming; readonly file: File | undefined }[] = [];

  /** @param folder as it is now: all of it is sure */
  constructor(private readonly folder: string) {
    for (const path of filesIn(folder)) {
      const kept = readFileSync(path);
      const file = { kept, pending: [], end: kept.length };
      this.files.set(path, file);
      this.names.set(path, file);
    }
  }

  do(step: Step): void {
    if (step.kind === 'send' || step.kind === 'folder' || !this.isOurs(step.path)) return;
    switch (step.kind) {
      case 'create':
        this.create(step);
        return;
      case 'write': {
        const file = this.file(step.path);
        const offset = step.offset ?? file.end;
        file.pending.push({ offset, data: step.data });
        file.end = offset + step.data.length;
        return;
      }
      case 'truncate':
        this.file(step.path).pending.push({ size: step.size });
        return;
      case 'sync':
        this.sync(step.path);
        return;
      case 'rename':
      case 'remove': {
        const file = this.files.get(step.path);
        this.files.delete(step.path);
        if (step.kind === 'rename' && file) this.files.set(step.to, file);
        this.naming.push({ step, file });
      }
    }
  }

  /** Writes it into an empty folder as it may be when the power comes back. */
  writeAfterCut(to: string, random: RandomStream): void {
    const names = new Map(this.names);
    for (const { step, file } of this.naming.slice(0, random.below(this.naming.length + 1)))
      name(names, step, file);
    for (const [path, file] of names) {
      const target = join(to, relative(this.folder, path));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, afterCut(file, random));
    }
  }

  private isOurs(path: string): boolean {
    // What is shared in memory is made anew, and a lock is nobody's after a power cut.
    return path.startsWith(this.folder) && !/-shm$|\.lock(-journal)?$|\(deleted\)$/.test(path);
  }

  private file(path: string): File {
    const file = this.files.get(path);
    if (!file) throw new Error(`Something is written to ${path}, which nobody made.`);
    return file;
  }

  private create(step: Extract<Step, { kind: 'create' }>): void {
    const known = this.files.get(step.path);
    if (known) {
      if (step.empties) known.pending.push({ size: 0 });
      known.end = step.empties ? 0 : known.end;
      return;
    }
    const file: File = { kept: Buffer.alloc(0), pending: [], end: 0 };
    this.files.set(step.path, file);
    this.naming.push({ step, file });
  }

  private sync(path: string): void {
    const file = this.files.get(path);
    if (file) {
      file.kept = changed(file.kept, file.pending);
      file.pending = [];
      return;
    }
    // A folder: all that was asked of its names, and in a journal all that was asked before.
    for (const { step, file: named } of this.naming) name(this.names, step, named);
    this.naming = [];
  }
}

function name(names: Map<string, File>, step: Naming, file: File | undefined): void {
  if (step.kind === 'create') {
    if (file) names.set(step.path, file);
    return;
  }
  names.delete(step.path);
  if (step.kind === 'rename' && file) names.set(step.to, file);
}

function afterCut({ kept, pending }: File, random: RandomStream): Buffer {
  const fate = random.pick(fates);
  if (fate === 'dropped') return kept;
  if (fate === 'kept') return changed(kept, pending);
  const piece = fate === 'pages' ? 4096 : 512;
  const some = pending.flatMap((change): Change[] => {
    if ('size' in change) return random.chance(0.5) ? [change] : [];
    return piecesOf(change, piece).filter(() => random.chance(0.5));
  });
  return changed(kept, some);
}

/** Along the borders of the disk's sectors. */
function piecesOf({ offset, data }: { offset: number; data: Buffer }, size: number): Change[] {
  const pieces: Change[] = [];
  for (let from = 0; from < data.length; ) {
    const to = Math.min(data.length, from + size - ((offset + from) % size));
    pieces.push({ offset: offset + from, data: data.subarray(from, to) });
    from = to;
  }
  return pieces;
}

function changed(content: Buffer, changes: readonly Change[]): Buffer {
  if (changes.length === 0) return content;
  const ends = changes.map((change) => ('size' in change ? change.size : change.offset + change.data.length));
  const next = Buffer.alloc(Math.max(content.length, ...ends));
  content.copy(next);
  let end = content.length;
  for (const change of changes) {
    if ('size' in change) {
      next.fill(0, Math.min(end, change.size));
      end = change.size;
    } else {
      change.data.copy(next, change.offset);
      end = Math.max(end, change.offset + change.data.length);
    }
  }
  return next.subarray(0, end);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile());
}
