import { randomBytes } from 'node:crypto'
import { checkCode, codeOfValues, formatCode } from '../../kernel/codes/index.ts'

const randomLength = 15
const codeLength = randomLength + 1

/** A new receipt code: fifteen random characters (75 bits) and a check character. */
export function newReceiptCode(): string {
  return codeOfValues(Array.from(randomBytes(randomLength), (byte) => byte & 31))
}

/** The code that somebody typed, as it is kept, or `null`. */
export function parseReceiptCode(text: string): string | null {
  return checkCode(text, codeLength)
}

/** A code as it is printed: `7K2M-9X4T-RD0A-BCDE`. */
export function formatReceiptCode(code: string): string {
  return formatCode(code)
}
