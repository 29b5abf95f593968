export { sandboxAuthority } from '../../kernel/terms/sandbox-authority.ts'
