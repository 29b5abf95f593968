/**
 * Whether a letter is genuine, for whoever holds it: the code that names it, and what the public log tells
 * of it. Pure and browser-safe; it reads no clock and throws on no input.
 */
export {
  type LetterCode,
  letterCheckCode,
  letterCheckPath,
  letterCodeOf,
  readLetterCode
} from './letter-code.ts'
export {
  type LetterStatement,
  type StatementVerdict,
  type ToldState,
  enteredFactKind,
  letterMark,
  toldStates,
  verifyStatement
} from './letter-mark.ts'
