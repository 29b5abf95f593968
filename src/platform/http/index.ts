export { answerJobs } from './idempotency.ts'
export { type ApiCall, type ApiRoute, api } from './api.ts'
export { partsOf } from './form-parts.ts'
export { localPath } from './local-path.ts'
export { narrowPolicy } from './narrow-policy.ts'
export { type Page, type PageAnswer, type Redirect, page, redirect } from './page.ts'
export {
  type Caller,
  type EdgeOptions,
  type FastifyReply,
  type FastifyRequest,
  type Reader,
  type Server,
  ProofRequiredError,
  SignInRequiredError,
  langOf,
  plainPath
} from './request.ts'
export { problemBody, problemOf } from './problems.ts'
export { openDoor } from './open-door.ts'
export { createServer } from './server.ts'
export { cookieAttributes, cookieName } from './view.ts'
