/** A list of numbers that grows, eight bytes each, and what stands at a share of it without sorting all of it. */
export class Numbers {
  private kept = new Float64Array(16);
  private count = 0;

  push(value: number): void {
    if (this.count === this.kept.length) {
      const more = new Float64Array(this.kept.length * 2);
      more.set(this.kept);
      this.kept = more;
    }
    this.kept[this.count] = value;
    this.count += 1;
  }

  /** The least value that this share of all does not exceed: one that really was. Null: there is none. */
  quantile(share: number): number | null {
    if (this.count === 0) return null;
    return select(this.kept, this.count, Math.max(0, Math.ceil(share * this.count) - 1));
  }

  mean(): number | null {
    let sum = 0;
    for (let index = 0; index < this.count; index += 1) sum += this.kept[index] as number;
    return this.count === 0 ? null : sum / this.count;
  }
}

/**
 * What would stand at `place` if the first `count` values were sorted; they change their places for it. Hoare's FIND
 * (Algorithm 65, Communications of the ACM 4, 1961): linear on average, and equal values cost nothing.
 */
function select(values: Float64Array, count: number, place: number): number {
  let [first, last] = [0, count - 1];
  while (first < last) {
    const pivot = values[place] as number;
    let [low, high] = [first, last];
    while (low <= high) {
      while ((values[low] as number) < pivot) low += 1;
      while ((values[high] as number) > pivot) high -= 1;
      if (low > high) break;
      const other = values[low] as number;
      values[low] = values[high] as number;
      values[high] = other;
      low += 1;
      high -= 1;
    }
    if (high < place) first = low;
    if (low > place) last = high;
  }
  return values[place] as number;
}

export function medianOf(list: readonly number[]): number | null {
  const numbers = new Numbers();
  for (const value of list) numbers.push(value);
  return numbers.quantile(0.5);
}
