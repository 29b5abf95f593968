/** Whose are the facts that belong to no body: those of persons and their accounts. */
export const platformAuthority = 'platform'
