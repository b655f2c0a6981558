/** The pages of docs/manual/hi, as they are. */
export const texts = import.meta.glob<string>('../../../../../docs/manual/hi/*.md', {
  query: '?raw',
  import: 'default',
  eager: true,
});
