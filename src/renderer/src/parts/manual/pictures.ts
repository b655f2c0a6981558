/** Where each picture of the manual is, by its file: only those that are shown are loaded. */
export const pictures = import.meta.glob<string>('../../../../../docs/manual/images/*/*.webp', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** What a page calls `../images/en/desk.webp`. */
export function addressOf(source: string): string | undefined {
  return pictures[`../../../../../docs/manual/${source.replace(/^\.\.\//, '')}`];
}
