/** The environment asks for something that this program must not do; the message says what. */
export class ConfigError extends Error {
  readonly code = 'config/invalid'
}
