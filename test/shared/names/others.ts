import { corpus } from './corpus';

/** Some thousand other people: first names of the corpus with other family names, so that each looks much like somebody. */
function mixed(): string[] {
  const names: string[] = [];
  for (const [index, { script, written }] of corpus.entries()) {
    const first = written.split(' ')[0] ?? '';
    for (let step = 1; step <= 60 && names.length < 4_000; step += 6) {
      const other = corpus[(index + step * 7) % corpus.length];
      if (other === undefined) continue;
      const last = other.written.split(' ').at(-1) ?? '';
      const lastLatin = other.latin[0]?.split(' ').at(-1) ?? '';
      const firstLatin = corpus[index]?.latin[0]?.split(' ')[0] ?? '';
      if (other.script === script) names.push(`${first} ${last}`);
      names.push(`${firstLatin} ${lastLatin}`);
    }
  }
  return [...new Set(names)];
}

const own = new Set(corpus.flatMap(({ written, latin }) => [written, ...latin]));

export const others: readonly string[] = mixed().filter((name) => !own.has(name));
