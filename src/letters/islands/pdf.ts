// Puts an opened letter on paper: a PDF, made here. The reader brings this script, by its digest, when somebody
// asks for one; it is given what is shown already, and speaks to nobody.
import { makePaper } from '../../kernel/paper/index.ts'

Object.assign(globalThis, { peymanPaper: makePaper })
