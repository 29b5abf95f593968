/** An exact rational number; `bottom` is positive and the two have no common divisor. */
export interface Fraction {
  readonly top: bigint
  readonly bottom: bigint
}

/** `top / bottom`, reduced. Both whole numbers; `bottom` not zero. */
export function fraction(top: bigint | number, bottom: bigint | number = 1): Fraction {
  const [t, b] = [BigInt(top), BigInt(bottom)]
  const divisor = greatestCommonDivisor(t < 0n ? -t : t, b < 0n ? -b : b) * (b < 0n ? -1n : 1n)
  return { top: t / divisor, bottom: b / divisor }
}

export const zero = fraction(0)
export const one = fraction(1)

export function plus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom)
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom)
}

export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.top, a.bottom * b.bottom)
}

export function over(a: Fraction, b: Fraction): Fraction {
  return fraction(a.top * b.bottom, a.bottom * b.top)
}

/** The largest whole number that is not above `a`. */
export function floor(a: Fraction): number {
  const down = a.top / a.bottom
  return Number(a.top < 0n && down * a.bottom !== a.top ? down - 1n : down)
}

/** The smallest whole number that is not below `a`. */
export function ceiling(a: Fraction): number {
  return -floor({ top: -a.top, bottom: a.bottom })
}

/** `a` to `decimals` places, a half going up, as the nearest number to that decimal. */
export function rounded(a: Fraction, decimals: number): number {
  const scale = 10n ** BigInt(decimals)
  const scaled = floor(fraction(2n * a.top * scale + a.bottom, 2n * a.bottom))
  return scaled / Number(scale)
}

/** The decimal that a number prints as: 0.995 is 995/1000, not the binary value next to it. */
export function decimal(value: number): Fraction {
  const [digits = '0', exponent = '0'] = String(value).split('e')
  const [whole = '0', part = ''] = digits.split('.')
  const power = Number(exponent) - part.length
  const top = BigInt(whole + part)
  return power < 0 ? fraction(top, 10n ** BigInt(-power)) : fraction(top * 10n ** BigInt(power))
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}
