const person = 'maryam-rezaei'

/** Signs a citizen of the demonstration in, and files an application of theirs. */
export async function signInTo(origin: string): Promise<{ cookie: string; casePath: string }> {
  const page = await fetch(`${origin}/sign-in`)
  const csrf = /name="_csrf" value="([^"]+)"/.exec(await page.text())?.[1] ?? ''
  const secret = cookiesOf(page)
  const signed = await fetch(`${origin}/sign-in/demonstration`, {
    method: 'POST',
    headers: { cookie: secret },
    body: new URLSearchParams({ person, next: '/', _csrf: csrf }),
    redirect: 'manual'
  })
  const cookie = `${secret}; ${cookiesOf(signed)}`
  const filed = await fetch(`${origin}/api/v1/cases`, {
    method: 'POST',
    headers: { cookie, 'x-csrf-token': csrf, 'content-type': 'application/json' },
    body: JSON.stringify({
      service: '10021001',
      answers: {
        county: 'birjand',
        subject: 'پیگیری پرونده زمین',
        description: 'دو سال است که پرونده زمین ما در دستگاه‌ها مانده است.',
        mobile: '09151234567'
      }
    })
  })
  if (filed.status !== 201) throw new Error(`the desk took no application: ${await filed.text()}`)
  const { case: id } = (await filed.json()) as { case: string }
  return { cookie, casePath: `/cases/${id}` }
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0] ?? '')
    .filter((line) => !line.endsWith('='))
    .join('; ')
}
