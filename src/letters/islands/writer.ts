// Writing letters: what is typed is sealed here, to a key that was checked here, and leaves this page in no
// other form. The page has this one script, checked by its digest.
import './reading/plain-zod.ts'
import { startComposer } from './writing/composer.ts'
import { startDrafts } from './writing/drafts.ts'
import { startHeld } from './writing/held.ts'

const compose = document.querySelector<HTMLElement>('[data-compose]')
if (compose !== null) startComposer(compose)
const held = document.querySelector<HTMLElement>('[data-held]')
if (held !== null) startHeld(held)
const drafts = document.querySelector<HTMLElement>('[data-drafts]')
if (drafts !== null) startDrafts(drafts)
