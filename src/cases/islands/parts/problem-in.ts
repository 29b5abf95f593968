/** What a page that came instead of a redirect says is wrong. */
export function problemIn(html: string): string {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const said = page.querySelector('.error-summary') ?? page.querySelector('main h1')
  return said?.textContent.replaceAll(/\s+/g, ' ').trim() ?? ''
}
