import { useEffect, useState } from 'react';
import type { CallInput } from '../../../../../shared/contract';
import type { AuditView } from '../../../../../shared/contract/audit';
import { call } from '../../../api/client';
import { sayError } from '../../../ui/toasts';

export type Wanted = Omit<CallInput<'audit.list'>, 'limit' | 'cursor'>;

interface Lines {
  /** When the first line of all was written; null: there is none. */
  readonly since: number | null;
  readonly lines: readonly AuditView[];
  readonly hasMore: boolean;
}

const PAGE = 50;

/** The latest lines that fit, a page at a time. Null: not there yet. Looking is on record, so nothing looks by itself. */
export function useLines(wanted: Wanted): {
  readonly shown: Lines | null;
  readonly busy: boolean;
  more(): void;
} {
  const [shown, setShown] = useState<Lines | null>(null);
  const [busy, setBusy] = useState(false);
  const asked = JSON.stringify(wanted);

  useEffect(() => {
    let isOld = false;
    void call('audit.list', { ...(JSON.parse(asked) as Wanted), limit: PAGE }).then((page) => {
      if (isOld) return;
      if (page.ok) setShown({ ...page.value, hasMore: page.value.lines.length === PAGE });
      else sayError(page.error);
    });
    return () => {
      isOld = true;
    };
  }, [asked]);

  async function load(before: Lines): Promise<void> {
    const cursor = before.lines.at(-1)?.id;
    if (cursor === undefined) return;
    setBusy(true);
    const page = await call('audit.list', { ...wanted, limit: PAGE, cursor });
    setBusy(false);
    if (!page.ok) return sayError(page.error);
    const { lines } = page.value;
    // Another choice made meanwhile has its own page.
    setShown((now) =>
      now === before
        ? { ...before, lines: [...before.lines, ...lines], hasMore: lines.length === PAGE }
        : now,
    );
  }

  return {
    shown,
    busy,
    more: () => {
      if (shown !== null && !busy) void load(shown);
    },
  };
}
