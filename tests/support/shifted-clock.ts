// Loaded into a process before its program: its wall clock is then wrong by PEYMAN_TEST_SHIFT_MS, as that
// of a machine whose clock was never set. What counts time only (performance.now) is not touched.
const shift = Number(process.env.PEYMAN_TEST_SHIFT_MS ?? '0')
// oxlint-disable no-restricted-globals, no-restricted-properties -- this very thing is what is shifted
const trueDate = globalThis.Date
const trueNow = trueDate.now.bind(trueDate)
const trueInstant = Temporal.Now.instant.bind(Temporal.Now)

trueDate.now = () => trueNow() + shift
Temporal.Now.instant = () => trueInstant().add({ milliseconds: shift })
globalThis.Date = new Proxy(trueDate, {
  construct: (target, given: []) =>
    given.length === 0 ? new target(trueNow() + shift) : new target(...given)
})
