// A walk through the screens and dialogs of a demo log in any language of the window, by the words of its catalogue.
import type { MessageKey } from '../../src/shared/i18n/catalogue.ts'
import type { TranslatedLanguage } from '../../src/shared/i18n/locale.ts'
import { expect, type RunningApp } from '../e2e/fixtures.ts'
import { wordsIn } from './catalogues.ts'
import { speak, visitProfileEditor, visitRecord, visitSections } from './e2eScreens.ts'
import { createLog, PASSPHRASE, type Section, sectionKeys } from './e2eSteps.ts'

type Look = (name: string) => Promise<void>

/** Opens a demo log and looks at every screen, form and dialog; ends with the log locked. */
export async function walkScreens(
  app: RunningApp,
  language: TranslatedLanguage,
  folder: string,
  look: Look,
): Promise<void> {
  await createLog(app, { folder, demo: true })
  if (language !== 'en') await speak(app, language)
  const walk = new Walk(app, await wordsIn(language), look)
  await visitSections(app, look)
  await walk.forms()
  await walk.table()
  await walk.overEverything()
  await walk.claims()
  await walk.settings()
  await visitProfileEditor(app, look)
  await walk.locked()
}

class Walk {
  readonly #app: RunningApp
  readonly #say: (key: MessageKey) => string
  readonly #look: Look

  constructor(app: RunningApp, say: (key: MessageKey) => string, look: Look) {
    this.#app = app
    this.#say = say
    this.#look = look
  }

  get #page() {
    return this.#app.page
  }

  #button(key: MessageKey) {
    return this.#page.getByRole('button', { name: this.#say(key), exact: true }).first()
  }

  async #dialog(key: MessageKey, name: string): Promise<void> {
    await this.#button(key).click()
    await this.#open(name)
  }

  /** Looks at the dialog that is open and closes it. */
  async #open(name: string): Promise<void> {
    const dialog = this.#page.getByRole('dialog')
    await expect(dialog.locator(':focus').or(dialog.and(this.#page.locator(':focus')))).toBeVisible()
    await this.#look(name)
    await expect(dialog).toBeVisible()
    await this.#page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    // The focus goes back a moment later, and would be taken from a dialog that is open by then.
    await expect(this.#page.locator('body:focus')).toHaveCount(0)
  }

  async #goTo(section: Section): Promise<void> {
    await this.#page.keyboard.press(sectionKeys(section))
    await expect(this.#page.getByRole('navigation').locator('[aria-current="page"]')).toBeVisible()
  }

  async forms(): Promise<void> {
    for (const section of ['Incidents', 'Sources', 'Source items', 'Claims'] as const) {
      await this.#goTo(section)
      await visitRecord(this.#app, () => this.#look(`form-${section}`))
    }
    await this.#goTo('Incidents')
    await this.#page.keyboard.press('n')
    const form = this.#page.getByRole('complementary')
    await form.getByRole('textbox', { name: this.#say('records.incident.when') }).fill('03/04/2017')
    await form.getByRole('button', { name: this.#say('records.save'), exact: true }).click()
    await this.#look('form-problems')
    await this.#page.keyboard.press('Escape')
    await expect(this.#page.getByRole('alertdialog')).toBeVisible()
    await this.#look('form-leave')
    await this.#button('shell.leave.discard').click()
  }

  async table(): Promise<void> {
    const page = this.#page
    await this.#button('table.columns.button').click()
    await this.#look('table-columns')
    await page.keyboard.press('Escape')
    const head = page.getByRole('columnheader').nth(1)
    await head.click({ button: 'right' })
    await this.#look('table-column-menu')
    await page.getByRole('menuitem', { name: this.#say('table.filter.menu') }).click()
    await this.#open('table-filter')
    await page.getByRole('columnheader', { name: this.#say('column.status') }).click({ button: 'right' })
    await page.getByRole('menuitem', { name: this.#say('table.groups.by') }).click()
    await expect(page.getByRole('treegrid')).toBeVisible()
    await this.#look('table-groups')
    await page.keyboard.press('/')
    await page.keyboard.type('colour:red')
    await this.#look('table-query')
    await page.getByRole('searchbox').fill('label:RED')
    await page.getByRole('gridcell').first().click()
    await page.keyboard.press('Control+a')
    await this.#look('table-selected')
    await this.#dialog('table.bulk.button', 'table-bulk')
    await page.getByRole('searchbox').fill('')
    const grouped = this.#say('table.groups.grouped').replace('{column}', this.#say('column.status'))
    await page.getByRole('button', { name: grouped }).click()
    await expect(page.getByRole('grid')).toBeVisible()
    await page.getByRole('gridcell').first().click()
    await page.keyboard.press('Space')
    await this.#look('table-preview')
    await page.keyboard.press('Escape')
  }

  async overEverything(): Promise<void> {
    await this.#page.keyboard.press('Control+k')
    await expect(this.#page.getByRole('dialog')).toBeVisible()
    await this.#page.keyboard.type('n')
    await expect(this.#page.getByRole('option').first()).toBeVisible()
    await this.#look('find')
    await this.#page.getByRole('dialog').getByRole('searchbox').fill('')
    await this.#open('find-nothing')
    await this.#page.getByRole('main').focus()
    await this.#page.keyboard.press('?')
    await this.#open('keys')
    await this.#page.keyboard.press('F1')
    await this.#open('guide')
  }

  async claims(): Promise<void> {
    const page = this.#page
    await this.#goTo('Claims board')
    await page.locator('.card__main').first().focus()
    await page.keyboard.press('m')
    await this.#open('board-assess')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await this.#look('claim-page')
    const main = page.locator('.shell__screen')
    for (const part of ['middle', 'end']) {
      await main.evaluate((element, at) => {
        element.scrollTop = at === 'end' ? element.scrollHeight : element.scrollHeight / 2
      }, part)
      await this.#look(`claim-page-${part}`)
    }
    await page.keyboard.press('Escape')
  }

  async settings(): Promise<void> {
    await this.#goTo('Settings')
    const screen = this.#page.locator('.shell__screen')
    const height = await screen.evaluate((element) => element.scrollHeight / element.clientHeight)
    for (let at = 1; at < Math.ceil(height); at += 1) {
      await screen.evaluate((element, times) => {
        element.scrollTop = element.clientHeight * times
      }, at)
      await this.#look(`settings-${at}`)
    }
    await this.#dialog('places.add.title', 'settings-place')
    await this.#dialog('keyring.new.sign', 'settings-signing-key')
    await this.#dialog('keyring.new.theirs', 'settings-their-key')
    await this.#dialog('keys.change.open', 'settings-passphrase')
    await this.#dialog('keys.recovery.open', 'settings-recovery')
    await this.#dialog('keys.rekey.open', 'settings-rekey')
  }

  /** The screens without a log, the last of them in the language that was chosen. */
  async locked(): Promise<void> {
    const page = this.#page
    await page.keyboard.press('Control+l')
    const passphrase = page.getByRole('textbox', { name: this.#say('unlock.passphrase.label'), exact: true })
    await passphrase.fill(PASSPHRASE.slice(1))
    await this.#button('unlock.locked.action').click()
    await expect(page.getByRole('alert')).toBeVisible({ timeout: 20_000 })
    await this.#look('locked-wrong')
    await this.#button('unlock.recovery.use').click()
    await this.#look('locked-recovery')
    await this.#button('unlock.recovery.back').click()
    await this.#button('unlock.locked.start').click()
    await this.#look('start')
    await page.locator('.choice').first().click()
    await page.getByRole('textbox').first().fill('short')
    await this.#look('start-create')
  }
}
