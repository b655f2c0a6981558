import type { Ref } from 'react';

interface Props {
  /** Whatever opens it clicks it. */
  readonly ref: Ref<HTMLInputElement>;
  readonly label: string;
  /** Of names or types: `.csv,text/csv`. */
  readonly accept: string;
  readonly testId: string;
  readonly onFile: (file: File) => void;
}

/** The system’s own choice of a file, behind a button of ours. */
export function FileInput({ ref, label, accept, testId, onFile }: Props) {
  return (
    <input
      ref={ref}
      type="file"
      accept={accept}
      aria-label={label}
      tabIndex={-1}
      className="sr-only"
      data-testid={testId}
      onChange={(event) => {
        const file = event.currentTarget.files?.[0];
        // The same file, mended and chosen again, is a change too.
        event.currentTarget.value = '';
        if (file !== undefined) onFile(file);
      }}
    />
  );
}
