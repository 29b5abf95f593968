// Authorities that join the installation, and their units and posts.
export { type NewAuthority, registerAuthority } from './register-authority.ts'
export { addPart } from './add-part.ts'
export type { NewPart } from './new-part.ts'
