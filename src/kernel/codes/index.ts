export { checkCode, codeOfValues, formatCode } from './check-code.ts'
