// Authorities that join the installation, and their units and posts.
export { type NewAuthority, registerAuthority } from './register-authority.ts'
export { type NewPart, addPart } from './add-part.ts'
