/** The pages of docs/manual/en, as they are. */
export const texts = import.meta.glob<string>('../../../../../docs/manual/en/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
