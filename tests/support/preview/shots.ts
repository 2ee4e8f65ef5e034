/**
 * Takes pictures of the preview page: node tests/support/preview/shots.ts <folder> <name>=<query>[#<keys>] …
 * Keys are typed one after the other, separated by commas: `incidents=lang=ar#Enter`.
 */

import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { findChromium } from '../../host/chromium.ts'

const [folder = 'test-results/shots', ...wishes] = process.argv.slice(2)
const site = path.join(import.meta.dirname, '../../../test-results/preview')
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.ttf': 'font/ttf',
}
const server = createServer((request, response) => {
  const name = new URL(request.url ?? '/', 'http://localhost').pathname.slice(1) || 'index.html'
  readFile(path.join(site, name)).then(
    (bytes) => response.setHeader('content-type', TYPES[path.extname(name)] ?? 'text/plain').end(bytes),
    () => response.writeHead(404).end(),
  )
})
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
const address = server.address()
const port = typeof address === 'object' && address !== null ? address.port : 0

const { executable, env } = await findChromium({ headful: false })
const browser = await chromium.launch({
  executablePath: executable,
  env: { ...process.env, ...env },
  args: ['--no-sandbox', '--headless'],
})
for (const wish of wishes) {
  const [, name = '', query = '', keys = ''] = /^([^=]+)=([^#]*)(?:#(.*))?$/.exec(wish) ?? []
  const page = await browser.newPage({ viewport: { width: 1360, height: 820 } })
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') console.log(name, message.text())
  })
  page.on('pageerror', (error) => console.log(name, String(error)))
  await page.goto(`http://127.0.0.1:${port}/index.html?${query}`)
  await page.waitForSelector('#root > *')
  await page.waitForTimeout(600)
  for (const key of keys.split(',').filter(Boolean)) {
    if (key.startsWith('click:')) await page.getByText(key.slice(6), { exact: true }).first().click()
    else if (key.startsWith('type:')) await page.keyboard.type(key.slice(5))
    else await page.keyboard.press(key)
    await page.waitForTimeout(150)
  }
  await page.waitForTimeout(250)
  await page.screenshot({ path: path.join(folder, `${name}.png`) })
  await page.close()
}
await browser.close()
server.close()
