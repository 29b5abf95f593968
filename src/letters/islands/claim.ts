// A page that came by post: its key stands behind the # of the address and is never sent. The letter is opened
// here, judged as in the reader, and put into the mailbox of whom it is for, with the key of the page.
import './reading/plain-zod.ts'
import { startClaim } from './claim-parts/open-claim.ts'
import { startKeeping } from './claim-parts/keep-claim.ts'

const opening = document.querySelector<HTMLElement>('[data-claim]')
if (opening !== null) startClaim(opening)
const keeping = document.querySelector<HTMLElement>('[data-claim-keeping]')
if (keeping !== null) startKeeping(keeping)
