import { Said, type Speaker } from './speakers';

interface Props {
  readonly text: 'slip:duplicate' | 'slip:test' | 'slip:practice';
  readonly n?: number;
  readonly speakers: readonly Speaker[];
}

/** White on black across the paper: nobody takes a copy or a sample for the slip itself. */
export function Band({ text, n = 0, speakers }: Props) {
  return (
    <p className="slip-band">
      <Said speakers={speakers} say={({ t }) => t(text, { n })} />
    </p>
  );
}
