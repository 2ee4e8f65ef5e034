/**
 * Takes pictures of the preview page: node tests/support/preview/shots.ts <folder> <name>=<query>[#<keys>] …
 * Keys are typed one after the other, separated by commas: `incidents=lang=ar#Enter`.
 */

import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import path from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { chromium } from 'playwright-core'
import { findChromium } from '../../host/chromium.ts'

const [folder = 'test-results/shots', ...wishes] = process.argv.slice(2)
const site = path.join('/work/main', './test-results/preview')
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

  const context = await browser.newContext({ viewport: { width: 1360, height: 820 } })
  const page = await context.newPage()
  page.on('console', (m) => { if (m.type() === 'error' || m.type() === 'warning') console.log('CONSOLE', m.text()) })
  page.on('pageerror', (e) => console.log('PAGEERROR', String(e)))
  const focus = () => page.evaluate(() => { const e = document.activeElement; return `${e?.tagName} ${e?.getAttribute('data-cell') ?? ''} ${e?.getAttribute('aria-label') ?? ''} ${(e as HTMLInputElement)?.value ?? ''}`.trim() })
  const axe = async (name: string) => { const r = await new AxeBuilder({ page }).analyze(); for (const v of r.violations) console.log('AXE', name, v.id, v.impact, v.nodes.length, v.nodes[0]?.html.slice(0, 140), v.nodes[0]?.any.map((x) => x.message).join('|').slice(0,200)) }
  for (const theme of ['light', 'dark']) {
    await page.goto(`http://127.0.0.1:${port}/index.html?theme=${theme}`)
    await page.waitForSelector('[role=grid]'); await page.waitForTimeout(500)
    console.log('start', await focus())
    await page.keyboard.press('ArrowDown'); await page.keyboard.press('ArrowDown'); console.log('down', await focus())
    await axe('table ' + theme)
    await page.keyboard.press('Enter'); await page.waitForTimeout(200); console.log('enter', await focus())
    await axe('panel ' + theme)
    await page.keyboard.press('Escape'); await page.waitForTimeout(200); console.log('escape', await focus())
    await page.keyboard.press('Enter'); await page.waitForTimeout(100); await page.keyboard.type('!'); await page.keyboard.press('Escape'); await page.waitForTimeout(200); console.log('leave?', await focus())
    await axe('leave ' + theme)
    await page.keyboard.press('Escape'); await page.waitForTimeout(200); console.log('stayed', await focus())
    await page.keyboard.press('Enter'); await page.waitForTimeout(300); console.log('saved', await focus(), await page.locator('.panel__state').textContent())
    await page.keyboard.press('Escape'); await page.waitForTimeout(200); console.log('escape', await focus())
    await page.keyboard.press('Control+z'); await page.waitForTimeout(200); console.log('undo', await focus(), await page.locator('.toasts').textContent())
    await page.keyboard.press('n'); await page.waitForTimeout(150); await page.keyboard.press('Control+s'); await page.waitForTimeout(200); console.log('invalid', await focus(), await page.locator('.field__error').allTextContents())
    await page.keyboard.type('A title'); await page.getByLabel('When', { exact: true }).fill('about april 2017')
    await page.getByRole('combobox', { name: 'Violation types' }).fill('tort'); await page.keyboard.press('ArrowDown'); await page.keyboard.press('Enter'); await page.waitForTimeout(150); console.log('picked', await page.locator('.panel .chip').allTextContents(), await focus())
    await page.getByRole('combobox', { name: 'Violation types' }).fill('abd'); await page.keyboard.press('ArrowDown'); await page.keyboard.press('Enter'); await page.waitForTimeout(150); console.log('picked', await page.locator('.panel .chip').allTextContents(), await focus())
    await page.getByRole('combobox', { name: 'Country' }).fill('rus'); await page.keyboard.press('ArrowDown'); await page.keyboard.press('Enter'); await page.waitForTimeout(150); console.log('country', await focus())
    await page.keyboard.press('Control+s'); await page.waitForTimeout(300); console.log('new saved', await focus(), await page.getByRole('heading', { level: 2 }).first().textContent())
    await page.keyboard.press('Escape'); await page.waitForTimeout(200); console.log('back', await focus(), await page.locator('[data-cell]:focus').textContent())
    await page.keyboard.press('Delete'); await page.waitForTimeout(300); console.log('deleted', await focus(), await page.locator('.toasts').textContent())
    await page.getByRole('button', { name: 'Undo' }).last().click(); await page.waitForTimeout(200); console.log('restored', await page.locator('.statusbar__count').textContent(), await focus())
    for (let i = 1; i <= 9; i += 1) { await page.keyboard.press('Control+' + i); await page.waitForTimeout(250); console.log('go', i, await page.locator('.rail__item--here').textContent(), await focus()); await axe('screen ' + i) }
    await page.keyboard.press('Control+3'); await page.keyboard.press('n'); await page.waitForTimeout(200)
    await page.getByRole('button', { name: 'New source', exact: true }).click(); await page.waitForTimeout(200); console.log('new source', await focus())
    await page.keyboard.type('A newspaper'); await page.keyboard.press('Enter'); await page.waitForTimeout(300); console.log('after', await focus(), await page.getByRole('combobox', { name: 'Source' }).inputValue())
    await page.keyboard.press('Control+l'); await page.waitForTimeout(300); console.log('locked', await focus(), (await page.locator('body').innerText()).includes('newspaper'), (await page.locator('body').innerText()).slice(0, 80))
    await axe('locked ' + theme)
  }
  await context.close()
await browser.close()
server.close()
