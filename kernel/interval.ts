// Intervals of estimates.

/** 0.975 quantile of the standard normal. */
const z = 1.959963984540054

/** Wilson's score interval of a proportion, 95 % (Wilson 1927); for no trials the whole range. */
export function wilson(part: number, whole: number): { readonly low: number; readonly high: number } {
  if (whole === 0) return { low: 0, high: 1 }
  const share = part / whole
  const middle = (share + (z * z) / (2 * whole)) / (1 + (z * z) / whole)
  const half = (z / (1 + (z * z) / whole)) * Math.sqrt((share * (1 - share)) / whole + (z * z) / (4 * whole * whole))
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}
