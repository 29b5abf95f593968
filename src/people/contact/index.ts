export { type Contact, type ContactAddress, type ContactChannel, readAddress } from './contact.ts'
export { contactsOf, contactsOfBuckets } from './contact-store.ts'
export { type PersonMessage, messagesOf } from './message-store.ts'
export { type News, tellPerson } from './tell-person.ts'
