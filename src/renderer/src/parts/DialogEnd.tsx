import type { ReactNode } from 'react';

interface Props {
  /** The number to type before the deed; null: nothing is asked for. */
  readonly sure: ReactNode;
  /** The way back and the deed. */
  readonly children: ReactNode;
}

/** The end of a dialog's form. In view however long the dialog is: what is asked for stands beside what it lets go. */
export function DialogEnd({ sure, children }: Props) {
  return (
    <div className="sticky -bottom-5 z-10 -mx-5 -mb-5 flex flex-col gap-3 bg-surface px-5 pt-2 pb-5">
      {sure}
      <div className="flex flex-wrap justify-end gap-3">{children}</div>
    </div>
  );
}
