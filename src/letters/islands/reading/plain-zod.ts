import * as z from 'zod/mini'

// Without it zod tries whether it may make functions of text, which the policy of the page forbids and tells.
z.config({ jitless: true })
