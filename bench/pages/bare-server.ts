// The bare framework: answers `/<bytes>` with a constant text of so many bytes, and does nothing else.
import fastify from 'fastify'

const app = fastify()
const texts = new Map<string, string>()

app.get<{ Params: { bytes: string } }>('/:bytes', (request, reply) => {
  const { bytes } = request.params
  const text = texts.get(bytes) ?? 'x'.repeat(Number(bytes))
  texts.set(bytes, text)
  return reply.type('text/html; charset=utf-8').send(text)
})

process.stdout.write(`${await app.listen({ port: 0, host: 'localhost' })}\n`)
process.once('SIGTERM', () => {
  void app.close()
})
