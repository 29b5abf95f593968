/** Shortest padded letter: a greeting and a decision look the same. */
export const paddedBytesMin = 4096

/**
 * Length to which content is padded, so that its size tells little: Padmé (Nikitin et al., PETS 2019)
 * from 4 KiB on, at most 12 percent more, and O(log log) sizes to be told apart.
 * @param length - Bytes of content, a whole number >= 0.
 */
export function paddedLength(length: number): number {
  if (length <= paddedBytesMin) return paddedBytesMin
  const exponent = Math.floor(Math.log2(length))
  const kept = Math.floor(Math.log2(exponent)) + 1
  const step = 2 ** (exponent - kept)
  return Math.ceil(length / step) * step
}
