/** Guide into ascending shares, and searches in ascending values. */

/** For each of as many equal parts of (0, 1) as there are shares, the first index to look at. */
export function guideOf(cumulative: Float64Array): Int32Array {
  const n = cumulative.length;
  const guide = new Int32Array(n);
  let i = 0;
  for (let part = 0; part < n; part++) {
    while (i < n - 1 && cumulative[i] < part / n) i++;
    guide[part] = i;
  }
  return guide;
}

/** How many of the ascending values are below x. */
export function countBelow(values: ArrayLike<number>, x: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] < x) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** How many of the ascending values are at most x. */
export function countUpTo(values: ArrayLike<number>, x: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] <= x) low = middle + 1;
    else high = middle;
  }
  return low;
}
