// What changed of a card, and what will: for whoever is in the middle of an application.
export { type Announcement, announcedOf, laterVersions } from './effect-store.ts'
export { announcedNote } from './views/announced-note.ts'
export { laterNote } from './views/later-note.ts'
