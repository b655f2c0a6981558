/** A version as three numbers; what stands behind them (`-testbuild`) is of a build that comes before that release. */
interface Version {
  readonly numbers: readonly number[];
  readonly isBefore: boolean;
}

function versionOf(text: string): Version | null {
  const found = /^(\d+)\.(\d+)\.(\d+)(?:([-~]).+)?$/.exec(text);
  if (found === null) return null;
  return { numbers: found.slice(1, 4).map(Number), isBefore: found[4] !== undefined };
}

/** Below 0: the one is older. One that is no version is older than any. */
export function compareVersions(one: string, other: string): number {
  const [a, b] = [versionOf(one), versionOf(other)];
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  for (const [index, number] of a.numbers.entries()) {
    const difference = number - (b.numbers[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return Number(b.isBefore) - Number(a.isBefore);
}
